"""Days, months, quarters and half-years as official documents write them in both languages."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from r57plans.findings import Language
from r57plans.language.letters import roman
from r57plans.language.spaces import NO_BREAK_SPACE

# Room for a day to be written in by hand; no-break spaces are neither collapsed nor broken.
_BLANK_DAY: dict[Language, str] = {"vi": NO_BREAK_SPACE * 5, "en": NO_BREAK_SPACE * 3}
_LEAP_YEAR = 2024
_HALVES = {1: ("đầu", "first"), 2: ("cuối", "second")}


def date_long(d: date, lang: Language, place: str = "") -> str:
    """The date as under a letterhead: `ngày 09 tháng 3 năm 2025`, `9 March 2025`.

    In Vietnamese a day below 10 and the months 1 and 2 have a zero, the months 3 to 9 have
    none. A place goes before it, with a comma, in the words given.
    """
    day = f"ngày {d.day:02} tháng {_padded_month(d.month)} năm {d.year}"
    return _at(place, day if lang == "vi" else _english_day(d))


def date_blank_day(year: int, month: int, lang: Language, place: str = "") -> str:
    """The long date with the day left to be written in; ValueError where there is no such month.

    The gap is no-break spaces: five after `ngày` in Vietnamese, three before the month in English.
    """
    blank = _BLANK_DAY[lang]
    if lang == "en":
        return _at(place, blank + _english_month(year, month))
    return _at(place, f"ngày{blank}tháng {_padded_month(_checked(month))} năm {year}")


def date_short(d: date, lang: Language) -> str:
    """The date inside a sentence or a table: `15/4/2025`, `15 April 2025`.

    The zero rule is that of `date_long`: `09/01/2026`.
    """
    if lang == "en":
        return _english_day(d)
    return f"{d.day:02}/{_padded_month(d.month)}/{d.year}"


def month(m: int, year: int, lang: Language) -> str:
    """A month of a year: `tháng 6/2025`, `tháng 02/2025`, `June 2025`.

    Raises ValueError where there is no such month.
    """
    if lang == "en":
        return _english_month(year, m)
    return f"tháng {_padded_month(_checked(m))}/{year}"


def quarter(q: int, year: int, lang: Language) -> str:
    """A quarter, 1 to 4, of a year: `quý II/2025`, `Q2 2025`; ValueError for another quarter.

    The Vietnamese starts in lower case: `capital_first` makes the form for a table cell.
    """
    if not 1 <= q <= 4:
        raise ValueError(f"a year has no quarter {q}")
    return f"quý {roman(q)}/{year}" if lang == "vi" else f"Q{q} {year}"


def half_year(h: int, year: int, lang: Language) -> str:
    """A half, 1 or 2, of a year: `6 tháng đầu năm 2025`, `first half of 2025`.

    Raises ValueError for another half.
    """
    if h not in _HALVES:
        raise ValueError(f"a year has no half {h}")
    vietnamese, english = _HALVES[h]
    return f"6 tháng {vietnamese} năm {year}" if lang == "vi" else f"{english} half of {year}"


def _at(place: str, day: str) -> str:
    return f"{place}, {day}" if place else day


def _padded_month(number: int) -> str:
    return f"{number:02}" if number < 3 else str(number)


def _checked(number: int) -> int:
    if not 1 <= number <= 12:
        raise ValueError(f"a year has no month {number}")
    return number


def _english_day(d: date) -> str:
    return format_date(d, "d MMMM y", locale="en_GB")


def _english_month(year: int, number: int) -> str:
    return format_date(date(year, _checked(number), 1), "MMMM y", locale="en_GB")


def yearly_day(words: str) -> date | None:
    """The day that `15/6` names, in a leap year; None where there is no such day."""
    day, slash, number = words.partition("/")
    if not (slash and day.isdecimal() and number.isdecimal()):
        return None
    try:
        return date(_LEAP_YEAR, int(number), int(day))
    except ValueError:
        return None
