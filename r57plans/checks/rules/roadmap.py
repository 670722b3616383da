"""The roadmap: a deadline with an end or a period, milestones on a long way, years of goals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from r57plans.checks.case import Case, Check, Hit, Settings, of_target, of_task
from r57plans.checks.deadlines import deadlines_of
from r57plans.model.deadline import Deadline, DeadlineKind
from r57plans.model.task import Task

_PERIODIC = re.compile(
    r"\b(?:hằng|hàng|mỗi|định kỳ)\s+(?:\d+ |sáu )?(?:năm|quý|tháng|tuần)\b"
    r"|/\s*(?:năm|quý|tháng|tuần)\b|\b(?:năm|quý|tháng|tuần)\s+(?:một|1) lần"
    r"|\bbáo cáo (?:năm|quý|tháng|6 tháng)\b(?!\s*\d)",
    re.IGNORECASE,
)


_POINTS = (DeadlineKind.DAY, DeadlineKind.MONTH, DeadlineKind.QUARTER)


def no_deadline(case: Case, settings: Settings) -> Iterator[Hit]:
    """A task says no deadline."""
    for n, task in case.tasks():
        if task.deadline.deadline.kind is DeadlineKind.NONE:
            yield of_task(n, task, "deadline")


def not_understood(case: Case, settings: Settings) -> Iterator[Hit]:
    """The deadline of a task or of a milestone has words that say no time."""
    for n, task, when, where in deadlines_of(case.plan):
        if when.deadline.kind is DeadlineKind.UNKNOWN:
            yield of_task(n, task, *where, deadline=when.deadline.wording)


def bare_ongoing(case: Case, settings: Settings) -> Iterator[Hit]:
    """A task goes on and on, without a product each year and without a milestone."""
    for n, task in case.tasks():
        deadline = task.deadline.deadline
        goes_on = deadline.kind is DeadlineKind.ONGOING and deadline.last is None
        if goes_on and not task.milestones and not yields_each_period(task):
            yield of_task(n, task, "deadline", deadline=deadline.wording)


def recurring_without_product(case: Case, settings: Settings) -> Iterator[Hit]:
    """A task comes back each period and yields nothing in it."""
    for n, task in case.tasks():
        recurs = task.deadline.deadline.kind is DeadlineKind.RECURRING
        if recurs and not task.products and not task.milestones:
            yield of_task(n, task, "deadline", deadline=task.deadline.deadline.wording)


def open_end(case: Case, settings: Settings) -> Iterator[Hit]:
    """A deadline says from when, and not until when, and no milestone stands on the way."""
    for n, task in case.tasks():
        deadline = task.deadline.deadline
        endless = deadline.kind in (DeadlineKind.FROM_ON, DeadlineKind.EVENT)
        if endless and deadline.last is None and not task.milestones:
            yield of_task(n, task, "deadline", deadline=deadline.wording)


def long_way(case: Case, settings: Settings) -> Iterator[Hit]:
    """A task runs for longer than so many months, and no milestone stands on the way."""
    longest = timedelta(days=round(float(settings["months"]) * 30.44) + 1)
    for n, task in case.tasks():
        begin, end = _span(case, task.deadline.deadline)
        stepped = task.milestones or yields_each_period(task)
        if end and end - begin > longest and not stepped:
            yield of_task(n, task, "milestones", deadline=task.deadline.deadline.wording)


def target_without_year(case: Case, settings: Settings) -> Iterator[Hit]:
    """A target's values name no year."""
    for n, target in case.targets():
        if target.values and not any(value.year for value in target.values):
            yield of_target(n, target, "values")


def target_without_monitor(case: Case, settings: Settings) -> Iterator[Hit]:
    """Nobody watches a target: neither the plan nor the catalogue says who."""
    for n, target in case.targets():
        known = case.catalogue.target_by_id.get(target.id)
        if not target.monitor and not (known and known.monitor):
            yield of_target(n, target)


def target_without_step(case: Case, settings: Settings) -> Iterator[Hit]:
    """A target has one far year, and neither an interim value nor a yearly rate on the way."""
    for n, target in case.targets():
        years = {value.year for value in target.values if value.year}
        rated = any(value.per or value.from_ for value in target.values)
        far = bool(years) and min(years) - case.day.year > int(settings["years"])
        if far and len(years) == 1 and not rated:
            yield of_target(n, target, "values", year=str(min(years)))


def yields_each_period(task: Task) -> bool:
    """Whether the deadline or a product says that the task's product comes each period."""
    said = [task.deadline.deadline.wording] if task.products else []
    for product in task.products:
        said += [product.vi or "", product.quantity.vi if product.quantity else ""]
    return any(_PERIODIC.search(words) for words in said)


def _span(case: Case, deadline: Deadline) -> tuple[date, date | None]:
    """From when a task runs, not before the document's day, and until when at the soonest.

    A day, month or quarter says only when a task is to be done: it runs from the document's day.
    """
    first = deadline.first
    if deadline.kind in _POINTS:
        return case.day, first
    return max(first, case.day) if first else case.day, deadline.last


CHECKS: Mapping[str, Check] = {
    "deadline-missing": no_deadline,
    "deadline-unknown": not_understood,
    "deadline-ongoing": bare_ongoing,
    "deadline-recurring": recurring_without_product,
    "deadline-open": open_end,
    "milestones-missing": long_way,
    "target-year": target_without_year,
    "target-monitor": target_without_monitor,
    "target-step": target_without_step,
}
