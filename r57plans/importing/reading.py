"""The cells of a row by the fields that their columns are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from r57plans.importing.grids import GridCell, GridRow
from r57plans.importing.headings import Column
from r57plans.importing.sections import Section

_BARE_FIGURE = re.compile(r"\d[\d.,]*")
_BEFORE = re.compile(r"\btrước(?: ngày)?$", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}/")
_COUNTS = re.compile(r"\W*(?:[IVXL]{1,5}|[a-zđA-ZĐ]{1,2}(?=\W*$)|[A-ZĐ](?=[\d.]))?[\W\d]*")
_WORK = (
    "leads",
    "supports",
    "both",
    "requested",
    "in_charge",
    "products",
    "deadline",
    "funding",
    "note",
)
KEPT = ("keep", "other", "start")
"""What a column may be for that has no field in a plan."""


@dataclass(frozen=True, slots=True)
class Read:
    """The cells of a row by field, and those that no field takes with their headings.

    `code` is the row's number with its heading where it is more than that: `DN-01`.
    """

    cells: dict[str, GridCell]
    kept: tuple[tuple[str, GridCell], ...]
    code: tuple[tuple[str, str], ...] = ()

    def text(self, name: str) -> str:
        """What the cell of a field says; "" where it is empty."""
        cell = self.cells.get(name)
        return cell.text if cell else ""

    @property
    def works(self) -> bool:
        """Whether the row itself says who, what or until when."""
        return any(n in self.cells and not self.cells[n].joined for n in _WORK) or any(
            not cell.joined for _, cell in self.kept
        )


def read_row(section: Section, row: GridRow) -> Read:
    """The cells of a row by the columns that they stand in."""
    of_targets = bool(section.heading and section.heading.kind == "targets")
    kept_fields = KEPT if of_targets else (*KEPT, "horizon")
    cells: dict[str, GridCell] = {}
    kept: list[tuple[str, GridCell]] = []
    for cell in row.cells:
        column = section.field_of(cell, row)
        if column is None or column.field in kept_fields:
            kept.append((column.title if column else "", cell))
        elif column.field in cells and not (of_targets and column.field == "horizon"):
            kept.append((column.title, cell))
        else:
            cells[column.field] = _with_heading(cell, column)
    return Read(cells, tuple(kept), tuple(_code(section, cells.get("number"))))


def _code(section: Section, number: GridCell | None) -> Iterator[tuple[str, str]]:
    """What a row's number says, unless it is one that only counts."""
    column = section.heading.of("number") if section.heading else None
    if column and number and not number.joined and not _COUNTS.fullmatch(number.text):
        yield column.title, number.text


def _with_heading(cell: GridCell, column: Column) -> GridCell:
    """The cell, with what its heading says of it: the unit of an amount, `trước` of a deadline."""
    if column.field == "deadline" and _BEFORE.search(column.title) and _DAY.match(cell.text):
        return replace(cell, lines=(f"trước {cell.text}",))
    if column.field != "funding" or not _BARE_FIGURE.fullmatch(cell.text):
        return cell
    return replace(cell, lines=(f"{cell.text} {column.money}".strip(),))
