"""Dates as people write them into cells."""

from __future__ import annotations

import re

from r57plans.workbook.cells import CellText

_DAY = re.compile(
    r"(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?:tháng\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})", re.IGNORECASE)


def iso_day(cell: CellText) -> str:
    """`2025-03-28` or `2025-03`; what is no such date stays as it is written."""
    if cell.day:
        return cell.day.isoformat()
    if found := _DAY.fullmatch(cell.text):
        return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    if found := _MONTH.fullmatch(cell.text):
        return f"{found[2]}-{int(found[1]):02d}"
    return cell.text
