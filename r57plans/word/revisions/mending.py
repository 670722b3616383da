"""What Word insists on, given back after something was taken out: rows, tables, last paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from r57plans.word.xml import Element, remove, unwrap, w

_BEFORE_MERGE = {w(name) for name in ("cnfStyle", "tcW", "gridSpan", "hMerge")}
_BOOKMARKS = {w("bookmarkStart"), w("bookmarkEnd")}
_BLOCKS = {w("p"), w("tbl")}
_NEED_A_BLOCK = [
    w(name) for name in ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent", "docPartBody")
]
_PROPERTIES, _MERGE, _SPAN = w("tcPr"), w("vMerge"), w("gridSpan")
_VALUE = w("val")
_SMALL_NUMBER = re.compile(r"[0-9]{1,5}")


def mend(root: Element) -> None:
    """Give back what Word insists on: no empty row, table, link or control of blocks; a paragraph
    ends each cell."""
    for row in reversed(list(root.iter(w("tr")))):
        if next(row.iter(w("tc")), None) is None:
            remove_row(row)
    drop_empty_tables(root)
    for link in reversed(list(root.iter(w("hyperlink")))):
        if all(child.tag in _BOOKMARKS for child in link):
            unwrap(link)
    for content in reversed(list(root.iter(w("sdtContent")))):
        control = content.getparent()
        if control is not None and not len(content) and not _in_paragraph(control):
            remove(control)
    for holder in list(root.iter(_NEED_A_BLOCK)):
        _end_with_paragraph(holder)


def _in_paragraph(control: Element) -> bool:
    holder = next(control.iterancestors(w("p"), w("txbxContent")), None)
    return holder is not None and holder.tag == w("p")


def drop_empty_tables(root: Element) -> None:
    """Take out the tables that have no row left."""
    for table in reversed(list(root.iter(w("tbl")))):
        if next(table.iter(w("tr")), None) is None:
            remove(table)


def remove_row(row: Element) -> None:
    """Take out a table row; where a vertical merge began in it, the next row begins it."""
    following = next(row.itersiblings(w("tr")), None)
    below = {} if following is None else {n.start: c for n, c in _cells_in_grid(following)}
    for columns, cell in _cells_in_grid(row):
        under = below.get(columns.start)
        if under is not None and merge_of(cell) == "restart" and merge_of(under) == "continue":
            set_merge(under, "restart")
    remove(row)


def remove_cells(cells: Sequence[Element]) -> None:
    """Take out cells, and from the grids of their tables the columns that no row needs any more."""
    rows = dict.fromkeys(row for cell in cells if (row := _around(cell, "tr")) is not None)
    gone = set(cells)
    emptied: dict[Element, Counter[int]] = {}
    for row in rows:
        table = _around(row, "tbl")
        if table is not None:
            counted = emptied.setdefault(table, Counter())
            counted.update(n for taken, c in _cells_in_grid(row) if c in gone for n in taken)
    for cell in cells:
        remove(cell)
    for table, columns in emptied.items():
        _narrow_grid(table, [column for column, _ in columns.most_common()])


def _narrow_grid(table: Element, columns: list[int]) -> None:
    """Take the first of these columns out of the grid that are too many for the longest row."""
    grid = table.findall(f"{w('tblGrid')}/{w('gridCol')}")
    ends = (taken.stop for row in table.iter(w("tr")) for taken, _ in _cells_in_grid(row))
    over = max(0, len(grid) - max(ends, default=len(grid)))
    for column in [n for n in columns if n < len(grid)][:over]:
        remove(grid[column])


def _around(element: Element, name: str) -> Element | None:
    return next(element.iterancestors(w(name)), None)


def merge_of(cell: Element) -> str:
    """The cell's part in a vertical merge: `restart`, `continue`, or "" for none."""
    return shape_of(cell)[1]


def shape_of(cell: Element) -> tuple[int, str]:
    """How many grid columns the cell takes, and its part in a vertical merge."""
    span, merge = 1, ""
    for properties in cell.iterchildren(_PROPERTIES):
        for found in properties.iterchildren(_MERGE, _SPAN):
            if found.tag == _MERGE:
                merge = found.get(_VALUE, "continue")
            else:
                span = _number(found, 1)
    return span, merge


def is_joined(cells: Iterable[Element]) -> bool:
    """Whether one of the cells of a row continues one of the row above."""
    return any(merge_of(cell) == "continue" for cell in cells)


def set_merge(cell: Element, value: str) -> None:
    """Give a cell another part in a vertical merge; "" for none."""
    properties = cell.find(w("tcPr"))
    if properties is None:
        return
    for old in properties.findall(w("vMerge")):
        properties.remove(old)
    if value:
        merge = etree.Element(w("vMerge"), {w("val"): value})
        properties.insert(sum(child.tag in _BEFORE_MERGE for child in properties), merge)


def _end_with_paragraph(holder: Element) -> None:
    blocks = [child.tag for child in holder if child.tag in {*_BLOCKS, w("sdt")}]
    if not blocks or (holder.tag == w("tc") and blocks[-1] == w("tbl")):
        etree.SubElement(holder, w("p"))


def grid_of(row: Element, cells: Iterable[Element]) -> Iterator[tuple[range, Element]]:
    """Each of the cells of a row with the columns of the grid that it takes."""
    column = _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
    for cell in cells:
        span, _ = shape_of(cell)
        yield range(column, column + span), cell
        column += span


def _cells_in_grid(row: Element) -> Iterator[tuple[range, Element]]:
    return grid_of(row, row.findall(w("tc")))


def _number(element: Element | None, default: int) -> int:
    text = "" if element is None else element.get(_VALUE, "")
    return int(text) if _SMALL_NUMBER.fullmatch(text) else default
