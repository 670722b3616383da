"""How much a catalogue holds, how much of the resolution it covers, what of it is unverified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from r57plans.catalogue.entries import LISTED
from r57plans.model.base import Basis, Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.registers import Registers

BASES: tuple[Basis, ...] = ("verified", "secondary", "unverified")


@dataclass(frozen=True, slots=True)
class ParagraphCount:
    """One paragraph of Part III: its sentences, how many of them are frames, its sub-tasks."""

    id: str
    title: Text
    sentences: int
    frames: int
    covered: int
    sub_tasks: int
    recommended: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many records of a kind there are, and how many of each basis."""

    kind: str
    total: int
    by_basis: dict[str, int]


@dataclass(frozen=True, slots=True)
class Unverified:
    """One record that was not checked at a source."""

    kind: str
    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures of a catalogue."""

    name: str
    paragraphs: tuple[ParagraphCount, ...]
    kinds: tuple[KindCount, ...]
    levels: dict[str, int]
    bottlenecks: dict[str, int]
    security: int
    provincial: dict[str, int]
    sentences_elsewhere: int


class _Record(Protocol):
    @property
    def id(self) -> object: ...

    @property
    def basis(self) -> Basis: ...


def stats(catalogue: Catalogue, registers: Registers) -> Stats:
    """The figures of a catalogue and of the registers that it shares with others."""
    tasks = tuple(catalogue.sub_tasks.values())
    return Stats(
        name=catalogue.name,
        paragraphs=tuple(_paragraphs(catalogue)),
        kinds=tuple(_count(kind, found) for kind, found in _kinds(catalogue, registers)),
        levels=dict(Counter(t.level for t in tasks)),
        bottlenecks=dict(Counter(word for t in tasks for word in t.bottleneck)),
        security=sum(t.security for t in tasks),
        provincial=dict(Counter(t.provincial for t in catalogue.targets)),
        sentences_elsewhere=sum(len(p.sentences) for p in catalogue.parts),
    )


def unverified(catalogue: Catalogue, registers: Registers | None = None) -> tuple[Unverified, ...]:
    """Every record whose basis is `unverified`; with registers, theirs too."""
    return tuple(
        Unverified(kind, str(record.id), title_of(record))
        for kind, found in _kinds(catalogue, registers)
        for record in found
        if record.basis == "unverified"
    )


def title_of(record: object) -> Text:
    """How a record is called: its title, its name, or its text."""
    for name in ("title", "name", "text", "type"):
        if isinstance(found := getattr(record, name, None), Text):
            return found
    if central := getattr(record, "central", None):
        return Text.model_validate(central.text)
    return Text(vi=getattr(record, "vi", ""), en=getattr(record, "en", None))


def _paragraphs(catalogue: Catalogue) -> Iterator[ParagraphCount]:
    for paragraph in catalogue.paragraphs():
        named = {name for task in paragraph.sub_tasks for name in task.source.sentences}
        yield ParagraphCount(
            paragraph.id,
            paragraph.title,
            sentences=len(paragraph.sentences),
            frames=sum(s.frame for s in paragraph.sentences),
            covered=sum(s.id in named for s in paragraph.sentences),
            sub_tasks=len(paragraph.sub_tasks),
            recommended=sum(t.recommended for t in paragraph.sub_tasks),
        )


def _kinds(
    catalogue: Catalogue, registers: Registers | None
) -> Iterator[tuple[str, tuple[_Record, ...]]]:
    yield "groups", catalogue.groups
    yield "sub-tasks", tuple(catalogue.sub_tasks.values())
    yield from ((kind, getattr(catalogue, kind)) for kind in LISTED)
    if registers:
        yield "provinces", registers.provinces
        yield "agencies", registers.agencies
        yield "roles", registers.terms.roles


def _count(kind: str, found: Iterable[_Record]) -> KindCount:
    bases = Counter(record.basis for record in found)
    return KindCount(kind, sum(bases.values()), {b: bases[b] for b in BASES if bases[b]})
