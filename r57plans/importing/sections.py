"""Tables cut into stretches of rows under one heading, and joined again over pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from r57plans.importing.grids import Grid, GridCell, GridRow, Paragraph
from r57plans.importing.headings import Column, Heading, heading_at, is_number_row


@dataclass(slots=True)
class Section:
    """Rows under one heading; `heading` is None for rows that stand under none.

    `above` is the paragraph before the table; a `caption` are rows above the first heading.
    """

    grid: Grid
    heading: Heading | None
    rows: list[GridRow] = field(default_factory=list)
    above: str = ""
    caption: bool = False

    def field_of(self, cell: GridCell, row: GridRow) -> Column | None:
        """The column that a cell stands in; None where there is none.

        Cells of a row with as many as there are columns are counted; else it is the column with
        which the cell has most in common.
        """
        if self.heading is None:
            return None
        leaves = self.heading.leaves
        if len(row.columns) == len(leaves) and cell.column in row.columns:
            return self.heading.columns[leaves[row.columns.index(cell.column)]]
        common = {at: _common(cell, at, self.heading.columns[at].span) for at in leaves}
        best = max(leaves, key=lambda at: (common[at], -at))
        return self.heading.columns[best] if common[best] > 0 else None


def _common(cell: GridCell, at: int, span: int) -> int:
    return min(cell.column + cell.span, at + span) - max(cell.column, at)


def sections_of(pieces: Iterable[Grid | Paragraph]) -> Iterator[Section]:
    """The sections of all tables, in order.

    A table without a heading that has as many columns as the one before goes on with it, unless a
    heading of the text stands between.
    """
    last: Section | None = None
    above = ""
    for piece in pieces:
        if isinstance(piece, Paragraph):
            above = piece.text
            continue
        for section in _cut(piece, last):
            section.above = above
            yield section
            last = section if section.heading else last
        above = ""


def with_commas(sections: Iterable[Section]) -> None:
    """Gives the figures of sheets the decimal comma of Vietnamese, but for the rows' numbers."""
    for section in sections:
        section.rows = [_row_with_commas(section, row) for row in section.rows]


def _row_with_commas(section: Section, row: GridRow) -> GridRow:
    def written(cell: GridCell) -> GridCell:
        column = section.field_of(cell, row) if cell.figure else None
        if column is None or column.field == "number":
            return cell
        return replace(cell, lines=tuple(line.replace(".", ",") for line in cell.lines))

    return replace(row, cells=tuple(map(written, row.cells))) if section.heading else row


def _cut(grid: Grid, last: Section | None) -> Iterator[Section]:
    rows = grid.rows
    section = Section(grid, None)
    at = 0
    while at < len(rows):
        heading = _heading(rows[at:], section)
        if heading is None:
            if rows[at].cells and not is_number_row(rows[at]):
                section.rows.append(rows[at])
            at += 1
            continue
        at += heading.rows
        if section.heading is None or heading.columns != section.heading.columns:
            if section.heading or section.rows:
                section.caption = section.heading is None
                yield section if section.caption else _continued(section, last)
            section = Section(grid, heading)
    if section.heading or section.rows:
        yield _continued(section, last)


def _heading(rows: Sequence[GridRow], section: Section) -> Heading | None:
    """The headings that begin here: below others only the same ones, or a whole row of them."""
    found = heading_at(rows)
    if found is None or section.heading is None:
        return found
    same = len(found.texts & section.heading.texts) * 2 > len(found.texts)
    known = all(c.field != "other" for c in found.columns.values())
    return found if same or (known and len(found.columns) >= 3 and found.of("number")) else None


def _continued(section: Section, last: Section | None) -> Section:
    if section.heading is None and last and last.heading and _fits(section, last):
        return Section(section.grid, _shifted(section, last.heading), section.rows)
    return section


def _fits(section: Section, last: Section) -> bool:
    """Whether rows without a heading may stand under that of the table before."""
    assert last.heading is not None
    counts = [len(row.columns) for row in section.rows]
    leaves = len(last.heading.leaves)
    return leaves >= 3 and max(counts, default=0) == leaves


def _shifted(section: Section, heading: Heading) -> Heading:
    """The heading with its columns where those of the table that goes on begin."""
    widest = max(section.rows, key=lambda row: len(row.columns))
    spans = {cell.column: cell.span for cell in widest.cells}
    named = zip(widest.columns, (heading.columns[at] for at in heading.leaves), strict=True)
    columns = {at: replace(column, span=spans.get(at, 1)) for at, column in named}
    return Heading(heading.kind, columns, 0, heading.texts)
