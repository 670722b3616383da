"""Tables of Word files and sheets of Excel files as one thing: rows of cells with places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from r57plans.findings import Place
from r57plans.importing.records import WordPlace
from r57plans.pull.words import tidy
from r57plans.word.reading import Block, Row, Table
from r57plans.workbook.cells import CellText, SheetCells, name_of
from r57plans.workbook.places import CellPlace

_MOST_COLUMNS = 100
_FIGURE = re.compile(r"-?\d+\.\d+%?")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that says something; `lines` are its paragraphs, blanks single, none of them empty.

    `column` counts from 0, `span` is how many columns it takes. One that is `joined` is the lower
    part of a cell that began in a row above, and says the same. A `figure` is a number that a sheet
    holds as such, with a decimal point.
    """

    lines: tuple[str, ...]
    column: int
    span: int
    place: Place
    joined: bool = False
    figure: bool = False

    @property
    def text(self) -> str:
        """Its lines as one."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: the cells that say something, left to right; `cells` in all, the empty ones too."""

    cells: tuple[GridCell, ...]
    place: Place
    columns: tuple[int, ...]

    @property
    def own(self) -> tuple[GridCell, ...]:
        """The cells that begin in this row."""
        return tuple(cell for cell in self.cells if not cell.joined)

    @property
    def text(self) -> str:
        """What its cells say, in one line."""
        return " | ".join(cell.text for cell in self.cells)

    @property
    def said(self) -> tuple[str, ...]:
        """What its cells say, in small letters."""
        return tuple(cell.text.casefold() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or a sheet: `width` columns."""

    rows: tuple[GridRow, ...]
    place: Place
    width: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside of tables."""

    text: str
    place: Place


def of_word(blocks: Sequence[Block], file: str) -> Iterator[Grid | Paragraph]:
    """The paragraphs that say something and the tables of a Word file, in order."""
    tables, paragraphs = 0, 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            yield _word_grid(block, WordPlace(file, table=tables))
        else:
            paragraphs += 1
            if text := tidy(block.text):
                yield Paragraph(text, WordPlace(file, paragraph=paragraphs))


def is_wide(sheet: SheetCells) -> bool:
    """Whether a sheet has cells beyond those that are read."""
    return any(column > _MOST_COLUMNS for _, column in sheet.cells)


def without_value(sheets: Sequence[SheetCells], file: str) -> Iterator[CellPlace]:
    """The cells whose formula has no value or went wrong."""
    for sheet in sheets:
        for (row, column), cell in sorted(sheet.cells.items()):
            if cell.kind == "error":
                yield CellPlace(file, row, column, sheet=sheet.name, cell=name_of(row, column))


def of_sheets(sheets: Sequence[SheetCells], file: str) -> Iterator[Grid]:
    """The sheets of an Excel file that say something."""
    for sheet in sheets:
        if sheet.rows:
            width = min(sheet.width, _MOST_COLUMNS)
            rows = tuple(_sheet_row(sheet, row, width, file) for row in sheet.rows)
            yield Grid(rows, CellPlace(file, sheet=sheet.name), width)


def _word_grid(table: Table, place: WordPlace) -> Grid:
    rows: list[GridRow] = []
    above: dict[int, GridCell] = {}
    width = max((c.column + c.span for row in table.rows for c in row.cells), default=0)
    for number, row in enumerate(table.rows, 1):
        cells = _word_cells(row, replace(place, line=number), above)
        above = {cell.column: cell for cell in cells}
        starts = sorted({*row.joined, *(cell.column for cell in row.cells)})
        said = tuple(cell for cell in cells if cell.lines)
        rows.append(GridRow(said, replace(place, line=number), tuple(starts)))
    return Grid(tuple(rows), place, width)


def _word_cells(row: Row, place: WordPlace, above: dict[int, GridCell]) -> list[GridCell]:
    cells = [
        GridCell(_lines(c.text), c.column, c.span, replace(place, column=c.column + 1))
        for c in row.cells
    ]
    for column in row.joined:
        if column in above:
            there = replace(place, column=column + 1)
            cells.append(replace(above[column], place=there, joined=True))
    return sorted(cells, key=lambda cell: cell.column)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(tidy, text.split("\n")) if line)


def _sheet_row(sheet: SheetCells, row: int, width: int, file: str) -> GridRow:
    cells: list[GridCell] = []
    column = 1
    starts = []
    while column <= width:
        first = sheet.merged.get((row, column), (row, column))
        span = 1
        while (row, column) in sheet.merged and sheet.merged.get((row, column + span)) == first:
            span += 1
        starts.append(column - 1)
        at = sheet.at(row, column)
        if lines := _lines(at.text):
            place = CellPlace(file, row, column, sheet=sheet.name, cell=name_of(row, column))
            joined, figure = first[0] < row, _is_figure(at)
            cells.append(GridCell(lines, column - 1, span, place, joined=joined, figure=figure))
        column += span
    return GridRow(
        tuple(cells), CellPlace(file, row, 1, sheet=sheet.name, cell=name_of(row, 1)), tuple(starts)
    )


def _is_figure(cell: CellText) -> bool:
    return cell.kind in ("number", "formula") and bool(_FIGURE.fullmatch(cell.text))
