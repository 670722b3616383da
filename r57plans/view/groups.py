"""Groups of tasks: which tasks belong to which group, in which order, nested how deep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from r57plans.findings import Language
from r57plans.language import fill, list_letter, roman
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue, SubTask
from r57plans.model.naming import GAP
from r57plans.model.plan import Group, Plan
from r57plans.model.task import Task
from r57plans.view.names import Namer
from r57plans.view.phrases import phrase
from r57plans.view.printed import Joined, Printed
from r57plans.view.records import Line, Lines, TextView


@dataclass(frozen=True, slots=True)
class Placed:
    """A task and where it stands in the plan's list."""

    index: int
    task: Task


@dataclass(frozen=True, slots=True)
class GroupNode:
    """A group with its tasks; `order` counts its siblings from 1 and is what its mark shows."""

    group: Group
    index: int
    depth: int
    order: int
    tasks: tuple[Placed, ...]

    def mark(self, language: Language) -> str:
        """The typed mark of a group that Word does not number as 1, 2, 3."""
        if self.group.mark:
            return self.group.mark
        letter = list_letter(self.order, language)
        marks = {"roman": f"{roman(self.order)}.", "letter": f"{letter})"}
        return marks.get(self.group.style, "")


def groups_of(plan: Plan, catalogue: Catalogue) -> tuple[Group, ...]:
    """The plan's own groups, or the resolution's."""
    return plan.groups or tuple(
        Group(id=str(g.id), vi=g.title.vi, en=g.title.en) for g in catalogue.groups
    )


def group_id(task: Task) -> str | None:
    """The group that a task names, or that its catalogue id implies."""
    return task.group or (task.id.partition(".")[0] if task.of_catalogue else None)


def group_tree(plan: Plan, catalogue: Catalogue) -> tuple[GroupNode, ...]:
    """Groups that have something to print, parents before children, tasks in the plan's order.

    Tasks whose group the plan does not have come last, under a group of their own.
    """
    groups = groups_of(plan, catalogue)
    tasks = _by_group(plan, {g.id for g in groups})
    nodes: list[GroupNode] = []
    _collect(groups, None, 0, tasks, nodes)
    if rest := tasks.get(None):
        other = Group(id="other", vi=phrase("other_tasks", "vi"), en=phrase("other_tasks", "en"))
        order = 1 + sum(1 for node in nodes if node.depth == 0)
        nodes.append(GroupNode(other, -1, 0, order, tuple(rest)))
    return tuple(nodes)


def _by_group(plan: Plan, known: set[str]) -> dict[str | None, list[Placed]]:
    found: dict[str | None, list[Placed]] = {}
    for index, task in enumerate(plan.tasks):
        name = group_id(task)
        found.setdefault(name if name in known else None, []).append(Placed(index, task))
    return found


def _collect(
    groups: tuple[Group, ...],
    parent: str | None,
    depth: int,
    tasks: dict[str | None, list[Placed]],
    nodes: list[GroupNode],
) -> None:
    order = 0
    for index, group in enumerate(groups):
        if group.parent != parent or not _has_content(group, groups, tasks):
            continue
        order += 1
        nodes.append(GroupNode(group, index, depth, order, tuple(tasks.get(group.id, ()))))
        _collect(groups, group.id, depth + 1, tasks, nodes)


def _has_content(
    group: Group, groups: tuple[Group, ...], tasks: dict[str | None, list[Placed]]
) -> bool:
    if group.prose or tasks.get(group.id):
        return True
    return any(_has_content(g, groups, tasks) for g in groups if g.parent == group.id)


@dataclass(frozen=True, slots=True)
class TaskWriter:
    """Writes tasks and their groups in the document's language."""

    namer: Namer
    catalogue: Catalogue

    def prose(self, node: GroupNode) -> Lines:
        """The paragraphs before a group's tasks."""
        return tuple(
            self._own(text, f"group/{node.group.id}/prose/{n}", "groups", node.index, "prose", n)
            for n, text in enumerate(node.group.prose)
        )

    def group_title(self, node: GroupNode) -> Line:
        """A group's title, with its identity where the plan gave it."""
        text = node.group.text
        if not self.namer.plan.groups:
            return self.namer.fill(text)
        return self._own(text, f"group/{node.group.id}/title", "groups", node.index)

    def parts(self, placed: Placed) -> Lines:
        """The parts of a task, numbered (1), (2)."""
        return tuple(
            Joined((f"({n}) ", said), separator="")
            for n, said in enumerate(self._lines(placed, "parts"), 1)
        )

    def each(self, placed: Placed) -> Lines:
        """What a task is for each village, sector and so on."""
        return self._lines(placed, "each")

    def _lines(self, placed: Placed, key: str) -> Lines:
        texts: tuple[Text, ...] = getattr(placed.task, key)
        return tuple(
            self._own(text, f"task/{placed.task.id}/{key}/{n}", "tasks", placed.index, key, n)
            for n, text in enumerate(texts)
        )

    def text(self, placed: Placed) -> Line:
        """What is done: the plan's wording, or the catalogue's with the unit's words."""
        return self._wording(placed, "text", "title")

    def title(self, placed: Placed) -> Line:
        """The short name: the plan's, or the catalogue's; the text where there is none."""
        return self._wording(placed, "title", "text")

    def _wording(self, placed: Placed, key: str, other: str) -> Line:
        task, path = placed.task, f"task/{placed.task.id}/{key}"
        sub_task = self.catalogue.taken(task)
        given = next((k for k in (key, other) if getattr(task, k)), None)
        if given and (given == key or sub_task is None):
            return self._own(getattr(task, given), path, "tasks", placed.index, given)
        return Printed(self._of_catalogue(sub_task, key, placed) if sub_task else "", path)

    def _of_catalogue(self, sub_task: SubTask, key: str, placed: Placed) -> str:
        """The catalogue's wording with the plan's local figures, each not given a gap."""
        figure, given = self.namer.speaker.figure, placed.task.figures
        where = ("tasks", placed.index, "params")
        figures = {name: figure(text, *where, name) for name, text in given.items()}
        gaps = {p.id: GAP for p in sub_task.parameters}
        return fill(self.namer.fill(getattr(sub_task, key)), gaps | figures)

    def initiatives(self) -> tuple[TextView, ...]:
        """The initiatives, each a line."""
        return tuple(
            TextView(self._own(item.text, f"initiative/{item.id}", "initiatives", n))
            for n, item in enumerate(self.namer.plan.initiatives)
        )

    def _own(self, text: Text, path: str, *where: str | int) -> Printed:
        return self.namer.speaker.text(text, path, *where)


def group_number(node: GroupNode, language: Language) -> str:
    """The number of a group's row: Roman for a top group, its mark or `1.` below."""
    if node.group.mark:
        return node.group.mark
    return roman(node.order) if node.depth == 0 else node.mark(language) or f"{node.order}."


def total_of(node: GroupNode, nodes: tuple[GroupNode, ...]) -> int:
    """How many tasks a group has, those of its sub-groups included."""
    below = (other for other in nodes if other.depth and other.group.parent == node.group.id)
    return len(node.tasks) + sum(total_of(other, nodes) for other in below)


def numbers_of(
    nodes: tuple[GroupNode, ...], numbering: Literal["through", "by-group"]
) -> dict[int, str]:
    """The number of each task in a table, by its index in the plan."""
    numbers: dict[int, str] = {}
    count = 0
    for node in nodes:
        count = count if numbering == "through" else 0
        for placed in node.tasks:
            count += 1
            numbers[placed.index] = str(count)
    return numbers
