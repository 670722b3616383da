"""A part on its way to a program: its tree, in which tags are marks, and what each mark says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Literal

from lxml import etree

from r57plans.findings import Message
from r57plans.word.template.passes.tags import MIDDLE, OPENING, Tag, gives_value
from r57plans.word.xml import Element

MARK = "r57"
MARKS = etree.ProcessingInstruction  # what `Element.iter` finds marks by
ATTRIBUTE = "r57-mark"  # the value of an attribute that a piece writes begins so

_DECLARED = re.compile(r' xmlns:([^=]+)="([^"]*)"')

Kind = Literal["print", "statement", "data", "write", "do", "open", "close"]


class Piece:
    """What the program does at a mark.

    `print` writes the expression `source` by the writer `name`; a `statement` is Jinja's; `data`
    writes `source` as it is, inside what is kept as text; `write` writes what the runtime gives
    under `name`, and `do` lets it do something; `open` and `close` stand around what it watches.
    `arguments` are handed on to it.

    `opens` and `closes` are the word of a block, or the name of a watch, that a piece opens or
    closes, and `middle` is `elif` or `else`; all are "" for other pieces.
    """

    __slots__ = ("arguments", "closes", "kind", "middle", "name", "opens", "source", "tag", "word")

    def __init__(
        self,
        tag: Tag,
        kind: Kind,
        source: str = "",
        name: str = "",
        arguments: tuple[str | int, ...] = (),
    ) -> None:
        self.tag = tag
        self.kind = kind
        self.source = source
        self.name = name
        self.arguments = arguments
        self.word = word = tag.word if kind == "statement" else ""
        self.middle = word if word in MIDDLE else ""
        self.opens = self.closes = ""
        if kind == "open":
            self.opens = name
        elif kind == "close":
            self.closes = name
        elif word in OPENING:
            self.opens = "" if word == "set" and gives_value(source) else word
        elif word.startswith("end"):
            self.closes = word[3:]

    @property
    def is_certain(self) -> bool:
        """Whether what this opens is always written, and written once."""
        return self.opens in ("with", "anchor", "grid", "numbered")


@dataclass(frozen=True, slots=True)
class Complaint:
    """A fault of a tag: the rule, and what fills the blank of its message."""

    rule: str
    tag: Tag
    what: str | Message = ""


@dataclass
class Draft:
    """One part while it is being compiled; passes change the tree and add pieces and complaints.

    `names` are the namespaces that the root declares, by prefix; `has_contents` says whether there
    is a table of contents or an index, `pictures` what the part's pictures are called. `data` are
    the bytes that the part was read from.
    """

    part: str
    root: Element
    data: bytes = b""
    pieces: list[Piece] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    has_contents: bool = False
    pictures: tuple[str, ...] = ()
    complaints: list[Complaint] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names = {prefix: uri for prefix, uri in self.root.nsmap.items() if prefix}

    @cached_property
    def secret(self) -> str:
        """What the part's own text cannot hold, a hash of it: it is in what `attribute` gives."""
        return sha256(self.data).hexdigest()

    def text_of(self, element: Element | None) -> str:
        """An element as text without the names that its part's root declares; "" for none."""
        if element is None:
            return ""
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        return _DECLARED.sub(lambda m: "" if self.names.get(m[1]) == m[2] else m[0], text)

    def mark(self, piece: Piece) -> Element:
        """A new mark for the tree: a processing instruction, which no part from a file holds."""
        self.pieces.append(piece)
        return MARKS(MARK, str(len(self.pieces) - 1))

    def settle(self, mark: Element, piece: Piece) -> None:
        """Let a mark that holds the text of its tag stand for a piece."""
        self.pieces.append(piece)
        mark.text = str(len(self.pieces) - 1)

    def attribute(self, piece: Piece) -> str:
        """The value for an attribute that this piece is to write."""
        self.pieces.append(piece)
        return f"{ATTRIBUTE}-{self.secret}-{len(self.pieces) - 1}"

    def piece(self, mark: Element) -> Piece:
        """The piece that a mark of the tree stands for."""
        return self.pieces[int(mark.text or "0")]

    def replace(self, mark: Element, piece: Piece) -> None:
        """Let a mark stand for another piece."""
        self.pieces[int(mark.text or "0")] = piece

    def watch(
        self,
        element: Element,
        tag: Tag,
        name: str,
        *arguments: str | int,
        last: Element | None = None,
    ) -> None:
        """Put the opening and closing of a watch around an element, or around it up to `last`."""
        end = element if last is None else last
        element.addprevious(self.mark(Piece(tag, "open", "", name, arguments)))
        end.addnext(self.mark(Piece(tag, "close", "", name, arguments)))

    def complain(self, rule: str, tag: Tag, what: str | Message = "") -> None:
        """Note a fault; the compilation goes on, to find the others too."""
        self.complaints.append(Complaint(rule, tag, what))


def is_mark(element: Element) -> bool:
    """Whether a node of the tree is a mark."""
    return isinstance(element, etree._ProcessingInstruction)
