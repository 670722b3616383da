"""Sheets of ours, wherever they stand and in whatever order their columns are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from r57plans.findings import Finding, Place
from r57plans.workbook import told
from r57plans.workbook.cells import CellText, SheetCells, name_of
from r57plans.workbook.places import CellPlace
from r57plans.workbook.shape import COMPUTED, IDENTITY, MARK, SITE, VALUE
from r57plans.workbook.sheets import BASE, GUIDE, PICKS, PROSE, REST, SHEETS, TITLES

_NOTHING = CellText("")
_UNREAD = (IDENTITY, COMPUTED)
_LABELS: Mapping[str, Mapping[str, str]] = {
    sheet.key: {c.title.say(ui): n for n, c in sheet.columns.items() for ui in ("vi", "en")}
    for sheet in SHEETS
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its cells by the keys of the columns."""

    file: str
    sheet: SheetCells
    row: int
    columns: Mapping[str, int]
    identity: str = ""

    def cell(self, name: str) -> CellText:
        """The cell in a column."""
        place = self.columns.get(name)
        return self.sheet.at(self.row, place) if place else _NOTHING

    def said(self, name: str) -> str:
        """The text of the cell in a column."""
        return self.cell(name).text

    def place(self, name: str) -> CellPlace:
        """Where the cell in a column is."""
        column = self.columns.get(name) or 1
        cell = name_of(self.row, column)
        return CellPlace(self.file, self.row, column, "", self.sheet.name, cell)

    @property
    def start(self) -> CellPlace:
        """The first cell of the row that people see."""
        shown = [name for name in self.columns if name not in (IDENTITY, SITE)]
        first = min(shown, key=lambda name: self.columns[name], default=IDENTITY)
        return self.place(first)

    @property
    def first(self) -> str:
        """The text of the very first cell."""
        return self.sheet.at(self.row, 1).text

    @property
    def is_blank(self) -> bool:
        """Whether people see nothing in it."""
        unread = (*_UNREAD, SITE)
        return not any(self.said(name) for name in self.columns if name not in unread)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet of ours, below its headings."""

    sheet: SheetCells
    lines: tuple[Line, ...]


def grids_of(sheets: Iterable[SheetCells], file: str) -> tuple[dict[str, Grid], list[Finding]]:
    """The sheets of ours by their keys, and what is wrong with their cells."""
    found: dict[str, Grid] = {}
    findings: list[Finding] = []
    for sheet in sheets:
        key = _key(sheet)
        if key in ("", GUIDE, PICKS):
            continue
        if key in found:
            findings.append(told.sheet_twice(Place(file), sheet.name))
            continue
        columns, head = _columns(sheet, key)
        rows = (row for row in sheet.rows if row > head)
        lines = tuple(_lines(sheet, file, columns, rows))
        found[key] = Grid(sheet, lines)
        if key != BASE:
            findings += _wrong(lines)
            findings += _unread(sheet, file, columns, head)
    return found, findings


def is_marked(sheet: SheetCells) -> bool:
    """Whether a sheet says of itself, in its hidden row, that it is ours."""
    return bool(_mark(sheet))


def _mark(sheet: SheetCells) -> str:
    for column in range(1, sheet.width + 1):
        marked = re.fullmatch(rf"{MARK}([a-z]+):[\w.-]*", sheet.at(1, column).text)
        if marked and marked[1] in TITLES:
            return marked[1]
    return ""


def _key(sheet: SheetCells) -> str:
    """Which of our sheets it is, by the mark in its hidden row, else by its name."""
    if marked := _mark(sheet):
        return marked
    titles = {title.say(ui): key for key, title in TITLES.items() for ui in ("vi", "en")}
    return titles.get(sheet.name, "")


def _columns(sheet: SheetCells, key: str) -> tuple[dict[str, int], int]:
    """The columns by their keys, and the row of the headings; by headings without the marks."""
    if key == BASE:
        return {}, 0
    found: dict[str, int] = {}
    for column in range(1, sheet.width + 1):
        said = sheet.at(1, column).text
        if said.startswith(MARK):
            found.setdefault(said.removeprefix(MARK).removeprefix(f"{key}:"), column)
    if found:
        return found, 2
    labels = _LABELS.get(key) or _of_general(key)
    for row in sheet.rows[:5]:
        headed = {labels[said]: column for column in range(1, sheet.width + 1)
                  if (said := sheet.at(row, column).text) in labels}  # fmt: skip
        if len(headed) > 1:
            return headed, row
    return {}, max(sheet.rows, default=0)


def _of_general(key: str) -> Mapping[str, str]:
    if key == PROSE:
        return {"Phần (chọn)": "label", "Part (pick)": "label", "Tiếng Việt": "vi",
                "Vietnamese": "vi", "Tiếng Anh": "en", "English": "en"}  # fmt: skip
    if key == REST:
        return {"Khóa trong tệp kế hoạch": SITE, "Key in the plan file": SITE,
                "Giá trị": VALUE, "Value": VALUE}  # fmt: skip
    return {}


def _lines(
    sheet: SheetCells, file: str, columns: Mapping[str, int], rows: Iterable[int]
) -> Iterator[Line]:
    for row in rows:
        place = columns.get(IDENTITY)
        identity = sheet.at(row, place).text if place else ""
        yield Line(file, sheet, row, columns, identity)


def _wrong(lines: Iterable[Line]) -> Iterator[Finding]:
    """Formulas without a value, and cells that are merged across columns."""
    for line in lines:
        for name, column in line.columns.items():
            if name in _UNREAD:
                continue
            cell = line.cell(name)
            if cell.kind == "error":
                yield told.no_value(line.place(name), cell.text)
            first = line.sheet.merged.get((line.row, column))
            across = first and (first[1] != column or name in ("id", "parent", SITE))
            if first and across and first != (line.row, column):
                yield told.merged_cell(line.place(name), name_of(*first))


def _unread(
    sheet: SheetCells, file: str, columns: Mapping[str, int], head: int
) -> Iterator[Finding]:
    """Columns that are not ours and yet hold something."""
    known = set(columns.values())
    seen: set[int] = set()
    for row, column in sorted(sheet.cells):
        if row > head and column not in known and column not in seen and columns:
            seen.add(column)
            cell = name_of(row, column)
            yield told.unread(CellPlace(file, row, column, "", sheet.name, cell))
