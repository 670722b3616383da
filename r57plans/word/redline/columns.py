"""Which column of a table of OLD is which of NEW, and so which cell of a row is which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import zip_longest

from r57plans.word.redline.likeness import cells_of, rows_of
from r57plans.word.redline.sequences import steps
from r57plans.word.revisions.mending import grid_of, is_joined, merge_of
from r57plans.word.text import text_of
from r57plans.word.xml import Element, w

CellPair = tuple[Element | None, Element | None]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of two tables: by the number of each of OLD, that of NEW which it is.

    `widths` are how many columns the headings of either take; what lies beyond is counted from
    there.
    """

    same: dict[int, int]
    widths: tuple[int, int]

    @property
    def differ(self) -> bool:
        """Whether a column went or came."""
        return any(len(self.same) != width for width in self.widths)

    @property
    def are_alike(self) -> bool:
        """Whether the two tables may be one that changed: half of the columns are the same."""
        return 2 * len(self.same) >= min(self.widths)

    def cells(self, old: Element, new: Element) -> list[CellPair] | None:
        """The cells of two rows side by side in order; None for rows that are not one row.

        A cell that is split, or merged with its neighbour or the one below, is in no other's place.
        """
        before, after = (list(grid_of(row, cells_of(row))) for row in (old, new))
        at = {column: n for n, (columns, _) in enumerate(after) for column in columns}
        found: list[CellPair] = []
        done = 0
        for columns, cell in before:
            beside = {at[now] for now in map(self._now, columns) if now in at}
            if not beside:
                found.append((cell, None))
                continue
            place = min(beside)
            if len(beside) > 1 or place < done or merge_of(cell) != merge_of(after[place][1]):
                return None
            found += [(None, other) for _, other in after[done:place]]
            found.append((cell, after[place][1]))
            done = place + 1
        found += [(None, other) for _, other in after[done:]]
        return found if any(a is not None and b is not None for a, b in found) else None

    def _now(self, column: int) -> int:
        beyond = column - self.widths[0]
        return self.widths[1] + beyond if beyond >= 0 else self.same.get(column, -1)


def columns_of(old: Element, new: Element) -> Columns:
    """The columns of two tables, told from each other by their headings."""
    keys = _headings(old), _headings(new)
    same: dict[int, int] = {}
    for step in steps(*keys):
        if step.same or len(step.old) == len(step.new):
            same.update(zip(step.old, step.new, strict=True))
    return Columns(same, (len(keys[0]), len(keys[1])))


def widen_grid(old: Element, new: Element, columns: Columns) -> None:
    """Give the grid of NEW's table the columns that only OLD has: their cells are there still."""
    before, after = _grid(old), _grid(new)
    if (len(before), len(after)) != columns.widths:
        return
    last = None
    for n, column in enumerate(before):
        if n in columns.same:
            last = after[columns.same[n]]
            continue
        made = deepcopy(column)
        if last is None:
            after[0].addprevious(made)
        else:
            last.addnext(made)
            last = made


def _grid(table: Element) -> list[Element]:
    return table.findall(f"{w('tblGrid')}/{w('gridCol')}")


def _headings(table: Element) -> Sequence[str]:
    """By column, what the cells of the first rows say that a merged cell joins."""
    rows = [list(_said_in(row)) for row in _head(table)]
    return ["\x1f".join(said) for said in zip_longest(*rows, fillvalue="")]


def _head(table: Element) -> Iterator[Element]:
    for n, row in enumerate(rows_of(table)):
        if n and not is_joined(cells_of(row)):
            return
        yield row


def _said_in(row: Element) -> Iterator[str]:
    for columns, cell in grid_of(row, cells_of(row)):
        yield from (text_of(cell).strip() for _ in columns)
