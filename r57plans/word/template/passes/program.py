"""One part of a template as a program that writes the finished part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from r57plans.word.template.compile import Compiled, Compiler
from r57plans.word.template.passes.draft import ATTRIBUTE, MARK, Draft, Piece
from r57plans.word.template.run.runtime import Runtime
from r57plans.word.xml import DECLARATION, w

_OPENING = f"<?{MARK} "


@dataclass(frozen=True, slots=True)
class Taken:
    """What the template's own text uses of what must be unique in a document."""

    bookmark: int
    names: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A compiled part.

    `section` and `ending` follow its output: the body's last section, and the end of the part.
    """

    part: str
    compiled: Compiled
    section: str
    ending: str
    taken: Taken

    def run(self, runtime: Runtime, context: Mapping[str, Any]) -> list[str]:
        """The part's last pieces of text; the runtime's `flush` took those before."""
        pieces = [DECLARATION.decode()]
        self._write(pieces, runtime, context)
        return pieces

    def exports(self, runtime: Runtime) -> dict[str, Any]:
        """What the top level of an imported file names: its macros and values."""
        environment = self._write([], runtime, {})
        return {name: environment[slot] for name, slot in self.compiled.exports.items()}

    def _write(self, pieces: list[str], runtime: Runtime, context: Mapping[str, Any]) -> list[Any]:
        environment: list[Any] = [None] * self.compiled.size
        environment[0] = runtime
        for name, slot in self.compiled.given.items():
            environment[slot] = runtime.given(context, name)
        self.compiled.run(environment, pieces)
        return environment


@dataclass(frozen=True, slots=True)
class Flat:
    """A part's text with its pieces between, and what comes behind it."""

    items: tuple[str | Piece, ...]
    section: str
    ending: str
    taken: Taken


def flatten(draft: Draft) -> Flat:
    """The finished tree as texts and pieces; the tree is used up."""
    taken = _taken(draft.root)
    section = _take_last_section(draft)
    xml = etree.tostring(draft.root, encoding="unicode", with_tail=False)
    ending = ""
    if section:
        xml, closing, rest = xml.rpartition("</w:body>")
        ending = closing + rest
    return Flat(tuple(_items(draft, xml)), section, ending, taken)


def _items(draft: Draft, xml: str) -> list[str | Piece]:
    """The text of a tree, and the pieces that its marks stand for, by turns.

    A value that stands in a run of its own is given that run's opening, with its properties: it
    prints whole runs, none where it is empty, several where it is rich.
    """
    text, *marked = _unified(draft, xml).split(_OPENING)
    items: list[str | Piece] = []
    for each in marked:
        number, _, following = each.partition("?>")
        piece = draft.pieces[int(number)]
        if piece.name == "text":
            start = text.rfind("<w:r>")
            start = max(start, text.rfind("<w:r ", max(start, 0)))
            piece.arguments = (text[start:],)
            text = text[:start]
            following = following.removeprefix("</w:r>")
        items += (text, piece)
        text = following
    return [*items, text]


def _unified(draft: Draft, xml: str) -> str:
    """The text of a tree in which also what writes an attribute looks like a mark."""
    if ATTRIBUTE not in xml:
        return xml
    return re.sub(rf'(?<="){ATTRIBUTE}-{draft.secret}-(\d+)(?=")', rf"{_OPENING}\1?>", xml)


def compiled_program(flat: Flat, part: str, compiler: Compiler, *, text: bool = False) -> Program:
    """The program of a part. Raises what compiling raises; `compiler.current` is then where."""
    compiled = compiler.program(flat.items, text=text)
    return Program(part, compiled, flat.section, flat.ending, flat.taken)


def _taken(root: etree._Element) -> Taken:
    starts = list(root.iter(w("bookmarkStart")))
    names = frozenset(start.get(w("name"), "").casefold() for start in starts)
    return Taken(_highest(start.get(w("id"), "") for start in starts), names)


def _highest(numbers: Iterable[str]) -> int:
    return max((int(n) for n in numbers if n.isdecimal() and len(n) < 10), default=0)


def _take_last_section(draft: Draft) -> str:
    """Take the body's own section properties out of the tree, as text; "" where there are none."""
    section = draft.root.find(f"{w('body')}/{w('sectPr')}")
    body = None if section is None else section.getparent()
    if section is None or body is None or len(body) == 1:
        return ""
    text = draft.text_of(section)
    body.remove(section)
    return text
