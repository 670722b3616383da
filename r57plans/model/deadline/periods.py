"""The rhythm of what comes back: every year, every six months, each Friday, 15/6 and 15/12."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.findings import Language
from r57plans.language import join_list
from r57plans.model.deadline.kinds import Cycle, Grain, Relation
from r57plans.model.deadline.units import Unit
from r57plans.model.deadline.words import ENGLISH_NUMBERS, weekday

_NOUNS: dict[Cycle, dict[Language, str]] = {
    Cycle.YEAR: {"vi": "năm", "en": "year"},
    Cycle.QUARTER: {"vi": "quý", "en": "quarter"},
    Cycle.MONTH: {"vi": "tháng", "en": "month"},
    Cycle.WEEK: {"vi": "tuần", "en": "week"},
    Cycle.DAY: {"vi": "ngày", "en": "day"},
}
_MONTHS_IN = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF_YEAR: 6, Cycle.YEAR: 12}
_BY_MONTHS = {months: cycle for cycle, months in _MONTHS_IN.items()}
_BEFORE_WORDS: dict[Relation, dict[Language, str]] = {
    Relation.BY: {"vi": "chậm nhất ", "en": "by "},
    Relation.BEFORE: {"vi": "trước ", "en": "before "},
}


@dataclass(frozen=True, slots=True)
class Period:
    """How often something comes back, and on what days; made by `period`.

    `points` are the days, months or quarters (units without a year) of each round: 15/6 and
    15/12 of each year; a day of number 0 is that day of each month. `weekday` is Monday 1 to
    Sunday 7, 0 for none. `relation` is `IN`, `BY` or `BEFORE` those days.
    `also` holds the further rhythms of `hằng quý, 6 tháng và hằng năm`.
    """

    cycle: Cycle
    count: int = 1
    points: tuple[Unit, ...] = ()
    weekday: int = 0
    relation: Relation = Relation.IN
    also: tuple[Cycle, ...] = ()

    def say(self, lang: Language) -> str:
        """The rhythm in words: `hằng quý`, `trước ngày 15/6 và 15/12 hằng năm`, `every Friday`."""
        lead = _BEFORE_WORDS.get(self.relation, {}).get(lang, "")
        if self.weekday:
            name = weekday(self.weekday, lang)
            return f"{lead}{name} {self._often(lang)}" if lang == "vi" else f"{lead}every {name}"
        if self.points:
            return f"{lead or self._lead(lang)}{self._when(lang)} {self._often(lang)}"
        further = [Period(cycle)._often(lang) for cycle in self.also]
        return join_list([self._often(lang), *further], lang)

    def _often(self, lang: Language) -> str:
        if self.cycle is Cycle.HALF_YEAR:
            return "6 tháng một lần" if lang == "vi" else "every six months"
        noun = _NOUNS[self.cycle][lang]
        if lang == "vi":
            return f"hằng {noun}" if self.count == 1 else f"{self.count} {noun} một lần"
        if self.count == 1:
            return f"of every {noun}" if self._is_monthly_day else f"every {noun}"
        return f"every {_in_words(self.count)} {noun}s"

    def _when(self, lang: Language) -> str:
        words = join_list([point.without_year(lang) for point in self.points], lang)
        is_day = self.points[0].grain is Grain.DAY
        return f"ngày {words}" if is_day and lang == "vi" else words

    def _lead(self, lang: Language) -> str:
        if lang == "vi":
            return ""
        return "on " if self.points[0].grain is Grain.DAY else "in "

    @property
    def _is_monthly_day(self) -> bool:
        return bool(self.points) and self.cycle is Cycle.MONTH


def period(cycle: Cycle, count: int = 1) -> Period | None:
    """The plain rhythm in its simplest words: three months are a quarter; None for no count."""
    if count < 1:
        return None
    months = _MONTHS_IN.get(cycle, 0) * count
    if months in _BY_MONTHS:
        return Period(_BY_MONTHS[months])
    if months and cycle is not Cycle.YEAR:
        return Period(Cycle.YEAR, months // 12) if months % 12 == 0 else Period(Cycle.MONTH, months)
    return Period(cycle, count)


def _in_words(count: int) -> str:
    return ENGLISH_NUMBERS[count] if count < len(ENGLISH_NUMBERS) else str(count)
