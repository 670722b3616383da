"""On which pages the end of the text and the signature block stand, once they are laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from r57plans.word.layout.found import Found
from r57plans.word.layout.lines import Line, Shown
from r57plans.word.pages import Mark, Pages

LayOut = Callable[[bytes, Sequence[Mark], str], Pages]
"""Lays a file out: its bytes, the marks whose pages are asked for, its name for messages."""

_TEXT, _BLOCK, _NAME = "r57text", "r57block", "r57name"
_SIGNED = ("authority", "role", "signature", "signer")


@dataclass(frozen=True, slots=True)
class Paging:
    """The number of pages, and the pages of the block's two ends and of the text's end, from 1.

    The block is 0 where there is none, the text where nothing stands before the block.
    """

    count: int
    text: int = 0
    block: int = 0
    block_end: int = 0

    @property
    def alone(self) -> bool:
        """Whether the block begins on a page that the text does not reach."""
        return 0 < self.text < self.block

    @property
    def torn(self) -> bool:
        """Whether the block goes on on another page."""
        return self.block != self.block_end


def paging_of(data: bytes, found: Found, lay_out: LayOut, name: str = "") -> Paging:
    """Where the block and the text's end stand. Raises `WordFileError` as `lay_out` does."""
    pages = lay_out(data, tuple(_marks(found)), name)
    block = pages.of.get(_BLOCK, 0)
    return Paging(pages.count, pages.of.get(_TEXT, 0), block, pages.of.get(_NAME, block))


def _marks(found: Found) -> Iterator[Mark]:
    signed = [line for part in _SIGNED for line in found.all(part) if _is_placed(line.shown)]
    if not signed:
        return
    first, last = (pick(signed, key=_ordinal).shown for pick in (min, max))
    yield Mark(_BLOCK, first.ordinal)
    yield Mark(_NAME, last.ordinal, at_end=True)
    text = [p for p in found.body if p.text.strip() and _is_placed(p)]
    if text:
        yield Mark(_TEXT, text[-1].ordinal, at_end=True)


def _ordinal(line: Line) -> int:
    return line.shown.ordinal


def _is_placed(shown: Shown) -> bool:
    """Whether a paragraph stands in the text itself: a box floats wherever it is anchored."""
    return not shown.boxed and shown.ordinal >= 0
