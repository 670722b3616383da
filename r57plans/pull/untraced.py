"""The rows of a table without tags and bookmarks: known by their texts and visible numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from r57plans.model.proposal import Trace
from r57plans.pull.base import Base
from r57plans.pull.cells import Shown, cell_key, printed_cells
from r57plans.word.reading import Row

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})*\.?")
_ALIKE = 0.5
_SURE = 0.34
_MOST = 300  # rows that are looked for by their texts alone


class Match(NamedTuple):
    """The task or target of a row, by what it was known and how sure that is."""

    record: str
    trace: Trace
    confidence: float


def untraced(
    rows: Sequence[Row], base: Base, numbers: Mapping[str, str], usual: str
) -> dict[int, Match]:
    """The records of rows: by their text, then by the visible number, then by likeness.

    They are of the kind `usual` where no text tells.
    """
    width = max((len(row.cells) for row in rows), default=0)
    wide = [n for n, row in enumerate(rows) if len(row.cells) == width >= 3][:_MOST]
    kind = _likely_kind([rows[n] for n in wide], base) or usual
    if not kind:
        return {}
    shown = {record: printed_cells(base, record) for record in base.records(kind)[:_MOST]}
    found: dict[int, Match] = {}
    for record, n in _exact(rows, wide, shown).items():
        found[n] = Match(record, "number", 0.8)
    left = [record for record in shown if record not in {m.record for m in found.values()}]
    for n in wide:
        if n not in found and (match := _like(rows[n], left, shown, numbers)):
            left.remove(match.record)
            found[n] = match
    return found


def _likely_kind(rows: Iterable[Row], base: Base) -> str:
    """Whether texts or names of records stand in a cell of several rows."""
    names = {
        cell_key(" ".join(field.texts)): record.partition("/")[0]
        for record, fields in base.by_record.items()
        if (field := fields.get("text") or fields.get("name"))
    }
    seen = Counter(
        names[key] for row in rows for cell in row.cells if (key := cell_key(cell.text)) in names
    )
    return seen.most_common(1)[0][0] if seen else ""


def _exact(rows: Sequence[Row], wide: Iterable[int], shown: Mapping[str, Shown]) -> dict[str, int]:
    """The rows in which the whole text of one record stands, which no other row has."""
    owners: dict[str, list[str]] = {}
    for record, cells in shown.items():
        for key in ("text", "text+", "name"):
            for text in filter(None, cells.get(key, ())):
                owners.setdefault(text, []).append(record)
    out: dict[str, int] = {}
    for n in wide:
        for cell in rows[n].cells:
            records = owners.get(cell_key(cell.text), [])
            if len(set(records)) == 1 and records[0] not in out:
                out[records[0]] = n
                break
    return out


def _like(
    row: Row, left: Sequence[str], shown: Mapping[str, Shown],
    numbers: Mapping[str, str],
) -> Match | None:  # fmt: skip
    """The record whose number the row has, if some cell agrees; else the likest one."""
    cells = [cell_key(cell.text) for cell in row.cells]
    number = next((c.rstrip(".") for c in cells if _NUMBER.fullmatch(c)), "")
    kind = left[0].partition("/")[0] if left else ""
    named = numbers.get(f"{kind} {number}", "")
    if named in left and _likeness(cells, shown[named]) >= _SURE:
        return Match(named, "number", 0.7)
    ranked = sorted(((_likeness(cells, shown[r]), -n, r) for n, r in enumerate(left)), reverse=True)
    if ranked and ranked[0][0] >= _ALIKE:
        return Match(ranked[0][2], "text", 0.6)
    return None


def _likeness(cells: Sequence[str], shown: Shown) -> float:
    """How much of what a record printed in a table stands in the cells of a row, from 0 to 1."""
    main = shown.get("text+") or shown.get("text") or shown.get("name") or ("",)
    text = max((_overlap(main[0], cell) for cell in cells), default=0.0)
    names = ("text", "text+", "name", "title")
    others = [said for key, said in shown.items() if said[0] and key not in names]
    equal = sum(any(text in cells for text in said) for said in others)
    return 0.6 * text + 0.4 * (equal / len(others) if others else text)


def _overlap(one: str, other: str) -> float:
    words, there = Counter(one.split()), Counter(other.split())
    total = max(words.total(), there.total())
    return (words & there).total() / total if total else 0.0
