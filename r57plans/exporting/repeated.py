"""Deadlines that come back, as the recurrence rules of calendars, where they plainly do.

| wording | rule |
|---|---|
| hằng năm; 2 năm một lần | 31/12, every year; every second year |
| 6 tháng một lần; hằng quý; hằng tháng | the last day of each half-year, quarter, month |
| thứ Sáu hằng tuần | every Friday |
| trước ngày 15/6 và 15/12 hằng năm | 14/6 and 14/12, every year |
| tháng 6 hằng năm; quý I hằng năm | its last day, every year |
| ngày 25 hằng tháng | the 25th of each month; a month that lacks it has no event |
| hằng tuần (no weekday), hằng ngày | none |
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from r57plans.model.deadline import Cycle, Deadline, Grain, Period, Relation, Unit

_MONTHS = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF_YEAR: 6}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST = -1
_ANY_YEAR = 2025  # not a leap year, in which 28 February is the last day
_TRIES = 12  # leap years may be eight years apart, and the rhythm is of a few


@dataclass(frozen=True, slots=True)
class Repeated:
    """The first day of what comes back, and its rule as RFC 5545 writes it."""

    first: date
    rule: str


def repeated(deadline: Deadline, start: date) -> tuple[Repeated, ...]:
    """The rules of a deadline from the day `start` on, or from its own first day if that is later.

    Empty where it does not come back, or not on days that can be told.
    """
    if deadline.every is None:
        return ()
    begin = max(start, deadline.first or start)
    until = f";UNTIL={deadline.last:%Y%m%d}" if deadline.last else ""
    found = _rules(deadline.every, begin)
    return tuple(
        Repeated(first, rule + until)
        for first, rule in found
        if deadline.last is None or first <= deadline.last
    )


def _rules(every: Period, begin: date) -> Iterator[tuple[date, str]]:
    if every.cycle is Cycle.WEEK:
        if every.weekday and every.relation is not Relation.BEFORE:
            yield _weekly(every, begin)
    elif every.points:
        for point in every.points:
            yield from _pointed(every, point, begin)
    elif every.cycle is Cycle.YEAR:
        first = date(begin.year, 12, 31)
        yield first, f"FREQ=YEARLY{_interval(every.count)};BYMONTH=12;BYMONTHDAY=31"
    elif every.cycle in _MONTHS:
        yield _monthly(_MONTHS[every.cycle] * every.count, begin)


def _weekly(every: Period, begin: date) -> tuple[date, str]:
    ahead = (every.weekday - begin.isoweekday()) % 7
    rule = f"FREQ=WEEKLY{_interval(every.count)};BYDAY={_WEEKDAYS[every.weekday - 1]}"
    return begin + timedelta(days=ahead), rule


def _monthly(months: int, begin: date) -> tuple[date, str]:
    """The last day of each span of months; spans are counted from January where a year has all."""
    whole = months if 12 % months == 0 else 1
    month = -(-begin.month // whole) * whole
    return _end(begin.year, month), f"FREQ=MONTHLY{_interval(months)};BYMONTHDAY={_LAST}"


def _pointed(every: Period, point: Unit, begin: date) -> Iterator[tuple[date, str]]:
    before = every.relation is Relation.BEFORE
    if every.cycle is Cycle.MONTH and point.grain is Grain.DAY and not point.number:
        day = point.day - 1 if before else point.day
        yield from _day_of_month(day or _LAST, every.count, begin)
    elif every.cycle is Cycle.YEAR and point.grain is not Grain.YEAR:
        month, day = _last_day(point, before)
        yield from _day_of_year(month, day, every.count, begin)


def _last_day(point: Unit, before: bool) -> tuple[int, int]:
    """The month, and the day in it that is last in time; -1 for the last of the month."""
    if not before and point.grain is Grain.DAY:
        return point.number, point.day
    dated = Unit(point.grain, _ANY_YEAR, point.number, min(point.day, 28) if point.day else 0)
    first, last = dated.first, dated.last
    assert first is not None, "it has a year"
    assert last is not None, "it has a year"
    if not before:
        return last.month, _LAST
    if first.day > 1:
        return first.month, point.day - 1
    return (first - timedelta(days=1)).month, _LAST


def _day_of_month(day: int, count: int, begin: date) -> Iterator[tuple[date, str]]:
    rule = f"FREQ=MONTHLY{_interval(count)};BYMONTHDAY={day}"
    for ahead in range(_TRIES):
        month = begin.month - 1 + ahead
        found = _day(begin.year + month // 12, month % 12 + 1, day)
        if found and found >= begin:
            yield found, rule
            return


def _day_of_year(month: int, day: int, count: int, begin: date) -> Iterator[tuple[date, str]]:
    rule = f"FREQ=YEARLY{_interval(count)};BYMONTH={month};BYMONTHDAY={day}"
    for year in range(begin.year, begin.year + _TRIES):
        found = _day(year, month, day)
        if found and found >= begin:
            yield found, rule
            return


def _day(year: int, month: int, day: int) -> date | None:
    end = _end(year, month)
    if day == _LAST:
        return end
    return date(year, month, day) if day <= end.day else None


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _interval(count: int) -> str:
    return f";INTERVAL={count}" if count > 1 else ""
