"""What was found; as machines read it, `doctor.schema.json` lies beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from r57plans.findings import Language, Message

State = Literal["there", "poor", "missing"]

NEEDS: Mapping[str, tuple[str, ...]] = {
    "pdf": ("office", "font"),
    "dask": ("dask",),
    "redlines": ("redlines",),
}
"""What may be asked for beyond what every command needs, and the items that it takes."""


@dataclass(frozen=True, slots=True)
class Install:
    """How to get something, in one line: on which systems, and what to do there."""

    on: Message
    do: Message


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is needed: whether it is there, what was found, and what it is for.

    `poor` is there but does not do all. Where `needed`, no command does without it; else `serves`
    names the options that want it. `path` is "" where there is none.
    """

    id: str
    title: Message
    state: State
    found: Message
    serves: tuple[str, ...] = ()
    path: str = ""
    install: tuple[Install, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Examined:
    """Versions, and everything that was looked for."""

    version: str
    python: str
    system: str
    items: tuple[Item, ...]

    def lacking(self, needs: Iterable[str] = ()) -> tuple[Item, ...]:
        """What is not as it must be, for every command and for the `NEEDS` that are named."""
        wanted = {item for need in needs for item in NEEDS[need]}
        return tuple(
            item
            for item in self.items
            if item.state != "there" and (item.needed or item.id in wanted)
        )


def as_dict(found: Examined, language: Language, needs: Iterable[str] = ()) -> dict[str, Any]:
    """What was found, as `doctor --format json` says it."""
    lacking = found.lacking(needs)
    return {
        "ready": not lacking,
        "version": found.version,
        "python": found.python,
        "system": found.system,
        "items": [_item(item, language) | {"lacking": item in lacking} for item in found.items],
    }


def _item(item: Item, language: Language) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title.say(language),
        "state": item.state,
        "needed": item.needed,
        "found": item.found.say(language),
        "path": item.path,
        "serves": list(item.serves),
        "install": [
            {"on": step.on.say(language), "do": step.do.say(language)} for step in item.install
        ],
    }
