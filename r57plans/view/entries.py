"""The records of tasks and targets: what the body loops over, and any template that lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from r57plans.language import list_letter
from r57plans.view.cells import TARGET_TEXTS, TASK_TEXTS, TargetCells, TaskCells
from r57plans.view.groups import (
    GroupNode,
    Placed,
    group_number,
    group_tree,
    numbers_of,
    total_of,
)
from r57plans.view.particulars import Stationer
from r57plans.view.printed import Joined, anchor_of
from r57plans.view.records import GroupView, TargetView, TaskView, ValueView
from r57plans.view.targets import PlacedTarget, numbered

NOTE = "note"  # printed in drafts only


@dataclass(frozen=True, slots=True)
class TaskEntries:
    """Makes the records of tasks; `numbers` are those of the table, by a task's index."""

    cells: TaskCells
    nodes: tuple[GroupNode, ...]
    numbers: Mapping[int, str]
    draft: bool
    texts: dict[int, Mapping[str, Any]] = field(default_factory=dict)

    def say_body(self) -> None:
        """Writes what the body prints, so that notes on its texts come before all others."""
        for node in self.nodes:
            self.cells.writer.group_title(node)
            self.cells.writer.prose(node)
            for placed in node.tasks:
                self.cells.lines("text", placed)

    def groups(self) -> tuple[GroupView, ...]:
        """Every group with its tasks, whose bookmarks are those of the body."""
        return tuple(self._group(node) for node in self.nodes)

    def tasks(self) -> tuple[TaskView, ...]:
        """Every task in printed order, whose bookmarks are those of the table."""
        return tuple(task for node in self.nodes for task in self._tasks(node, "tasks"))

    def _group(self, node: GroupNode) -> GroupView:
        writer = self.cells.writer
        language = writer.namer.language
        return GroupView(
            depth=min(node.depth, 1),
            mark=node.mark(language),
            title=writer.group_title(node),
            prose=writer.prose(node),
            tasks=self._tasks(node, "body"),
            id=node.group.id,
            number=group_number(node, language),
            total=total_of(node, self.nodes),
        )

    def _tasks(self, node: GroupNode, place: str) -> tuple[TaskView, ...]:
        group = self.cells.writer.group_title(node)
        language = self.cells.writer.namer.language
        return tuple(
            TaskView(
                anchor=anchor_of(place, placed.task.id),
                id=placed.task.id,
                letter=f"{list_letter(n, language)})",
                number=self.numbers[placed.index],
                group=group,
                **self._texts(placed),
            )
            for n, placed in enumerate(node.tasks, 1)
        )

    def _texts(self, placed: Placed) -> Mapping[str, Any]:
        """All texts of a task, which two records print: in the body and in the table."""
        if placed.index not in self.texts:
            value = self.cells.value
            said = {key: value(key, placed) for key in TASK_TEXTS if self.draft or key != NOTE}
            self.texts[placed.index] = {NOTE: "", **said}
        return self.texts[placed.index]


def task_entries(cells: TaskCells, stationer: Stationer) -> TaskEntries:
    """The records of a plan's tasks, numbered as the first table of tasks numbers them."""
    plan = cells.writer.namer.plan
    nodes = group_tree(plan, cells.writer.catalogue)
    numberings = (annex.numbering for annex in plan.annexes if annex.kind == "tasks")
    numbers = numbers_of(nodes, next(numberings, "through"))
    return TaskEntries(cells, nodes, numbers, stationer.is_draft)


@dataclass(frozen=True, slots=True)
class TargetEntries:
    """Makes the records of targets."""

    cells: TargetCells
    draft: bool

    def targets(self) -> tuple[TargetView, ...]:
        """Every target in printed order, sub-targets after theirs."""
        return tuple(self._target(p, number) for p, number in numbered(self.cells.writer.ordered()))

    def _target(self, placed: PlacedTarget, number: str) -> TargetView:
        horizons = tuple(self._value(placed, year) for year in self.cells.writer.horizons())
        texts: dict[str, Any] = {
            key: self.cells.value(key, placed) for key in TARGET_TEXTS if self.draft or key != NOTE
        }
        return TargetView(
            anchor=anchor_of("targets", placed.target.id),
            id=placed.target.id,
            number=number,
            depth=placed.depth,
            values=Joined(
                (Joined((v.title, v.measured), ": ") for v in horizons if v.measured), "\n"
            ),
            horizons=horizons,
            **{NOTE: "", **texts},
        )

    def _value(self, placed: PlacedTarget, year: int | None) -> ValueView:
        writer = self.cells.writer
        text, measured = (writer.values(placed, year, with_unit=u) for u in (False, True))
        return ValueView(writer.horizon_title(year), text, measured)
