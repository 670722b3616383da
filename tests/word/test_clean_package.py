"""A clean copy holds no part that does not print, and does not say who made it when."""

from __future__ import annotations

import pytest
from word_packages import PACKAGE, WORD_TYPE, Extra, p, part_xml, word_file

from r57plans.errors import WordFileError
from r57plans.word.clean import clean
from r57plans.word.package import read_package, write_package

MS = "http://schemas.microsoft.com/office/"
XML = b"<x/>"


@pytest.mark.parametrize(
    "extra",
    [
        Extra("customXml/item1.xml", "customXml"),
        Extra("word/comments.xml", "comments", type=f"{WORD_TYPE}comments+xml"),
        Extra("word/commentsExtended.xml", f"{MS}2011/relationships/commentsExtended"),
        Extra("word/people.xml", f"{MS}2011/relationships/people"),
        Extra("word/glossary/document.xml", "glossaryDocument"),
        Extra("word/printerSettings1.bin", "printerSettings"),
        Extra("docProps/custom.xml", "custom-properties", source=""),
        Extra("docProps/thumbnail.jpeg", f"{PACKAGE}metadata/thumbnail", source=""),
        Extra("_xmlsignatures/origin.sigs", f"{PACKAGE}digital-signature/origin", source=""),
        Extra("docMetadata/LabelInfo.xml", f"{MS}2020/02/relationships/classificationlabels"),
    ],
)
def test_a_part_that_does_not_print_goes_with_its_relationship_and_type(extra):
    after = read_package(clean(word_file(p("a"), extra)))

    assert extra.name not in after
    assert not [name for name, content in after.items() if extra.name.encode() in content]


def test_what_only_a_removed_part_leads_to_goes_too():
    item = Extra("customXml/item1.xml", "customXml")
    properties = Extra("customXml/itemProps1.xml", "customXmlProps", source="customXml/item1.xml")

    after = read_package(clean(word_file(p("a"), item, properties)))

    assert not [name for name in after if name.startswith("customXml")]


def test_a_part_that_nothing_leads_to_goes():
    parts = read_package(word_file(p("a"))) | {"word/forgotten.xml": XML}

    assert "word/forgotten.xml" not in read_package(clean(write_package(parts)))


def test_a_picture_goes_with_the_deleted_text_that_showed_it_and_stays_while_shown():
    shown = Extra("word/media/1.png", "image", id="rId1")
    deleted = Extra("word/media/2.png", "image", id="rId2")
    body = p(
        '<w:r><a:blip r:embed="rId1"/></w:r>',
        '<w:del><w:r><a:blip r:embed="rId2"/></w:r></w:del>',
    )

    after = read_package(clean(word_file(body, shown, deleted)))

    assert "word/media/1.png" in after
    assert "word/media/2.png" not in after


def test_a_part_that_the_text_need_not_name_stays():
    styles = Extra("word/styles.xml", "styles", type=f"{WORD_TYPE}styles+xml")
    theme = Extra("word/theme/theme1.xml", "theme", content=b"<t>as it was</t>")

    after = read_package(clean(word_file(p("a"), styles, theme)))

    assert "word/styles.xml" in after
    assert after["word/theme/theme1.xml"] == b"<t>as it was</t>"


def test_a_whole_word_file_put_inside_is_passed_on_as_it_is():
    inside = word_file(p("inside"))
    chunk = Extra("word/chunk.docx", "aFChunk", inside, f"{WORD_TYPE}document.main+xml", id="rId1")

    after = read_package(clean(word_file('<w:altChunk r:id="rId1"/>' + p("a"), chunk)))

    assert after["word/chunk.docx"] == inside


def test_title_subject_and_language_are_the_only_properties_that_stay():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>'
        "<dc:creator>A</dc:creator><cp:keywords>k</cp:keywords><dc:language>vi-VN</dc:language>"
        "<cp:lastModifiedBy>B</cp:lastModifiedBy><dc:subject>S</dc:subject></cp:coreProperties>"
    )
    part = Extra(
        "docProps/core.xml", f"{PACKAGE}metadata/core-properties", core.encode(), source=""
    )

    after = part_xml(clean(word_file(p("a"), part)), "docProps/core.xml")

    assert after == (
        "<dc:title>T</dc:title><dc:language>vi-VN</dc:language><dc:subject>S</dc:subject>"
    )


def test_company_manager_template_and_editing_time_go_and_page_counts_stay():
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Template>C:\\x.dotx</Template><TotalTime>9</TotalTime>'
        "<Pages>2</Pages><Manager>M</Manager><Company>C</Company></Properties>"
    )
    part = Extra("docProps/app.xml", "extended-properties", app.encode(), source="")

    after = read_package(clean(word_file(p("a"), part)))["docProps/app.xml"]

    assert b"<Pages>2</Pages></Properties>" in after
    assert b"Template" not in after


def test_properties_that_are_listed_but_missing_do_no_harm():
    parts = read_package(
        word_file(p("a"), Extra("docProps/app.xml", "extended-properties", source=""))
    )
    del parts["docProps/app.xml"]

    after = read_package(clean(write_package(parts)))

    assert b"docProps/app.xml" not in after["[Content_Types].xml"]


def test_a_broken_part_of_the_text_is_named_in_the_finding():
    parts = read_package(word_file(p("a"))) | {"word/document.xml": b"<w:document"}

    with pytest.raises(WordFileError) as caught:
        clean(write_package(parts), "plan.docx")

    (finding,) = caught.value.report
    assert (finding.rule, finding.place.file) == ("word.damaged", "plan.docx")
    assert finding.place.path == "word/document.xml"
