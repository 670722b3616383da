"""The headings of tables: what each column is for, as the printed document shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from r57plans.pull.base import norm
from r57plans.word.reading import Row

_KNOWN = 3  # headings by which it is known what a table is


@dataclass(frozen=True, slots=True)
class Headings:
    """Those of one printed table of `task` or `target`: by its text the key of each column."""

    kind: str
    keys: Mapping[str, str]


def headings_of(kind: str, rows: Iterable[Row], columns: Mapping[int, str]) -> Headings:
    """The headings in the rows above the records of a printed table."""
    keys = {text: columns[column] for column, text in _texts(rows) if column in columns}
    return Headings(kind, keys)


def likest(rows: Iterable[Row], known: Iterable[Headings]) -> Headings | None:
    """Those of the printed table of which these rows have the most; None where they have few."""
    texts = {text for _, text in _texts(rows)}
    best = max(known, key=lambda each: len(texts & each.keys.keys()), default=None)
    return best if best and len(texts & best.keys.keys()) >= _KNOWN else None


def headed(rows: Iterable[Row], headings: Headings | None) -> dict[int, str]:
    """The field of each column that has one of these headings in one of the rows."""
    found = ((column, headings.keys.get(text)) for column, text in _texts(rows) if headings)
    return {column: key for column, key in found if key}


def _texts(rows: Iterable[Row]) -> Iterator[tuple[int, str]]:
    for row in rows:
        for cell in row.cells:
            if text := norm(cell.text).casefold():
                yield cell.column, text
