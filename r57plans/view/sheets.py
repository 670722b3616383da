"""Task sheets: for each lead an extract of the tasks that it leads, and of those it supports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from r57plans.model.catalogue import Catalogue
from r57plans.model.task import Task
from r57plans.view.groups import GroupNode, group_number, group_tree
from r57plans.view.names import Namer
from r57plans.view.other_records import SheetView
from r57plans.view.printed import Joined, anchor_of
from r57plans.view.task_records import TaskView


def sheets(
    namer: Namer, catalogue: Catalogue, tasks: tuple[TaskView, ...]
) -> tuple[SheetView, ...]:
    """A sheet for each lead, in the order in which the plan first names them.

    `tasks` are the records of the plan's tasks in printed order. A body has one sheet under
    whichever of its ids tasks name it; a task without a lead is on none.
    """
    nodes = group_tree(namer.plan, catalogue)
    placed = [p.task for node in nodes for p in node.tasks]
    pairs = tuple(zip(placed, _numbered(namer, nodes, tasks), strict=True))
    leads = {namer.identity(actor): actor for task in placed for actor in reversed(task.leads)}
    return tuple(
        SheetView(
            lead=str(namer.actor(leads[key], "")),
            tasks=tuple(
                replace(
                    view,
                    anchor=anchor_of(f"sheet{n}", task.id),
                    partners=_partners(namer, task, view, key),
                )
                for task, view in _of(namer, pairs, key, "leads")
            ),
            supported=tuple(
                replace(view, anchor="")
                for _, view in _of(namer, pairs, key, "supports", "requested")
            ),
        )
        for n, key in enumerate(_first_named(namer, placed), 1)
    )


def _numbered(
    namer: Namer, nodes: tuple[GroupNode, ...], tasks: tuple[TaskView, ...]
) -> Iterator[TaskView]:
    """The tasks with numbers that are theirs alone: `II.3` where each group begins at 1."""
    alone = len({task.number for task in tasks}) == len(tasks)
    groups = (group_number(node, namer.language) for node in nodes for _ in node.tasks)
    for group, task in zip(groups, tasks, strict=True):
        yield task if alone else replace(task, number=f"{group.rstrip('.)')}.{task.number}")


def _first_named(namer: Namer, tasks: Iterable[Task]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(namer.identity(actor) for task in tasks for actor in task.leads))


def _of(
    namer: Namer, pairs: tuple[tuple[Task, TaskView], ...], key: str, *fields: str
) -> Iterator[tuple[Task, TaskView]]:
    """The tasks that name the actor in one of these fields."""
    for task, view in pairs:
        actors = (actor for field in fields for actor in getattr(task, field))
        if any(namer.identity(actor) == key for actor in actors):
            yield task, view


def _partners(namer: Namer, task: Task, view: TaskView, key: str) -> Joined:
    """The lead bodies beside the sheet's own."""
    said = zip(task.leads, view.leads, strict=False)
    return Joined(lead for actor, lead in said if namer.identity(actor) != key)
