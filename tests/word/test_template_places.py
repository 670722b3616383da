"""Where a tag stands, in terms of what its author sees in Word."""

from __future__ import annotations

import pytest
from word_builders import cell, faults, row, story, table
from word_packages import WORD_TYPE, Extra, p, parts_of, r, root_xml, word_file

from r57plans.findings import Message
from r57plans.word.spot import Spot, region_of
from r57plans.word.template.passes.tags import read_tag
from r57plans.word.template.told.faults import finding
from r57plans.word.template.told.places import spot_of, spots
from r57plans.word.template.told.spot import TemplatePlace

MAIN = "word/document.xml"
BOLD = "<w:rPr><w:b/></w:rPr>"


def styled(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{r(text)}</w:p>'


def styles(inner: str) -> Extra:
    return Extra("word/styles.xml", "styles", root_xml("styles", inner), f"{WORD_TYPE}styles+xml")


def one_style(key: str, name: str, inner: str = "") -> str:
    named = f'<w:name w:val="{name}"/>'
    return f'<w:style w:type="paragraph" w:styleId="{key}">{named}{inner}</w:style>'


def places(body: str, *extras: Extra) -> list[Spot]:
    return spots(parts_of(body, *extras), MAIN)


def headings(body: str, *extras: Extra) -> list[str]:
    return [spot.heading for spot in places(body, *extras)]


def test_a_tag_in_a_table_is_told_by_table_row_and_cell() -> None:
    first = table(row(cell(p("a"))))
    second = table(row(cell(p("b")), cell(p("c"))), row(cell(p("d")), cell(p("x"), p("{{ y }}"))))

    [spot] = places(first + second)

    assert (spot.table, spot.row, spot.cell) == (2, 2, 2)
    assert spot.words("{{ y }}") == Message(
        "bảng 2, hàng 2, ô 2 (thân văn bản)", "table 2, row 2, cell 2 (body)"
    )


def test_a_table_inside_a_cell_counts_its_own_rows_and_cells() -> None:
    inner = table(row(cell(p("{{ a }}"))))
    outer = table(row(cell(p("x"))), row(cell(p("x")), cell(inner, p("{{ b }}"))))

    found = places(outer)

    assert [(s.table, s.row, s.cell) for s in found] == [(2, 1, 1), (1, 2, 2)]


def test_rows_and_cells_inside_controls_are_counted_as_they_are_seen() -> None:
    controlled = f"<w:sdt><w:sdtContent>{row(cell(p('{{ a }}')))}</w:sdtContent></w:sdt>"

    [spot] = places(table(row(cell(p("x"))), controlled))

    assert (spot.table, spot.row, spot.cell) == (1, 2, 1)


def test_the_nearest_heading_is_known_by_its_style_whatever_that_is_based_on() -> None:
    sheet = styles(one_style("u1", "heading 1") + one_style("a", "Điều", '<w:basedOn w:val="u1"/>'))
    body = p("{{ a }}") + styled("I. Mục đích", "u1") + p("{{ b }}") + styled("Điều 2", "a")

    assert headings(body + p("{{ c }}"), sheet) == ["", "I. Mục đích", "Điều 2"]


def test_a_heading_is_known_by_its_outline_level_too_and_body_text_is_none() -> None:
    level = '<w:p><w:pPr><w:outlineLvl w:val="{}"/></w:pPr>{}</w:p>'
    body = level.format(0, r("II. Nhiệm vụ")) + level.format(9, r("Lời")) + p("{{ a }}")

    assert headings(body) == ["II. Nhiệm vụ"]


def test_a_tag_in_a_heading_is_under_the_heading_before() -> None:
    sheet = styles(one_style("u1", "heading 1"))
    body = styled("I. Mục đích", "u1") + styled("{{ group.title }}", "u1")

    assert headings(body, sheet) == ["I. Mục đích"]


def test_a_paragraph_of_statements_alone_is_no_heading() -> None:
    sheet = styles(one_style("u1", "heading 1"))
    body = styled("I. Mục đích", "u1") + styled("{%p if a %}", "u1") + p("{{ b }}")

    assert headings(body, sheet)[-1] == "I. Mục đích"


def test_without_heading_styles_a_short_bold_paragraph_is_taken_for_one() -> None:
    bold = f"<w:p>{r('II. Nhiệm vụ', BOLD)}</w:p>"
    long = f"<w:p>{r('x' * 200, BOLD)}</w:p>"
    in_cell = table(row(cell(f"<w:p>{r('Số', BOLD)}</w:p>")))

    assert headings(bold + p("lời") + long + in_cell + p("{{ a }}")) == ["II. Nhiệm vụ"]


def test_the_heading_and_the_paragraph_are_named_in_both_languages() -> None:
    bold = f"<w:p>{r('II. Nhiệm vụ', BOLD)}</w:p>"

    [spot] = places(bold + p("Chủ trì: {{ a }}"))

    assert spot.words("{{ a }}") == Message(
        "đoạn «Chủ trì: {{ a }}» (mục «II. Nhiệm vụ», thân văn bản)",
        "paragraph “Chủ trì: {{ a }}” (under “II. Nhiệm vụ”, body)",
    )


def test_a_tag_that_is_the_whole_paragraph_is_not_quoted_twice() -> None:
    [spot] = places(p("{{ a }}"))

    assert spot.words("{{ a }}").en == "body"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("default", Message("đầu trang", "header")),
        ("first", Message("đầu trang của trang đầu", "header of the first page")),
        ("even", Message("đầu trang của trang chẵn", "header of even pages")),
    ],
)
def test_a_header_is_named_by_the_pages_that_show_it(kind: str, said: Message) -> None:
    header = Extra(
        "word/header1.xml",
        "header",
        root_xml("hdr", p("{{ a }}")),
        f"{WORD_TYPE}header+xml",
        id="h1",
    )
    parts = parts_of("", header)
    reference = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="h1"/></w:sectPr>'
    parts[MAIN] = root_xml("document", f"<w:body>{p('a')}{reference}</w:body>")

    [spot] = spots(parts, "word/header1.xml")

    assert spot.region == said


