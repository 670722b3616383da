"""The blocks of a document in order: paragraphs and tables, whatever controls stand around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from r57plans.word.reading.hands import NUMBER, signature
from r57plans.word.reading.lines import line_of, tag_of, text_boxes
from r57plans.word.reading.shape import Block, Cell, Line, Piece, Row, Table
from r57plans.word.revisions.mending import shape_of
from r57plans.word.xml import Element, w

_OPEN = {w(name) for name in ("customXml", "ins", "moveTo", "smartTag")}
_MOST_COLUMNS = 1000


@dataclass(slots=True)
class Walker:
    """Reads blocks; `before` has by number what changed paragraphs held before."""

    before: Mapping[str, tuple[Piece, ...]]
    _pending: list[str] = field(default_factory=list)

    def blocks(self, holder: Element, tag: str = "") -> Iterator[Block]:
        """The blocks in a body, a cell, a control or a text box."""
        for child, around in self._children(holder, tag):
            if child.tag == w("p"):
                yield from self._paragraph(child, around)
            elif child.tag == w("tbl"):
                yield self._table(child, around)

    def _children(self, holder: Element, tag: str) -> Iterator[tuple[Element, str]]:
        """Children with the tag of the innermost control around them; controls are looked into.

        Names of bookmarks that begin between blocks wait for the next paragraph.
        """
        for child in holder:
            if child.tag == w("sdt"):
                content = child.find(w("sdtContent"))
                if content is not None:
                    yield from self._children(content, tag_of(child) or tag)
            elif child.tag in _OPEN:
                yield from self._children(child, tag)
            elif child.tag == w("bookmarkStart"):
                self._pending.append(child.get(w("name"), ""))
            else:
                yield child, tag

    def _paragraph(self, paragraph: Element, tag: str) -> Iterator[Block]:
        names, self._pending = tuple(self._pending), []
        yield line_of(paragraph, tag, names, self.before.get(paragraph.get(NUMBER, "")))
        for box in text_boxes(paragraph):
            yield from self.blocks(box)

    def _table(self, table: Element, tag: str) -> Table:
        rows = ((row, around) for row, around in self._children(table, tag) if row.tag == w("tr"))
        return Table(tuple(self._row(row, around) for row, around in rows))

    def _row(self, row: Element, tag: str) -> Row:
        cells: list[Cell] = []
        joined: list[int] = []
        column = _skipped(row)
        for cell, around in self._children(row, tag):
            if cell.tag != w("tc"):
                continue
            wide, merge = shape_of(cell)
            span = min(wide, _MOST_COLUMNS)
            if merge == "continue":
                joined.append(column)
            else:
                cells.append(Cell(tuple(self._lines(cell, around)), column, span))
            column += span
        return Row(tuple(cells), signature(row), tuple(joined))

    def _lines(self, cell: Element, tag: str) -> Iterator[Line]:
        for block in self.blocks(cell, tag):
            if isinstance(block, Line):
                yield block
            else:
                yield from (line for row in block.rows for line in row.lines)


def _skipped(row: Element) -> int:
    """How many columns of the grid a row leaves out before its first cell."""
    given = row.find(f"{w('trPr')}/{w('gridBefore')}")
    said = "" if given is None else given.get(w("val"), "")
    return min(int(said), _MOST_COLUMNS) if said.isascii() and said.isdecimal() else 0
