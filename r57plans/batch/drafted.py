"""A plan that a row of a table makes of a common plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from r57plans.findings import Finding, Place, Report

if TYPE_CHECKING:
    from r57plans.batch.edits import Edit
    from r57plans.load import Source as PlanData

_RECORDS = ("targets", "tasks")


@dataclass(frozen=True)
class Drafted:
    """The common plan, its text, what the row changes in it, and what there is to say of the row.

    `cells` are the places of the row's values by their paths in the plan: `document/number`.
    """

    common: PlanData
    data: bytes
    edits: tuple[Edit, ...] = ()
    cells: Mapping[str, Place] = field(default_factory=dict)
    report: Report = field(default_factory=Report)

    def told(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """What is said of the row, then the findings on its plan: each at the cell of the table
        that it speaks of, or in the common plan's file."""
        placed = (replace(each, place=self._place(each.place)) for each in findings)
        return (*self.report, *placed)

    def _place(self, place: Place) -> Place:
        cell = self._cell(place.path)
        if cell is not None:
            return replace(cell, path=place.path)
        parts = (int(part) if part.isdecimal() else part for part in place.path.split("/"))
        return self.common.place(tuple(parts) if place.path else ())

    def _cell(self, path: str) -> Place | None:
        """The cell whose value a path leads to, or into; or the only one in a record."""
        for own, cell in self.cells.items():
            if path == own or path.startswith(f"{own}/"):
                return cell
        inside = [cell for own, cell in self.cells.items() if own.startswith(f"{path}/")]
        in_record = path.partition("/")[0] in _RECORDS and "/" in path
        return inside[0] if len(inside) == 1 and in_record else None
