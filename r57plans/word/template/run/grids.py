"""A table's grid at run time: as many columns as its rows have, within the table's width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"<w:tbl(?: [^>]*)?>|</w:tbl>|<w:tr(?: [^>]*)?>|<w:tc(?: [^>]*)?>"
    r'|<w:tcW [^>]*/>|<w:grid(?:Span|Before|After) w:val="(\d+)"/>'
)

_BEFORE_GRID = re.compile(
    r"<w:tbl(?: [^>]*)?>(?:<w:tblPr(?: [^>]*)?/>|<w:tblPr(?: [^>]*)?>.*?</w:tblPr>)?"
)


@dataclass(slots=True)
class _Cell:
    """A cell: how many columns it spans, and where its own width stands in the text."""

    span: int = 1
    width: tuple[int, int] | None = None


def mended(xml: str, widths: tuple[int, ...]) -> str:
    """A table with a grid that fits its rows; `widths` are the template's, in twips.

    Where the number of columns changes, they share the table's width, and cells take theirs.
    """
    rows = _rows(xml)
    count = max((sum(cell.span for cell in row) for row in rows), default=len(widths))
    if count == len(widths) or not count:
        return _with_grid(xml, widths)
    shared = _shared(widths, count)
    for cell, width in reversed(list(_with_widths(rows, shared))):
        if cell.width is not None:
            start, end = cell.width
            xml = f'{xml[:start]}<w:tcW w:w="{width}" w:type="dxa"/>{xml[end:]}'
    return _with_grid(xml, shared)


def _shared(widths: tuple[int, ...], count: int) -> tuple[int, ...]:
    """The widths of so many columns: the first as they were in proportion, more as the last."""
    wanted = [*widths[:count], *[widths[-1] if widths else 0] * (count - len(widths))]
    whole, asked = sum(widths), sum(wanted)
    if not asked:
        return tuple(wanted)
    ends = [round(whole * sum(wanted[: n + 1]) / asked) for n in range(count)]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))


def _with_widths(rows: list[list[_Cell]], widths: tuple[int, ...]) -> Iterator[tuple[_Cell, int]]:
    for row in rows:
        at = 0
        for cell in row:
            yield cell, sum(widths[at : at + cell.span])
            at += cell.span


def _rows(xml: str) -> list[list[_Cell]]:
    """The cells of the table's own rows; room before or after a row's cells counts as one."""
    rows: list[list[_Cell]] = []
    depth = 0
    for match in _TOKEN.finditer(xml):
        said = match[0]
        if said.startswith("<w:tbl"):
            depth += 1
        elif said == "</w:tbl>":
            depth -= 1
        elif depth != 1:
            continue
        elif said.startswith("<w:tr"):
            rows.append([])
        elif said.startswith("<w:tcW"):
            rows[-1][-1].width = match.span()
        elif said.startswith("<w:tc"):
            rows[-1].append(_Cell())
        elif said.startswith("<w:gridSpan"):
            rows[-1][-1].span = int(match[1])
        else:
            rows[-1].append(_Cell(int(match[1])))
    return rows


def _with_grid(xml: str, widths: tuple[int, ...]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    found = _BEFORE_GRID.match(xml)
    at = found.end() if found else 0
    return f"{xml[:at]}<w:tblGrid>{columns}</w:tblGrid>{xml[at:]}"
