"""The pieces of a part, nested: what the writer of the program walks over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from r57plans.word.template.passes.draft import Piece

Flat = str | Piece


class Node:
    """A piece, and for a block what stands in it: a list for each branch, with its own piece.

    `loop` is the loop whose rounds a piece asks for, `counted` and `sized` whether somebody asks
    this loop for its first round or its number of rounds.
    """

    __slots__ = ("branches", "counted", "loop", "piece", "sized")

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self.branches: list[tuple[Piece, Body]] = []
        self.loop: Node | None = None
        self.counted = self.sized = False

    @property
    def body(self) -> Body:
        """What stands in the first branch."""
        return self.branches[0][1]

    @property
    def otherwise(self) -> Body:
        """What stands after the `else` of a loop."""
        return self.branches[1][1] if len(self.branches) > 1 else []


Body = list["str | Node"]

_ASKS_FIRST = ("first", "later", "vmerge")
_ASKS = (*_ASKS_FIRST, "hspan")
ASSIGNING = ("set", "macro", "import", "from")


def tree_of(flat: Iterable[Flat]) -> Body:
    """Texts and pieces, nested by what opens and closes; they are known to be balanced."""
    top: Body = []
    bodies: list[Body] = [top]
    open_nodes: list[Node] = []
    for item in flat:
        if isinstance(item, str):
            if item:
                bodies[-1].append(item)
        elif item.closes:
            bodies.pop()
            open_nodes.pop()
        elif item.middle:
            bodies[-1] = []
            open_nodes[-1].branches.append((item, bodies[-1]))
        else:
            node = Node(item)
            bodies[-1].append(node)
            if item.name in _ASKS:
                _ask(node, open_nodes)
            if item.opens:
                bodies.append([])
                node.branches.append((item, bodies[-1]))
                open_nodes.append(node)
    return top


def assigned(body: Body) -> Iterator[Node]:
    """The nodes that give a name a value in this scope: not in loops, macros and kept text."""
    for item in body:
        if not isinstance(item, Node):
            continue
        opens, word = item.piece.opens, item.piece.word
        if word in ASSIGNING:
            yield item
        elif opens == "if" or item.piece.kind == "open":
            for _, branch in item.branches:
                yield from assigned(branch)


def _ask(node: Node, around: list[Node]) -> None:
    """Note which loop a piece asks for its rounds: the nearest over rows or cells, or any."""
    name = node.piece.name
    loops = [n for n in reversed(around) if n.piece.opens == "for"]
    lift = str(node.piece.arguments[0])
    node.loop = next((n for n in loops if n.piece.tag.lift == lift), next(iter(loops), None))
    if node.loop is not None:
        node.loop.counted |= name in _ASKS_FIRST
        node.loop.sized |= name == "hspan"
