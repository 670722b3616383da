"""Parallel editions: both languages side by side, paragraph by paragraph and row by row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from built_examples import REPORT, Case
from hypothesis import given
from hypothesis import strategies as st
from plan_builders import plan
from printed_lines import body_of, said

from r57plans.documents import build
from r57plans.errors import R57Error, RefusedError
from r57plans.word.maker.elements import el, text_run
from r57plans.word.manifest import read_manifest
from r57plans.word.package import read_package
from r57plans.word.parallel import parallel
from r57plans.word.parallel.blocks import has_lines, sections_of
from r57plans.word.parallel.weaving import pairs_of
from r57plans.word.relations import read_relations
from r57plans.word.xml import Element, parse_part, qname, w

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
EXAMPLES = pytest.mark.parametrize("example", ["cao-bang", "xa-mau", "hue-ubnd", "lang-son-ubnd"])


def woven(example: str) -> Element:
    return body_of(Case(example, "vi-en").data)


def tables(body: Element, *, ruled: bool) -> Iterator[Element]:
    return (table for table in body.iterchildren(w("tbl")) if has_lines(table) is ruled)


def columns(body: Element) -> list[tuple[str, str]]:
    return [
        (said(row[-2]), said(row[-1]))
        for table in tables(body, ruled=False)
        for row in table.iter(w("tr"))
    ]


def printed(example: str, language: str) -> list[str]:
    """What the edition in one language says outside its tables, in the parallel one's order."""
    sections = sections_of(body_of(Case(example, language).data))  # type: ignore[arg-type]
    texts = [said(b) for s in sections for b in s.blocks if b.tag == w("p")]
    return [text for text in texts if text]  # the signer's name is still blank


def paragraph(style: str, text: str = "a") -> Element:
    return el("p", el("pPr", el("pStyle", val=style)), text_run(text))


@EXAMPLES
def test_each_paragraph_of_both_editions_stands_in_its_column(example: str) -> None:
    pairs = columns(woven(example))

    assert [left for left, _ in pairs if left] == printed(example, "vi")
    assert [right for _, right in pairs if right] == printed(example, "en")


@EXAMPLES
def test_only_the_note_that_it_is_a_translation_stands_alone(example: str) -> None:
    alone = [pair for pair in columns(woven(example)) if any(pair) and not all(pair)]

    assert alone == [("", "Unofficial translation")]


@EXAMPLES
def test_tables_have_as_many_rows_as_in_each_language_and_both_in_each_cell(example: str) -> None:
    both = list(tables(woven(example), ruled=True))
    editions = [
        list(tables(body_of(Case(example, language).data), ruled=True))
        for language in ("vi", "en")
    ]  # fmt: skip

    assert len(both) == len(editions[0]) == len(editions[1]) > 1
    for table, vi, en in zip(both, *editions, strict=True):
        cells = [list(t.iter(w("tc"))) for t in (table, vi, en)]
        assert len(list(table.iter(w("tr")))) == len(list(vi.iter(w("tr"))))
        for cell, one, other in zip(*cells, strict=True):
            same = said(one) == said(other)
            assert said(cell) == (said(one) if same else f"{said(one)}\n{said(other)}")


def test_the_second_language_has_lists_of_its_own_so_that_both_count_alike() -> None:
    parts = read_package(Case("cao-bang", "vi-en").data)
    numbering = parse_part(parts["word/numbering.xml"], "numbering")
    rows = woven("cao-bang").iter(w("tr"))

    numbers = {
        (e.get(w("val")), column)
        for row in rows
        for column, cell in enumerate(row.iterchildren(w("tc")))
        for e in cell.iter(w("numId"))
    }

    kinds = [k.get(w("abstractNumId")) for k in numbering.iter(w("abstractNum"))]
    marks = [e.get(w("val")) for e in numbering.iter(w("nsid"))]
    assert numbers == {("4", 1), ("5", 1)}
    assert len(kinds) == len(set(kinds)) == len(set(marks)) == 4
    assert [n.get(w("numId")) for n in numbering.iter(w("num"))] == ["1", "2", "4", "5"]


def test_what_is_read_back_is_the_first_language_alone() -> None:
    data = Case("cao-bang", "vi-en").data
    body = body_of(data)

    single = body_of(Case("cao-bang", "vi").data)
    tags = [[e.get(w("val")) for e in b.iter(w("tag"))] for b in (body, single)]
    marks = [{e.get(w("name")) for e in b.iter(w("bookmarkStart"))} for b in (body, single)]

    assert sorted(map(str, tags[0])) == sorted(map(str, tags[1]))
    assert marks[0] == marks[1]
    assert read_manifest(data) == read_manifest(Case("cao-bang", "vi").data)


