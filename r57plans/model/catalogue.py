"""A resolution as data: groups, paragraphs, sub-tasks, targets, duties, directives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from pydantic import Field

from r57plans.model.actor import Actors
from r57plans.model.base import (
    DateOfDocument,
    Frozen,
    Many,
    Name,
    ParagraphId,
    Source,
    SubTaskId,
    Text,
    Words,
)
from r57plans.model.target import Value
from r57plans.model.task import Product
from r57plans.model.when import NO_DEADLINE, WhenField

Basis = Literal["verified", "secondary", "unverified"]
LevelOfWork = Literal["province", "shared", "centre"]


class Sentence(Frozen):
    """A sentence of the source and its fingerprint (`model.fingerprint`).

    A frame only introduces what follows ("Focus on the following …"): no sub-task need cover it.
    """

    id: Words
    fingerprint: Words | None = None
    frame: bool = False


class SubTask(Frozen):
    """One duty of the resolution as a task that a province can take."""

    id: SubTaskId
    title: Text
    text: Text
    level: LevelOfWork
    leads: Actors = ()
    supports: Actors = ()
    requested: Actors = ()
    products: Many[Product] = ()
    horizon: WhenField = NO_DEADLINE
    horizon_reason: Text | None = None
    recurring: bool = False
    funding: Text | None = None
    indicators: Many[Name] = ()
    bottleneck: Many[Name] = ()
    subjects: Many[Name] = ()
    core: Many[Name] = ()
    security: bool = False
    choices: Many[Text] = ()
    recommended: bool = False
    reason: Text | None = None
    source: Source
    basis: Basis
    defect: Text | None = None

    @property
    def paragraph(self) -> str:
        """The paragraph's id: `3.5` of `3.5.2`."""
        return self.id.rpartition(".")[0]


class Paragraph(Frozen):
    """One paragraph of Part III and the sub-tasks that cover it."""

    id: ParagraphId
    title: Text
    sentences: Many[Sentence] = ()
    sub_tasks: Many[SubTask]


class TaskGroup(Frozen):
    """One of the resolution's groups of tasks and solutions."""

    id: int = Field(ge=1)
    title: Text
    short: Text
    basis: Basis
    source: Source
    defect: Text | None = None
    paragraphs: Many[Paragraph]


class CatalogueTarget(Frozen):
    """A target of the resolution; `local` and `local_unit` are how a province words its own.

    The nation's share of GDP is a province's share of GRDP.
    """

    id: Name
    name: Text
    unit: Text | None = None
    values: Many[Value]
    baseline: Value | None = None
    provincial: Literal["yes", "share", "no"]
    local: Text | None = None
    local_unit: Text | None = None
    monitor: Actors = ()
    source: Source
    basis: Basis
    defect: Text | None = None


class CatalogueDuty(Frozen):
    """What a body does in carrying the plan out: the provincial mirror of Part IV."""

    id: Name
    bodies: Actors
    text: Text
    source: Source
    basis: Basis


class Directive(Frozen):
    """An assignment of the central steering committee and the sub-tasks that it constrains."""

    id: Name
    body: Text
    text: Text
    deadline: WhenField = NO_DEADLINE
    for_province: Literal["requirement", "province", "shared", "mirror", "follow", "align"]
    sub_tasks: Many[SubTaskId] = ()
    source: Source
    basis: Basis


class KnownDocument(Frozen):
    """A central document that plans cite: number, date, issuer, title in both languages.

    Without a title its type says all (`Quy chế làm việc`); without an issuer its type alone does.
    """

    id: Name
    number: Words | None = None
    date: DateOfDocument | None = None
    type: Text
    issuer: Text | None = None
    title: Text | None = None
    basis: Basis
    source: Words


class Catalogue(Frozen):
    """All of one resolution, in the order of the resolution."""

    id: Name
    version: Words
    document: Name
    documents: Many[KnownDocument]
    groups: Many[TaskGroup]
    targets: Many[CatalogueTarget] = ()
    duties: Many[CatalogueDuty] = ()
    directives: Many[Directive] = ()

    @property
    def name(self) -> str:
        """As plan files name it: `nq57@2025.03`."""
        return f"{self.id}@{self.version}"

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs, group by group."""
        return (p for group in self.groups for p in group.paragraphs)

    @cached_property
    def sub_tasks(self) -> dict[str, SubTask]:
        """Sub-tasks by id, in the resolution's order."""
        return {s.id: s for p in self.paragraphs() for s in p.sub_tasks}

    @cached_property
    def target_by_id(self) -> dict[str, CatalogueTarget]:
        """Targets by id."""
        return {t.id: t for t in self.targets}

    @cached_property
    def document_by_id(self) -> dict[str, KnownDocument]:
        """Citable documents by id."""
        return {d.id: d for d in self.documents}

    @cached_property
    def directive_by_id(self) -> dict[str, Directive]:
        """Directives by id."""
        return {d.id: d for d in self.directives}
