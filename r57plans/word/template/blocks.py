"""The marks of one parent as nested blocks, and whether each opens and closes where it should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from r57plans.word.template.draft import Draft, Piece, is_mark
from r57plans.word.template.tags import MIDDLE, OPENING
from r57plans.word.xml import Element

_OPENING = (*OPENING, "filter")


@dataclass(slots=True)
class Block:
    """From an opening mark to its closing one; `branches` has one list for `if`, each `elif` …"""

    opening: Element
    piece: Piece
    branches: list[list[Node]] = field(default_factory=lambda: [[]])
    closing: Element | None = None
    has_else: bool = False


Node = Element | Block


def blocks_of(draft: Draft, parent: Element) -> list[Node]:
    """What a parent holds, in order: elements, marks that print, and blocks."""
    top: list[Node] = []
    _nest(draft, parent, top)
    return top


def check_balance(draft: Draft) -> None:
    """Complain of every tag that opens or closes something without its partner beside it."""
    for parent in parents_of_marks(draft.root):
        for mark in _nest(draft, parent, []):
            draft.complain("template.unbalanced", draft.piece(mark).tag)


def parents_of_marks(root: Element) -> list[Element]:
    """The elements that hold a mark, each once, in document order."""
    parents = (mark.getparent() for mark in root.iter(etree.ProcessingInstruction))
    return list(dict.fromkeys(parent for parent in parents if parent is not None))


def all_blocks(nodes: Sequence[Node]) -> Iterator[Block]:
    """The blocks among some nodes and inside one another, the outer before the inner."""
    for node in nodes:
        if isinstance(node, Block):
            yield node
            for branch in node.branches:
                yield from all_blocks(branch)


def elements_of(nodes: Sequence[Node]) -> Iterator[Element]:
    """The elements among some nodes and inside their blocks, in order; marks are left out."""
    for node in nodes:
        if isinstance(node, Block):
            for branch in node.branches:
                yield from elements_of(branch)
        elif not is_mark(node):
            yield node


def always_has(nodes: Sequence[Node], tags: Sequence[str]) -> bool:
    """Whether the nodes give at least one element of these names, however the program runs."""
    for node in nodes:
        if isinstance(node, Block):
            certain = node.piece.is_certain or (node.has_else and node.piece.word == "if")
            if certain and all(always_has(branch, tags) for branch in node.branches):
                return True
        elif node.tag in tags:
            return True
    return False


def _nest(draft: Draft, parent: Element, top: list[Node]) -> list[Element]:
    """Fill `top` with the parent's nodes; what comes back are the marks without a partner."""
    stack: list[Block] = []
    lonely: list[Element] = []
    for child in parent:
        here = stack[-1].branches[-1] if stack else top
        word = draft.piece(child).word if is_mark(child) else ""
        if word in _OPENING:
            block = Block(child, draft.piece(child))
            here.append(block)
            stack.append(block)
        elif word in MIDDLE or word.startswith("end"):
            if not _partner(stack, child, word):
                lonely.append(child)
        else:
            here.append(child)
    return [*lonely, *(block.opening for block in stack)]


def _partner(stack: list[Block], mark: Element, word: str) -> bool:
    """Enter another branch of the innermost block, or close it; False when it is not its own."""
    if not stack:
        return False
    block = stack[-1]
    if word == f"end{block.piece.word}":
        block.closing = mark
        stack.pop()
        return True
    fits = not block.has_else and block.piece.word in (("if", "for") if word == "else" else ("if",))
    if word in MIDDLE and fits:
        block.branches.append([])
        block.has_else = word == "else"
    return word in MIDDLE and fits
