"""The marks of one parent as nested blocks, and whether each opens and closes where it should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from r57plans.findings import Message
from r57plans.word.template.passes.draft import Draft, Piece, is_mark
from r57plans.word.xml import NS, Element, w

_PARAGRAPH = w("p")
_DEEPEST = 60  # blocks inside one another
_TOO_DEEP = Message(vi=f"hơn {_DEEPEST} khối lồng nhau", en=f"more than {_DEEPEST} nested blocks")
_PARENTS = etree.XPath(
    "//processing-instruction()/parent::*[not(self::w:p or self::w:r)]", namespaces={"w": NS["w"]}
)


@dataclass(slots=True)
class Block:
    """From an opening mark to its closing one; `branches` has one list for `if`, each `elif` …"""

    opening: Element
    piece: Piece
    branches: list[list[Node]] = field(default_factory=lambda: [[]])
    closing: Element | None = None
    has_else: bool = False


Node = Element | Block


@dataclass(frozen=True, slots=True)
class Pair:
    """The two marks of one block of a part, wherever they stand."""

    opening: Element
    closing: Element


def blocks_of(draft: Draft, parent: Element) -> list[Node]:
    """What a parent holds, in order: elements, marks that print, and blocks.

    A mark whose partner stands in another paragraph is an element of its own here.
    """
    top: list[Node] = []
    stack: list[Block] = []
    for child in parent:
        here = stack[-1].branches[-1] if stack else top
        piece = draft.piece(child) if is_mark(child) else None
        if piece is None:
            here.append(child)
        elif piece.opens:
            block = Block(child, piece)
            here.append(block)
            stack.append(block)
        elif piece.closes and stack:
            stack.pop().closing = child
        elif piece.middle and stack:
            stack[-1].branches.append([])
            stack[-1].has_else = piece.middle == "else"
        else:
            here.append(child)
    return top


def balanced(draft: Draft) -> list[Pair]:
    """The blocks of a part, each closed before those around it; complains of what has no partner.

    A block opens and closes under one parent, or in two paragraphs that stand side by side.
    """
    pairs: list[Pair] = []
    stack: list[tuple[Element, bool]] = []
    for mark in draft.root.iter(etree.ProcessingInstruction):
        piece = draft.piece(mark)
        if piece.opens and len(stack) == _DEEPEST:
            draft.complain("template.limit", piece.tag, _TOO_DEEP)
            return pairs
        if piece.opens:
            stack.append((mark, False))
        elif piece.closes:
            _close(draft, stack, mark, pairs)
        elif piece.middle:
            _enter(draft, stack, mark)
    for mark, _ in stack:
        draft.complain("template.unbalanced", draft.piece(mark).tag)
    return pairs


def parents_of_marks(root: Element) -> list[Element]:
    """The elements but paragraphs and runs that hold a mark, each once, in document order."""
    return cast("list[Element]", _PARENTS(root))


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
            certain = node.piece.is_certain or (node.has_else and node.piece.opens == "if")
            if certain and all(always_has(branch, tags) for branch in node.branches):
                return True
        elif node.tag in tags:
            return True
    return False


def _close(
    draft: Draft, stack: list[tuple[Element, bool]], mark: Element, pairs: list[Pair]
) -> None:
    """Close the innermost block that this mark can close; those left open inside it are faults."""
    word = draft.piece(mark).closes
    for depth in range(len(stack) - 1, -1, -1):
        opening = stack[depth][0]
        if draft.piece(opening).opens == word and _side_by_side(opening, mark):
            for lonely, _ in stack[depth + 1 :]:
                draft.complain("template.unbalanced", draft.piece(lonely).tag)
            del stack[depth:]
            pairs.append(Pair(opening, mark))
            return
    draft.complain("template.unbalanced", draft.piece(mark).tag)


def _enter(draft: Draft, stack: list[tuple[Element, bool]], mark: Element) -> None:
    """Enter another branch of the innermost block, if it may have one here."""
    piece = draft.piece(mark)
    if stack:
        opening, has_else = stack[-1]
        word = draft.piece(opening).opens
        wanted = ("if", "for") if piece.middle == "else" else ("if",)
        if word in wanted and not has_else and _side_by_side(opening, mark):
            stack[-1] = (opening, piece.middle == "else")
            return
    draft.complain("template.unbalanced", piece.tag)


def _side_by_side(first: Element, second: Element) -> bool:
    one, other = first.getparent(), second.getparent()
    if one is other:
        return True
    if one is None or other is None or {one.tag, other.tag} != {_PARAGRAPH}:
        return False
    return one.getparent() is other.getparent()
