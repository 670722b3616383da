"""Which bodies stand for those that the catalogue names, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from r57plans.model.actor import Actor
from r57plans.model.registers import Registers


def bodies_on(actors: Iterable[Actor], registers: Registers, day: date) -> tuple[Actor, ...]:
    """The actors, each body replaced by what stood in its place on that day; none twice.

    A body that ended gives way to its successors, one that is to come to those it was made from;
    one that the register does not know stays.
    """
    found: dict[str | Actor, Actor] = {}
    for actor in actors:
        for standing in standing_for(actor, registers, day) if isinstance(actor, str) else (actor,):
            found.setdefault(_key(standing), standing)
    return tuple(found.values())


def standing_for(name: str, registers: Registers, day: date) -> tuple[str, ...]:
    """The ids of the bodies that stand for one body on that day; itself where none is known."""
    ever = registers.agency_ever(name)
    if not ever or registers.agency(name, day):
        return (name,)
    heir, seen = ever[-1].successor, {name}
    while heir and heir not in seen:
        if registers.agency(heir, day):
            return (heir,)
        seen.add(heir)
        later = registers.agency_ever(heir)
        heir = later[-1].successor if later else None
    before = (a for a in registers.agencies if a.successor == ever[-1].id)
    return tuple(a.id for a in before if a.valid_on(day)) or (name,)


def _key(actor: Actor) -> str:
    return actor if isinstance(actor, str) else actor.model_dump_json()
