"""Putting the blocks of two languages together: paragraphs in two columns, tables cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher

from r57plans.errors import R57Error
from r57plans.word.maker.elements import el
from r57plans.word.parallel.blocks import Section, style_of, text_of
from r57plans.word.parallel.drawings import Drawings, fit
from r57plans.word.parallel.lists import Lists
from r57plans.word.xml import Element, unwrap, w

_GAP = "R57Gap"
_MARKS = tuple(map(w, ("bookmarkStart", "bookmarkEnd")))
_WIDTHS = tuple(map(w, ("tblW", "gridCol", "tcW")))
_ROOM = 140  # twips beside the text of a column

Pair = tuple[Element | None, Element | None]


class Weaver:
    """Weaves the second language, whose lists are counted apart, into the first."""

    def __init__(self, lists: Lists, drawings: Drawings, language: str) -> None:
        self._lists = lists
        self._drawings = drawings
        self._language = language

    def sections(self, first: Sequence[Section], second: Sequence[Section]) -> list[Element]:
        """The blocks of the woven body, to its last section's properties."""
        _same(len(first), len(second), "sections")
        woven = [list(self._section(*pair)) for pair in zip(first, second, strict=True)]
        blocks: list[Element] = []
        for number, (content, section) in enumerate(zip(woven, first, strict=True), 1):
            properties = _landscape(section.properties)
            last = number == len(first)
            blocks += [*content, _gap(None if last else properties), *([properties] * last)]
        return blocks

    def _section(self, first: Section, second: Section) -> Iterator[Element]:
        one, other = list(first.runs()), list(second.runs())
        _same(len(one), len(other), "tables")
        width = _text_width(first.properties)
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            if index:
                yield _gap(None)
            if left and left[0].tag == w("tbl"):
                yield _widened(self._table(left[0], right[0]), width)
            elif left or right:
                yield self._columns(pairs_of(left, right), width)

    def _columns(self, pairs: Sequence[Pair], width: int) -> Element:
        """Two columns of paragraphs, a row for each pair."""
        halves = (width // 2, width - width // 2)
        rows = [
            el(
                "tr",
                _cell(_first(one, other), halves[0]),
                _cell(self._other(one, other), halves[1]),
            )
            for one, other in pairs
        ]
        grid = el("tblGrid", *(el("gridCol", w=half) for half in halves))
        return el("tbl", _column_properties(width), grid, *rows)

    def _other(self, one: Element | None, other: Element | None) -> Element:
        return self._translated(other) if other is not None else _empty(one)

    def _table(self, first: Element, second: Element) -> Element:
        """The first language's table with the second's words below its own."""
        made = deepcopy(first)
        rows, others = made.findall(w("tr")), second.findall(w("tr"))
        _same(len(rows), len(others), "rows")
        for row, other in zip(rows, others, strict=True):
            cells, translated = row.findall(w("tc")), other.findall(w("tc"))
            _same(len(cells), len(translated), "cells")
            for cell, there in zip(cells, translated, strict=True):
                if text_of(cell) != text_of(there):
                    cell.extend(self._translated(p, italic=True) for p in there.findall(w("p")))
        return made

    def _translated(self, paragraph: Element, *, italic: bool = False) -> Element:
        """A paragraph of the second language, without what reading back would find in it."""
        made = deepcopy(paragraph)
        for control in list(made.iter(w("sdt"))):
            unwrap(control, control.find(w("sdtContent")))
        for mark in list(made.iter(*_MARKS)):
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
        self._lists.count_apart(made)
        self._drawings.adopt(made)
        for run in made.iter(w("r")):
            _speak(run, self._language, italic=italic)
        return made


def pairs_of(first: Sequence[Element], second: Sequence[Element]) -> list[Pair]:
    """Paragraphs that correspond, by their styles in order; None where one language has none."""
    styles = [style_of(p) for p in first], [style_of(p) for p in second]
    if styles[0] == styles[1]:
        return list(zip(first, second, strict=True))
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, *styles, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        longest = max(b - a, d - c)
        left = [*first[a:b], *[None] * (longest - (b - a))]
        right = [*second[c:d], *[None] * (longest - (d - c))]
        pairs += zip(left, right, strict=True)
    return pairs


def _first(one: Element | None, other: Element | None) -> Element:
    return deepcopy(one) if one is not None else _empty(other)


def _empty(like: Element | None) -> Element:
    """An empty paragraph in the style of the one beside it."""
    style = "" if like is None else style_of(like)
    return el("p", el("pPr", el("pStyle", val=style)) if style else None)


def _cell(paragraph: Element, width: int) -> Element:
    fit(paragraph, width - 2 * _ROOM)
    properties = paragraph.find(w("pPr"))
    section = None if properties is None else properties.find(w("sectPr"))
    if properties is not None and section is not None:
        properties.remove(section)
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa")), paragraph)


def _column_properties(width: int) -> Element:
    between: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": "auto"}
    return el(
        "tblPr",
        el("tblW", w=width, type="dxa"),
        el("tblInd", w=0, type="dxa"),
        el("tblBorders", el("insideV", **between)),
        el("tblLayout", type="fixed"),
        el("tblCellMar", *(el(side, w=_ROOM, type="dxa") for side in ("left", "right"))),
    )


def _speak(run: Element, language: str, *, italic: bool) -> None:
    """Says a run's language, and makes it italic."""
    properties = run.find(w("rPr"))
    if properties is None:
        properties = el("rPr")
        run.insert(0, properties)
    if italic and properties.find(w("i")) is None:
        bold = sum(
            child.tag in (w("rStyle"), w("rFonts"), w("b"), w("bCs")) for child in properties
        )
        properties[bold:bold] = [el("i"), el("iCs")]
    properties.append(el("lang", val=language))


def _gap(properties: Element | None) -> Element:
    return el("p", el("pPr", el("pStyle", val=_GAP), properties))


def _landscape(properties: Element) -> Element:
    """The section's properties on landscape pages."""
    made = deepcopy(properties)
    size = made.find(w("pgSz"))
    if size is not None and size.get(w("orient")) != "landscape":
        width, height = size.get(w("w"), ""), size.get(w("h"), "")
        size.set(w("w"), height)
        size.set(w("h"), width)
        size.set(w("orient"), "landscape")
    return made


def _text_width(properties: Element) -> int:
    """The width between the margins of a section's landscape pages."""
    made = _landscape(properties)
    size, margins = made.find(w("pgSz")), made.find(w("pgMar"))
    assert size is not None
    assert margins is not None
    sides = (int(margins.get(w(side), "0")) for side in ("left", "right"))
    return int(size.get(w("w"), "0")) - sum(sides)


def _widened(table: Element, width: int) -> Element:
    """The table as wide as the text, where it was made for an upright page."""
    size = table.find(f"{w('tblPr')}/{w('tblW')}")
    own = 0 if size is None else int(size.get(w("w"), "0"))
    for part in table.iter(*_WIDTHS) if 0 < own < width else ():
        part.set(w("w"), str(int(part.get(w("w"), "0")) * width // own))
    return table


def _same(one: int, other: int, what: str) -> None:
    if one != other:
        raise R57Error(f"the two languages differ: {one} and {other} {what}")
