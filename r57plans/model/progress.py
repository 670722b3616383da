"""How each task stands on a day: reckoned from its deadline and what the status file says of it.

Every task is in exactly one class. What is not obvious is decided here, once:

| deadline | state | class |
|---|---|---|
| any | done on or before the last day in time | done on time |
| no end that could have passed | done | done on time |
| any | done after the last day in time | done late, by so many days |
| any | done on a day after the one asked for | as if it were running |
| thường xuyên, hằng năm, hằng quý … with no end behind us | any, also done | standing |
| no end behind us | standing (tiếp tục duy trì) | standing |
| the last day in time is over | not started, running, standing | overdue, by so many days |
| no end behind us | running | running |
| no end behind us | not started | not yet due |
| the first or the last day is still to come | nothing is said | not yet due |
| none, or its days are over | nothing is said | no information |

A task that is done without a day, which loading refuses, counts as done on the day asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from r57plans.model.deadline import Deadline, DeadlineKind
from r57plans.model.plan import Plan
from r57plans.model.status import Status, TaskStatus
from r57plans.model.task import Task

_RETURNING = frozenset({DeadlineKind.ONGOING, DeadlineKind.RECURRING})


class Standing(StrEnum):
    """The classes, in the order in which they are printed."""

    ON_TIME = "on-time"
    LATE = "late"
    RUNNING = "running"
    OVERDUE = "overdue"
    NOT_DUE = "not-due"
    STANDING = "standing"
    UNKNOWN = "unknown"

    @property
    def done(self) -> bool:
        """Whether the task is done."""
        return self in (Standing.ON_TIME, Standing.LATE)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A task and its class on the day; `days` is by how many it is late or overdue, else 0."""

    index: int
    task: Task
    entry: TaskStatus | None
    standing: Standing
    days: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many tasks there are of each class."""

    counts: Mapping[Standing, int]

    @classmethod
    def of(cls, tasks: Iterable[Reckoned]) -> Tally:
        """The tally of these tasks."""
        counts = dict.fromkeys(Standing, 0)
        for task in tasks:
            counts[task.standing] += 1
        return cls(counts)

    def __getitem__(self, standing: Standing) -> int:
        return self.counts[standing]

    @property
    def total(self) -> int:
        """How many tasks there are in all."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """How many are done, on time or late."""
        return self[Standing.ON_TIME] + self[Standing.LATE]


def reckon(plan: Plan, status: Status, on: date) -> tuple[Reckoned, ...]:
    """Every task of the plan with its class on that day, in the plan's order."""
    entries = {entry.id: entry for entry in status.tasks}
    return tuple(
        _reckoned(index, task, entries.get(task.id), on) for index, task in enumerate(plan.tasks)
    )


def _reckoned(index: int, task: Task, entry: TaskStatus | None, on: date) -> Reckoned:
    standing, days = standing_of(task.deadline.deadline, entry, on)
    return Reckoned(index, task, entry, standing, days)


def standing_of(deadline: Deadline, entry: TaskStatus | None, on: date) -> tuple[Standing, int]:
    """The class on that day, and by how many days the task is late or overdue (0 for neither)."""
    state = entry.state if entry else None
    done = _done_by(entry, on)
    over = deadline.last is not None and deadline.last < on
    if deadline.kind in _RETURNING and not over:
        return Standing.STANDING, 0
    if done:
        return _done(deadline.last, done)
    if deadline.last is not None and over and state:
        return Standing.OVERDUE, (on - deadline.last).days
    ahead = deadline.last is not None and not over
    return _open(state, ahead=ahead or (deadline.first is not None and on < deadline.first)), 0


def _done_by(entry: TaskStatus | None, on: date) -> date | None:
    """The day on which the task was done; None while it is not, on the day asked for."""
    if entry is None or entry.state != "done":
        return None
    done = entry.done_on or on
    return done if done <= on else None


def _done(last: date | None, done: date) -> tuple[Standing, int]:
    if last is None or done <= last:
        return Standing.ON_TIME, 0
    return Standing.LATE, (done - last).days


def _open(state: str | None, *, ahead: bool) -> Standing:
    """The class of what is neither done nor overdue; `ahead`: its time is still to come."""
    if state in ("running", "done"):
        return Standing.RUNNING
    if state == "standing":
        return Standing.STANDING
    return Standing.NOT_DUE if state or ahead else Standing.UNKNOWN
