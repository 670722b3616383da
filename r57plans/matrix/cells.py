"""What each plan does about each sub-task, and how the deadlines of a sub-task lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from statistics import median_low, quantiles

from r57plans.checks.case import Case
from r57plans.checks.names import actor_name
from r57plans.matrix.records import Cell, Column, Outlier, PlanFile, Row, Spread
from r57plans.model.actor import Actor
from r57plans.model.progress import Reckoned, Standing, reckon
from r57plans.model.task import Task

FEWEST, FENCE, NEAR = 5, 1.5, 92
"""An outlier lies more than FENCE interquartile ranges outside the quartiles and more than NEAR
days from the median; among fewer than FEWEST dates there is none."""

_ORDER = [Standing.OVERDUE, Standing.RUNNING, Standing.NOT_DUE, Standing.UNKNOWN,
          Standing.STANDING, Standing.LATE, Standing.ON_TIME]  # fmt: skip


def cells_of(file: PlanFile, case: Case, on: date) -> Iterator[tuple[str, Cell]]:
    """The plan's cells, by sub-task; of what it neither takes nor leaves out there is none."""
    reckoned = reckon(file.plan, file.status, on) if file.status else ()
    standing = {each.task.id: each for each in reckoned}
    taking = _taking(file.plan.tasks)
    for omission in file.plan.omitted:
        for name in _left_out(omission.id, case):
            if name not in taking:
                yield name, Cell("omitted")
    for name, tasks in taking.items():
        yield name, _cell(name, tasks, case, standing)


def _taking(tasks: Iterable[Task]) -> dict[str, list[Task]]:
    """The tasks that take each sub-task, the one that is its own first."""
    found: dict[str, list[Task]] = {}
    for task in tasks:
        if task.of_catalogue:
            found.setdefault(task.id, []).insert(0, task)
        for name in task.covers:
            if name != task.id:
                found.setdefault(name, []).append(task)
    return found


def _left_out(name: str, case: Case) -> Iterator[str]:
    for sub_task in case.catalogue.sub_tasks.values():
        if name in (sub_task.id, sub_task.paragraph):
            yield sub_task.id


def _cell(name: str, tasks: list[Task], case: Case, standing: Mapping[str, Reckoned]) -> Cell:
    own = tasks[0].id == name
    meant = tasks[:1] if own else tasks
    latest = max(meant, key=lambda task: task.deadline.deadline.sort_key)
    deadline = latest.deadline.deadline
    actors: dict[Actor, None] = dict.fromkeys(lead for task in meant for lead in task.leads)
    known = [standing[task.id].standing for task in meant if task.id in standing]
    return Cell(
        "own" if own else "joined",
        tuple(task.id for task in tasks),
        latest.deadline,
        deadline.first,
        deadline.last,
        tuple(actor_name(case, actor) for actor in actors),
        min(known, key=_ORDER.index, default=None),
    )


def spreads_of(
    plans: Iterable[Row], columns: Iterable[Column], cells: Mapping[tuple[str, str], Cell]
) -> Iterator[Spread]:
    """How the deadlines of each sub-task lie over the plans that take it."""
    names = [row.name for row in plans]
    for column in columns:
        there = {n: cell for n in names if (cell := cells.get((n, column.id))) and cell.there}
        days = {name: cell.last for name, cell in there.items() if cell.last}
        undated = len(there) - len(days)
        if not days:
            yield Spread(column.id, 0, undated)
            continue
        middle = median_low(sorted(days.values()))
        yield Spread(
            column.id,
            len(days),
            undated,
            min(days.values()),
            middle,
            max(days.values()),
            tuple(_outliers(days, middle)),
        )


def _outliers(days: Mapping[str, date], middle: date) -> Iterator[Outlier]:
    if len(days) < FEWEST:
        return
    low, _, high = quantiles([day.toordinal() for day in days.values()], method="inclusive")
    reach = FENCE * (high - low)
    for name, day in days.items():
        away = (day - middle).days
        beyond = not low - reach <= day.toordinal() <= high + reach
        if beyond and abs(away) > NEAR:
            yield Outlier(name, day, away)
