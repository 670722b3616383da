"""What else stands in the cells of a document beside a value, told apart without tags.

A program that drops tags leaves values and the template's words alike: the same document as it was
printed, read without its tags, shows which words are the template's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from r57plans.pull.base import Base, Field, is_list, norm
from r57plans.pull.pieces import Found
from r57plans.pull.walk import Seen
from r57plans.word.reading import Block, Cell, Line, Reading, Row, Table

Texts = tuple[str, ...]
RowTexts = tuple[str, ...]
Ways = Mapping[str, set[Texts]]
"""By field the ways in which the printed document shows it without its tags."""


def without_tags(reading: Reading) -> Reading:
    """The same document as a program leaves it that drops the tags of controls."""
    return replace(reading, blocks=tuple(map(_block, reading.blocks)))


def _block(block: Block) -> Block:
    if isinstance(block, Line):
        return _line(block)
    return Table(tuple(Row(tuple(map(_cell, row.cells)), row.who) for row in block.rows))


def _cell(cell: Cell) -> Cell:
    return replace(cell, lines=tuple(map(_line, cell.lines)))


def _line(line: Line) -> Line:
    return replace(line, pieces=tuple(piece._replace(tag="") for piece in line.pieces))


def rows_of(reading: Reading) -> set[RowTexts]:
    """The texts of the cells of each row."""
    return {row_texts(row) for table in reading.tables for row in table.rows}


def row_texts(row: Row) -> RowTexts:
    """The texts of a row's cells."""
    return tuple(norm(cell.text) for cell in row.cells)


def values_alone(seen: Iterable[Seen], base: Base, ways: Ways) -> Iterator[Seen]:
    """The fields without what the printed document has around them in the same cells."""
    for one in seen:
        name = one.found.field
        field, known = base.fields.get(name), ways.get(name, set())
        if field is None or not known or one.found.texts in known:
            yield one
            continue
        shown = _parts(one.found, field)
        around = [found for way in known if (found := _around(_parts_of(way, field), field))]
        inner = next((new for each in around if (new := _between(shown, *each)) is not None), None)
        if inner is None:
            yield one
        else:
            texts = tuple(inner) if is_list(name) else tuple(filter(None, ("\n".join(inner),)))
            yield replace(one, found=Found(name, texts, one.found.who))


def fits(seen: Seen, base: Base) -> bool:
    """Whether a field shows no more items or lines than were printed of it."""
    field = base.fields.get(seen.found.field)
    return field is None or len(_parts(seen.found, field)) <= max(len(field.texts), 1)


def _parts(found: Found, field: Field) -> Sequence[str]:
    return _parts_of(found.texts, field)


def _parts_of(texts: Texts, field: Field) -> Sequence[str]:
    """The items of a list, the lines of another field."""
    return texts if is_list(field.path) else "\n".join(texts).split("\n")


def _around(way: Sequence[str], field: Field) -> tuple[Sequence[str], Sequence[str]] | None:
    """What stands before and behind the printed value; None where nothing does."""
    count = len(field.texts) if is_list(field.path) else 1
    for start in range(len(way) - count + 1):
        inner = tuple(way[start : start + count])
        if count < len(way) and field.is_same(inner):
            return way[:start], way[start + count :]
    return None


def _between(
    shown: Sequence[str], before: Sequence[str], behind: Sequence[str]
) -> Sequence[str] | None:
    """What is shown without the words around; None where these stand there no more."""
    end = len(shown) - len(behind)
    same = list(shown[: len(before)]) == list(before) and list(shown[end:]) == list(behind)
    return shown[len(before) : end] if same and end >= len(before) else None