def test_in_a_document_of_several_sections_the_header_names_its_own() -> None:
    footer = Extra(
        "word/footer1.xml",
        "footer",
        root_xml("ftr", p("{{ a }}")),
        f"{WORD_TYPE}footer+xml",
        id="f1",
    )
    parts = parts_of("", footer)
    reference = '<w:footerReference w:type="default" r:id="f1"/>'
    first = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    parts[MAIN] = root_xml("document", f"<w:body>{first}<w:sectPr>{reference}</w:sectPr></w:body>")

    [spot] = spots(parts, "word/footer1.xml")

    assert spot.region == Message("chân trang, phần 2", "footer, section 2")


def test_a_footnote_has_the_number_that_is_seen_in_the_text() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="7">{p("{{ a }}")}</w:footnote>'
        f'<w:footnote w:id="3">{p("{{ b }}")}</w:footnote>'
    )
    seen = '<w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="7"/></w:r>'

    found = spots(parts_of(p(seen), story("footnotes", notes)), "word/footnotes1.xml")

    assert [spot.region.en for spot in found] == ["footnote 2", "footnote 1"]
    assert found[0].region.vi == "chú thích cuối trang 2"


def test_a_text_box_is_named_as_such() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('{{ a }}')}</w:txbxContent></w:pict></w:r>"

    [spot] = places(p(box))

    assert spot.region == Message("hộp văn bản, thân văn bản", "text box, body")


def test_a_property_of_the_file_is_named_by_its_own_name() -> None:
    inner = '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{{ a }} {{ b }}</dc:title>'
    core = f'<cp:coreProperties xmlns:cp="urn:x">{inner}</cp:coreProperties>'.encode()
    extra = Extra("docProps/core.xml", "metadata/core-properties", core, source="")

    found = spots(parts_of(p("a"), extra), "docProps/core.xml")

    assert [spot.region.vi for spot in found] == ["thuộc tính «tiêu đề» của tệp"] * 2


def test_tags_are_counted_as_the_engine_reads_them() -> None:
    cut = p(r("{{ a"), r(" }} và {{ b }}"))
    data = word_file(cut + p("không") + p("{{ c }}"))

    assert spot_of(data, MAIN, 1) == spot_of(data, MAIN, 0)
    third = spot_of(data, MAIN, 2)
    assert third is not None
    assert third.text == "{{ c }}"


@pytest.mark.parametrize(("part", "number"), [(MAIN, 1), (MAIN, -1), ("word/none.xml", 0)])
def test_a_tag_that_is_not_there_has_no_place(part: str, number: int) -> None:
    assert spot_of(word_file(p("{{ a }}")), part, number) is None


def test_an_unknown_part_is_named_as_it_is() -> None:
    assert region_of("word/glossary/odd.xml").en == "part word/glossary/odd.xml"


def test_a_finding_begins_with_the_tag_and_its_place() -> None:
    tag = read_tag("{{ task.leeds }}", MAIN, "{{ task.leeds }}")
    spot = Spot(Message("thân văn bản", "body"), "II. Nhiệm vụ", 2, 3, 4)

    found = finding("template.unknown-name", "a.docx", tag, spot, what="leeds", hint="")

    assert found.message.vi.startswith(
        "Thẻ {{ task.leeds }}, bảng 2, hàng 3, ô 4 (mục «II. Nhiệm vụ», thân văn bản): Không có"
    )
    assert found.message.en.startswith(
        "Tag {{ task.leeds }}, table 2, row 3, cell 4 (under “II. Nhiệm vụ”, body): The data"
    )


def test_the_place_of_a_finding_is_also_told_to_machines() -> None:
    [found] = faults(p("Chủ trì: {{ y }}"))

    assert isinstance(found.place, TemplatePlace)
    told = found.as_dict("en")
    assert (told["path"], told["tag"], told["region"]) == (MAIN, "{{ y }}", "body")
    assert told["text"] == "Chủ trì: {{ y }}"


def test_what_fills_a_message_is_not_filled_in_turn() -> None:
    tag = read_tag("{{what}}", MAIN, "")

    found = finding("word.control-character", "", tag, where="{what}", what="U+0001")

    assert "The value {what} holds" in found.message.en


def test_styles_that_are_based_on_one_another_in_a_circle_do_no_harm() -> None:
    sheet = styles(
        one_style("a", "A", '<w:basedOn w:val="b"/>')
        + one_style("b", "B", '<w:basedOn w:val="a"/>')
    )

    assert headings(styled("Lời", "a") + p("{{ x }}"), sheet) == [""]


def test_a_header_that_no_section_shows_is_still_a_header() -> None:
    inner = root_xml("hdr", p("{{ a }}"))
    unused = Extra("word/header9.xml", "header", inner, f"{WORD_TYPE}header+xml")

    [spot] = spots(parts_of("", unused), "word/header9.xml")

    assert spot.region.en == "header"
