"""Proposals with the answers to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from r57plans.findings import Message
from r57plans.model.base import Text
from r57plans.model.proposal import Proposal
from r57plans.pull.apply import Refusal
from r57plans.pull.pulling import Pulled

_THERE = Message("Dự thảo đã có nội dung này.", "The draft has it already.")


@dataclass(frozen=True, slots=True)
class Decided:
    """Whether a proposal was taken, and why; None while nobody has decided.

    What was not decided, or not taken without a reason, leaves room in the table to say so.
    """

    proposal: Proposal
    taken: bool | None
    reason: Text | Message | str = ""


def decided(
    pulled: Pulled,
    taken: Sequence[Proposal] = (),
    refused: Iterable[Refusal] = (),
    *,
    settled: bool = False,
) -> tuple[Decided, ...]:
    """What edited files propose, each with its answer; the same from two files stands for both.

    `refused` are those of `taken` that could not be written, with the reason. Where the others are
    `settled`, they were not taken; else they wait. What no plan can hold waits always, and so do
    a conflict of which no side was taken, and a comment: to put it into a note is no answer.
    """
    why = {id(each.proposal): each.why for each in refused}
    answers = {id(each): (id(each) not in why, why.get(id(each), "")) for each in taken}
    given = tuple(_answered(pulled, answers, False if settled else None))
    by_id = {id(each.proposal): each for each in given}
    doubles = (
        Decided(double, by_id[id(other)].taken, by_id[id(other)].reason)
        for double, other in pulled.doubles
    )
    return tuple(
        replace(one, taken=None, reason="") if one.proposal.kind == "note" else one
        for one in (*given, *doubles)
    )


def _answered(
    pulled: Pulled, answers: dict[int, tuple[bool, Message | str]], left: bool | None
) -> Iterator[Decided]:
    for each in pulled.proposals:
        yield Decided(each, *answers.get(id(each), (left, "")))
    for conflict in pulled.conflicts:
        open_ = not any(id(side) in answers for side in conflict.theirs)
        for side in conflict.theirs:
            yield Decided(side, *answers.get(id(side), (None if open_ else False, "")))
    for each in pulled.already:
        yield Decided(each, True, _THERE)
    for each in pulled.fixed:
        yield Decided(each, None)
