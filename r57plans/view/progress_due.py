"""What is due in the six months after a report: tasks, and milestones of tasks."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from r57plans.model.deadline import Deadline
from r57plans.view.groups import Placed
from r57plans.view.printed import Joined
from r57plans.view.progress import ProgressWriter
from r57plans.view.progress_records import DueView
from r57plans.view.told import Line

_MONTHS = 6
_Found = tuple[date, int, Placed, Line, Line]  # the last day, the order, the task, title, deadline


@dataclass(frozen=True, slots=True)
class DueWriter:
    """Finds and writes what is due."""

    writer: ProgressWriter

    @property
    def until(self) -> date:
        """The last of the days to come."""
        return months_later(self.writer.on, _MONTHS)

    def views(self) -> tuple[DueView, ...]:
        """By the last day in time, then in printed order; what is done is left out."""
        found = sorted(self._found(), key=lambda item: item[:2])
        return tuple(
            DueView(str(n), title, self.writer.cells.value("leads", placed), deadline)
            for n, (_, _, placed, title, deadline) in enumerate(found, 1)
        )

    def _found(self) -> Iterator[_Found]:
        cells = self.writer.cells
        for order, placed in enumerate(self.writer.placed()):
            if self.writer.reckoned[placed.index].standing.done:
                continue
            title = cells.value("title", placed)
            if last := self._due(placed.task.deadline.deadline):
                yield last, order, placed, title, cells.value("deadline", placed)
            for number, step in enumerate(placed.task.milestones):
                if last := self._due(step.deadline.deadline):
                    when, there = cells.milestone(placed, number)
                    yield last, order, placed, Joined((title, there), ": "), when

    def _due(self, deadline: Deadline) -> date | None:
        last = deadline.last
        return last if last and self.writer.on < last <= self.until else None


def months_later(day: date, months: int) -> date:
    """The same day some months later; from the last day of a month the last day of that one."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    end = monthrange(year, month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, end if is_last else min(day.day, end))
