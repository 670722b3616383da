"""Messages on references: what was named, what it may have meant, what to write."""

from __future__ import annotations

from typing import Any, Protocol

from r57plans.findings import Finding, Message, Place
from r57plans.language import meant, nearest, slug
from r57plans.load.faults import fault
from r57plans.load.id_words import shown, unquoted


class Named(Protocol):
    """What a message needs of a kind of id."""

    @property
    def name(self) -> str:
        """The last part of the rule's id."""

    @property
    def word(self) -> Message:
        """What such a thing is called."""

    @property
    def example(self) -> str:
        """An id of the kind."""


def unknown(
    kind: Named, given: str, known: tuple[str, ...], place: Place, family: str = "plan"
) -> Finding:
    """An id that names nothing, with the nearest that does."""
    message = Message(
        f"Không có {kind.word.vi} nào có mã “{given}”.",
        f"There is no {kind.word.en} “{given}”.",
    )
    return fault(f"{family}.unknown-{kind.name}", place, message, _did_you_mean(kind, given, known))


def _did_you_mean(kind: Named, given: str, known: tuple[str, ...]) -> Message:
    by_name = slug(given)
    near = (by_name,) if by_name in known else nearest(given, known)
    if near:
        return meant(near)
    if 0 < len(known) <= 12:
        names = ", ".join(known)
        return Message(f"Các mã có thể dùng: {names}.", f"The ids there are: {names}.")
    return Message(
        f"Kiểm tra lại mã; ví dụ: {kind.example}.", f"Check the id; for example: {kind.example}."
    )


def not_text(kind: Named, value: Any, place: Place) -> Finding:
    """A number (or true, false) where an id is meant; a decimal one is an id without quotes."""
    given = shown(value)
    if isinstance(value, float):
        said = unquoted(given)
        return fault(f"plan.{said.rule}", place, said.message, said.hint)
    message = Message(
        f"{given} là một con số, không phải mã của {kind.word.vi}.",
        f"{given} is a number, not the id of a {kind.word.en}.",
    )
    hint = Message(
        f"Viết mã định danh, ví dụ: {kind.example}.", f"Write the id, for example: {kind.example}."
    )
    return fault("plan.id-is-number", place, message, hint)
