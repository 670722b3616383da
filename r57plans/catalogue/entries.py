"""Everything in a catalogue that has an id, found by it."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.model.catalogue import Catalogue, CatalogueTarget, Paragraph, SubTask, TaskGroup
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

Entry = (
    TaskGroup | Paragraph | SubTask | CatalogueTarget | Baseline | Principle | CatalogueDuty
    | Directive | Requirement | KnownDocument | Sentence | SourceParagraph
)  # fmt: skip
LISTED = ("targets", "baselines", "principles", "duties", "directives", "requirement", "documents")
"""The kinds of records beside the groups, as the catalogue's fields are called."""


def entries(catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    """Every id and what it names: `3`, `3.5`, `3.5.2`, `digital-economy`, `D12`, `3.5.s2`."""
    for group in catalogue.groups:
        yield str(group.id), group
        for paragraph in group.paragraphs:
            yield paragraph.id, paragraph
    yield from catalogue.sub_tasks.items()
    for kind in LISTED:
        for record in getattr(catalogue, kind):
            yield record.id, record
    for part in catalogue.parts:
        yield part.id, part
    yield from catalogue.sentence_by_id.items()


def entry(catalogue: Catalogue, name: str) -> Entry | None:
    """What has that id; capitals do not count where nothing has it exactly."""
    known: dict[str, Entry] = {}
    for found, record in entries(catalogue):
        known.setdefault(found, record)
    small = {found.casefold(): record for found, record in reversed(known.items())}
    return known.get(name) or small.get(name.casefold())
