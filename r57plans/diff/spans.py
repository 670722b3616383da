"""How much later one deadline is than another, in words: two quarters, a year, ten days."""

from __future__ import annotations

from datetime import date

from r57plans.findings import Message
from r57plans.model.deadline import Deadline, Grain

_VI = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_EN = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NOUNS: dict[str, Message] = {
    "year": Message("năm", "year"),
    "quarter": Message("quý", "quarter"),
    "month": Message("tháng", "month"),
    "day": Message("ngày", "day"),
    "working-day": Message("ngày làm việc", "working day"),
}
_MONTHS = {"year": 12, "quarter": 3, "month": 1}
_MOST_DAYS = 60  # above, days say nothing to a reader


def between(old: Deadline, new: Deadline, first: date, second: date) -> Message:
    """The span from one day to another in the largest unit that measures it; in both words.

    Years, quarters and months are told between ends or beginnings of months, days otherwise; many
    days as more than so many months.
    """
    months = abs((second.year - first.year) * 12 + second.month - first.month)
    if all(map(_ends_month, (first, second))) or first.day == second.day == 1:
        unit = _unit(months, _grains(old, new))
        return counted(months // _MONTHS[unit], unit)
    if first.day == second.day and months:
        return counted(months, "month") if months % 12 else counted(months // 12, "year")
    days = abs((second - first).days)
    if days <= _MOST_DAYS:
        return counted(days, "day")
    early, late = sorted((first, second))
    said = counted(months - (late.day < early.day), "month")
    return Message(f"hơn {said.vi}", f"more than {said.en}")


def _unit(months: int, grains: set[Grain]) -> str:
    if months % 12 == 0:
        return "year"
    if Grain.QUARTER in grains and Grain.MONTH not in grains and months % 3 == 0:
        return "quarter"
    return "month"


def _grains(*deadlines: Deadline) -> set[Grain]:
    windows = [d.window for d in deadlines if d.window]
    return {unit.grain for w in windows for unit in (w.start, w.end) if unit}


def counted(count: int, unit: str) -> Message:
    """`hai quý`, `two quarters`; figures above ten."""
    vi = _VI[count] if count < len(_VI) else str(count)
    en = _EN[count] if count < len(_EN) else str(count)
    noun = _NOUNS[unit]
    return Message(f"{vi} {noun.vi}", f"{en} {noun.en}{'s' if count > 1 else ''}")


def _ends_month(day: date) -> bool:
    return (day.fromordinal(day.toordinal() + 1)).day == 1
