"""Sheets and columns that were taken out of a workbook though the plan had something in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from r57plans.findings import Finding, Message, Place
from r57plans.workbook.grids import Grid
from r57plans.workbook.shape import Sheet
from r57plans.workbook.sheets import COMMITTEE, PARTICULARS, PROSE, REST, SHEETS, TITLES

Data = Mapping[str, Any]
_ALWAYS = (PARTICULARS, PROSE, REST)


def lost(base: Data, grids: Mapping[str, Grid], file: str) -> Iterator[Finding]:
    """What is missing of a workbook that was exported as `base`.

    It is refused, not read as blank: nobody who deletes a column means to take out what every row
    has in it.
    """
    for key in _ALWAYS:
        if key not in grids:
            yield _no_sheet(file, TITLES[key])
    for sheet in SHEETS:
        records = _records(base, sheet)
        if sheet.key not in grids and records:
            yield _no_sheet(file, sheet.title)
        elif records and sheet is not COMMITTEE:
            yield from _columns(sheet, records, grids[sheet.key], file)


def _records(base: Data, sheet: Sheet) -> list[Data]:
    if sheet is COMMITTEE:
        return [base["committee"]] if base.get("committee") else []
    if not sheet.parent:
        return list(base.get(sheet.key, ()))
    return [each for owner in base.get(sheet.parent, ()) for each in owner.get(sheet.key, ())]


def _columns(sheet: Sheet, records: list[Data], grid: Grid, file: str) -> Iterator[Finding]:
    if not grid.lines:
        return
    there = grid.lines[0].columns
    for each in sheet.fields:
        keys = (each.key,) if each.key else ("vi", "en")
        if each.columns[0] not in there and any(one.get(k) for one in records for k in keys):
            yield _no_column(file, grid.sheet.name, sheet.columns[each.columns[0]].title)


def _no_sheet(file: str, title: Message) -> Finding:
    return Finding(
        "workbook.no-sheet", "error",
        Message(f"Sổ thiếu trang “{title.vi}”.", f"The sheet “{title.en}” is missing."),
        _KEEP, Place(file),
    )  # fmt: skip


def _no_column(file: str, sheet: str, title: Message) -> Finding:
    return Finding(
        "workbook.no-column", "error",
        Message(f"Trang “{sheet}” thiếu cột “{title.vi}”.",
                f"The column “{title.en}” of the sheet “{sheet}” is missing."),
        _KEEP, Place(file),
    )  # fmt: skip


_KEEP = Message(
    "Khôi phục trang, cột đó. Không cần thì ẩn đi (Hide); muốn bỏ nội dung thì xóa trong từng ô.",
    "Bring it back. Hide what is not needed; to drop what it says, clear the cells.",
)
