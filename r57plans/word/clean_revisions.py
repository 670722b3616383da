"""Accepting tracked changes: what was inserted stays, what was deleted goes, nothing tells of it.

Paragraphs and rows hold the mark of their own insertion or deletion among their properties; runs
are wrapped. A deleted paragraph mark joins its paragraph to the next one, which keeps its format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from r57plans.word.xml import Element, remove, unwrap, w

_PROPERTY_CHANGES = [
    w(name)
    for name in (
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
    )
]
_RANGE_MARKS = [
    w(f"{kind}Range{end}")
    for kind in (
        "moveFrom",
        "moveTo",
        "customXmlIns",
        "customXmlDel",
        "customXmlMoveFrom",
        "customXmlMoveTo",
    )
    for end in ("Start", "End")
]
_GONE = [w("del"), w("moveFrom")]
_ARRIVED = [w("ins"), w("moveTo")]
_CELL_CHANGES = [w("cellIns"), w("cellDel"), w("cellMerge")]
_MARK_HOLDERS = {w("rPr"), w("trPr"), w("numPr")}
_BEFORE_MERGE = {w(name) for name in ("cnfStyle", "tcW", "gridSpan", "hMerge")}
_BOOKMARKS = {w("bookmarkStart"), w("bookmarkEnd")}
_BLOCKS = {w("p"), w("tbl")}
_NEED_A_BLOCK = [
    w(name) for name in ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent", "docPartBody")
]
_SMALL_NUMBER = re.compile(r"[0-9]{1,5}")


def has_changes(root: Element) -> bool:
    """Whether anything below `root` is a tracked change."""
    kinds = [*_PROPERTY_CHANGES, *_RANGE_MARKS, *_GONE, *_ARRIVED, *_CELL_CHANGES]
    return next(root.iter(kinds), None) is not None


def accept_changes(root: Element) -> None:
    """Accept every tracked change below `root`, in place.

    Where content controls are still there, no row or paragraph is joined to one inside them.
    """
    _drop(root, [*_PROPERTY_CHANGES, *_RANGE_MARKS])
    _accept_rows(root)
    _accept_cells(root)
    _accept_runs(root)
    _join_paragraphs(root)
    _drop_marks(root)
    mend(root)


def mend(root: Element) -> None:
    """Give back what Word insists on: no empty row, table or link; a paragraph ends each cell."""
    for row in reversed(list(root.iter(w("tr")))):
        if next(row.iter(w("tc")), None) is None:
            remove_row(row)
    for table in reversed(list(root.iter(w("tbl")))):
        if next(table.iter(w("tr")), None) is None:
            remove(table)
    for link in reversed(list(root.iter(w("hyperlink")))):
        if all(child.tag in _BOOKMARKS for child in link):
            unwrap(link)
    for holder in list(root.iter(_NEED_A_BLOCK)):
        _end_with_paragraph(holder)


def remove_row(row: Element) -> None:
    """Take out a table row; where a vertical merge began in it, the next row begins it."""
    following = next(row.itersiblings(w("tr")), None)
    below = dict(_grid(following)) if following is not None else {}
    for column, cell in _grid(row):
        if _merge(cell) == "restart" and _merge(below.get(column)) == "continue":
            _set_merge(below[column], "restart")
    remove(row)


def _drop(root: Element, tags: list[str]) -> None:
    for element in list(root.iter(tags)):
        remove(element)


def _accept_rows(root: Element) -> None:
    for row in list(root.iter(w("tr"))):
        if row.find(f"{w('trPr')}/{w('del')}") is not None:
            remove_row(row)


def _accept_cells(root: Element) -> None:
    for mark in list(root.iter(w("cellDel"))):
        cell = _grandparent(mark)
        if cell is not None:
            remove(cell)
    for mark in list(root.iter(w("cellMerge"))):
        cell = _grandparent(mark)
        if cell is not None:
            _set_merge(cell, "restart" if mark.get(w("vMerge")) == "rest" else "continue")
    _drop(root, [w("cellIns"), w("cellMerge")])


def _accept_runs(root: Element) -> None:
    for element in list(root.iter(_GONE)):
        if not _is_mark(element):
            remove(element)
    for element in list(root.iter(_ARRIVED)):
        if not _is_mark(element):
            unwrap(element)


def _join_paragraphs(root: Element) -> None:
    for paragraph in list(root.iter(w("p"))):
        if _mark_deleted(paragraph):
            _join(paragraph)


def _join(paragraph: Element) -> None:
    content = [child for child in paragraph if child.tag != w("pPr")]
    following = next(paragraph.itersiblings(*_BLOCKS), None)
    if following is not None and following.tag == w("p"):
        start = 0 if following.find(w("pPr")) is None else 1
        following[start:start] = content
        remove(paragraph)
    elif not content and (following is not None or _follows_paragraph(paragraph)):
        remove(paragraph)


def _follows_paragraph(paragraph: Element) -> bool:
    before = next(paragraph.itersiblings(*_BLOCKS, preceding=True), None)
    return before is not None and before.tag == w("p")


def _mark_deleted(paragraph: Element) -> bool:
    marks = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return marks is not None and any(mark.tag in _GONE for mark in marks)


def _drop_marks(root: Element) -> None:
    for element in list(root.iter([*_GONE, *_ARRIVED])):
        holder = element.getparent()
        remove(element)
        if holder is not None and not len(holder):
            remove(holder)


def _is_mark(element: Element) -> bool:
    parent = element.getparent()
    return parent is None or parent.tag in _MARK_HOLDERS


def _end_with_paragraph(holder: Element) -> None:
    blocks = [child.tag for child in holder if child.tag in {*_BLOCKS, w("sdt")}]
    if not blocks or (holder.tag == w("tc") and blocks[-1] == w("tbl")):
        etree.SubElement(holder, w("p"))


def _grandparent(mark: Element) -> Element | None:
    parent = mark.getparent()
    return None if parent is None else parent.getparent()


def _grid(row: Element) -> Iterator[tuple[int, Element]]:
    """Each cell of the row with the grid column where it begins."""
    column = _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
    for cell in row.findall(w("tc")):
        yield column, cell
        column += _number(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)


def _number(element: Element | None, default: int) -> int:
    text = "" if element is None else element.get(w("val"), "")
    return int(text) if _SMALL_NUMBER.fullmatch(text) else default


def _merge(cell: Element | None) -> str:
    """The cell's part in a vertical merge: `restart`, `continue`, or "" for none."""
    merge = None if cell is None else cell.find(f"{w('tcPr')}/{w('vMerge')}")
    return "" if merge is None else merge.get(w("val"), "continue")


def _set_merge(cell: Element, value: str) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        return
    _drop(properties, [w("vMerge")])
    merge = etree.Element(w("vMerge"), {w("val"): value})
    properties.insert(sum(child.tag in _BEFORE_MERGE for child in properties), merge)
