"""One unit of the calendar: a day, month, quarter, half-year, year, or some months of a year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from r57plans.findings import Language
from r57plans.language import date_short, half_year, month, quarter
from r57plans.model.deadline.kinds import Grain
from r57plans.model.deadline.words import ENGLISH_NUMBERS

# Any leap year serves to print a unit without its year: it has a 29 February.
_SOME_YEAR = 2000
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LIMITS = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.HALF_YEAR: 2}
_LENGTHS = {Grain.DAY: 1, Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF_YEAR: 6}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar; made by `unit`, which refuses what no calendar has.

    `year` is 0 where the author left it out (`trước 15/6`). `number` is the month, quarter or half;
    for `PART` the count of months, negative when they are the last of the year. A day whose
    `number` is 0 is that day of every month.
    """

    grain: Grain
    year: int
    number: int = 0
    day: int = 0

    @property
    def first(self) -> date | None:
        """The first day; None where the year is not said."""
        return date(self.year, self._months()[0], self.day or 1) if self.year else None

    @property
    def last(self) -> date | None:
        """The last day; None where the year is not said."""
        if not self.year:
            return None
        end = self._months()[1]
        return date(self.year, end, self.day or monthrange(self.year, end)[1])

    @property
    def order(self) -> tuple[int, int, int]:
        """What sorts units of one grain, also those without a year."""
        return self.year, self._months()[0], self.day

    def say(self, lang: Language) -> str:
        """The unit by itself, as in a cell: `2025`, `30/5/2025`, `quý II/2025`, `June 2025`."""
        if self.grain is Grain.YEAR:
            return (
                str(self.year) if self.year else {"vi": "trong năm", "en": "within the year"}[lang]
            )
        if not self.year:
            return self.without_year(lang)
        return self._say(self.year, lang)

    def named(self, lang: Language) -> str:
        """The unit after a preposition: `năm 2025`, `ngày 30/5/2025`, `the first half of 2025`."""
        if self.grain is Grain.YEAR:
            return _named_year(self.year, lang)
        if self.grain is Grain.DAY and lang == "vi":
            return f"ngày {self.say(lang)}"
        definite = self.grain in (Grain.HALF_YEAR, Grain.PART) and lang == "en"
        return f"the {self.say(lang)}" if definite else self.say(lang)

    def without_year(self, lang: Language) -> str:
        """The unit without its year: `15/6`, `quý II`, `June`, `first half of the year`."""
        if self.grain is Grain.DAY and not self.number:
            return str(self.day) if lang == "vi" else f"the {ordinal(self.day)}"
        if self.grain in (Grain.HALF_YEAR, Grain.PART) and lang == "en":
            return self._say(_SOME_YEAR, lang).replace(str(_SOME_YEAR), "the year")
        return self._say(_SOME_YEAR, lang).removesuffix(str(_SOME_YEAR)).rstrip("/ ")

    def _say(self, year: int, lang: Language) -> str:
        match self.grain:
            case Grain.DAY:
                return date_short(date(year, self.number, self.day), lang)
            case Grain.MONTH:
                return month(self.number, year, lang)
            case Grain.QUARTER:
                return quarter(self.number, year, lang)
            case Grain.HALF_YEAR:
                return half_year(self.number, year, lang)
            case _:
                return _part(self.number, year, lang)

    def _months(self) -> tuple[int, int]:
        if self.grain is Grain.PART:
            return (1, self.number) if self.number > 0 else (13 + self.number, 12)
        length = _LENGTHS.get(self.grain, 12)
        end = max(self.number, 1) * length
        return end - length + 1, end


def unit(grain: Grain, year: int, number: int = 0, day: int = 0) -> Unit | None:
    """The unit, or None where there is no such day, month, quarter, half or (1900–2199) year."""
    if year and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if grain is Grain.DAY:
        return Unit(grain, year, number, day) if _is_day(year or _SOME_YEAR, number, day) else None
    if grain is Grain.PART:
        return _part_unit(year, number)
    if grain is not Grain.YEAR and not 1 <= number <= _LIMITS[grain]:
        return None
    return Unit(grain, year, number)


def ordinal(n: int) -> str:
    """An English ordinal in figures: `1st`, `9th`, `22nd`."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{n}{'th' if n % 100 in (11, 12, 13) else endings.get(n % 10, 'th')}"


def _is_day(year: int, number: int, day: int) -> bool:
    if not number:
        return 1 <= day <= 31
    return 1 <= number <= 12 and 1 <= day <= monthrange(year, number)[1]


def _part_unit(year: int, number: int) -> Unit | None:
    # Six months are a half-year, whatever they were called: one meaning, one unit.
    if abs(number) == 6:
        return Unit(Grain.HALF_YEAR, year, 1 if number > 0 else 2)
    return Unit(Grain.PART, year, number) if 1 <= abs(number) <= 11 else None


def _named_year(year: int, lang: Language) -> str:
    if not year:
        return "năm" if lang == "vi" else "the year"
    return f"năm {year}" if lang == "vi" else str(year)


def _part(number: int, year: int, lang: Language) -> str:
    if lang == "vi":
        return f"{abs(number)} tháng {'đầu' if number > 0 else 'cuối'} năm {year}"
    months = "month" if abs(number) == 1 else f"{ENGLISH_NUMBERS[abs(number)]} months"
    return f"{'first' if number > 0 else 'last'} {months} of {year}"
