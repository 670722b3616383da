"""A part on its way to a program: its tree, in which tags are marks, and what each mark says."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from r57plans.findings import Finding, Message
from r57plans.word.template.faults import finding
from r57plans.word.template.tags import Tag
from r57plans.word.xml import Element

MARK = "r57"
ANCHORED = "_r57_anchored"


@dataclass(frozen=True, slots=True)
class Piece:
    """What the program does at a mark: print `source` through a filter, or run a statement.

    `filter` is "" for a statement; `arguments` are handed to the filter after the value.
    """

    tag: Tag
    source: str
    filter: str = ""
    arguments: tuple[str | int, ...] = ()

    @property
    def word(self) -> str:
        """The first word of a statement; "" for a value."""
        return "" if self.filter else self.source.partition(" ")[0]

    @property
    def is_certain(self) -> bool:
        """Whether what this statement opens is always written, and written once."""
        return self.word == "with" or self.source.startswith(f"filter {ANCHORED}")


@dataclass(slots=True)
class Draft:
    """One part while it is being compiled; passes change the tree and add pieces and findings."""

    part: str
    root: Element
    file: str = ""
    pieces: list[Piece] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def mark(self, piece: Piece) -> Element:
        """A new mark for the tree: a processing instruction, which no part from a file holds."""
        self.pieces.append(piece)
        return etree.ProcessingInstruction(MARK, str(len(self.pieces) - 1))

    def piece(self, mark: Element) -> Piece:
        """The piece that a mark of the tree stands for."""
        return self.pieces[int(mark.text or "0")]

    def statement(self, tag: Tag, source: str) -> Element:
        """A mark for a statement that the template's author did not write."""
        return self.mark(Piece(tag, source))

    def complain(self, rule: str, tag: Tag, what: str | Message = "") -> None:
        """Note a fault; the compilation goes on, to find the others too."""
        self.findings.append(finding(rule, self.file, tag, what=what))


def is_mark(element: Element) -> bool:
    """Whether a node of the tree is a mark."""
    return isinstance(element, etree._ProcessingInstruction)
