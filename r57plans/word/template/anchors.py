"""What loops need beyond their tags: a bookmark for each record, and no id that repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence

from r57plans.word.template.blocks import (
    Block,
    Node,
    all_blocks,
    always_has,
    blocks_of,
    elements_of,
    parents_of_marks,
)
from r57plans.word.template.draft import ANCHORED, Draft, Piece, is_mark
from r57plans.word.template.prepare import drop_repeated
from r57plans.word.xml import Element, w

_LOOP = re.compile(r"for\s+([^\W\d]\w*)\s+in\b")
_ANCHORED = {"tr": w("tr"), "p": w("p")}


def ready_loops(draft: Draft) -> None:
    """Give each loop over rows or paragraphs the marks that write its record's bookmark."""
    for parent in parents_of_marks(draft.root):
        for block in list(all_blocks(blocks_of(draft, parent))):
            if block.piece.word == "for":
                drop_repeated(list(elements_of([block])))
                _anchor(draft, block)


def _anchor(draft: Draft, block: Block) -> None:
    tag = block.piece.tag
    variable = _LOOP.match(tag.body)
    wanted = _ANCHORED.get(tag.lift)
    if wanted is None or variable is None:
        return
    # The index of the opening tag's piece is a number no other loop of this part has.
    number = int(block.opening.text or "0")
    candidates = _firsts(block.branches[0], wanted)
    for element in candidates:
        element.addprevious(draft.statement(tag, f"filter {ANCHORED}({number})"))
        element.addnext(draft.statement(tag, "endfilter"))
    if candidates:
        block.opening.addnext(draft.mark(Piece(tag, variable[1], "_r57_begin", (number,))))


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
