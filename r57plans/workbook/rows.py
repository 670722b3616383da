"""The rows of a sheet of records: which is which after sorting, copying and pasting."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from r57plans.findings import Finding
from r57plans.workbook import told
from r57plans.workbook.cells import CellText, SheetCells
from r57plans.workbook.general import path_of
from r57plans.workbook.grids import Line
from r57plans.workbook.shape import Sheet

_LOCAL = re.compile(r"local-(\d{1,6})")
_NUMBERED = ("tasks", "targets")


def sorted_out(lines: Sequence[Line], sheet: Sheet, findings: list[Finding]) -> tuple[Line, ...]:
    """The rows that hold a record, each with an identity of its own or none.

    An identity that stands twice, as in a pasted row, belongs to the row whose id is that of the
    identity, else to the first; a copy that also has the same id is told. A new row without an id
    gets the next free `local-…`.
    """
    rows = [line for line in lines if not line.is_blank]
    owners: dict[str, Line] = {}
    for line in rows:
        if line.identity and (line.identity not in owners or _is_own(line, sheet)):
            before = owners.get(line.identity)
            if before is None or not _is_own(before, sheet):
                owners[line.identity] = line
    kept = [
        line if owners.get(line.identity) is line else replace(line, identity="") for line in rows
    ]
    return tuple(_named(kept, sheet, findings)) if sheet.id else tuple(kept)


def _is_own(line: Line, sheet: Sheet) -> bool:
    return bool(sheet.id) and line.said(sheet.id) == _exported(line)


def _exported(line: Line) -> str:
    return str(path_of(line.identity)[-1]) if line.identity else ""


def _named(lines: list[Line], sheet: Sheet, findings: list[Finding]) -> list[Line]:
    seen: dict[str, Line] = {}
    taken = {line.said(sheet.id) or _exported(line) for line in lines}
    found = []
    for line in lines:
        said = line.said(sheet.id)
        if not said:
            name = _exported(line) or (_free(taken) if sheet.key in _NUMBERED else "")
            taken.add(name)
            line = _with_id(line, sheet, name)
        elif said in seen:
            findings.append(told.id_twice(line.place(sheet.id), said, seen[said].place(sheet.id)))
            continue
        seen[line.said(sheet.id)] = line
        found.append(line)
    return found


def _free(taken: set[str]) -> str:
    numbers = [int(found[1]) for name in taken if (found := _LOCAL.fullmatch(name))]
    return f"local-{max(numbers, default=0) + 1}"


def _with_id(line: Line, sheet: Sheet, name: str) -> Line:
    """The row with an id in the cell that was left blank."""
    column = line.columns.get(sheet.id, 0)
    cells: Mapping[tuple[int, int], CellText] = {**_own(line), (line.row, column): CellText(name)}
    columns = line.columns if column else {**line.columns, sheet.id: 0}
    alone = SheetCells(line.sheet.name, cells, {})
    return replace(line, sheet=alone, columns=columns)


def _own(line: Line) -> dict[tuple[int, int], CellText]:
    return {(line.row, column): line.cell(name) for name, column in line.columns.items()}
