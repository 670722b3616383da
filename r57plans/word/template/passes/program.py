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

_MARKS = re.compile(rf"<\?{MARK} (\d+)\?>")
_EITHER = rf'(?:<\?{MARK} |(?<="){ATTRIBUTE}-%s-)(\d+)(?:\?>|(?="))'


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
    items: list[str | Piece] = list(_marks_of(draft, xml).split(xml))
    items[1::2] = [draft.pieces[int(str(number))] for number in items[1::2]]
    for index in range(1, len(items), 2):
        _take_run(items, index)
    return Flat(tuple(items), section, ending, taken)


def _take_run(items: list[str | Piece], index: int) -> None:
    """Give a value that stands in a run of its own that run's opening, with its properties.

    The value prints whole runs: none where it is empty, several where it is rich.
    """
    piece, before, after = items[index], items[index - 1], items[index + 1]
    if isinstance(piece, Piece) and piece.name == "text":
        text = str(before)
        start = text.rfind("<w:r>")
        start = max(start, text.rfind("<w:r ", max(start, 0)))
        piece.arguments = (text[start:],)
        items[index - 1] = text[:start]
        items[index + 1] = str(after).removeprefix("</w:r>")


def compiled_program(flat: Flat, part: str, compiler: Compiler, *, text: bool = False) -> Program:
    """The program of a part. Raises what compiling raises; `compiler.current` is then where."""
    compiled = compiler.program(flat.items, text=text)
    return Program(part, compiled, flat.section, flat.ending, flat.taken)


def _marks_of(draft: Draft, xml: str) -> re.Pattern[str]:
    """What the marks of a draft look like in its text."""
    return re.compile(_EITHER % draft.secret) if ATTRIBUTE in xml else _MARKS


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
