"""What several records have in one field: united lists, and values of which one can stand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from r57plans.checks.case import folded_name
from r57plans.findings import Message
from r57plans.merging.ledger import Answer, Ledger, Question, Side
from r57plans.merging.records import Origin
from r57plans.merging.words import field_of, other
from r57plans.model.actor import Actor, Person
from r57plans.model.base import Text
from r57plans.model.task import Product

T = TypeVar("T")


def united(lists: Iterable[Iterable[T]], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """All items in order, each once: the first of those with equal keys."""
    found: dict[Hashable, T] = {}
    for items in lists:
        for item in items:
            found.setdefault(key(item), item)
    return tuple(found.values())


def text_key(text: Text) -> str:
    """By what two texts are the same: capitals, blanks and the place of tone marks do not count."""
    return folded_name(text.vi).rstrip(".;, ")


def actor_key(actor: Actor) -> Hashable:
    """By what two actors are the same."""
    if isinstance(actor, Person):
        return "role", actor.role
    return ("free", text_key(actor)) if isinstance(actor, Text) else ("body", actor)


def product_key(product: Product) -> Hashable:
    """By what two products are the same: type, issuer, name and quantity."""
    issuer = product.issuer if isinstance(product.issuer, str | None) else text_key(product.issuer)
    name = text_key(product.text) if product.text else None
    return product.type, issuer, name, text_key(product.quantity) if product.quantity else None


def itself(value: Hashable) -> Hashable:
    """A value is the same as its equals."""
    return value


@dataclass(frozen=True)
class Scalar:
    """A field of which one value can stand: equal ones do, of others the office chooses.

    Until it does, that of the first province stands that has one.
    """

    ledger: Ledger
    path: str
    subject: Message

    def of(
        self,
        name: str,
        given: Sequence[tuple[Origin, T | None]],
        say: Callable[[T], Message],
        key: Callable[[Any], Hashable] = itself,
        own: Callable[[Text], T] | None = None,
    ) -> tuple[T | None, list[Message]]:
        """The value that stands, and what the others have, as sentences for a note."""
        sides = [Side(origin, value, say(value)) for origin, value in given if value is not None]
        if len({key(side.value) for side in sides}) < 2:
            return (sides[0].value if sides else None), []
        question = Question(
            f"{self.path}/{name}",
            self.subject,
            field_of(name.partition("/")[0]),
            sides,
            sides[0].origin.province,
            own=(lambda text: Answer("own", own(text), text.message)) if own else None,
        )
        answer = self.ledger.settle(question)
        stands = key(answer.value)
        kind = name.partition("/")[0]
        return answer.value, [
            other(kind, s.origin, s.said) for s in sides if key(s.value) != stands
        ]
