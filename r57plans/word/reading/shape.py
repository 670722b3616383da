"""What a Word file shows, as plain values: lines of pieces, rows of cells, remarks at lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from r57plans.word.manifest import Manifest


class Who(NamedTuple):
    """Who changed something, and on which day (`2025-04-02`); both "" where it is not tracked."""

    author: str = ""
    date: str = ""


NOBODY = Who()


class Piece(NamedTuple):
    """Text of a paragraph; `tag` is that of the content control it stands in, without `r57:`."""

    text: str
    tag: str = ""
    who: Who = NOBODY


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its tracked changes accepted.

    `before` has its pieces before these changes, None where there are none. `remarks` are the ids
    of the comments that begin or stand in it.
    """

    pieces: tuple[Piece, ...]
    bookmarks: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    who: Who = NOBODY
    before: tuple[Piece, ...] | None = None

    @property
    def text(self) -> str:
        """The whole text, spaces as they are."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of the controls in it, in order."""
        return tuple(piece.tag for piece in self.pieces if piece.tag)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `column` is the column of the grid where it begins, `span` how many it takes."""

    lines: tuple[Line, ...]
    column: int
    span: int = 1

    @property
    def text(self) -> str:
        """Its lines, parted by line feeds."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `who` inserted it, where that is tracked.

    `joined` are the columns of cells that go on from the row above.
    """

    cells: tuple[Cell, ...]
    who: Who = NOBODY
    joined: tuple[int, ...] = ()

    @property
    def lines(self) -> Iterator[Line]:
        """The lines of all its cells."""
        return (line for cell in self.cells for line in cell.lines)

    @property
    def bookmarks(self) -> tuple[str, ...]:
        """The names of the bookmarks that begin in it."""
        return tuple(name for line in self.lines for name in line.bookmarks)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; those inside its cells are lines of these cells."""

    rows: tuple[Row, ...]


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: who wrote it, and its paragraphs."""

    id: str
    who: Who
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a Word file shows; `hands` says by tag or bookmark who deleted what stood there."""

    manifest: Manifest | None
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    hands: Mapping[str, Who] | None = None

    @property
    def lines(self) -> Iterator[Line]:
        """Every line, those of tables among them."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield block
            else:
                yield from (line for row in block.rows for line in row.lines)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
