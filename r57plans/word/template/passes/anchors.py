"""What loops need beyond their tags: a bookmark for each record, and no id that repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from r57plans.word.template.passes.blocks import (
    Block,
    Node,
    Pair,
    all_blocks,
    always_has,
    blocks_of,
)
from r57plans.word.template.passes.draft import Draft, Piece, is_mark
from r57plans.word.template.passes.tags import NO_TAG
from r57plans.word.xml import Element, qname, w

_LOOP = re.compile(r"for\s+([^\W\d]\w*)\s+in\b")
_DRAWING = qname("wp", "docPr")
_ANCHORED = {"tr": w("tr"), "p": w("p")}
_REPEATING = ("for", "macro", "call", "set")


def ready_loops(draft: Draft, pairs: Sequence[Pair], parents: Sequence[Element]) -> None:
    """Give each loop over rows or paragraphs the marks that write its record's bookmark.

    `parents` are those of marks.
    """
    if next(draft.root.iter(_DRAWING), None) is not None:
        for pair in pairs:
            if draft.piece(pair.opening).opens in _REPEATING:
                for element in _between(pair):
                    _number_drawings(draft, element)
    ends = _ends(pairs)
    for parent in parents:
        for block in list(all_blocks(blocks_of(draft, parent))):
            if block.piece.opens == "for":
                _anchor(draft, block, ends)


def _number_drawings(draft: Draft, element: Element) -> None:
    """Let the drawings of what is repeated take their numbers at run time."""
    for drawing in element.iter(_DRAWING):
        drawing.set("id", draft.attribute(Piece(NO_TAG, "write", "", "unique")))


def _between(pair: Pair) -> Iterator[Element]:
    """The elements that a block repeats, the paragraphs of its two marks among them."""
    first, last = pair.opening, pair.closing
    if first.getparent() is not last.getparent():
        first, last = first.getparent(), last.getparent()  # type: ignore[assignment]  # both stand in paragraphs
        yield first
    for element in first.itersiblings():
        if element is last and is_mark(element):
            return
        if not is_mark(element):
            yield element
        if element is last:
            return


def _ends(pairs: Sequence[Pair]) -> dict[Element, Element]:
    """The last paragraph of what begins in a paragraph and ends in another one beside it."""
    ends: dict[Element, Element] = {}
    for pair in reversed(pairs):  # the later first, so that one chain after another is followed
        first, last = pair.opening.getparent(), pair.closing.getparent()
        if first is not None and last is not None and first is not last:
            last = ends.get(last, last)
            known = ends.get(first)
            if known is None or last in known.itersiblings():
                ends[first] = last
    return ends


def _anchor(draft: Draft, block: Block, ends: dict[Element, Element]) -> None:
    tag = block.piece.tag
    variable = _LOOP.match(block.piece.source)
    wanted = _ANCHORED.get(tag.lift)
    if wanted is None or variable is None:
        return
    # The index of the opening tag's piece is a number no other loop of this part has.
    number = int(block.opening.text or "0")
    candidates = _firsts(block.branches[0], wanted)
    for element in candidates:
        draft.watch(element, tag, "anchor", number, last=ends.get(element))
    if candidates:
        block.piece.arguments = (number,)


def _firsts(nodes: Sequence[Node], wanted: str) -> list[Element]:
    """The elements that may be the first of their name, whichever branches the program takes."""
    found: list[Element] = []
    for node in nodes:
        if isinstance(node, Block):
            for branch in node.branches:
                found += _firsts(branch, wanted)
            if always_has([node], (wanted,)):
                break
        elif not is_mark(node) and node.tag == wanted:
            return [*found, node]
    return found