def test_the_second_language_says_which_it_is_and_is_italic_in_tables() -> None:
    body = woven("hue-ubnd")
    table = next(tables(body, ruled=True))
    run = list(next(table.iter(w("tc"))).iter(w("r")))[-1]

    properties = [child.tag for child in run[0]]

    assert properties[-3:] == [w("i"), w("iCs"), w("lang")]
    assert {e.get(w("val")) for e in body.iter(w("lang"))} == {"en-GB"}


def test_all_pages_are_landscape_and_no_two_tables_touch() -> None:
    body = woven("cao-bang")

    touching = [t for t in body.iterchildren(w("tbl")) if t.getnext().tag == w("tbl")]  # type: ignore[union-attr]

    assert {e.get(w("orient")) for e in body.iter(w("pgSz"))} == {"landscape"}
    assert len(list(body.iter(w("sectPr")))) == 4
    assert touching == []


def test_a_table_of_an_upright_page_is_widened_to_the_landscape_one() -> None:
    body = body_of(Case("cao-bang", "vi-en", document="committee-decision").data)

    (table,) = tables(body, ruled=True)
    columns_ = [int(column.get(w("w"), "0")) for column in table.iter(w("gridCol"))]

    assert 14280 < sum(columns_) <= 14287
    assert columns_[0] == int(next(table.iter(w("tcW"))).get(w("w"), "0"))


def test_editions_of_different_plans_do_not_make_one() -> None:
    with pytest.raises(R57Error, match="the two languages differ"):
        parallel(Case("cao-bang", "vi").data, Case("hue-ubnd", "en").data, "en-GB")


def test_a_paragraph_that_one_language_lacks_leaves_its_place_empty() -> None:
    first = [paragraph("A"), paragraph("B"), paragraph("B")]
    second = [paragraph("X"), paragraph("A"), paragraph("B"), paragraph("Y"), paragraph("B")]

    found = pairs_of(first, second)

    assert [(a is not None, b is not None) for a, b in found] == [
        (False, True), (True, True), (True, True), (False, True), (True, True)
    ]  # fmt: skip


@given(st.lists(st.sampled_from("ABC")), st.lists(st.sampled_from("ABC")))
def test_no_paragraph_is_lost_or_moved_whatever_corresponds(one: list[str], two: list[str]) -> None:
    first, second = [paragraph(s) for s in one], [paragraph(s) for s in two]

    pairs = pairs_of(first, second)

    assert [a for a, _ in pairs if a is not None] == first
    assert [b for _, b in pairs if b is not None] == second
    assert all(pair != (None, None) for pair in pairs)


def test_a_template_cannot_serve_a_parallel_edition() -> None:
    with pytest.raises(RefusedError, match="A template is in one language"):
        build(plan(tasks=[{"id": "1.1.1"}]), ["vi-en"], template=b"")


def test_a_clean_parallel_edition_has_nothing_hidden() -> None:
    made = build(plan(tasks=[{"id": "1.1.1"}]), ["vi-en"], clean=True).files[0]

    assert made.name == "cao-bang-action-plan.vi-en.docx"
    assert not list(body_of(made.data).iter(w("sdt"), w("bookmarkStart")))
    assert read_manifest(made.data) is None


def test_each_language_has_a_chart_of_its_own_that_fits_its_column() -> None:
    data = Case("cao-bang", "vi-en", document=REPORT).data
    parts = read_package(data)
    shown = {r.id: r.target for r in read_relations(parts, "word/document.xml")}
    cells = [c for c in body_of(data).iter(w("tc")) if next(c.iter(w("drawing")), None) is not None]

    charts = [shown[c.get(qname("r", "id"), "")] for cell in cells for c in cell.iter(CHART)]
    texts = [parts[chart].decode() for chart in charts]
    numbers = [p.get("id") for p in body_of(data).iter(qname("wp", "docPr"))]
    widths = [int(e.get("cx", "0")) for e in body_of(data).iter(qname("wp", "extent"))]
    rooms = [int(cell[0][0].get(w("w"), "0")) * 635 for cell in cells]

    assert ["Hợp tác quốc tế" in text for text in texts] == [True, False]
    assert ["International cooperation" in text for text in texts] == [False, True]
    assert len(set(numbers)) == len(numbers) == 2
    assert all(0 < width < room for width, room in zip(widths, rooms, strict=True))
