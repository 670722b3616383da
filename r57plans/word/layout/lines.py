"""The text of a document as it is shown: paragraphs, their lines, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from r57plans.language import nfc
from r57plans.word.layout.properties import ParagraphLook, TextLook
from r57plans.word.text import SIGNS
from r57plans.word.xml import Element, qname, w

_BREAKS = (w("br"), w("cr"))
_SIGNS = {**SIGNS, w("noBreakHyphen"): "-"}
_NOT_SHOWN = (w("del"), w("moveFrom"), qname("mc", "Fallback"))
_PAGE_BREAKS = {"page", "column"}
_BOX = w("txbxContent")
_NO_LOOK = TextLook()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: numbers count from 0; `columns` is how many cells its row has.

    `width` is the room for text in twips; `wide` the number of columns of the widest row.
    """

    table: int
    row: int
    column: int
    columns: int
    rows: int
    width: float
    ruled: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; `start` is where it begins in its paragraph's text."""

    text: str
    look: TextLook
    start: int


@dataclass(frozen=True, eq=False)
class Shown:
    """A paragraph as it is shown; `ordinal` counts all paragraphs of its part from 0.

    `rules` are the lengths in twips of the lines that are drawn in it; `number` says that it
    holds a field with the page's number, `pictured` that it holds a picture or a chart; `base` is
    the look of text that would be typed into it.
    """

    ordinal: int
    look: ParagraphLook
    mark: str
    runs: tuple[Run, ...]
    section: int
    width: float
    cell: Cell | None = None
    boxed: bool = False
    rules: tuple[float, ...] = ()
    number: bool = False
    ends_page: bool = False
    pictured: bool = False
    base: TextLook = _NO_LOOK

    @cached_property
    def text(self) -> str:
        """The whole text, a manual line break as a line feed."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that manual breaks make of it; at least one, which may be empty."""
        found: list[list[Run]] = [[]]
        for run in self.runs:
            start = run.start
            for position, piece in enumerate(run.text.split("\n")):
                if position:
                    found.append([])
                found[-1].append(Run(piece, run.look, start))
                start += len(piece) + 1
        return tuple(
            Line(self, tuple(run for run in runs if run.text), number)
            for number, runs in enumerate(found)
        )


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a paragraph, between two manual breaks; or a piece of it between two tabs."""

    shown: Shown
    runs: tuple[Run, ...]
    number: int = 0
    half: str = ""

    @cached_property
    def raw(self) -> str:
        """The text as it stands in the file."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def text(self) -> str:
        """The text with its list's mark, in NFC, spaces and hyphens plain, blanks single."""
        mark = f"{self.shown.mark} " if self.shown.mark and not self.number else ""
        return " ".join(f"{mark}{nfc(self.raw)}".replace("\u2011", "-").split())

    @cached_property
    def inked(self) -> tuple[Run, ...]:
        """The runs that show something."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def cell(self) -> Cell | None:
        """The cell that it stands in."""
        return self.shown.cell

    def place_of(self, position: int) -> int:
        """Where a character of `raw` stands in the paragraph's text."""
        for run in self.runs:
            if position <= len(run.text):
                return run.start + position
            position -= len(run.text)
        return self.runs[-1].start + len(self.runs[-1].text) if self.runs else 0

    def pieces(self) -> tuple[Line, ...]:
        """The line cut at its tabs, where text stands on both sides; else the line itself."""
        parts: list[list[Run]] = [[]]
        for run in self.runs:
            start = run.start
            for position, piece in enumerate(run.text.split("\t")):
                if position:
                    parts.append([])
                parts[-1].append(Run(piece, run.look, start))
                start += len(piece) + 1
        told = [runs for runs in parts if "".join(run.text for run in runs).strip()]
        if len(told) != 2:
            return (self,)
        halves = zip(told, ("left", "right"), strict=True)
        return tuple(replace(self, runs=tuple(runs), half=half) for runs, half in halves)


def pieces_of(paragraph: Element) -> Iterator[tuple[Element, Element, str]]:
    """Each run of a paragraph, the element in it that holds text, and that text, in order.

    Text boxes in the paragraph, deleted text and what older programs are shown are left out; a
    break of a page or a column has no text.
    """
    for run in paragraph.iter(w("r")):
        if next(run.iterancestors(w("p")), None) is not paragraph or _is_gone(run):
            continue
        for child in run:
            if child.tag == w("t"):
                yield run, child, child.text or ""
            elif child.tag in _SIGNS and child.get(w("type")) not in _PAGE_BREAKS:
                yield run, child, _SIGNS[str(child.tag)]


def breaks_page(paragraph: Element) -> bool:
    """Whether a paragraph holds a break of a page or column."""
    return any(b.get(w("type")) in _PAGE_BREAKS for b in paragraph.iter(w("br")))


def in_box(paragraph: Element) -> bool:
    """Whether a paragraph stands in a text box."""
    return next(paragraph.iterancestors(_BOX), None) is not None


def is_copy(paragraph: Element) -> bool:
    """Whether a paragraph is the copy of a text box that older programs are shown."""
    return next(paragraph.iterancestors(_NOT_SHOWN[2]), None) is not None


def _is_gone(run: Element) -> bool:
    return next(run.iterancestors(*_NOT_SHOWN), None) is not None
