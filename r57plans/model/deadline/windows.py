"""A window of time around units of the calendar, and what it says in each language."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from r57plans.findings import Language
from r57plans.model.deadline.kinds import DeadlineKind, Grain, Relation
from r57plans.model.deadline.units import Unit

_WORDS: dict[Relation, dict[Language, str]] = {
    Relation.BY: {"vi": "đến {}", "en": "by {}"},
    Relation.BY_END: {"vi": "đến hết {}", "en": "by the end of {}"},
    Relation.START: {"vi": "đầu {}", "en": "beginning of {}"},
    Relation.MIDDLE: {"vi": "giữa {}", "en": "middle of {}"},
    Relation.END: {"vi": "cuối {}", "en": "end of {}"},
    Relation.BEFORE: {"vi": "trước {}", "en": "before {}"},
    Relation.FROM: {"vi": "từ {} trở đi", "en": "from {} onwards"},
    Relation.AND_AFTER: {"vi": "{} và những năm tiếp theo", "en": "{} and the following years"},
    Relation.AFTER: {"vi": "sau {}", "en": "after {}"},
}
# What goes on lasts until a day; by a day only something done once is finished.
_GOING_ON: dict[Relation, dict[Language, str]] = {
    Relation.BY: {"vi": "đến {}", "en": "until {}"},
    Relation.BY_END: {"vi": "đến hết {}", "en": "until the end of {}"},
    Relation.AND_AFTER: _WORDS[Relation.FROM],
}
_SPANS: dict[bool, dict[Language, str]] = {
    False: {"vi": "từ {} đến {}", "en": "from {} to {}"},
    True: {"vi": "từ {} đến hết {}", "en": "from {} to the end of {}"},
}
_KINDS: dict[Relation, DeadlineKind] = {
    Relation.BETWEEN: DeadlineKind.RANGE,
    Relation.BEFORE: DeadlineKind.BEFORE,
    Relation.FROM: DeadlineKind.FROM_ON,
    Relation.AND_AFTER: DeadlineKind.FROM_ON,
    Relation.AFTER: DeadlineKind.FROM_ON,
}
_OPEN_START = {Relation.BY, Relation.BY_END, Relation.MIDDLE, Relation.END, Relation.BEFORE}
_OPEN_END = {Relation.FROM, Relation.AND_AFTER, Relation.AFTER}
# Relations that differ in words only.
_SAME = {
    Relation.BY_END: Relation.BY,
    Relation.END: Relation.BY,
    Relation.AND_AFTER: Relation.FROM,
}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """One unit of the calendar, or two with all between them, and the relation to it.

    `end` is given only for a range: with `BETWEEN`, or with `AND_AFTER` (2025 - 2026 and after).
    """

    relation: Relation
    start: Unit
    end: Unit | None = None

    @property
    def kind(self) -> DeadlineKind:
        """The kind of deadline that the window by itself is."""
        if self.start.grain is Grain.PART:
            return _KINDS.get(self.relation, DeadlineKind.RANGE)
        return _KINDS.get(self.relation) or DeadlineKind(self.start.grain.value)

    @property
    def first(self) -> date | None:
        """The first day; None where the start is open (`đến …`, `trước …`) or has no year."""
        if self.relation is Relation.AFTER:
            return self.start.last + _ONE_DAY if self.start.last else None
        if self.relation in _OPEN_START and not self._is_by_a_day:
            return None
        return self.start.first

    @property
    def last(self) -> date | None:
        """The last day that is still in time; None where there is no end or no year."""
        if self.relation in _OPEN_END or self.start.first is None:
            return None
        match self.relation:
            case Relation.BEFORE:
                return self.start.first - _ONE_DAY
            case Relation.START:
                return _opening(self.start, self.start.first)
            case Relation.MIDDLE:
                return _middle(self.start, self.start.first)
            case _:
                return (self.end or self.start).last

    @property
    def begin(self) -> date | None:
        """The first day of what goes on in the window; None also for `đến ngày 30/6/2025`."""
        return None if self.relation in _OPEN_START else self.first

    @property
    def meaning(self) -> tuple[object, ...]:
        """Equal for windows that mean the same: the days, or the units where no year is said."""
        if self.first or self.last:
            return self.first, self.last
        relation = Relation.BY if self._is_by_a_day else self.relation
        return _SAME.get(relation, relation), self.start, self.end

    def say(self, lang: Language) -> str:
        """The window as a deadline by itself: `2025 - 2030`, `by Q2 2025`."""
        if self.relation is Relation.AND_AFTER:
            return _WORDS[self.relation][lang].format(_range(self.start, self.end, lang))
        if self.relation in _WORDS:
            return _WORDS[self.relation][lang].format(self.start.named(lang))
        return _range(self.start, self.end, lang)

    def phrase(self, lang: Language) -> str:
        """The window of what goes on: `từ năm 2025 đến năm 2030`, `in Q2 2025`, `until 2030`."""
        start = self.start.named(lang)
        if self.relation is Relation.BETWEEN and self.end:
            return _span(self.start, self.end, lang)
        if self.relation is not Relation.IN:
            return _GOING_ON.get(self.relation, _WORDS[self.relation])[lang].format(start)
        if lang == "vi":
            return f"trong {start}"
        return f"{'on' if self.start.grain is Grain.DAY else 'in'} {start}"

    @property
    def _is_by_a_day(self) -> bool:
        day = self.start.grain is Grain.DAY
        return day and self.relation in (Relation.IN, Relation.BY, Relation.BY_END)


def _range(start: Unit, end: Unit | None, lang: Language) -> str:
    if end is None:
        return start.say(lang)
    if start.grain is not end.grain:
        return _span(start, end, lang)
    if end.grain is Grain.YEAR:
        return f"{start.year} - {end.year}" if lang == "vi" else f"{start.year}–{end.year}"
    short = start.year == end.year and start.grain is not Grain.HALF_YEAR
    left = start.without_year(lang) if short else start.say(lang)
    return f"{left} {'-' if lang == 'vi' else '–'} {end.say(lang)}"


def _span(start: Unit, end: Unit, lang: Language) -> str:
    # From April to 2025 would puzzle: units of two sizes need the end of the larger said.
    whole = start.grain is not end.grain and end.grain is not Grain.DAY
    words = _SPANS[whole]
    return words[lang].format(start.named(lang), end.named(lang))


def _opening(unit: Unit, first: date) -> date | None:
    if unit.grain is Grain.MONTH:
        return first.replace(day=10)
    months = 2 if unit.grain is Grain.YEAR else 0
    month = first.month + months
    return date(first.year, month, monthrange(first.year, month)[1])


def _middle(unit: Unit, first: date) -> date | None:
    if unit.grain is Grain.YEAR:
        return date(first.year, 6, 30)
    return first.replace(month=first.month + (unit.grain is Grain.QUARTER), day=15)
