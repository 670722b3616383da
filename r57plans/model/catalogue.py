"""A resolution as data: groups, paragraphs, sub-tasks, targets, duties, directives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field, PrivateAttr

from r57plans.model.actor import Actors
from r57plans.model.base import (
    Basis,
    Frozen,
    Many,
    Name,
    ParagraphId,
    Source,
    SubTaskId,
    Text,
    Words,
)
from r57plans.model.central import (
    Baseline,
    CatalogueDuty,
    Directive,
    KnownDocument,
    Principle,
    Requirement,
    Sentence,
    SourceParagraph,
)
from r57plans.model.edition import Edition, EditionHead
from r57plans.model.plan import Sections
from r57plans.model.target import Value
from r57plans.model.task import Product, Task
from r57plans.model.when import NO_DEADLINE, WhenField

LevelOfWork = Literal["province", "shared", "centre"]


class Parameter(Frozen):
    """A local figure that a sub-task's text leaves to the province: `{ty_le}` and what it means."""

    id: Words = Field(pattern=r"^[a-z][a-z_]*$")
    vi: Words
    en: Words

    @property
    def text(self) -> Text:
        """What the figure is."""
        return Text(vi=self.vi, en=self.en)


class SubTask(Frozen):
    """One duty of the resolution as a task that a province can take.

    `since` is the catalogue's version that brought it; omitted = it was there from the first.
    """

    id: SubTaskId
    since: Words | None = None
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
    parameters: Many[Parameter] = ()
    recommended: bool = False
    reason: Text | None = None
    source: Source
    basis: Basis
    defect: Text | None = None

    @property
    def group(self) -> int:
        """The group's id: `3` of `3.5.2`."""
        return int(self.id.partition(".")[0])

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


class Word(Frozen):
    """A word by which sub-tasks are classified, and where the classification comes from."""

    id: Name
    vi: Words
    en: Words
    source: Words

    @property
    def text(self) -> Text:
        """The word itself."""
        return Text(vi=self.vi, en=self.en)


class Vocabulary(Frozen):
    """The words that `bottleneck`, `subjects` and `core` of a sub-task may hold."""

    bottleneck: Many[Word] = ()
    subjects: Many[Word] = ()
    core: Many[Word] = ()


class Retired(Frozen):
    """A sub-task that is no more: since which version, what took its place, and why.

    One id in `into` means replaced, several mean split, none means dropped.
    """

    id: SubTaskId
    since: Words
    into: Many[SubTaskId] = ()
    reason: Text


class Versions:
    """Where a catalogue's other versions are; equal to any other, so that catalogues compare."""

    def __init__(self, known: Callable[[str], Catalogue | None] | None = None) -> None:
        self._known = known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Versions)

    def __hash__(self) -> int:
        return 0

    def find(self, asked: Catalogue, version: str) -> Catalogue | None:
        """A version by its name, `""` the newest, which is the one asked where none is known."""
        if self._known:
            return self._known(version)
        return None if version else asked


class Catalogue(Frozen):
    """All of one resolution, in the order of the resolution.

    `digests` holds, for each version ever published, the digest of its sub-tasks
    (`model.history`); `edition` is the text whose fingerprints stand beside the sentences;
    `valid_on` are the days on which its bodies must exist or have successors; `sections` the usual
    wording of a plan's fixed sections, where the templates' own does not fit this resolution.
    """

    id: Name
    version: Words
    document: Name
    edition: EditionHead | None = None
    vocabulary: Vocabulary = Vocabulary()
    digests: dict[str, str] = Field(default_factory=dict)
    valid_on: Many[date] = ()
    sections: Sections = Sections()
    documents: Many[KnownDocument]
    groups: Many[TaskGroup]
    parts: Many[SourceParagraph] = ()
    principles: Many[Principle] = ()
    targets: Many[CatalogueTarget] = ()
    baselines: Many[Baseline] = ()
    requirement: Many[Requirement] = ()
    duties: Many[CatalogueDuty] = ()
    directives: Many[Directive] = ()
    retired: Many[Retired] = ()
    editions: Many[Edition] = ()

    _versions: Versions = PrivateAttr(default_factory=Versions)

    @property
    def versions(self) -> tuple[str, ...]:
        """Every version that was ever published, the first first, and its own."""
        return tuple(dict.fromkeys((*self.digests, self.version)))

    def know_versions(self, versions: Callable[[str], Catalogue | None]) -> Catalogue:
        """Itself, once it knows where its other versions are; `""` asks for the newest."""
        self._versions = Versions(versions)
        return self

    def at(self, version: str) -> Catalogue | None:
        """This catalogue in another version, `""` the newest; None where it is not there."""
        return self if version == self.version else self._versions.find(self, version)

    def taken(self, task: Task) -> SubTask | None:
        """The sub-task that a plan's task takes, in the version that the task itself names."""
        there = self.at(task.version) if task.version else self
        return there.sub_tasks.get(task.id) if there else None

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

    def sentences(self) -> Iterator[Sentence]:
        """All sentences, those of Part III first, then those of the other parts."""
        for paragraph in self.paragraphs():
            yield from paragraph.sentences
        for part in self.parts:
            yield from part.sentences

    @cached_property
    def sentence_by_id(self) -> dict[str, Sentence]:
        """Sentences by id."""
        return {s.id: s for s in self.sentences()}

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
