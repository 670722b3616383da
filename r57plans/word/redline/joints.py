"""Which paragraph marks are inserted or deleted, so that all comes out on either side.

A mark that goes joins its paragraph to the next one. The last paragraph of a cell, or before a
table that stays, has no next one: it comes or goes through the mark of the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from r57plans.word.redline.aligning import Block, Pair
from r57plans.word.xml import w

NEW, OLD = "ins", "del"
_PARAGRAPH = w("p")
_SECTION = f"{w('pPr')}/{w('sectPr')}"


@dataclass(frozen=True, slots=True)
class Joint:
    """A pair of blocks and what is marked on the end of its paragraph: `ins`, `del` or nothing.

    A paragraph of OLD that `takes` the place of one of NEW ends as that does. `loose`: nothing
    before it can hold the mark, so that a program may leave an empty paragraph behind.
    """

    pair: Pair
    mark: str = ""
    takes: Block | None = None
    loose: bool = False


def joints_of(pairs: Iterable[Pair]) -> Iterator[Joint]:
    """The joints of aligned blocks in order."""
    stretch: list[Pair] = []
    for pair in pairs:
        stretch.append(pair)
        if pair.old and pair.new and pair.new.kind != _PARAGRAPH:
            yield from _stretch(stretch[:-1])
            yield Joint(pair)
            stretch = []
    yield from _stretch(stretch)


def _stretch(pairs: list[Pair]) -> Iterator[Joint]:
    """The joints of blocks up to a table that stays, or to the end."""
    whole = [n for n, pair in enumerate(pairs) if pair.old and pair.new]
    last = whole[-1] if whole else -1
    tail = range(last + 1, len(pairs))
    gone = [n for n in tail if _only(pairs[n], OLD)]
    come = [n for n in tail if _only(pairs[n], NEW)]
    if gone and come:
        yield from map(_plain, _with_last_as_one(pairs, gone[-1], come[-1]))
        return
    ends = gone or come
    before = pairs[last].new if last >= 0 else None
    if not ends or before is None or (before.element.find(_SECTION) is not None and come):
        yield from (replace(_plain(p), loose=n in ends[-1:]) for n, p in enumerate(pairs))
        return
    for n, pair in enumerate(pairs):
        if n == last:
            yield Joint(pair, OLD if gone else NEW)
        elif n == ends[-1]:
            yield Joint(pair, takes=before if gone else None)
        else:
            yield _plain(pair)


def _plain(pair: Pair) -> Joint:
    if pair.old and pair.new:
        return Joint(pair)
    return Joint(pair, OLD if pair.old else NEW)


def _only(pair: Pair, side: str) -> bool:
    """Whether the pair is a paragraph that only one side has."""
    block = pair.old if side == OLD else pair.new
    other = pair.new if side == OLD else pair.old
    return block is not None and other is None and block.kind == _PARAGRAPH


def _with_last_as_one(pairs: list[Pair], gone: int, come: int) -> Iterator[Pair]:
    one = Pair(pairs[gone].old, pairs[come].new)
    for n, pair in enumerate(pairs):
        if n == max(gone, come):
            yield one
        elif n != min(gone, come):
            yield pair
