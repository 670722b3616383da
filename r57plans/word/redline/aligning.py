"""Which block or row of OLD is which of NEW: by bookmark, by what they say, then by likeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from r57plans.word.redline.columns import columns_of
from r57plans.word.redline.items import control_key
from r57plans.word.redline.likeness import Reader, cells_of, name_of, rows_of, words_said
from r57plans.word.redline.sequences import pairs, shared, steps
from r57plans.word.revisions.mending import is_joined
from r57plans.word.xml import Element, w

_LIKE = 0.35  # the share of words that two paragraphs must have in common to be one that changed
_TABLE = w("tbl")
_CONTROL = w("sdt")
_WHOLE = {_TABLE, _CONTROL}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, table, row or block of a control: its element, its name and what it says.

    `more` are the rows below that are merged with a row: they come and go together; `rows` are
    those of a table.
    """

    element: Element
    name: str
    said: str
    more: tuple[Element, ...] = ()
    rows: tuple[Block, ...] = ()

    @property
    def key(self) -> str:
        """Equal keys are the same block, whatever has changed within it."""
        return self.name or self.said

    @property
    def elements(self) -> tuple[Element, ...]:
        """The element and those that go with it."""
        return (self.element, *self.more)

    @property
    def kind(self) -> str:
        """The name of its element."""
        return str(self.element.tag)


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of OLD and what it is in NEW; None on one side for what is not there."""

    old: Block | None
    new: Block | None


def blocks(elements: Sequence[Element], reader: Reader) -> list[Block]:
    """Paragraphs, tables and controls, as they are aligned."""
    return [_block(element, reader) for element in elements]


def _rows(table: Element, reader: Reader) -> Iterator[Block]:
    """The rows of a table, as they are aligned: those that a merged cell joins as one."""
    found: list[list[Element]] = []
    for row in rows_of(table):
        if found and is_joined(cells_of(row)):
            found[-1].append(row)
        else:
            found.append([row])
    for first, *more in found:
        said = "\n".join(map(reader.row, (first, *more)))
        yield Block(first, name_of(first), said, tuple(more))


def aligned(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    """The pairs in order, with what only one side has between them."""
    for step in steps([b.key for b in old], [b.key for b in new]):
        if step.same:
            yield from (Pair(old[a], new[b]) for a, b in zip(step.old, step.new, strict=True))
        else:
            yield from _in_gap([old[n] for n in step.old], [new[n] for n in step.new])


def _in_gap(old: list[Block], new: list[Block]) -> Iterator[Pair]:
    def likeness(a: int, b: int) -> float:
        return _likeness(old[a], new[b])

    done_old = done_new = 0
    found = pairs(range(len(old)), range(len(new)), likeness) if old and new else []
    for a, b in (*found, (len(old), len(new))):
        yield from apart(old[done_old:a], new[done_new:b])
        if a < len(old):
            yield Pair(old[a], new[b])
        done_old, done_new = a + 1, b + 1


def apart(old: list[Block], new: list[Block]) -> Iterator[Pair]:
    """What stood between two pairs and what stands there now.

    OLD's comes first, but for tables with which NEW's begins: the end of a paragraph that goes
    could not join a table behind it.
    """
    first = next((n for n, block in enumerate(new) if block.kind not in _WHOLE), len(new))
    yield from (Pair(None, block) for block in new[:first])
    yield from (Pair(block, None) for block in old)
    yield from (Pair(None, block) for block in new[first:])


def _likeness(old: Block, new: Block) -> float:
    if old.kind != new.kind:
        return 0.0
    if old.name and new.name:
        return float(old.name == new.name)
    if old.kind == _TABLE and not columns_of(old.element, new.element).are_alike:
        return 0.0
    if old.kind == _CONTROL and control_key(old.element) != control_key(new.element):
        return 0.0
    like = shared(_words(old), _words(new))
    return like if like >= _LIKE else 0.0


def _words(block: Block) -> str:
    return words_said(block.said.removeprefix(block.kind))


def _block(element: Element, reader: Reader) -> Block:
    if element.tag == _TABLE:
        rows = tuple(_rows(element, reader))
        return Block(element, "", "\n".join((_TABLE, *(row.said for row in rows))), rows=rows)
    return Block(element, name_of(element), f"{element.tag}{reader.said(element)}")
