"""Where in its table a paragraph stands, and how much room its cell gives to text."""

from __future__ import annotations

from r57plans.word.layout.attributes import number, value, whole
from r57plans.word.layout.lines import Cell
from r57plans.word.layout.styles import Styles
from r57plans.word.xml import Element, w

_MARGIN = 108.0  # Word's own, left and right of the text in a cell
_INNER = ("insideH", "insideV")
_NO_LINE = (None, "nil", "none")


class Cells:
    """The cells of one part's tree."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._styles = styles
        self._tables = {table: n for n, table in enumerate(root.iter(w("tbl")))}
        self._rows: dict[Element, dict[Element, int]] = {}
        self._known: dict[Element, Cell] = {}

    def of(self, paragraph: Element, width: float) -> Cell | None:
        """The cell of a paragraph; `width` is the room between the page's margins."""
        cell = next(paragraph.iterancestors(w("tc")), None)
        if cell is None:
            return None
        if cell not in self._known:
            row = next(cell.iterancestors(w("tr")), None)
            table = None if row is None else next(row.iterancestors(w("tbl")), None)
            if row is None or table is None:
                return None
            self._known[cell] = self._read(cell, row, table, width)
        return self._known[cell]

    def _read(self, cell: Element, row: Element, table: Element, width: float) -> Cell:
        cells = [c for c in row.iter(w("tc")) if next(c.iterancestors(w("tr"))) is row]
        rows = self._numbers(table)
        inner = self._width(cell, cells, table, width) - self._margins(cell, table)
        return Cell(
            self._tables[table], rows[row], cells.index(cell), len(cells), len(rows),
            max(inner, 0), self._ruled(table),
        )  # fmt: skip

    def _numbers(self, table: Element) -> dict[Element, int]:
        """The rows of a table, those in content controls too, each with its number from 0."""
        if table not in self._rows:
            rows = (r for r in table.iter(w("tr")) if next(r.iterancestors(w("tbl"))) is table)
            self._rows[table] = {row: n for n, row in enumerate(rows)}
        return self._rows[table]

    def _width(self, cell: Element, cells: list[Element], table: Element, width: float) -> float:
        given = cell.find(f"{w('tcPr')}/{w('tcW')}")
        length = number(value(given, "w"))
        if length and value(given, "type") in (None, "dxa"):
            return length
        grid = [
            number(c.get(w("w"))) or 0 for c in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
        ]
        before = sum(_span(c) for c in cells[: cells.index(cell)])
        found = sum(grid[before : before + _span(cell)])
        return found or width / len(cells)

    def _margins(self, cell: Element, table: Element) -> float:
        holders = [
            cell.find(f"{w('tcPr')}/{w('tcMar')}"),
            table.find(f"{w('tblPr')}/{w('tblCellMar')}"),
            *(s.find(f"{w('tblPr')}/{w('tblCellMar')}") for s in self._chain(table)),
        ]
        return sum(_side(holders, names) for names in (("left", "start"), ("right", "end")))

    def _ruled(self, table: Element) -> bool:
        """Whether the table shows lines between its cells."""
        path = f"{w('tblPr')}/{w('tblBorders')}"
        for holder in (table, *self._chain(table)):
            borders = holder.find(path)
            if borders is not None:
                return any(value(borders.find(w(side))) not in _NO_LINE for side in _INNER)
        return False

    def _chain(self, table: Element) -> list[Element]:
        named = value(table.find(f"{w('tblPr')}/{w('tblStyle')}"))
        return self._styles.chain("table", named)[::-1]


def _span(cell: Element) -> int:
    return max(whole(value(cell.find(f"{w('tcPr')}/{w('gridSpan')}")), 1), 1)


def _side(holders: list[Element | None], names: tuple[str, ...]) -> float:
    for holder in holders:
        for name in names:
            length = number(value(None if holder is None else holder.find(w(name)), "w"))
            if length is not None:
                return length
    return _MARGIN
