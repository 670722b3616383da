"""Feasible: a lead that exists, money, deadlines that can be kept, a load that can be carried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from statistics import median

from r57plans.checks.case import Case, Check, Hit, Settings, of_task
from r57plans.checks.deadlines import deadlines_of
from r57plans.checks.names import body_name, day_words, says_something
from r57plans.findings import Message
from r57plans.language import quarter
from r57plans.model.actor import Actor
from r57plans.model.deadline import Grain
from r57plans.model.task import Task
from r57plans.model.when import When

_WEEKDAYS = (Message("thứ Bảy", "a Saturday"), Message("Chủ nhật", "a Sunday"))


def no_lead(case: Case, settings: Settings) -> Iterator[Hit]:
    """Nobody leads a task."""
    for n, task in case.tasks():
        if not task.leads:
            yield of_task(n, task, "leads")


def lead_gone(case: Case, settings: Settings) -> Iterator[Hit]:
    """A lead does not exist on the document's date."""
    for n, task in case.tasks():
        for k, name in _bodies(task.leads):
            if gone(case, name):
                heir = successor(case, name)
                body = body_name(case, name)
                yield of_task(n, task, "leads", k, body=body, successor=heir)


def lead_ends(case: Case, settings: Settings) -> Iterator[Hit]:
    """A lead exists on the document's date, and ends before the task's deadline."""
    for n, task in case.tasks():
        until = task.deadline.deadline.last
        for k, name in _bodies(task.leads):
            agency = case.registers.agency(name, case.day)
            end = agency.valid_to if agency else None
            if end and (until is None or end < until):
                yield of_task(
                    n,
                    task,
                    *("leads", k),
                    body=body_name(case, name),
                    date=day_words(end),
                    successor=successor(case, name),
                )


def no_funding(case: Case, settings: Settings) -> Iterator[Hit]:
    """Neither the plan nor any task says where the money comes from."""
    clauses = (case.plan.funding, *(task.funding for task in case.plan.tasks))
    if not any(map(says_something, clauses)):
        yield Hit(("funding",))


def heavy_load(case: Case, settings: Settings) -> Iterator[Hit]:
    """One body leads far more tasks that end in one quarter than bodies do in the median."""
    loads = _loads(case)
    usual = median(len(tasks) for tasks in loads.values()) if loads else 0
    for (name, year, q), tasks in loads.items():
        if len(tasks) >= max(settings["least"], settings["times"] * usual):
            place, _ = tasks[0]
            yield Hit(
                ("tasks", place),
                {
                    "body": body_name(case, name),
                    "count": str(len(tasks)),
                    "quarter": Message(quarter(q, year, "vi"), quarter(q, year, "en")),
                    "usual": f"{usual:g}",
                    "tasks": ", ".join(task.id for _, task in tasks),
                },
            )


def passed(case: Case, settings: Settings) -> Iterator[Hit]:
    """A deadline ends before the document is issued."""
    issue = case.plan.document.date.first
    for n, task, when, where in deadlines_of(case.plan):
        last = when.deadline.last
        if last and last < issue:
            yield of_task(n, task, *where, deadline=when.deadline.wording, date=day_words(last))


def on_a_weekend(case: Case, settings: Settings) -> Iterator[Hit]:
    """A deadline names a Saturday or a Sunday."""
    for n, task, when, where in deadlines_of(case.plan):
        day = named_day(when)
        if day and day.weekday() >= 5:
            weekday = _WEEKDAYS[day.weekday() - 5]
            yield of_task(n, task, *where, deadline=when.deadline.wording, weekday=weekday)


def on_a_holiday(case: Case, settings: Settings) -> Iterator[Hit]:
    """A deadline names a public holiday."""
    for n, task, when, where in deadlines_of(case.plan):
        day = named_day(when)
        found = next((h for h in case.holidays if day and h.falls_on(day)), None)
        if found:
            name = Message(found.vi, found.en)
            yield of_task(n, task, *where, deadline=when.deadline.wording, holiday=name)


def too_late_for_others(case: Case, settings: Settings) -> Iterator[Hit]:
    """A task begins from what another yields, and that one ends later."""
    by_id = {task.id: task for task in case.plan.tasks}
    for n, task in case.tasks():
        own = task.deadline.deadline.last
        for k, name in enumerate(task.after):
            needed = by_id.get(name)
            last = needed.deadline.deadline.last if needed else None
            if own and last and last > own and needed:
                wording = needed.deadline.deadline.wording
                yield of_task(n, task, "after", k, other=name, deadline=wording)


def named_day(when: When) -> date | None:
    """The one day that a deadline names; None for a month, a quarter, a rhythm …"""
    window = when.deadline.window
    if window is None:
        return None
    unit = window.end or window.start
    return unit.last if unit.grain is Grain.DAY and unit.year and unit.day else None


def _bodies(actors: tuple[Actor, ...]) -> Iterator[tuple[int, str]]:
    for k, actor in enumerate(actors):
        if isinstance(actor, str):
            yield k, actor


def gone(case: Case, name: str) -> bool:
    """Whether a body ended before the document's date."""
    ended = (agency.valid_to for agency in case.registers.agency_ever(name))
    there = case.registers.agency(name, case.day)
    return there is None and any(end and end < case.day for end in ended)


def successor(case: Case, name: str) -> Message:
    """What took a body's place, by name, as of the date; a dash where the register does not say."""
    heir, seen = _heir(case, name), {name}
    while heir and heir not in seen and gone(case, heir):
        seen.add(heir)
        heir = _heir(case, heir)
    return body_name(case, heir) if heir else Message("—", "—")


def _heir(case: Case, name: str) -> str | None:
    ended = case.registers.agency_ever(name)
    return next((agency.successor for agency in reversed(ended) if agency.successor), None)


def _loads(case: Case) -> dict[tuple[str, int, int], list[tuple[int, Task]]]:
    """The tasks of each lead by the quarter in which they end."""
    loads: dict[tuple[str, int, int], list[tuple[int, Task]]] = defaultdict(list)
    for n, task in case.tasks():
        last = task.deadline.deadline.last
        for _, name in _bodies(task.leads):
            agency = case.registers.agency(name, case.day)
            if last and not (agency and agency.side == "class"):
                loads[name, last.year, (last.month + 2) // 3].append((n, task))
    return dict(loads)


CHECKS: Mapping[str, Check] = {
    "lead-missing": no_lead,
    "lead-gone": lead_gone,
    "lead-ends": lead_ends,
    "funding-missing": no_funding,
    "load": heavy_load,
    "deadline-passed": passed,
    "deadline-weekend": on_a_weekend,
    "deadline-holiday": on_a_holiday,
    "order": too_late_for_others,
}
