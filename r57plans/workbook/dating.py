"""Dates as people write them into cells."""

from __future__ import annotations

import datetime
import re

from r57plans.workbook.cells import CellText

_EPOCH = datetime.date(1899, 12, 30)
_FIRST, _LAST = 40_179, 62_093  # the days of 2010 to 2069
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


def day_of_serial(said: str) -> str:
    """The day of Excel's number for it, which is left where a date was pasted into a cell of text:
    `45838` is `30/6/2025`. Any other text as it is."""
    if not (said.isdecimal() and _FIRST <= int(said[:6]) <= _LAST and len(said) == 5):
        return said
    day = _EPOCH + datetime.timedelta(days=int(said))
    return f"{day.day}/{day.month}/{day.year}"
