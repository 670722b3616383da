"""What a rule is given to look at, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from r57plans.findings import Message
from r57plans.language import fill, spell
from r57plans.model.catalogue import Catalogue, SubTask
from r57plans.model.naming import unit_names
from r57plans.model.pack import Holiday, Verdict
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.model.target import Target
from r57plans.model.task import Task


@dataclass(frozen=True)
class Case:
    """A plan with all that it is judged by."""

    plan: Plan
    catalogue: Catalogue
    registers: Registers
    holidays: tuple[Holiday, ...] = ()

    @cached_property
    def day(self) -> date:
        """The document's day, or the last day of its month: what is dated is looked up for it."""
        return self.plan.document.date.last

    @cached_property
    def is_party(self) -> bool:
        """Whether the document is one of a Party body."""
        issuer = self.registers.issuers.get(self.plan.document.issuer or "tinh-uy")
        return issuer is None or issuer.layout == "party"

    @cached_property
    def is_provincial(self) -> bool:
        """Whether the plan is that of a provincial Party committee, of which March 2025 asked."""
        return self.plan.unit is None and self.plan.document.issuer in (
            None,
            *("tinh-uy", "thanh-uy", "ban-chi-dao"),
        )

    @cached_property
    def sub_tasks(self) -> Mapping[str, SubTask]:
        """The sub-task that each of the plan's tasks takes, by the task's id."""
        taken = ((task.id, self.catalogue.taken(task)) for task in self.plan.tasks)
        return {name: sub_task for name, sub_task in taken if sub_task is not None}

    def tasks(self) -> Iterator[tuple[int, Task]]:
        """The tasks with their places in the plan."""
        return enumerate(self.plan.tasks)

    def targets(self) -> Iterator[tuple[int, Target]]:
        """The targets that have values of their own: not those that only head others."""
        parents = {target.parent for target in self.plan.targets}
        return ((n, t) for n, t in enumerate(self.plan.targets) if t.values or t.id not in parents)

    def words(self, task: Task) -> str:
        """What a task says in Vietnamese: its own wording, or the catalogue's."""
        own = task.text or task.title
        sub_task = self.sub_tasks.get(task.id)
        return own.vi if own else (sub_task.text.vi if sub_task else "")

    @cached_property
    def body_ids(self) -> Mapping[str, str]:
        """The id of each body by its Vietnamese name (`folded_name`), those of the plan first."""
        names = unit_names(self.plan, self.registers, "vi")
        there = sorted(self.registers.agencies, key=lambda agency: agency.valid_on(self.day))
        ids = {folded_name(fill(a.vi, names.at(a.level))): a.id for a in there}
        return ids | {folded_name(body.vi): body.id for body in self.plan.bodies}


def folded_name(name: str) -> str:
    """A name as it is compared with others: capitals and the place of tone marks do not count."""
    return " ".join(spell(name, "new").casefold().split())


Blanks = Mapping[str, str | Message]
FOR_READERS = "names"
"""The blank that says for readers of a report what `ids` says for the plan's file."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: where in the plan, of which task or target, and its message's blanks.

    `verdict` stands for the rule's own where one rule may find graver and lighter things.
    """

    path: tuple[str | int, ...]
    blanks: Blanks = field(default_factory=dict)
    task: str = ""
    target: str = ""
    verdict: Verdict | None = None


Settings = Mapping[str, Any]
Check = Callable[[Case, Settings], Iterable[Hit]]
Applies = Callable[[Case], bool]
Evidence = Callable[[Case], Iterable[Message]]


def of_task(n: int, task: Task, *path: str | int, **blanks: str | Message) -> Hit:
    """A hit at a task of the plan; its id fills the blank `{task}`."""
    return Hit(("tasks", n, *path), {"task": task.id, **blanks}, task=task.id)


def of_target(n: int, target: Target, *path: str | int, **blanks: str | Message) -> Hit:
    """A hit at a target of the plan; its id fills the blank `{target}`."""
    return Hit(("targets", n, *path), {"target": target.id, **blanks}, target=target.id)
