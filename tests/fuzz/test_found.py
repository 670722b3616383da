"""What the mutations have found, each made small: none may raise anything but an error of ours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from soundness import unsound
from word_builders import cell, made, row, table
from word_packages import Extra, p, parts_of, r

from r57plans.errors import R57Error, WordFileError
from r57plans.word.package import write_package
from r57plans.word.template import Template

PICTURE = (Path(__file__).parents[1] / "cases" / "pictures" / "red.png").read_bytes()
DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="logo"/>'
    '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="old"/></pic:blipFill>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def outcome(parts: Mapping[str, bytes], **options: object) -> bytes | R57Error:
    """The document, or the error of ours; any other exception passes."""
    try:
        return Template(write_package(parts)).render({"x": 1, "xs": [1, 2]}, **options)
    except R57Error as error:
        return error


@pytest.mark.parametrize(
    "body",
    [
        # A run in a line break, whose tag joins the text before it to the text after.
        p(r("a"), f"<w:r><w:br>{r('{%- if x -%}')}</w:br><w:t>b</w:t></w:r>", r("{%- endif -%}")),
        # A paragraph in a run, with tags in both.
        p(f"<w:r>{p('{% set y %}a')}<w:t>b</w:t></w:r>", r("{%r if x %}"), r("c{%r endif %}")),
        p(f"<w:r>{p('{{ x }}')}<w:t>{{{{ x }}}}</w:t></w:r>", r("{{ x }}")),
        p(r("{%p if"), f"<w:r>{p('{%p endif %}')}<w:t> x %}}</w:t></w:r>"),
        p(r("a"), r("{%- if x -%}"), f"<w:r><w:br>{r('{%- else -%}')}</w:br></w:r>", "{% endif %}"),
    ],
)
def test_xml_that_word_would_not_write_is_rendered_or_told_of(body: str) -> None:
    assert outcome(parts_of(body))


def test_a_picture_whose_relationships_are_lost_is_replaced_or_told_of() -> None:
    parts = parts_of(
        p(DRAWING), Extra("word/media/old.png", "image", PICTURE, "image/png", id="old")
    )
    del parts["word/_rels/document.xml.rels"]

    assert outcome(parts, pictures={"logo": PICTURE})


@pytest.mark.parametrize("attribute", ['a=""', 'w:rsidR="1"'])
@pytest.mark.parametrize("tag", ["{%tc for i in xs %}", "{% colspan 2 %}"])
def test_the_properties_of_a_table_stay_before_its_grid_whatever_attributes_they_have(
    tag: str, attribute: str
) -> None:
    end = "{%tc endfor %}" if " for " in tag else ""
    body = table(row(cell(p(tag)), cell(p("a")), cell(p(end))))

    xml = made(body.replace("<w:tblPr/>", f"<w:tblPr {attribute}/>"), xs=[1, 2])

    assert xml.index("<w:tblPr") < xml.index("<w:tblGrid>")


def test_a_picture_inside_a_picture_keeps_its_relationship() -> None:
    inner = DRAWING.replace('id="1" name="logo"', 'id="2" name="other"')
    nested = DRAWING.replace('<a:blip r:embed="old"/>', f'<a:blip r:embed="old"/>{inner}')
    picture = Extra("word/media/old.png", "image", PICTURE, "image/png", id="old")

    data = outcome(parts_of(p(nested), picture), pictures={"other": PICTURE})

    assert isinstance(data, bytes)
    assert unsound(data) == []


def test_a_namespace_that_is_no_address_is_told_of_as_damage() -> None:
    parts = parts_of(p("{{ x }}"))
    wrong = b'xmlns:a="http://schemas.openxmlfw:ormats.org/drawingml/2006/main"'
    document = parts["word/document.xml"]
    at = document.index(b"xmlns:a=")
    parts["word/document.xml"] = document[:at] + wrong + document[document.index(b'" ', at) + 1 :]

    error = outcome(parts)

    assert isinstance(error, WordFileError)
    assert error.report.findings[0].rule == "word.damaged"
