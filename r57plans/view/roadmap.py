"""The roadmap: quarters and years across, shaded cells for spans, marks for milestones."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from r57plans.language import roman
from r57plans.model.deadline import DeadlineKind
from r57plans.model.plan import Plan
from r57plans.model.when import When
from r57plans.view.cells import TaskCells
from r57plans.view.groups import Placed, TaskWriter, group_number, group_tree
from r57plans.view.phrases import phrase
from r57plans.view.printed import anchor_of
from r57plans.view.records import (
    AnnexView,
    BarCell,
    BarRow,
    ColumnView,
    Line,
    PeriodView,
)
from r57plans.view.widths import TABLE_WIDTH

GREY, LIGHT, MARK = "BFBFBF", "E7E6E6", "●"
YEARS_BY_QUARTER = 2
MOST_YEARS = 6
NUMBER_WIDTH, PERIOD_WIDTH, NAME_LEAST = 660, 560, 4200
ENDLESS = {DeadlineKind.ONGOING, DeadlineKind.RECURRING}
BY_A_DAY = {DeadlineKind.DAY, DeadlineKind.BEFORE}


@dataclass(frozen=True, slots=True)
class Period:
    """A column: a quarter, a year, or (`after`) all that follows."""

    first: date
    last: date
    title: str
    year: str


class _Span(NamedTuple):
    """The days of a task; the last is None where there is none."""

    fill: str
    first: date
    last: date | None

    def over(self, period: Period) -> str:
        """The fill of a cell: "" where the task has no day in the period."""
        touched = self.first <= period.last and (self.last is None or self.last >= period.first)
        return self.fill if touched else ""


def roadmap(
    cells: TaskCells, heading: str, title: Line, attached: str, columns: list[str]
) -> AnnexView:
    """The annex, in the document's language."""
    writer = cells.writer
    periods = periods_of(writer)
    width = min(PERIOD_WIDTH, (TABLE_WIDTH - NUMBER_WIDTH - NAME_LEAST) // len(periods))
    name_width = TABLE_WIDTH - NUMBER_WIDTH - width * len(periods)
    heads = (ColumnView(columns[0], NUMBER_WIDTH, True), ColumnView(columns[1], name_width, False))
    language = writer.namer.language
    quarters = tuple(PeriodView(p.title, 1, width) for p in periods)
    rows = _rows(cells, periods, width)
    keys = ("key_bar", "key_none") if any(_without_bars(row) for row in rows) else ("key_bar",)
    notes = tuple(writer.namer.speaker.finish(phrase(key, language)) for key in keys)
    years = _years(periods, width)
    return AnnexView("roadmap", heading, title, attached, heads, rows, years, quarters, notes)


def _without_bars(row: BarRow) -> bool:
    return bool(row.cells) and not any(cell.fill for cell in row.cells)


def periods_of(writer: TaskWriter) -> tuple[Period, ...]:
    """The columns: quarters of the first years, then years, then what comes after."""
    plan, language = writer.namer.plan, writer.namer.language
    start, end = plan.document.date.year, _last_year(plan)
    periods = []
    for year in range(start, min(end, start + YEARS_BY_QUARTER - 1) + 1):
        periods += [_quarter(writer, year, q) for q in (1, 2, 3, 4)]
    last = min(end, start + MOST_YEARS - 1)
    for year in range(start + YEARS_BY_QUARTER, last + 1):
        title = phrase("year", language, year=year)
        periods.append(Period(date(year, 1, 1), date(year, 12, 31), "", title))
    if end > last:
        title = phrase("after", language, year=last)
        periods.append(Period(date(last + 1, 1, 1), date(end, 12, 31), "", title))
    return tuple(periods)


def _quarter(writer: TaskWriter, year: int, number: int) -> Period:
    language = writer.namer.language
    month = number * 3
    last = date(year, month, calendar.monthrange(year, month)[1])
    title = phrase("quarter", language, roman=roman(number), number=number)
    return Period(date(year, month - 2, 1), last, title, phrase("year", language, year=year))


def _last_year(plan: Plan) -> int:
    lasts = [t.deadline.deadline.last for t in plan.tasks]
    lasts += [m.deadline.deadline.last for t in plan.tasks for m in t.milestones]
    years = [d.year for d in lasts if d]
    return max([plan.document.date.year + 1, *years])


def _years(periods: tuple[Period, ...], width: int) -> tuple[PeriodView, ...]:
    years: list[PeriodView] = []
    for period in periods:
        if years and years[-1].title == period.year:
            before = years.pop()
            years.append(PeriodView(period.year, before.span + 1, before.width + width))
        else:
            years.append(PeriodView(period.year, 1, width))
    return tuple(years)


def _rows(cells: TaskCells, periods: tuple[Period, ...], width: int) -> tuple[BarRow, ...]:
    rows: list[BarRow] = []
    writer = cells.writer
    number = 0
    for node in group_tree(writer.namer.plan, writer.catalogue):
        title = writer.group_title(node)
        rows.append(
            BarRow(
                "",
                "group",
                group_number(node, writer.namer.language),
                title,
                len(periods) + 1,
                "",
                (),
            )
        )
        for placed in node.tasks:
            number += 1
            rows.append(_row(cells, placed, str(number), periods, width))
    return tuple(rows)


def _row(
    cells: TaskCells, placed: Placed, number: str, periods: tuple[Period, ...], width: int
) -> BarRow:
    marks = [m.deadline.deadline.last for m in placed.task.milestones]
    begin = cells.writer.namer.plan.document.date.last
    span = _span(placed.task.deadline, begin)
    bars = tuple(
        _bar(width, span.over(period) if span else "", _mark(marks, period)) for period in periods
    )
    name = placed.task.id
    title = cells.value("title", placed)
    return BarRow(anchor_of("roadmap", name), "item", number, "", 0, title, bars, name)


def _span(when: When, begin: date) -> _Span | None:
    """The days from first to last, grey; light for what has no end; None without any day.

    A deadline that is one day spans from the document's date to that day.
    """
    deadline = when.deadline
    first = deadline.first if deadline.kind not in BY_A_DAY else None
    last = deadline.last
    if deadline.kind in ENDLESS:
        return _Span(LIGHT, first or begin, last)
    if last is None and first is None:
        return None
    return _Span(GREY, first or min(begin, last or begin), last)


@lru_cache(maxsize=1024)  # a row has as many as there are periods, and few differ
def _bar(width: int, fill: str, mark: str) -> BarCell:
    return BarCell(width, fill, mark)


def _mark(days: list[date | None], period: Period) -> str:
    return MARK if any(d and period.first <= d <= period.last for d in days) else ""
