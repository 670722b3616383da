"""The table proper: its headings, its rows, its cells and where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from r57plans.batch.rows import told
from r57plans.batch.rows.columns import PROVINCE, is_province
from r57plans.errors import LoadError
from r57plans.findings import Finding, Place, Report
from r57plans.language import nearest
from r57plans.workbook.cells import CellText, SheetCells, name_of
from r57plans.workbook.places import CellPlace

_HEADINGS_WITHIN, _MOST = 10, 5_000


@dataclass(frozen=True)
class Grid:
    """A sheet with a row of headings, one of them the province's."""

    file: str
    sheet: SheetCells
    head: int
    province: int
    headings: Mapping[int, str]

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.file).name

    @property
    def rows(self) -> Iterator[int]:
        """The numbers of the rows below the headings, of whatever height these are."""
        last = max((row for (row, _), first in self.sheet.merged.items() if first[0] == self.head),
                   default=self.head)  # fmt: skip
        yield from (row for row in self.sheet.rows if row > max(self.head, last))

    def cell(self, row: int, column: int) -> CellText:
        """A cell; of a merged range the first alone."""
        return self.sheet.cells.get((row, column), CellText(""))

    def said(self, row: int, column: int) -> str:
        """The text of a cell, or what it is merged with: also an error is something."""
        cell = self.sheet.at(row, column)
        return cell.text or ("?" if cell.kind == "error" else "")

    def place(self, row: int, column: int) -> CellPlace:
        """Where a cell is."""
        cell = name_of(row, column)
        return CellPlace(self.file, row, column, "", self.sheet.name, cell)

    def faults(self, row: int, column: int) -> Iterator[Finding]:
        """What makes a cell no value at all."""
        cell = self.sheet.at(row, column)
        if cell.kind == "error":
            yield told.no_value(self.place(row, column), cell.text)
        first = self.sheet.merged.get((row, column))
        if first and first != (row, column):
            yield told.merged(self.place(row, column), name_of(*first))


def grid_of(sheets: Iterable[SheetCells], file: str) -> tuple[Grid, list[Finding]]:
    """The first sheet that is a table of provinces, and a warning for each further one.

    Raises LoadError where none is.
    """
    every = tuple(sheets)
    found = [grid for sheet in every if (grid := _grid(sheet, file))]
    if not found:
        raise LoadError(Report((told.no_heading(Place(file), _headed(every)),)))
    grid = found[0]
    if sum(1 for _ in grid.rows) > _MOST:
        raise LoadError(Report((told.too_many(grid.place(grid.head + _MOST, 1), _MOST),)))
    others = (told.unread_sheet(each.place(each.head, 1), each.sheet.name) for each in found[1:])
    return grid, list(others)


def _grid(sheet: SheetCells, file: str) -> Grid | None:
    for row in (row for row in sheet.rows if row <= _HEADINGS_WITHIN):
        headings = {
            column: said
            for column in range(1, sheet.width + 1)
            if (said := " ".join(sheet.at(row, column).text.split()))
        }
        province = next((n for n, said in headings.items() if is_province(said)), 0)
        if province:
            rest = {n: said for n, said in headings.items() if not is_province(said)}
            return Grid(file, sheet, row, province, rest)
    return None


def _headed(sheets: Iterable[SheetCells]) -> tuple[str, ...]:
    """What in the table is nearest to the heading that was looked for."""
    texts = dict.fromkeys(
        cell.text
        for sheet in sheets
        for (row, _), cell in sheet.cells.items()
        if row <= _HEADINGS_WITHIN and cell.text
    )
    wanted = (*PROVINCE, "Tỉnh")
    return next((near for said in wanted if (near := nearest(said, texts))), ())
