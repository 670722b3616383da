"""Templates of chance together with what each must print: a small dialect told twice.

Every node knows its Word XML and, by itself and without the engine, the lines of the outline that
it gives. What both say must agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol
from xml.sax.saxutils import escape

from r57plans.word.outline import cell_text, row_line, seen

Env = Mapping[str, object]
DATA: dict[str, object] = {
    "x": "A&<b> {{ y }}",
    "n": 7,
    "yes": True,
    "off": False,
    "xs": ["một", "hai"],
    "pairs": [["a", "b"], []],
    "empty": [],
}
CONDITIONS: Mapping[str, bool] = {
    "yes": True,
    "off": False,
    "xs": True,
    "not empty": True,
    "n > 6 and not off": True,
    "x == 'B'": False,
}
LISTS: Mapping[str, list[object]] = {
    "xs": ["một", "hai"],
    "empty": [],
    "range(3)": [0, 1, 2],
    "xs[1:]": ["hai"],
}
NOISE = (
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:proofErr w:type="gramEnd"/>',
)
GRID = re.compile(r"table \d+ \(\d+\):(?: \d+)*")


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a block: `if`, `for` or `with`, and how often it runs with which names."""

    word: str
    expression: str
    variable: str = ""

    @property
    def source(self) -> str:
        """What the tag says."""
        if self.word == "for":
            return f"for {self.variable} in {self.expression}"
        if self.word == "with":
            return f"with {self.variable} = {self.expression}"
        return f"if {self.expression}"

    def rounds(self, env: Env) -> list[Env]:
        """The names of each round; none where the block is left out."""
        if self.word == "if":
            return [env] if CONDITIONS[self.expression] else []
        if self.word == "with":
            return [{**env, self.variable: DATA[self.expression]}]
        items = LISTS[self.expression]
        return [
            {**env, self.variable: item, "loop.index": place} for place, item in enumerate(items, 1)
        ]


@dataclass(frozen=True, slots=True)
class Said:
    """Plain text."""

    text: str

    def pieces(self) -> list[str]:
        """The text of each run."""
        return [self.text]

    def run(self, env: Env) -> str:
        """What is printed."""
        return self.text


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is printed."""

    name: str

    def pieces(self) -> list[str]:
        """The tag."""
        return [f"{{{{ {self.name} }}}}"]

    def run(self, env: Env) -> str:
        """The value as text."""
        return str(env[self.name])


@dataclass(frozen=True, slots=True)
class Inline:
    """A block within a paragraph; with the prefix `r` its tags have runs of their own."""

    head: Head
    inner: tuple[Piece, ...]
    other: tuple[Piece, ...] | None = None
    prefix: str = ""

    def pieces(self) -> list[str]:
        """The tags and what stands between them."""
        inner = [text for piece in self.inner for text in piece.pieces()]
        other = [text for piece in self.other or () for text in piece.pieces()]
        middle = [] if self.other is None else [f"{{%{self.prefix} else %}}"]
        first = f"{{%{self.prefix} {self.head.source} %}}"
        return [first, *inner, *middle, *other, f"{{%{self.prefix} end{self.head.word} %}}"]

    def run(self, env: Env) -> str:
        """What the rounds print, one after the other."""
        rounds = self.head.rounds(env)
        if not rounds:
            return said_by(self.other or (), env)
        return "".join(said_by(self.inner, each) for each in rounds)


class Piece(Protocol):
    """What a paragraph holds: some text with tags, and what it prints."""

    def pieces(self) -> list[str]:
        """The text of each run."""
        ...

    def run(self, env: Env) -> str:
        """What is printed."""
        ...


class Node(Protocol):
    """What a body, a table or a row holds, and the lines that it gives."""

    def xml(self) -> str:
        """The Word XML."""
        ...

    def lines(self, env: Env) -> list[str]:
        """The lines of the outline."""
        ...


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `cuts` are places where Word cut its text into runs."""

    content: tuple[Piece, ...]
    cuts: tuple[int, ...] = ()
    noise: str = ""

    def xml(self) -> str:
        """The paragraph."""
        runs = [text for piece in self.content for text in piece.pieces()]
        return f"<w:p>{''.join(self._written(runs))}</w:p>"

    def lines(self, env: Env) -> list[str]:
        """Its line."""
        return [f"¶ {seen(said_by(self.content, env))}".rstrip()]

    def _written(self, runs: list[str]) -> list[str]:
        """The runs; those without a prefix are joined and cut again at any place."""
        out, text = [], ""
        for run in [*runs, "{%r"]:
            if run.startswith("{%r"):
                out += self._cut(text)
                out += [_run(run)] if run != "{%r" else []
                text = ""
            else:
                text += run
        return out

    def _cut(self, text: str) -> list[str]:
        places = sorted({place % (len(text) + 1) for place in self.cuts})
        bounds = [0, *places, len(text)]
        pieces = [text[a:b] for a, b in pairwise(bounds) if a < b]
        return [self.noise.join(map(_run, pieces))]


