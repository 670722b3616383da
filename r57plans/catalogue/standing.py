"""Which bodies stand for those that the catalogue names, on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from r57plans.findings import Language
from r57plans.model.actor import Actor
from r57plans.model.catalogue import SubTask
from r57plans.model.naming import Fills, filled_product
from r57plans.model.registers import Agency, Registers
from r57plans.model.task import Product


def bodies_on(actors: Iterable[Actor], registers: Registers, day: date) -> tuple[Actor, ...]:
    """The actors, each body replaced by what stood in its place on that day; none twice.

    A body that ended gives way to its successor, one that is to come to those it was made from;
    one that the register does not know stays.
    """
    found: dict[str, Actor] = {}
    for actor in actors:
        for standing in standing_for(actor, registers, day) if isinstance(actor, str) else (actor,):
            found.setdefault(_key(standing), standing)
    return tuple(found.values())


def products_on(
    sub_task: SubTask, words: Mapping[Language, Fills], registers: Registers, day: date
) -> tuple[Product, ...]:
    """The suggested products as a plan has them: in its unit's words, of bodies of that day."""
    return tuple(
        filled_product(_of_the_day(product, registers, day), words) for product in sub_task.products
    )


def _of_the_day(product: Product, registers: Registers, day: date) -> Product:
    if not isinstance(product.issuer, str):
        return product
    return product.model_copy(update={"issuer": standing_for(product.issuer, registers, day)[0]})


def standing_for(name: str, registers: Registers, day: date) -> tuple[str, ...]:
    """The full ids of the bodies that stand for one body on that day; the name where none is known.

    Successors are followed from one that ended, predecessors from one that is to come.
    """
    ever = registers.agency_ever(name)
    if not ever:
        return (name,)
    if there := registers.agency(name, day):
        return (there.id,)
    ended = [a for a in ever if a.valid_to and a.valid_to < day]
    found = _heirs(ended[-1], registers, day) if ended else _forebears(ever[0].id, registers, day)
    return found or (ever[0].id,)


def _heirs(ended: Agency, registers: Registers, day: date) -> tuple[str, ...]:
    seen, heir = {ended.id}, ended.successor
    while heir and heir not in seen:
        seen.add(heir)
        if there := registers.agency(heir, day):
            return (there.id,)
        later = registers.agency_ever(heir)
        heir = later[-1].successor if later else None
    return ()


def _forebears(name: str, registers: Registers, day: date) -> tuple[str, ...]:
    seen, waiting, found = {name}, [name], list[str]()
    while waiting:
        heir = waiting.pop(0)
        for agency in registers.agencies:
            if agency.successor == heir and agency.id not in seen:
                seen.add(agency.id)
                (found if agency.valid_on(day) else waiting).append(agency.id)
    return tuple(found)


def _key(actor: Actor) -> str:
    return actor if isinstance(actor, str) else actor.model_dump_json()
