"""Targets in a progress report: what was planned for the year, against what was reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from r57plans.language import date_short
from r57plans.language import month as month_words
from r57plans.model.base import DocumentDate
from r57plans.model.status import Actual, Status
from r57plans.model.target import Measure, Target, Value
from r57plans.view.printed import Joined
from r57plans.view.progress_records import TargetProgressView
from r57plans.view.progress_words import WORDS
from r57plans.view.speech import Speaker, Where
from r57plans.view.targets import PlacedTarget, TargetWriter, measured, numbered
from r57plans.view.told import Line


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """Writes the targets of a report; `speaker` says the status file's texts."""

    writer: TargetWriter
    status: Status
    on: date
    speaker: Speaker

    def views(self) -> tuple[TargetProgressView, ...]:
        """Every target in printed order, sub-targets after theirs."""
        return tuple(self._view(p, number) for p, number in numbered(self.writer.ordered()))

    def _view(self, placed: PlacedTarget, number: str) -> TargetProgressView:
        found = self._latest(placed.target)
        year = horizon(placed.target, self.on.year)
        return TargetProgressView(
            number=number,
            depth=placed.depth,
            name=self.writer.name(placed),
            baseline=self.writer.baseline(placed),
            planned=self._planned(placed, year),
            actual=self._actual(placed, *found) if found else "",
            source=self._source(*found) if found else "",
            assessment=self._assessment(placed.target, year, found[0]) if found else "",
        )

    def _planned(self, placed: PlacedTarget, year: int | None) -> Line:
        values = self.writer.values(placed, year, with_unit=True)
        if not values or year is None:
            return values
        return Joined((self._word("planned", year=year), values), separator=" ")

    def _latest(self, target: Target) -> tuple[Actual, Where] | None:
        """The newest value that is no later than the report, and where it stands in the file."""
        found: list[tuple[tuple[int, int, int], Actual, Where]] = []
        for n, entry in enumerate(self.status.targets):
            if entry.id == target.id:
                found += [
                    (_order(value), value, ("targets", n, "actual", k))
                    for k, value in enumerate(entry.actual)
                    if self._is_past(value)
                ]
        if not found:
            return None
        _, value, where = max(found, key=lambda item: item[0])
        return value, where

    def _is_past(self, value: Actual) -> bool:
        if value.date is None:
            return value.year is None or value.year <= self.on.year
        return (value.date.year, value.date.month) <= (self.on.year, self.on.month)

    def _actual(self, placed: PlacedTarget, value: Actual, where: Where) -> str:
        said = self.speaker.figure(value.value, *where, "value")
        unit = self.speaker.figure(value.unit, *where, "unit") or self.writer.unit(placed)
        if unit and any(c.isdigit() for c in said):
            said = measured(said, unit)
        if value.scope:
            said = f"{said} ({self.speaker.text(value.scope, '', *where, 'scope')})"
        if value.date:
            return self._word("by_day", value=said, day=self._day(value.date))
        return self._word("in_year", value=said, year=value.year) if value.year else said

    def _day(self, day: DocumentDate) -> str:
        language = self.speaker.language
        return (
            date_short(day.last, language)
            if day.day
            else month_words(day.month, day.year, language)
        )

    def _source(self, value: Actual, where: Where) -> str:
        return str(self.speaker.text(value.source, "", *where, "source"))

    def _assessment(self, target: Target, year: int | None, actual: Actual) -> str:
        planned = [value for value in target.values if value.year == year]
        if len(planned) != 1 or not _comparable(planned[0], actual):
            return ""
        wanted, reached = planned[0].measure, _measure(actual)
        if _meets(wanted, reached):
            return self._word("reached")
        over = year is not None and date(year, 12, 31) <= self.on
        return self._word("missed" if over else "under_way")

    def _word(self, key: str, **words: object) -> str:
        return self.speaker.finish(WORDS[key].say(self.speaker.language).format(**words))


def horizon(target: Target, year: int) -> int | None:
    """The first horizon of a target that is not before a year; else its last; None for none."""
    years = sorted(value.year for value in target.values if value.year is not None)
    return next((y for y in years if y >= year), years[-1] if years else None)


def _order(value: Actual) -> tuple[int, int, int]:
    if value.date:
        return value.date.year, value.date.month, value.date.last.day
    return (value.year or 0, 0, 0)


def _measure(actual: Actual) -> Measure:
    return Value(value=actual.value).measure


def _comparable(planned: Value, actual: Actual) -> bool:
    """Whether both are single figures of one thing: the same unit and population, no rate."""
    same = actual.unit is None or actual.unit == planned.unit
    plain = planned.per is None and planned.scope == actual.scope
    return same and plain and _measure(actual).comparator == "=" and planned.measure.low is not None


def _meets(wanted: Measure, reached: Measure) -> bool:
    value, low, high = reached.low or 0.0, wanted.low or 0.0, wanted.high or 0.0
    match wanted.comparator:
        case "≥" | "=":
            return value >= low
        case "≤":
            return value <= low
        case ">":
            return value > low
        case "<":
            return value < low
        case _:
            return low <= value <= high