@dataclass(frozen=True, slots=True)
class Blocks:
    """A block over paragraphs and tables, each tag in a paragraph of its own."""

    head: Head
    inner: tuple[Node, ...]
    other: tuple[Node, ...] | None = None

    def xml(self) -> str:
        """The paragraphs."""
        return _lifted(self, "p", lambda tag: f"<w:p>{_run(tag)}</w:p>")

    def lines(self, env: Env) -> list[str]:
        """The lines of every round."""
        return _rounds(self, env, lambda block, each: block.lines(each))


@dataclass(frozen=True, slots=True)
class Table:
    """A table; one whose rows all vanish leaves nothing."""

    rows: tuple[Node, ...]

    def xml(self) -> str:
        """The table."""
        grid = '<w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>'
        return f"<w:tbl><w:tblPr/>{grid}{''.join(row.xml() for row in self.rows)}</w:tbl>"

    def lines(self, env: Env) -> list[str]:
        """A line a row."""
        rows = [line for row in self.rows for line in row.lines(env)]
        return ["table", *rows] if rows else []


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row; one whose cells all vanish leaves nothing."""

    cells: tuple[Node, ...]

    def xml(self) -> str:
        """The row."""
        return f"<w:tr>{''.join(cell.xml() for cell in self.cells)}</w:tr>"

    def lines(self, env: Env) -> list[str]:
        """Its line."""
        cells = [text for cell in self.cells for text in cell.lines(env)]
        return [row_line(cells)] if cells else []


@dataclass(frozen=True, slots=True)
class Rows:
    """A block over rows."""

    head: Head
    inner: tuple[Node, ...]
    other: tuple[Node, ...] | None = None

    def xml(self) -> str:
        """The rows."""
        return _lifted(self, "tr", lambda tag: f"<w:tr><w:tc><w:p>{_run(tag)}</w:p></w:tc></w:tr>")

    def lines(self, env: Env) -> list[str]:
        """The lines of every round."""
        return _rounds(self, env, lambda row, each: row.lines(each))


@dataclass(frozen=True, slots=True)
class PlainCell:
    """A cell, which always ends with a paragraph."""

    blocks: tuple[Node, ...]

    def xml(self) -> str:
        """The cell."""
        inner = "".join(block.xml() for block in self.blocks)
        return f"<w:tc>{inner}{'' if inner.endswith('</w:p>') else '<w:p/>'}</w:tc>"

    def lines(self, env: Env) -> list[str]:
        """What it holds, as one text."""
        said = _inline([line for block in self.blocks for line in block.lines(env)])
        closed = self.blocks and self.xml().endswith("<w:p/></w:tc>")
        if not said or said[-1].startswith("⟪") or closed:
            said.append("¶")
        return [cell_text(said)]


@dataclass(frozen=True, slots=True)
class Cells:
    """A block over cells."""

    head: Head
    inner: tuple[Node, ...]
    other: tuple[Node, ...] | None = None

    def xml(self) -> str:
        """The cells."""
        return _lifted(self, "tc", lambda tag: f"<w:tc><w:p>{_run(tag)}</w:p></w:tc>")

    def lines(self, env: Env) -> list[str]:
        """The cells of every round."""
        return _rounds(self, env, lambda cell, each: cell.lines(each))


def expected(blocks: Sequence[Node]) -> list[str]:
    """The lines that a body of these blocks must give."""
    return [line for block in blocks for line in block.lines(DATA)]


def written(blocks: Sequence[Node]) -> str:
    """The body's XML."""
    return "".join(block.xml() for block in blocks)


def said_by(pieces: Sequence[Piece], env: Env) -> str:
    """What the pieces print, one after the other."""
    return "".join(piece.run(env) for piece in pieces)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _lifted(block: Blocks | Rows | Cells, prefix: str, housed: Callable[[str], str]) -> str:
    middle = "" if block.other is None else housed(f"{{%{prefix} else %}}")
    return (
        housed(f"{{%{prefix} {block.head.source} %}}")
        + "".join(node.xml() for node in block.inner)
        + middle
        + "".join(node.xml() for node in block.other or ())
        + housed(f"{{%{prefix} end{block.head.word} %}}")
    )


def _rounds(block: Blocks | Rows | Cells, env: Env, told: Callable[..., list[str]]) -> list[str]:
    rounds = block.head.rounds(env)
    if not rounds:
        return [line for node in block.other or () for line in told(node, env)]
    return [line for each in rounds for node in block.inner for line in told(node, each)]


def _inline(lines: list[str]) -> list[str]:
    """The lines with each table put on one line, as an outline tells it within a cell."""
    out: list[str] = []
    for line in lines:
        if line == "table":
            out.append("⟪ table ⟫")
        elif line.startswith("|"):
            out[-1] = f"{out[-1].removesuffix(' ⟫')} / {line} ⟫"
        else:
            out.append(line)
    return out
