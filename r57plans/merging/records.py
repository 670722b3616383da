"""What a merge says of itself: whence each thing came, what was done, what is left to decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from r57plans.findings import Message, Report
from r57plans.model.plan import Plan

Outcome = Literal["joined", "kept", "dropped"]
Part = Literal[
    "tasks", "targets", "groups", "bodies", "initiatives", "committee", "document", "sections",
    "implementation", "reporting", "omitted", "annexes", "waive", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose a thing was: the province's id, its name, and the thing's id in that plan."""

    province: str
    name: Message
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one thing: of a task, a target, a group, a part of the plan.

    `id` is its id in the merged plan, "" where it is not in it. `notes` say what was changed about
    it, and what one of the plans had otherwise.
    """

    part: Part
    id: str
    title: Message
    origins: tuple[Origin, ...]
    outcome: Outcome
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class SideValue:
    """What one province's plan has."""

    province: str
    name: Message
    said: Message


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that the plans have otherwise and that the office decides.

    `choices` are what a decision may take besides a province's id; `proposed` is the one among all
    that is suggested. `taken` is what stands in the merged plan, `stands` how it reads there, and
    `decided` whether a decision said so.
    """

    id: str
    subject: Message
    field: Message
    sides: tuple[SideValue, ...]
    choices: tuple[str, ...]
    proposed: str
    taken: str
    stands: Message
    decided: bool
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class ParentPlan:
    """One of the plans that were merged: its province, file, number, day, and what it had."""

    province: str
    name: Message
    file: str
    document: Message
    tasks: int
    targets: int


@dataclass(frozen=True, slots=True)
class MergeReport:
    """All that was done; `findings` are what to look at, `missing` provinces without a plan."""

    province: str
    name: Message
    on: date
    parents: tuple[ParentPlan, ...]
    missing: tuple[Message, ...]
    entries: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...]
    findings: Report

    def of(self, part: Part) -> tuple[Entry, ...]:
        """The entries of one part of the plan, in its order."""
        return tuple(entry for entry in self.entries if entry.part == part)

    @property
    def open(self) -> tuple[Conflict, ...]:
        """The conflicts that nobody has decided yet."""
        return tuple(conflict for conflict in self.conflicts if not conflict.decided)

    def counted(self, part: Part) -> dict[str, int]:
        """How many came in, into how many that were joined, and how many were kept alone."""
        entries = self.of(part)
        return {
            "in": sum(len(entry.origins) for entry in entries),
            "joined": _outcomes(entries, "joined"),
            "kept": _outcomes(entries, "kept"),
            "dropped": _outcomes(entries, "dropped"),
            "out": sum(1 for entry in entries if entry.id),
        }


def _outcomes(entries: Iterable[Entry], outcome: Outcome) -> int:
    return sum(1 for entry in entries if entry.outcome == outcome)


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged plan as a file's text and as it loads, and what was done.

    `decisions` is the text of a file of decisions: a template of what is open, with what is decided
    already filled in.
    """

    text: str
    plan: Plan
    report: MergeReport
    decisions: str
