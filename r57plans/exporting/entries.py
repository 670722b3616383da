"""The tasks of a plan as finished text in one language, with what their deadlines mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from r57plans.checks.case import Case
from r57plans.findings import Language
from r57plans.language import plain
from r57plans.load import load_catalogue, load_registers
from r57plans.model.deadline import Deadline
from r57plans.model.plan import Plan
from r57plans.model.progress import Standing, standing_of
from r57plans.model.status import Status
from r57plans.model.task import Task
from r57plans.view import Joined, view_of
from r57plans.view.task_records import TaskView


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone: its deadline, and what is there by then."""

    deadline: Deadline
    wording: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One task; `wording` is its deadline as printed, `standing` None without a status file."""

    id: str
    number: str
    group: str
    title: str
    text: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    requested: tuple[str, ...]
    products: tuple[str, ...]
    covers: tuple[str, ...]
    deadline: Deadline
    wording: str
    steps: tuple[Step, ...]
    standing: Standing | None = None
    progress: int | None = None
    done_on: date | None = None


def entries(
    plan: Plan, language: Language, status: Status | None = None, on: date | None = None
) -> tuple[Entry, ...]:
    """Every task in the plan's order; how it stands on the day `on`, where a status is given."""
    catalogue, registers = load_catalogue(plan.catalogue), load_registers()
    seen = {task.id: task for task in view_of(plan, catalogue, registers, language).view.tasks}
    case = Case(plan, catalogue, registers)
    return tuple(
        _entry(task, seen[task.id], case, language, status, on or case.day) for task in plan.tasks
    )


def _entry(
    task: Task,
    seen: TaskView,
    case: Case,
    language: Language,
    status: Status | None,
    on: date,
) -> Entry:
    known = next((each for each in status.tasks if each.id == task.id), None) if status else None
    standing = standing_of(task.deadline.deadline, known, on)[0] if status else None
    return Entry(
        id=task.id,
        number=plain(str(seen.number)),
        group=plain(str(seen.group)),
        title=plain(str(seen.title) or str(seen.text)),
        text=plain(str(seen.text)),
        leads=_lines(seen.leads),
        supports=_lines(seen.supports),
        requested=_lines(seen.requested),
        products=_lines(seen.products),
        covers=task.covers,
        deadline=task.deadline.deadline,
        wording=plain(task.deadline.say(language)),
        steps=tuple(_steps(task, seen, language)),
        standing=standing,
        progress=known.progress if known else None,
        done_on=known.done_on if known else None,
    )


def _steps(task: Task, seen: TaskView, language: Language) -> Iterator[Step]:
    printed = _lines(seen.milestones)
    for number, milestone in enumerate(task.milestones):
        wording = plain(milestone.deadline.say(language))
        said = printed[number] if number < len(printed) else ""
        text = said.removeprefix(wording).lstrip(":; –-")
        yield Step(milestone.deadline.deadline, wording, text)


def _lines(value: object) -> tuple[str, ...]:
    if isinstance(value, Joined):
        return tuple(said for item in value if (said := plain(str(item))))
    return tuple(plain(line) for line in str(value).splitlines() if line)
