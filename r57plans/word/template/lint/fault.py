"""One thing that the linter found, before it is put into words for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from r57plans.findings import Message
from r57plans.word.template.lint.reading import Line, Seen

WHOLE_HINT = "whole-hint"  # the blank that stands for the whole hint, where there is a better one

Blanks = Mapping[str, str | Message]


@dataclass(frozen=True, slots=True, eq=False)
class Fault:
    """A rule and what it is about: a tag, a piece of a line, a line, or a part as a whole.

    `text` quotes the piece of the line; `position` is where in the line it begins; `partner` is
    the tag that should stand beside this one.
    """

    rule: str
    part: str
    seen: Seen | None = None
    line: Line | None = None
    text: str = ""
    position: int = 0
    blanks: Blanks = field(default_factory=dict)
    partner: Seen | None = None


def of_tag(rule: str, seen: Seen, **blanks: str | Message) -> Fault:
    """A fault of a tag."""
    return Fault(rule, seen.line.part, seen, seen.line, position=seen.start, blanks=blanks)


def of_line(rule: str, line: Line, text: str, position: int, **blanks: str | Message) -> Fault:
    """A fault of a piece of a line that is no whole tag."""
    return Fault(rule, line.part, None, line, text=text, position=position, blanks=blanks)
