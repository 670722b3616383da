"""The shipped Word templates are what their sources make, and hold what Word needs."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

from r57plans.assets import catalogue_folder, templates_folder
from r57plans.word.maker import TEMPLATES, make_template, make_templates
from r57plans.word.maker.__main__ import main
from r57plans.word.package import read_package
from r57plans.word.xml import Element, parse_part, qname, w

SOURCE, LAYOUTS = templates_folder() / "source", catalogue_folder() / "layouts"
EVERY = pytest.mark.parametrize("name", sorted(TEMPLATES))
PLANS = pytest.mark.parametrize("name", [n for n in sorted(TEMPLATES) if "action-plan" in n])
LONG_ROWS = ("row.old", "opinion.lines", "row.sides", "row.notes")
DOCUMENTS = [name for name in sorted(TEMPLATES) if not name.startswith("checks/")]
SIGNED = pytest.mark.parametrize("name", [n for n in DOCUMENTS if "sheets" not in n])
PAIRS = pytest.mark.parametrize("name", sorted({n.partition("/")[2] for n in DOCUMENTS}))
TAG = re.compile(r"\{[{%].*?[%}]\}")
FILTER = re.compile(r" \| \w+")


def is_vietnamese(name: str) -> bool:
    """Whether a template is in Vietnamese, by its name: `vi/…` or `….vi.docx`."""
    return name.startswith("vi/") or ".vi." in name


def part(name: str, inside: str = "word/document.xml") -> Element:
    """A part of a shipped template."""
    data = read_package((templates_folder() / name).read_bytes(), name)
    return parse_part(data[inside], inside)


def text_of(element: Element) -> str:
    """The text of an element, with the no-break hyphen as a hyphen."""
    kinds = {w("t"): lambda e: e.text or "", w("noBreakHyphen"): lambda e: "-"}
    return "".join(kinds[e.tag](e) for e in element.iter(*kinds))


def tags_of(name: str) -> list[str]:
    """The tags of a template in their order, without the filters that a language needs."""
    paragraphs = part(name).iter(w("p"))
    return [FILTER.sub("", tag) for p in paragraphs for tag in TAG.findall(text_of(p))]


def style(name: str, identifier: str) -> Element:
    """One style of a template by its id."""
    styles = part(name, "word/styles.xml").iter(w("style"))
    return next(s for s in styles if s.get(w("styleId")) == identifier)


def value(element: Element, path: str) -> str | None:
    """The `w:val` of what a path of local names leads to."""
    found = element.find("/".join(w(step) for step in path.split("/")))
    return None if found is None else found.get(w("val"), "1")


@EVERY
def test_a_shipped_template_is_what_its_sources_make(name: str) -> None:
    made = read_package(make_template(TEMPLATES[name], SOURCE, LAYOUTS))

    # Every byte of every part; how tightly they are packed depends on the machine's zlib.
    shipped = read_package((templates_folder() / name).read_bytes())

    assert list(made) == list(shipped)
    assert made == shipped, "run `make templates` after changing templates/source or a layout"


def test_the_command_writes_every_template_and_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "source").symlink_to(SOURCE)
    monkeypatch.setattr("r57plans.word.maker.__main__.templates_folder", lambda: tmp_path)

    main()

    assert capsys.readouterr().out.split() == [f"templates/{name}" for name in TEMPLATES]
    assert {n: (tmp_path / n).read_bytes() for n in TEMPLATES} == make_templates(SOURCE, LAYOUTS)


@EVERY
def test_two_validators_find_nothing_in_a_template(name: str) -> None:
    path = templates_folder() / name

    audit = OpenXmlValidator().validate(path)
    findings = ooxml_integrity.check(path)

    assert (audit.is_valid, list(audit.errors), list(findings)) == (True, [], [])


@PAIRS
def test_both_languages_have_the_same_tags_in_the_same_order(name: str) -> None:
    vietnamese, english = tags_of(f"vi/{name}"), tags_of(f"en/{name}")

    assert vietnamese == english
    assert len(vietnamese) > (150 if "action-plan" in name else 25)


@EVERY
def test_every_tag_is_whole_within_its_paragraph(name: str) -> None:
    texts = [text_of(p) for p in part(name).iter(w("p"))]

    left = [TAG.sub("", text) for text in texts]

    assert not [text for text in left if re.search(r"[{}]|%[}]|[$]|[*][*]", text)]


@EVERY
def test_every_paragraph_has_a_style_that_exists(name: str) -> None:
    known = {s.get(w("styleId")) for s in part(name, "word/styles.xml").iter(w("style"))}

    used = {value(p, "pPr/pStyle") for p in part(name).iter(w("p"))}

    assert None not in used
    assert used <= known


@EVERY
def test_our_styles_have_vietnamese_names(name: str) -> None:
    ours = [s for s in part(name, "word/styles.xml").iter(w("style"))
            if s.get(w("styleId"), "").startswith("R57")]  # fmt: skip

    names = [value(s, "name") or "" for s in ours]

    assert "R57 Nội dung" in names
    assert all(n.startswith("R57 ") for n in names)
    assert len(set(names)) == len(names)


@EVERY
def test_headings_are_words_own_and_are_numbered_by_a_list_that_restarts(name: str) -> None:
    mark = "%1." if "state" in name else "%1-"

    levels = part(name, "word/numbering.xml").findall(f"{w('abstractNum')}/{w('lvl')}")[:3]

    assert [value(level, "pStyle") for level in levels] == ["Heading1", "Heading2", "Heading3"]
    assert [value(level, "lvlText") for level in levels] == [mark, "%2.", "%2.%3."]
    assert [value(level, "numFmt") for level in levels] == ["upperRoman", "decimal", "decimal"]
    for depth in (1, 2, 3):
        heading = style(name, f"Heading{depth}")
        assert value(heading, "name") == f"heading {depth}"
        assert value(heading, "pPr/outlineLvl") == str(depth - 1)
        assert value(heading, "pPr/numPr/numId") == "1"


@EVERY
def test_the_language_and_the_font_are_said_for_all_scripts(name: str) -> None:
    defaults = part(name, "word/styles.xml").find(
        f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
    )
    assert defaults is not None
    fonts, lang = defaults.find(w("rFonts")), defaults.find(w("lang"))
    assert fonts is not None
    assert lang is not None

    said = {lang.get(w("val")), lang.get(w("eastAsia"))}

    assert {fonts.get(w(slot)) for slot in ("ascii", "hAnsi", "cs", "eastAsia")} == {
        "Times New Roman"
    }
    assert said == {"vi-VN" if is_vietnamese(name) else "en-GB", "vi-VN"}


@EVERY
def test_fonts_of_the_same_measure_are_named_as_substitutes(name: str) -> None:
    font = part(name, "word/fontTable.xml").find(w("font"))
    assert font is not None

    names = (value(font, "altName") or "").split(",")

    assert names == ["Tinos", "Liberation Serif"]


@EVERY
def test_word_opens_a_template_without_compatibility_mode(name: str) -> None:
    settings = part(name, "word/settings.xml").iter(w("compatSetting"))

    said = {s.get(w("name")): s.get(w("val")) for s in settings}

    assert said["compatibilityMode"] == "15"


@EVERY
def test_a_justified_line_that_ends_in_a_line_break_is_not_stretched(name: str) -> None:
    compatibility = [setting.tag for setting in part(name, "word/settings.xml").find(w("compat"))]

    assert w("doNotExpandShiftReturn") in compatibility


@EVERY
def test_properties_name_the_language_but_nobody_and_no_product(name: str) -> None:
    core, app = part(name, "docProps/core.xml"), part(name, "docProps/app.xml")

    said = {e.tag: e.text for e in core}

    assert set(said) == {qname("dc", "title"), qname("dc", "language")}
    assert said[qname("dc", "language")] == ("vi-VN" if is_vietnamese(name) else "en-GB")
    assert "".join(app.itertext()) == "0"


@EVERY
def test_there_are_no_parts_that_word_does_not_need(name: str) -> None:
    parts = read_package((templates_folder() / name).read_bytes(), name)

    assert "word/stylesWithEffects.xml" not in parts
    assert len(parts) == 13


@EVERY
def test_the_namespaces_of_content_controls_are_declared_on_the_root(name: str) -> None:
    root = part(name)

    ignorable = root.get(qname("mc", "Ignorable"), "").split()

    assert "w15" in ignorable
    assert set(ignorable) <= set(root.nsmap)


@EVERY
def test_the_page_number_stands_on_all_pages_but_the_first_of_each_section(name: str) -> None:
    numbered, first = part(name, "word/header1.xml"), part(name, "word/header2.xml")

    sections = list(part(name).iter(w("sectPr")))

    assert [f.get(w("instr")) for f in numbered.iter(w("fldSimple"))] == [" PAGE "]
    assert not list(first.iter(w("fldSimple")))
    assert len(sections) == (3 if "action-plan" in name else len(sections))
    for section in sections:
        number = section.find(w("pgNumType"))
        assert section.find(w("titlePg")) is not None
        assert number is not None
        assert number.get(w("start")) == "1"


@PLANS
def test_paper_and_margins_are_the_official_ones(name: str) -> None:
    portrait, landscape, last = part(name).iter(w("sectPr"))

    sizes = [s.find(w("pgSz")) for s in (portrait, landscape, last)]
    margins = [s.find(w("pgMar")) for s in (portrait, landscape, last)]

    assert [(s.get(w("w")), s.get(w("orient"))) for s in sizes if s is not None] == [
        ("11906", None), ("16838", "landscape"), ("11906", None)
    ]  # fmt: skip
    for margin in margins:
        assert margin is not None
        sides = [margin.get(w(side)) for side in ("top", "bottom", "left", "right", "header")]
        assert sides == ["1134", "1134", "1701", "850", "567"]


@EVERY
def test_rows_stay_whole_but_for_those_of_long_texts_and_headings_are_repeated(name: str) -> None:
    rows = list(part(name).iter(w("tr")))

    heads = [row for row in rows if value(row, "trPr/tblHeader")]

    ruled = [t for t in part(name).iter(w("tbl")) if value(t, "tblPr/tblBorders/top") == "single"]

    assert all(value(table, "tr/trPr/tblHeader") for table in ruled)
    split = [row for row in rows if not value(row, "trPr/cantSplit")]
    long = [any(word in text_of(row) for word in LONG_ROWS) for row in split]
    few = any(kind in name for kind in ("comparison", "opinions"))
    assert long == [True] * (4 if "merge-report" in name else few)
    assert "action-plan" not in name or len(heads) == 3


@SIGNED
def test_the_signature_block_hangs_on_the_last_paragraph(name: str) -> None:
    body = part(name)[0]
    tables = [e for e in body if e.tag == w("tbl")]
    signature = next(t for t in tables if "signature.name" in text_of(t))
    before = signature.getprevious()
    while before is not None and TAG.fullmatch(text_of(before)):
        before = before.getprevious()
    assert before is not None

    lines = [
        p for p in signature.iter(w("p")) if not TAG.fullmatch(text_of(p)) or "{{" in text_of(p)
    ]
    styles = {value(p, "pPr/pStyle") or "" for p in lines} - {"R57Gap"}

    assert value(style(name, value(before, "pPr/pStyle") or ""), "pPr/keepNext")
    assert all(_keeps_next(name, s) for s in styles)


def _keeps_next(name: str, identifier: str) -> bool:
    found = style(name, identifier)
    if value(found, "pPr/keepNext"):
        return True
    based = value(found, "basedOn")
    return based is not None and _keeps_next(name, based)


@pytest.mark.parametrize(
    ("name", "identifier", "size", "bold", "italic"),
    [
        ("vi/action-plan.docx", "R57Heading", 15, True, False),
        ("vi/action-plan.docx", "R57Issuer", 14, True, False),
        ("vi/action-plan.docx", "R57Superior", 14, False, False),
        ("vi/action-plan.docx", "R57Number", 14, False, False),
        ("vi/action-plan.docx", "R57PlaceDate", 14, False, True),
        ("vi/action-plan.docx", "R57Type", 16, True, False),
        ("vi/action-plan.docx", "R57Role", 14, False, False),
        ("vi/action-plan.docx", "R57Recipients", 12, False, False),
        ("vi/action-plan-state.docx", "R57Heading", 13, True, False),
        ("vi/action-plan-state.docx", "R57Motto", 14, True, False),
        ("vi/action-plan-state.docx", "R57Basis", 14, False, True),
        ("vi/action-plan-state.docx", "R57Role", 14, True, False),
        ("vi/action-plan-state.docx", "R57RecipientsWord", 12, True, True),
        ("vi/action-plan-state.docx", "R57Recipients", 11, False, False),
    ],
)
def test_a_component_has_its_official_type(
    name: str, identifier: str, size: int, bold: bool, italic: bool
) -> None:
    found = style(name, identifier)

    said = [value(found, f"rPr/{key}") for key in ("sz", "b", "i")]

    assert said[0] == str(size * 2)
    assert [mark not in (None, "0") for mark in said[1:]] == [bold, italic]


def test_the_party_body_has_the_official_spacing() -> None:
    found = style("vi/action-plan.docx", "R57Body").find(w("pPr"))
    assert found is not None
    spacing, indent = found.find(w("spacing")), found.find(w("ind"))
    assert spacing is not None
    assert indent is not None

    said = [spacing.get(w(key)) for key in ("line", "lineRule", "after")]

    assert said == ["360", "exact", "120"]
    assert indent.get(w("firstLine")) == "567"
    assert value(style("vi/action-plan.docx", "R57Body"), "pPr/jc") == "both"


@EVERY
def test_only_tags_that_vanish_are_not_black(name: str) -> None:
    styles = part(name, "word/styles.xml").iter(w("style"))

    coloured = [s.get(w("styleId")) for s in styles if value(s, "rPr/color")]

    assert coloured == ["R57Tag"]
    assert not list(part(name).iter(w("color"), w("shd"), w("highlight")))


@pytest.mark.parametrize("name", ["vi/action-plan.docx", "vi/action-plan-state.docx"])
def test_the_default_wording_answers_what_the_centre_asked(name: str) -> None:
    text = " ".join(text_of(p) for p in part(name).iter(w("p")))

    for words in ("lộ trình", "sản phẩm cụ thể", "đặc thù", "khả thi", "linh hoạt với thực tiễn"):
        assert words in text


@PLANS
def test_document_numbers_do_not_break_at_a_line_end(name: str) -> None:
    hyphens = list(part(name).iter(w("noBreakHyphen")))

    runs = [text_of(h.getparent()) for h in hyphens]

    assert runs
    assert all("57-NQ/TW" in run for run in runs)


def test_a_template_made_twice_has_the_same_bytes() -> None:
    first, second = (make_templates(SOURCE, LAYOUTS) for _ in range(2))

    assert first == second
    assert all(BytesIO(data).read(2) == b"PK" for data in first.values())
