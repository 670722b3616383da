"""Where a program's output goes, as far as it matters while it is compiled."""

from __future__ import annotations

from dataclasses import dataclass, field

from r57plans.findings import Message
from r57plans.word.template.told.faults import MisuseError


@dataclass(slots=True)
class Buffer:
    """What output goes into: plain text or not, and what keeps it from being handed on early.

    `kept` counts the watches that need their place; `waiting` has the places of the environment
    where tables note that they have no row yet.
    """

    is_text: bool
    flushes: bool = False
    kept: int = 0
    waiting: list[int] = field(default_factory=list)


def too_deep(most: int, vi: str, en: str) -> MisuseError:
    """The fault of what is nested more deeply than is allowed."""
    said = Message(vi=f"hơn {most} {vi} lồng nhau", en=f"more than {most} nested {en}")
    return MisuseError("template.limit", said)
