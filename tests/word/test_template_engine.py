"""The engine as a whole: one template, many documents, the same bytes, and files that are valid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator
from word_builders import cell, made, row, story, table, task
from word_packages import Extra, body_xml, office_file, p, parts_of, r, word_file

from r57plans.view.printed import Joined, Printed
from r57plans.word.manifest import ManifestFacts, read_manifest
from r57plans.word.package import read_package, write_package
from r57plans.word.template import Properties, Template, compiled

FACTS = ManifestFacts("0.1.0", "nq57@2025.03", "ab" * 32, "action-plan", "vi")
SECTION = '<w:p><w:pPr><w:jc w:val="left"/><w:sectPr><w:pgSz w:w="{}"/></w:sectPr></w:pPr>{}</w:p>'


def whole_template() -> bytes:
    """A template in a whole Word file, with rows, cells, controls, bookmarks and sections."""
    document = docx.Document()
    for text in (
        "{{ title }}",
        "{%p for t in tasks %}",
        "{{ t.text }}: {{ t.leads }}",
        "{%p endfor %}",
    ):
        document.add_paragraph(text)
    rows = [("{%tr for t in tasks %}", ""), ("{{ t.text }}", "{{ none }}"), ("{%tr endfor %}", "")]
    grid = document.add_table(rows=3, cols=2)
    for line, texts in zip(grid.rows, rows, strict=True):
        for place, text in zip(line.cells, texts, strict=True):
            place.text = text
    document.sections[0].header.paragraphs[0].text = "{{ title }}"
    buffer = BytesIO()
    document.save(buffer)
    parts = read_package(buffer.getvalue())
    old, new = b"{{ none }}", b"{{ none }}{% cellbg 'D9D9D9' %}"
    parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)
    return write_package(parts)


def values() -> dict[str, object]:
    leads = Joined([Printed("Sở KH&CN", "task/1/leads/0"), Printed("", "task/1/leads/1")])
    tasks = [replace(task(1), leads=leads), replace(task(2), leads=Joined([]))]
    title = Printed("Chương trình\nhành động", "document/title")
    return {"title": title, "tasks": tasks, "none": None}


def test_a_document_is_valid_for_two_validators(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    template = Template(whole_template())

    path.write_bytes(template.render(values(), properties=Properties("Tên"), manifest=FACTS))

    audit = OpenXmlValidator().validate(path)
    errors = [e for e in audit.errors if "stylesWithEffects" not in str(e)]
    assert (errors, list(ooxml_integrity.check(path))) == ([], [])


def test_a_document_opens_with_its_text_in_place() -> None:
    document = docx.Document(BytesIO(Template(whole_template()).render(values(), controls=False)))

    assert [paragraph.text for paragraph in document.paragraphs] == [
        "Chương trình\nhành động",
        "Việc 1: Sở KH&CN; ",
        "Việc 2: ",
    ]
    assert [line.cells[0].text for line in document.tables[0].rows] == ["Việc 1", "Việc 2"]
    assert document.sections[0].header.paragraphs[0].text == "Chương trình\nhành động"


def test_the_same_values_give_the_same_bytes_from_two_compilations() -> None:
    data = whole_template()

    first = Template(data).render(values(), properties=Properties("a"), manifest=FACTS)
    second = Template(data).render(values(), properties=Properties("a"), manifest=FACTS)

    assert first == second


def test_one_rendering_leaves_no_trace_in_the_next() -> None:
    template = Template(whole_template())
    first = template.render(values(), manifest=FACTS)

    template.render(values() | {"title": "khác", "none": "a"})

    assert template.render(values(), manifest=FACTS) == first


def test_parts_without_tags_are_copied_as_they_are() -> None:
    source = read_package(office_file())

    result = read_package(Template(office_file()).render({}))

    assert list(source.keys() - result.keys()) == []
    assert result["word/styles.xml"] == source["word/styles.xml"]


def test_the_hash_is_that_of_the_files_bytes_and_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(office_file())

    templates = [Template(office_file()), Template(path), Template(str(path))]

    assert {t.hash for t in templates} == {sha256(office_file()).hexdigest()}


def test_a_template_is_compiled_once_for_the_process() -> None:
    assert compiled(office_file(), "a") is compiled(bytes(bytearray(office_file())), "a")


def test_a_word_template_gives_a_document() -> None:
    parts = parts_of(p("{{ x }}"))
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"document.main+xml", b"template.main+xml")

    result = Template(write_package(parts)).render({"x": "a"})

    assert body_xml(result).count("a</w:t>") == 1
    assert b"template.main+xml" not in read_package(result)["[Content_Types].xml"]


def test_the_manifest_tells_what_was_printed_once_each_and_in_order() -> None:
    template = Template(whole_template())

    manifest = read_manifest(template.render(values(), manifest=FACTS))

    assert manifest is not None
    assert (manifest.facts, manifest.template_hash) == (FACTS, template.hash)
    assert manifest.printed == (
        ("document/title", "Chương trình\nhành động"),
        ("task/1/text", "Việc 1"),
        ("task/1/leads/0", "Sở KH&CN"),
        ("task/1/leads/1", ""),
        ("task/2/text", "Việc 2"),
    )


def test_without_facts_there_is_no_manifest() -> None:
    assert read_manifest(Template(whole_template()).render(values())) is None


def test_properties_are_those_given_and_no_clock_is_read() -> None:
    given = Properties("Tên <A>", "chủ đề", "Văn phòng", "vi-VN", "a, b", date(2025, 3, 31))

    document = docx.Document(BytesIO(Template(office_file()).render({}, properties=given)))

    core = document.core_properties
    assert (core.title, core.subject, core.author) == ("Tên <A>", "chủ đề", "Văn phòng")
    assert (core.language, core.keywords) == ("vi-VN", "a, b")
    assert core.created is not None
    assert core.created.date() == date(2025, 3, 31)


def test_without_a_day_the_properties_have_a_fixed_one_and_no_empty_ones() -> None:
    result = Template(word_file(p("a"))).render({}, properties=Properties())

    core = read_package(result)["docProps/core.xml"].decode()
    assert core.count("1980-01-01T00:00:00Z") == 2
    assert "title" not in core


def test_an_empty_last_section_gives_its_page_to_the_one_before() -> None:
    body = p("{%p for x in xs %}") + SECTION.format("{{ x }}", "") + p("{%p endfor %}")
    body = body.replace("{{ x }}", "7")

    xml = made(p("a") + body, xs=[1, 2])

    assert xml.count("<w:sectPr>") == 2
    left = '<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>'
    assert xml.endswith(f'{left}<w:sectPr><w:pgSz w:w="7"/></w:sectPr></w:body>')


@pytest.mark.parametrize(
    "end",
    [SECTION.format("7", r("chữ")), SECTION.format("7", "") + p("sau"), table(row(cell(p("a"))))],
)
def test_a_last_section_with_content_keeps_its_own_page(end: str) -> None:
    assert made(p("a") + end) == p("a") + end


def test_an_empty_section_property_moves_too() -> None:
    assert made(p("a") + "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>") == p("a") + "<w:p><w:pPr/></w:p>"


def test_a_body_without_blocks_is_a_document_too() -> None:
    assert made("") == ""


def test_a_long_document_is_whole_over_many_blocks() -> None:
    body = (
        p("{%p for x in range(6000) %}")
        + p("{{ x }}")
        + p("{%p endfor %}")
        + SECTION.format("7", "")
    )

    xml = made(body)

    assert xml.count("<w:p>") == 6001
    assert xml.startswith(p("0"))
    assert xml.endswith('<w:sectPr><w:pgSz w:w="7"/></w:sectPr></w:body>')


def test_a_header_is_found_by_its_type_whatever_its_name() -> None:
    header = story("header", p("{{ x }}"))
    odd = Extra("word/đầu trang.xml", "header", header.content, header.type)

    result = Template(word_file(p("a"), odd)).render({"x": "A&B"})

    assert b"A&amp;B" in read_package(result)["word/đầu trang.xml"]
