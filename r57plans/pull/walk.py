"""The file from top to bottom: every field that it shows, with the trace it was known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from r57plans.model.proposal import Trace
from r57plans.pull.base import Base, Field, is_list, norm, record_of
from r57plans.pull.headings import Headings, headings_of
from r57plans.pull.pieces import (
    Found,
    Frames,
    Group,
    Token,
    found_of,
    unlabelled,
)
from r57plans.pull.rows import Placed, Placing, placed, whole_columns
from r57plans.word.reading import NOBODY, Cell, Line, Reading, Table, Who

_NEW_LINE = Token("\n")


@dataclass(frozen=True, slots=True)
class Seen:
    """A field as the file says it, and how that was known."""

    found: Found
    trace: Trace = "tag"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Flow:
    """A line outside the tables of tasks and targets; `field` is the first one in it, or ""."""

    line: Line
    field: str = ""
    in_table: bool = False
    trace: Trace = "tag"


@dataclass(slots=True)
class Walked:
    """All that was found: fields, the lines around them, and the tables of tasks and targets.

    `used` are the places in `flow` of lines without a field that belong to the lists around them.
    """

    seen: list[Seen] = field(default_factory=list)
    flow: list[Flow] = field(default_factory=list)
    tables: list[Placing] = field(default_factory=list)
    remarked: dict[str, tuple[str, Trace]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def remark(self, line: Line, path: str, trace: Trace) -> None:
        """Say what the comments in a line are about."""
        for number in line.remarks:
            self.remarked.setdefault(number, (path, trace))


@dataclass(frozen=True, slots=True)
class Guide:
    """What leads without tags: the record of each visible number (`task 7`), and headings."""

    numbers: Mapping[str, str]
    headings: tuple[Headings, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """Walks one reading."""

    base: Base
    frames: Frames
    guide: Guide

    def over(self, reading: Reading) -> Walked:
        """Everything that the file shows."""
        out = Walked()
        for block in reading.blocks:
            if isinstance(block, Line):
                out.flow.append(self._flow(block, False))
                continue
            placing = placed(block, self.base, self.guide.numbers, self.guide.headings)
            if placing.kind and placing.columns:
                out.tables.append(placing)
                self._table(placing, out)
            else:
                out.flow += [self._flow(line, True) for line in _lines(block)]
        self._lines(out)
        return out

    def _flow(self, line: Line, in_table: bool) -> Flow:
        groups = self.frames.settle(line)
        if groups:
            return Flow(line, groups[0].field, in_table)
        marked = (self.base.marked(name)[1] for name in line.bookmarks)
        record = next((record for record in marked if record), "")
        main = next((k for k in ("text", "name") if k in self.base.by_record.get(record, {})), "")
        return Flow(line, f"{record}/{main}" if main else "", in_table, "bookmark")

    def _table(self, placing: Placing, out: Walked) -> None:
        for n, row in enumerate(placing.rows):
            if not row.record and not placing.is_new(n):
                out.flow += [self._flow(line, True) for line in row.row.lines]
            for cell in row.row.cells if row.record else ():
                key = placing.key(cell, row)
                seen = [
                    Seen(found, row.trace, row.confidence)
                    for found in cell_fields(cell, row.record, key, self.base, self.frames)
                ]
                out.seen += seen
                for line in cell.lines:
                    path = f"{row.record}/{key}" if key else row.record
                    out.remark(line, path, row.trace)

    def _lines(self, out: Walked) -> None:
        """The fields of lines outside tables; a list may go over several of them."""
        streams = _Streams()
        for place, flow in enumerate(out.flow):
            if not flow.field:
                streams.wait(place, flow.line)
                continue
            if flow.trace == "bookmark":
                own = Token(_own_text(flow, self.base), False, who_of(flow.line))
                streams.add(Group(flow.field, [own]), "bookmark")
            for group in self.frames.settle(flow.line) if flow.trace == "tag" else ():
                streams.add(group, "tag")
            streams.waiting.clear()
            out.remark(flow.line, flow.field, flow.trace)
        for group, trace in streams.groups:
            found = found_of(group.field, group.tokens, self.base.fields.get(group.field))
            out.seen.append(Seen(found, trace, 1.0 if trace == "tag" else 0.8))
        out.used |= streams.used


@dataclass(slots=True)
class _Streams:
    """Fields in order; a list goes on where its next item stands, with the lines between."""

    groups: list[tuple[Group, Trace]] = field(default_factory=list)
    waiting: list[tuple[int, Token]] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def wait(self, place: int, line: Line) -> None:
        """Keep a line without a field: it is known only later whether it is an item."""
        self.waiting.append((place, Token(line.text, False, who_of(line))))

    def add(self, group: Group, trace: Trace) -> None:
        """A field of the next line."""
        last = self.groups[-1][0] if self.groups else None
        if last is None or last.field != group.field or not is_list(group.field):
            self.groups.append((group, trace))
            return
        for place, token in self.waiting:
            last.tokens += [_NEW_LINE, token]
            self.used.add(place)
        last.tokens += [_NEW_LINE, *group.tokens]


def _own_text(flow: Flow, base: Base) -> str:
    """The text of a line with a bookmark alone: as printed where it ends so, else unlabelled."""
    field, text = base.fields[flow.field], norm(flow.line.text)
    same = (v for item in field.items for v in item if v and text.endswith(v))
    return next(same, unlabelled(text))


def _lines(table: Table) -> Iterator[Line]:
    return (line for row in table.rows for line in row.lines)


def who_of(line: Line) -> Who:
    """Who last changed something in a line."""
    signed = (piece.who for piece in reversed(line.pieces) if piece.who != NOBODY)
    return next(signed, line.who)


def cell_fields(cell: Cell, record: str, key: str, base: Base, frames: Frames) -> Iterable[Found]:
    """The fields in a cell of a record's row; `key` is that of the column.

    Whatever stands in the cell belongs to them, in a control or not.
    """
    streams: dict[str, list[Token]] = {}
    current = ""
    early: list[Token] = []
    for line in cell.lines:
        groups = frames.settle(line, cell=True)
        for group in groups:
            name = group.field if record_of(group.field) == record else f"{record}/{key}"
            tokens = streams.setdefault(name, [])
            tokens += [_NEW_LINE, *group.tokens] if tokens else group.tokens
            current = name
        if not groups and frames.owns(line):
            token = Token(line.text, False, who_of(line))
            (streams[current] if current else early).extend([_NEW_LINE, token])
    if not streams:
        return plain_cell(cell, record, key, base) if key else ()
    first = next(iter(streams))
    streams[first] = [*early, *streams[first]]
    return [_told(name, tokens, cell, base) for name, tokens in streams.items()]


def _told(name: str, tokens: Sequence[Token], cell: Cell, base: Base) -> Found:
    """A field of a cell; what was deleted left its author on the paragraph alone."""
    found = found_of(name, tokens, base.fields.get(name))
    if found.who != NOBODY:
        return found
    who = next((w for line in reversed(cell.lines) if (w := who_of(line)) != NOBODY), NOBODY)
    return Found(found.field, found.texts, who)


def plain_cell(cell: Cell, record: str, key: str, base: Base) -> list[Found]:
    """The fields of a cell without controls: all of it is that of its column.

    Under a task's text stand its parts, or what it is for each, where it was printed with some.
    """
    fields = base.by_record.get(record, {})
    lines = [line for line in cell.lines if norm(line.text)]
    below = [k for k in ("parts", "each") if key == "text" and _count(fields.get(k))]
    if not below:
        return [_of_lines(f"{record}/{key}", lines, cell, base)]
    counts = [_count(fields.get(k)) for k in below]
    counts[-1] = max(len(lines) - 1 - sum(counts[:-1]), 0)
    out, at = [_of_lines(f"{record}/text", lines[:1], cell, base)], 1
    for name, count in zip(below, counts, strict=True):
        out.append(_of_lines(f"{record}/{name}", lines[at : at + count], cell, base))
        at += count
    return out


def _count(field: Field | None) -> int:
    return len(field.texts) if field else 0


def _of_lines(name: str, lines: Sequence[Line], cell: Cell, base: Base) -> Found:
    return _told(name, line_tokens(lines), cell, base)


def line_tokens(lines: Iterable[Line]) -> list[Token]:
    """Lines as tokens; those of controls are held by them."""
    tokens: list[Token] = []
    for line in lines:
        tokens.append(_NEW_LINE)
        tokens += (Token(text, bool(tag), who) for text, tag, who in line.pieces)
    return tokens


def guide_of(base: Base, known: Reading | None) -> Guide:
    """As the printed document shows it; without one, tasks and targets are counted through."""
    if known is None:
        kinds = ("task", "target")
        return Guide({f"{k} {n}": r for k in kinds for n, r in enumerate(base.records(k), 1)}, ())
    tables = [placed(table, base, {}) for table in known.tables]
    found: dict[str, set[str]] = {}
    for row in (row for placing in tables for row in placing.rows):
        number = visible(row)
        if row.record and number:
            kind = row.record.partition("/")[0]
            found.setdefault(f"{kind} {number}", set()).add(row.record)
    numbers = {number: records.pop() for number, records in found.items() if len(records) == 1}
    heads = (
        headings_of(each.kind, each.head, whole_columns(each, base)) for each in tables if each.kind
    )
    return Guide(numbers, tuple(heads))


def visible(row: Placed) -> str:
    """The number that a row shows in its first cell."""
    text = norm(row.row.cells[0].text).rstrip(".") if row.row.cells else ""
    return text if text[:1].isdecimal() else ""
