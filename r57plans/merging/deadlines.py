"""Of several deadlines the stricter, by what they mean; what is neither is left to the office."""

from __future__ import annotations

from collections.abc import Sequence

from r57plans.diff.deadlines import kind_of
from r57plans.findings import Message
from r57plans.merging.ledger import Answer, Question, Side
from r57plans.merging.words import field_of
from r57plans.model.base import Text
from r57plans.model.deadline import DeadlineKind, parse_deadline
from r57plans.model.when import When

_STRICTER = ("earlier", "narrowed", "set", "closed")
_SAME = (None, "reworded")


def strictest(sides: Sequence[Side[When]]) -> Side[When] | None:
    """The side that is as strict as every other or stricter; None where that is not clear."""
    for side in sides:
        others = (each for each in sides if each is not side)
        if all(_holds(side.value, each.value) for each in others):
            return side
    return None


def _holds(one: When, other: When) -> bool:
    return kind_of(other.deadline, one.deadline) in (*_STRICTER, *_SAME)


def unclear(path: str, subject: Message, sides: Sequence[Side[When]]) -> Question[When]:
    """The question where no deadline is the stricter: the first that ends stands meanwhile."""
    ending = [s for s in sides if s.value.deadline.last is not None]
    first = min(ending or sides, key=lambda s: s.value.deadline.sort_key) if ending else sides[0]
    default = first.origin.province
    return Question(f"{path}/deadline", subject, field_of("deadline"), sides, default, own=_own)


def _own(text: Text) -> Answer[When] | None:
    deadline = parse_deadline(text.vi)
    if deadline.kind in (DeadlineKind.NONE, DeadlineKind.UNKNOWN):
        return None
    when = When(deadline, text.en)
    return Answer("own", when, Message(when.say("vi"), when.say("en")))
