"""One thing that a rule found, before it is put into words; and how it could be put right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from r57plans.findings import NO_HINT, Message
from r57plans.model.layout import OfficialLayout
from r57plans.word.layout.found import Found
from r57plans.word.layout.lines import Line, Shown
from r57plans.word.layout.paging import Paging

NOTHING = Message("không có", "none")


@dataclass(frozen=True, slots=True)
class TextFix:
    """Put `text` in the place of what stands from `start` to `end` in a paragraph's text."""

    ordinal: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class LookFix:
    """Give the text from `start` to `end` of a paragraph another look.

    The names are those of `TextLook`, with `font` for the fonts of all letters.
    """

    ordinal: int
    start: int
    end: int
    look: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ParagraphFix:
    """Give a paragraph another look, by the names of `ParagraphLook`; lengths in twips."""

    ordinal: int
    look: Mapping[str, object]


Fix = TextFix | LookFix | ParagraphFix


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: in which component, where, what it is and what it should be.

    `where` is a line, a whole paragraph, the name of another part, or None for the file as a
    whole; `cites` is the place of the clause where the rule itself does not say it.
    """

    component: str = ""
    where: Line | Shown | str | None = None
    found: Message = NO_HINT
    wanted: Message = NO_HINT
    fixes: tuple[Fix, ...] = ()
    cites: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule judges: a document's components, by one layout; `lies` as in `Choice`.

    `paging` is where the signature block really stands, None where nobody asked for that.
    """

    found: Found
    layout: OfficialLayout
    lies: bool = False
    paging: Paging | None = None


def same(text: str) -> Message:
    """A message that is the same in both languages."""
    return Message(text, text)


def quoted(text: str) -> Message:
    """A text in each language's quotation marks."""
    return Message(f"«{text}»", f"“{text}”")


def whole_line(line: Line) -> tuple[int, int, int]:
    """The paragraph, the first character and the one after the last of a line without blanks."""
    raw = line.raw
    start, end = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    return line.shown.ordinal, line.place_of(start), line.place_of(end)
