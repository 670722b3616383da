"""The sheets of an Excel file as texts, whatever program saved it and whatever its cells hold."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import openpyxl
from openpyxl.cell import Cell as XlCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from r57plans.errors import LoadError
from r57plans.findings import Report
from r57plans.language import nfc
from r57plans.workbook.fields import clean, word
from r57plans.workbook.guarding import refusal, safe_parts

Kind = Literal["text", "number", "date", "switch", "formula", "error"]
Spot = tuple[int, int]
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f])_")  # control characters, which XML cannot hold
_SPELT = re.compile(r'"[^"]*"|\\.|\[[^]]*\]')  # words and locales within a number format
_FARTHEST = 1_000


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says; `day` where it is a date. A `formula` has its last computed value, and
    is an `error` where it has none or went wrong."""

    text: str
    kind: Kind = "text"
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class SheetCells:
    """A sheet: its cells that hold anything by row and column from 1; merged ranges by all their
    cells, each with the first."""

    name: str
    cells: Mapping[Spot, CellText]
    merged: Mapping[Spot, Spot] = field(default_factory=dict)

    def at(self, row: int, column: int) -> CellText:
        """The cell; of a merged range what its first cell says."""
        spot = self.merged.get((row, column), (row, column))
        return self.cells.get(spot, _BLANK)

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the rows that hold anything."""
        return tuple(sorted({row for row, _ in (*self.cells, *self.merged)}))

    @property
    def width(self) -> int:
        """The number of the last column that holds anything."""
        return max((column for _, column in (*self.cells, *self.merged)), default=0)


_BLANK = CellText("")


def name_of(row: int, column: int) -> str:
    """A cell as people call it: `B7`."""
    return f"{get_column_letter(column)}{row}"


def read_sheets(data: bytes, file: str) -> tuple[SheetCells, ...]:
    """The sheets of an Excel file in their order; raises LoadError for what is not opened."""
    parts = safe_parts(data, file)
    sheets = [part for name, part in parts.items() if name.startswith("xl/worksheets/")]
    try:
        book = _opened(data, values=True)
        plain = _opened(data, values=False) if any(map(_FORMULA.search, sheets)) else book
    except _FAULTS as error:
        raise LoadError(Report((refusal("workbook.damaged", file),))) from error
    return tuple(
        _sheet(sheet, plain[sheet.title]) for sheet in book if isinstance(sheet, Worksheet)
    )


_FAULTS = (
    KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError, OSError,
    zipfile.BadZipFile, InvalidFileException, SyntaxError, RecursionError, OverflowError,
)  # fmt: skip
"""What openpyxl lets out over a file that no program wrote; ParseError is a SyntaxError."""


def _opened(data: bytes, *, values: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of extensions that it does not know
        return openpyxl.load_workbook(
            io.BytesIO(data), data_only=values, keep_vba=False, keep_links=False
        )


def _sheet(sheet: Worksheet, plain: Worksheet) -> SheetCells:
    merged: dict[Spot, Spot] = {}
    for area in list(sheet.merged_cells.ranges)[:_FARTHEST]:
        first = (area.min_row, area.min_col)
        last_row = min(area.max_row, area.min_row + _FARTHEST)
        last_column = min(area.max_col, area.min_col + _FARTHEST)
        for row in range(area.min_row, last_row + 1):
            for column in range(area.min_col, last_column + 1):
                if len(merged) < 100 * _FARTHEST:
                    merged[row, column] = first
    formulas = {spot for spot, cell in plain._cells.items() if cell.data_type == "f"}
    cells = {}
    for spot, cell in sheet._cells.items():
        said = _text(cell, formula=spot in formulas) if isinstance(cell, XlCell) else _BLANK
        if said.text or said.kind == "error":
            cells[spot] = said
    return SheetCells(sheet.title, cells, merged)


def _text(cell: XlCell, *, formula: bool) -> CellText:
    value: Any = cell.value
    if cell.data_type == "e" or (formula and value is None):
        return CellText(str(value or ""), "error")
    said = _of_value(value, cell.number_format)
    return CellText(said.text, "formula", said.day) if formula else said


def _of_value(value: Any, shown: str) -> CellText:
    if value is None:
        return _BLANK
    if isinstance(value, bool):
        return CellText(word(value), "switch")
    if isinstance(value, datetime.datetime | datetime.date):
        day = value.date() if isinstance(value, datetime.datetime) else value
        return _date(day, _SPELT.sub("", shown).lower())
    if isinstance(value, int | float):
        return CellText(_figure(value, shown), "number")
    return CellText(nfc(_ESCAPED.sub(_unescaped, clean(str(value)))))


def _date(day: datetime.date, shown: str) -> CellText:
    """A date as the sheet shows it: Excel makes the first of June of a typed `6/2025`."""
    if "d" in shown or "y" not in shown:
        return CellText(f"{day.day}/{day.month}/{day.year}", "date", day)
    return CellText(f"{day.month}/{day.year}" if "m" in shown else str(day.year), "date")


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if int(found[1], 16) == ord("\n") else ""


def _figure(value: float, shown: str) -> str:
    """A figure as the sheet shows it, as far as percent signs go."""
    percent = "%" in shown
    number = round(value * 100, 10) if percent else value
    text = repr(int(number)) if abs(number) < 1e15 and number == int(number) else repr(number)
    return f"{text}%" if percent else text
