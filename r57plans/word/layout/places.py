"""Where a finding of the layout rules stands, and what it found there."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.findings import NO_HINT, Language, Message, Place
from r57plans.word.layout.fault import Fault
from r57plans.word.layout.found import Found
from r57plans.word.layout.lines import Line, Shown
from r57plans.word.spot import BODY, Spot, region_of

_LONGEST = 60
_HEADINGS = {"part", "section", "subsection"}


@dataclass(frozen=True, slots=True)
class LayoutPlace(Place):
    """A place in a document: `path` is the part, `paragraph` counts its paragraphs, -1 for none.

    `text` is the whole line, `start` and `end` where it stands in its paragraph's text; `others`
    is how many more places are wrong in the same way.
    """

    spot: Spot | None = None
    component: Message = NO_HINT
    text: str = ""
    found: Message = NO_HINT
    wanted: Message = NO_HINT
    clause: str = ""
    basis: str = ""
    paragraph: int = -1
    start: int = 0
    end: int = 0
    others: int = 0

    def words(self, language: Language) -> str:
        """The place in words: `table 1, row 2, cell 1` or `under “2. Tasks”`, else the part."""
        if self.spot is None:
            return ""
        near, heading = self.spot.near().say(language), self.spot.heading
        under = ("mục «" if language == "vi" else "under “") + heading
        under += "»" if language == "vi" else "”"
        told = [near, under if heading else ""]
        return ", ".join(filter(None, told)) or self.spot.region.say(language)

    def fields(self, language: Language) -> dict[str, str | int]:
        """The place as machines read it."""
        spot = self.spot or Spot(Message("", ""))
        return {
            **Place.fields(self, language),  # `super()` fails in a class with slots
            "component": self.component.say(language),
            "text": self.text,
            "found": self.found.say(language),
            "wanted": self.wanted.say(language),
            "clause": self.clause,
            "basis": self.basis,
            "where": self.words(language),
            "region": spot.region.say(language),
            "heading": spot.heading,
            "table": spot.table,
            "row": spot.row,
            "cell": spot.cell,
            "paragraph": self.paragraph + 1,
            "others": self.others,
        }


class Spots:
    """Where the lines of one document stand, in the words of the person who sees it in Word."""

    def __init__(self, found: Found) -> None:
        self.part = found.document.part
        self._headings = [
            (p.line.shown.ordinal, _short(p.line.text))
            for p in found.every()
            if p.component in _HEADINGS or p.component == "appendix"
        ]

    def of(self, fault: Fault) -> Spot:
        """The place of a fault; the whole document where it has none of its own."""
        where = fault.where
        if where is None:
            return Spot(Message("toàn văn bản", "whole document"))
        if isinstance(where, str):
            return Spot(region_of(where))
        shown = where.shown if isinstance(where, Line) else where
        cell = shown.cell
        return Spot(
            BODY,
            self._heading(shown),
            cell.table + 1 if cell else 0,
            cell.row + 1 if cell else 0,
            cell.column + 1 if cell else 0,
        )

    def _heading(self, shown: Shown) -> str:
        before = (text for ordinal, text in self._headings[::-1] if ordinal < shown.ordinal)
        return next(before, "")


def text_of(where: Line | Shown | str | None) -> str:
    """The text that a fault is about; "" for a part or the whole file."""
    if isinstance(where, Line):
        return where.text
    return " ".join(where.text.split()) if isinstance(where, Shown) else ""


def short_text(where: Line | Shown | str | None) -> str:
    """The same, cut for a message."""
    return _short(text_of(where))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
