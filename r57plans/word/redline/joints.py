"""Which paragraph marks are inserted or deleted, so that all comes out on either side.

A mark that goes joins its paragraph to the next one. The last paragraph of a cell, or before a
table that stays, has no next one: it comes or goes through the mark of the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from r57plans.word.redline.aligning import Block, Pair, apart
from r57plans.word.redline.inline import NEW, OLD
from r57plans.word.xml import w

_PARAGRAPH, _TABLE = w("p"), w("tbl")
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
    return iter(_before_tables(list(_joints(pairs))))


def _joints(pairs: Iterable[Pair]) -> Iterator[Joint]:
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
    at = whole[-1] + 1 if whole else 0
    gone = [pair.old for pair in pairs[at:] if pair.old]
    come = [pair.new for pair in pairs[at:] if pair.new]
    last_gone, last_come = _last_paragraph(gone), _last_paragraph(come)
    if last_gone >= 0 and last_come >= 0:
        yield from map(_plain, pairs[:at])
        yield from map(_plain, apart(gone[:last_gone], come[:last_come]))
        yield Joint(Pair(gone[last_gone], come[last_come]))
        yield from map(_plain, apart(gone[last_gone + 1 :], come[last_come + 1 :]))
    elif last_gone >= 0 or last_come >= 0:
        yield from _tail(pairs[:at], gone, come, max(last_gone, last_come))
    else:
        yield from map(_plain, pairs)


def _tail(before: list[Pair], gone: list[Block], come: list[Block], last: int) -> Iterator[Joint]:
    """The joints where only one side has paragraphs at the end, of which `last` is the last."""
    goes = any(block.kind == _PARAGRAPH for block in gone)
    own = [Pair(block, None) for block in gone] if goes else [Pair(None, block) for block in come]
    other = [Pair(None, block) for block in come] if goes else [Pair(block, None) for block in gone]
    holder = before[-1].new if before else None
    if holder is None or (not goes and holder.element.find(_SECTION) is not None):
        for n, pair in enumerate(own):
            yield replace(_plain(pair), loose=n == last)
    else:
        yield from map(_plain, before[:-1])
        yield Joint(before[-1], OLD if goes else NEW)
        for n, pair in enumerate(own):
            ends = Joint(pair, takes=holder if goes else None)
            yield ends if n == last else _plain(pair)
    yield from map(_plain, other)


def _before_tables(joints: list[Joint]) -> list[Joint]:
    """The joints, but the last of paragraphs that come or go with a table behind them through the
    mark of the paragraph before: LibreOffice joins no paragraph to a table that goes."""
    holder, side = -1, ""
    for n, joint in enumerate(joints):
        own = _own_side(joint)
        if joint.pair.old and joint.pair.new:
            holder, side = (n if _may_hold(joint) else -1), ""
        elif not own or side not in ("", own) or joint.takes or joint.loose:
            holder = -1
        elif _kind(joint) == _PARAGRAPH and joint.mark:
            side = own
        elif _kind(joint) == _TABLE and side == own and holder >= 0:
            before = joints[holder].pair.new
            joints[holder] = replace(joints[holder], mark=own)
            takes = before if own == OLD else None
            joints[n - 1] = replace(joints[n - 1], mark="", takes=takes)
            holder = -1
        else:
            holder = -1
    return joints


def _own_side(joint: Joint) -> str:
    """The side that alone has the block; "" where both have it."""
    if joint.pair.old and joint.pair.new:
        return ""
    return OLD if joint.pair.old else NEW


def _kind(joint: Joint) -> str:
    block = joint.pair.old or joint.pair.new
    return block.kind if block else ""


def _may_hold(joint: Joint) -> bool:
    """Whether the mark of a paragraph that both have is free, and no section ends with it."""
    new = joint.pair.new
    return (
        new is not None
        and new.kind == _PARAGRAPH
        and not joint.mark
        and new.element.find(_SECTION) is None
    )


def _last_paragraph(blocks: list[Block]) -> int:
    """The place of the last paragraph; -1 where there is none."""
    places = (n for n, block in enumerate(blocks) if block.kind == _PARAGRAPH)
    return max(places, default=-1)


def _plain(pair: Pair) -> Joint:
    if pair.old and pair.new:
        return Joint(pair)
    return Joint(pair, OLD if pair.old else NEW)
