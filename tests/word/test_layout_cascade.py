"""The style cascade: what Word shows of text that several layers of formatting speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_packages import WORD_TYPE, Extra, p, root_xml, word_file

from r57plans.word.layout.cascade import look_of
from r57plans.word.layout.lines import Shown
from r57plans.word.layout.properties import TextLook
from r57plans.word.layout.reading import read_document
from r57plans.word.package import open_package

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = (
    f'<a:theme xmlns:a="{DRAWING}"><a:themeElements><a:fontScheme name="x"><a:majorFont>'
    '<a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
).encode()
TOGGLES = st.fixed_dictionaries({}, optional={n: st.booleans() for n in ("bold", "italic")})


def styles(xml: str) -> Extra:
    return Extra("word/styles.xml", "styles", root_xml("styles", xml), f"{WORD_TYPE}styles+xml")


def numbering(xml: str) -> Extra:
    data = root_xml("numbering", xml)
    return Extra("word/numbering.xml", "numbering", data, f"{WORD_TYPE}numbering+xml")


def theme() -> Extra:
    return Extra("word/theme/theme1.xml", "theme", THEME)


def style(kind: str, name: str, inner: str, based: str = "", default: bool = False) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{first}>{on}{inner}</w:style>'


def read(body: str, *extras: Extra) -> tuple[Shown, ...]:
    return read_document(open_package(word_file(body, *extras))).paragraphs


def look(body: str, *extras: Extra) -> TextLook:
    return read(body, *extras)[0].runs[0].look


def styled(name: str, run: str = "", paragraph: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{paragraph}</w:pPr>'
        f"<w:r><w:rPr>{run}</w:rPr><w:t>chữ</w:t></w:r></w:p>"
    )


def test_without_any_styles_word_has_defaults_of_its_own() -> None:
    assert look(p("chữ")) == TextLook("Times New Roman", "Times New Roman", 10)


def test_a_nearer_layer_wins_over_one_further_away() -> None:
    sheet = styles(
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/><w:color w:val="111111"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>"
        + style("paragraph", "N", '<w:rPr><w:sz w:val="24"/></w:rPr>', default=True)
        + style("paragraph", "A", '<w:rPr><w:sz w:val="28"/></w:rPr>', "N")
        + style("character", "C", '<w:rPr><w:sz w:val="32"/></w:rPr>')
    )

    sizes = [
        look(p("chữ"), sheet).size,
        look(styled("A"), sheet).size,
        look(styled("A", '<w:rStyle w:val="C"/>'), sheet).size,
        look(styled("A", '<w:rStyle w:val="C"/><w:sz w:val="40"/>'), sheet).size,
    ]

    assert sizes == [12, 14, 16, 20]
    assert look(styled("A"), sheet).colour == "111111"


def test_switches_of_styles_of_two_kinds_cancel_each_other_out() -> None:
    sheet = styles(
        style("paragraph", "A", "<w:rPr><w:b/></w:rPr>")
        + style("character", "C", "<w:rPr><w:b/></w:rPr>")
    )

    assert look(styled("A"), sheet).bold
    assert not look(styled("A", '<w:rStyle w:val="C"/>'), sheet).bold
    assert look(styled("A", '<w:rStyle w:val="C"/><w:b/>'), sheet).bold


def test_a_style_that_is_based_on_a_bold_one_can_switch_it_off() -> None:
    sheet = styles(
        style("paragraph", "A", "<w:rPr><w:b/></w:rPr>")
        + style("paragraph", "B", '<w:rPr><w:b w:val="false"/></w:rPr>', "A")
    )

    assert not look(styled("B"), sheet).bold


def test_styles_that_are_based_on_each_other_end_somewhere() -> None:
    sheet = styles(
        style("paragraph", "A", "<w:rPr><w:i/></w:rPr>", "B") + style("paragraph", "B", "", "A")
    )

    assert look(styled("A"), sheet).italic


def test_a_font_of_the_theme_is_named_and_wins_over_one_that_is_written_beside_it() -> None:
    sheet = styles(
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial" '
        'w:hAnsiTheme="majorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )

    seen = look(p("chữ"), sheet, theme())

    assert (seen.plain, seen.accented) == ("Calibri", "Cambria")
    assert seen.fonts("chu") == {"Calibri"}
    assert seen.fonts("chữ") == {"Calibri", "Cambria"}


def test_a_tables_style_speaks_for_its_cells_and_apart_for_its_first_row() -> None:
    first = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    sheet = styles(style("table", "T", f'<w:rPr><w:sz w:val="18"/></w:rPr>{first}'))
    row = f"<w:tr><w:tc>{p('chữ')}</w:tc></w:tr>"
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid/>'
        f"{row * 2}</w:tbl>"
    )

    looks = [shown.runs[0].look for shown in read(body, sheet)]

    assert [(x.size, x.bold) for x in looks] == [(9, True), (9, False)]


def test_a_list_gives_its_mark_and_its_indent_unless_the_paragraph_has_its_own() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1-"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%2."/></w:lvl>'
    )
    lists = numbering(
        f'<w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>'
    )

    def item(level: int, more: str = "") -> str:
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return f"<w:p><w:pPr>{number}{more}</w:pPr><w:r><w:t>Mục</w:t></w:r></w:p>"

    body = item(0) + item(1) + item(1) + item(0, '<w:ind w:left="0" w:firstLine="567"/>') + item(1)
    shown = read(body, lists)

    assert [x.lines[0].text for x in shown] == [
        "I- Mục", "1. Mục", "2. Mục", "II- Mục", "1. Mục"
    ]  # fmt: skip
    assert [(x.look.left, x.look.first_line) for x in (shown[0], shown[3])] == [
        (720, -360), (0, 567)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("xml", "align"),
    [('<w:jc w:val="both"/>', "justify"), ('<w:jc w:val="start"/>', "left"),
     ('<w:framePr w:xAlign="center"/>', "center")],
)  # fmt: skip
def test_alignments_are_named_as_people_know_them(xml: str, align: str) -> None:
    [shown] = read(f"<w:p><w:pPr>{xml}</w:pPr></w:p>")

    assert shown.look.align == align


def test_hidden_and_deleted_text_is_not_shown() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        '<w:del w:id="1" w:author="A"><w:r><w:delText>xóa</w:delText></w:r></w:del>'
        "<w:r><w:t>hiện</w:t><w:noBreakHyphen/><w:br/><w:t>dòng hai</w:t></w:r></w:p>"
    )

    [shown] = read(body)

    assert [line.text for line in shown.lines] == ["hiện-", "dòng hai"]
    assert shown.lines[1].place_of(0) == len("ẩnhiện-\n")


@given(st.lists(TOGGLES, max_size=3), TOGGLES)
def test_what_is_set_on_the_spot_wins_over_every_style(
    layers: list[dict[str, bool]], direct: dict[str, bool]
) -> None:
    seen = look_of({}, layers, direct)

    for name in ("bold", "italic"):
        said = sum(layer.get(name, False) for layer in layers) % 2 == 1
        assert getattr(seen, name) == direct.get(name, said)


@given(st.lists(TOGGLES, max_size=3))
def test_the_order_of_styles_means_nothing_to_switches(layers: list[dict[str, bool]]) -> None:
    assert look_of({}, layers, {}).bold == look_of({}, layers[::-1], {}).bold


@given(st.sampled_from(["ab", "ăb", "a b", " "]), st.text("abă -\n\t", max_size=20))
def test_lines_of_a_paragraph_hold_all_its_text(first: str, text: str) -> None:
    pieces = "".join(
        {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(c, f'<w:t xml:space="preserve">{c}</w:t>')
        for c in first + text
    )

    [shown] = read(f"<w:p><w:r>{pieces}</w:r></w:p>")

    assert "\n".join(line.raw for line in shown.lines) == first + text
