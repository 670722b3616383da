"""Outlines: the paragraphs, tables and tags of a template as lines of text.

`templates/source/party.outline` explains the few kinds of line at its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from r57plans.errors import R57Error
from r57plans.word.maker.sources import read_text

_TAG = re.compile(r"\{%(p|tr|tc) .*%\}$")
_BLOCKS = {"table", "row", "cell", "pages", "rule"}
_STEP = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an outline: `depth` counts steps of two blanks, `place` is `file:line`."""

    place: str
    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Node:
    """A line with the lines under it.

    `kind` is `text` (a paragraph in the style `name`), `tag` (`name` is p, tr or tc), or the
    line's first word; then `options` are the words after it.
    """

    kind: str
    name: str
    text: str
    options: tuple[str, ...]
    children: tuple[Node, ...]
    place: str


def read_outline(folder: Path, name: str) -> tuple[Node, ...]:
    """The nodes of `name`.outline and of those that it uses; raises R57Error with the place."""
    return tuple(_nodes(_Cursor(list(_lines(folder, name, 0))), 0))


def _lines(folder: Path, name: str, deeper: int) -> Iterator[Line]:
    for number, raw in enumerate(read_text(folder / f"{name}.outline").splitlines(), 1):
        text = raw.strip()
        place, depth = f"{name}.outline:{number}", (len(raw) - len(raw.lstrip())) // _STEP + deeper
        if text.startswith("use "):
            yield from _lines(folder, text.removeprefix("use ").removesuffix(".outline"), depth)
        elif text and not text.startswith("#"):
            yield Line(place, depth, text)


class _Cursor:
    """The lines still to be read."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._next = 0

    @property
    def depth(self) -> int:
        """How deep the next line stands; -1 at the end."""
        return self._lines[self._next].depth if self._next < len(self._lines) else -1

    def take(self) -> Line:
        """The next line, which is then read."""
        self._next += 1
        return self._lines[self._next - 1]


def _nodes(cursor: _Cursor, depth: int) -> Iterator[Node]:
    while cursor.depth == depth:
        line = cursor.take()
        children = tuple(_nodes(cursor, depth + 1))
        yield _node(line, children)
    if cursor.depth > depth:
        raise R57Error(f"{cursor.take().place}: a line stands deeper than its neighbours")


def _node(line: Line, children: tuple[Node, ...]) -> Node:
    if tag := _TAG.match(line.text):
        return Node("tag", tag[1], line.text, (), children, line.place)
    head, bar, text = (piece.strip() for piece in line.text.partition("|"))
    words = head.split()
    if words[0] in _BLOCKS:
        return Node(words[0], words[0], text, tuple(words[1:]), children, line.place)
    if not bar or len(words) != 1:
        raise R57Error(f"{line.place}: expected `style | text`, a tag or a block: {line.text}")
    return Node("text", head, text, (), children, line.place)
