"""Bookmarks and comments that tags would cut or repeat: they are taken out of the template.

Both ends of one must be written together and once: half a bookmark, or two of one number, make
Word call the file damaged.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from r57plans.word.template.passes.draft import Draft, is_mark
from r57plans.word.xml import Element, remove, w

_NUMBER = w("id")
_KINDS = {
    w("bookmarkStart"): ("bookmark", "start"),
    w("bookmarkEnd"): ("bookmark", "end"),
    w("commentRangeStart"): ("comment", "start"),
    w("commentRangeEnd"): ("comment", "end"),
    w("commentReference"): ("comment", "reference"),
}
_COMPLETE = {
    "bookmark": (["end", "start"],),
    "comment": (["reference"], ["end", "reference", "start"]),
}
_REPEATING = ("for", "macro", "call", "set")


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a bookmark or comment, and the blocks that it stands in, outermost first."""

    element: Element
    role: str
    blocks: tuple[str, ...]


def drop_cut_ranges(draft: Draft) -> None:
    """Take out each bookmark and comment whose ends are not written together and once."""
    if next(draft.root.iter(*_KINDS), None) is None:
        return
    for kind, ends in _ranges(draft):
        roles = sorted(end.role for end in ends)
        together = len({end.blocks for end in ends}) == 1
        repeated = any(block.startswith(_REPEATING) for block in ends[0].blocks)
        if roles not in _COMPLETE[kind] or not together or repeated:
            for end in ends:
                remove(end.element)


def _ranges(draft: Draft) -> list[tuple[str, list[_End]]]:
    """The kind and the ends of each bookmark and comment of a part.

    A second beginning of one number is another range, as an end is of the one begun last.
    """
    found: list[tuple[str, list[_End]]] = []
    latest: dict[tuple[str, str], list[_End]] = {}
    blocks: list[str] = []
    for element in draft.root.iter(etree.ProcessingInstruction, *_KINDS):
        if is_mark(element):
            _follow(draft, element, blocks)
        else:
            kind, role = _KINDS[element.tag]
            key = (kind, element.get(_NUMBER, ""))
            if key not in latest or any(end.role == role for end in latest[key]):
                latest[key] = []
                found.append((kind, latest[key]))
            latest[key].append(_End(element, role, tuple(blocks)))
    return found


def _follow(draft: Draft, mark: Element, blocks: list[str]) -> None:
    """Enter or leave the block that a mark opens or closes, or another branch of it."""
    piece = draft.piece(mark)
    if piece.opens:
        blocks.append(f"{piece.opens} {mark.text}")
    elif piece.middle and blocks:
        blocks[-1] = f"{blocks[-1]} {mark.text}"
    elif piece.closes and blocks:
        blocks.pop()
