"""What rests on the sentences of a source: sub-tasks, targets, principles, duties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from r57plans.model.base import Source
from r57plans.model.catalogue import Catalogue


class Resting(Protocol):
    """A record that rests on sentences of the source."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def source(self) -> Source:
        """Where it comes from."""


def resting(catalogue: Catalogue) -> Iterator[Resting]:
    """Every record that may rest on a sentence."""
    yield from catalogue.sub_tasks.values()
    yield from catalogue.targets
    yield from catalogue.principles
    yield from catalogue.duties


def resting_on(catalogue: Catalogue) -> dict[str, list[str]]:
    """By sentence, the ids of the records that rest on it, in the catalogue's order."""
    found: dict[str, list[str]] = {}
    for record in resting(catalogue):
        for name in record.source.sentences:
            found.setdefault(name, []).append(record.id)
    return found
