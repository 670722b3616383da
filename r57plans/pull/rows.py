"""The rows of tables: which task or target each is of, and which column holds which field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from r57plans.model.proposal import Trace
from r57plans.pull.base import Base, field_of, key_of, record_of
from r57plans.pull.cells import Shown, cell_key, printed_cells
from r57plans.pull.headings import Headings, headed, likest
from r57plans.pull.untraced import untraced
from r57plans.word.reading import NOBODY, Cell, Row, Table

_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
_FULL = 100  # the weight of a cell with a text against an empty one
_HEAD = 4  # rows that may be headings
_KNOWN = 3  # columns of which it is known what they hold


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of a table; `record` is "" for one that is of no task or target yet.

    `place` is that of its bookmark, such as `tasks`; `years` has the horizon of its values where
    each block of rows has another.
    """

    row: Row
    record: str = ""
    trace: Trace = "tag"
    confidence: float = 1.0
    place: str = ""
    year: str = ""


@dataclass(frozen=True)
class Placing:
    """A table with its rows placed, and the key of each column that holds a field."""

    rows: tuple[Placed, ...]
    columns: Mapping[int, str]

    @cached_property
    def kind(self) -> str:
        """`task` or `target`; "" for a table that is of neither."""
        kinds = Counter(row.record.partition("/")[0] for row in self.rows if row.record)
        return kinds.most_common(1)[0][0] if kinds else ""

    @cached_property
    def width(self) -> int:
        """How many cells the rows of records have."""
        counts = Counter(len(row.row.cells) for row in self.rows if row.record)
        return counts.most_common(1)[0][0] if counts else 0

    @cached_property
    def _first(self) -> int:
        known = (n for n, row in enumerate(self.rows) if row.record)
        return next(known, len(self.rows))

    @cached_property
    def _first_title(self) -> int:
        narrow = (n for n, row in enumerate(self.rows) if len(row.row.cells) < self.width)
        return next(narrow, len(self.rows))

    @property
    def head(self) -> tuple[Row, ...]:
        """The rows above those of records."""
        return tuple(row.row for row in self.rows[: self._first])

    def is_new(self, n: int) -> bool:
        """Whether a row is one that a person added: as wide as others, below the headings.

        Above all known rows it is one only where Word tracked it below the title of a group, or
        where it copies tags.
        """
        row = self.rows[n]
        if row.record or len(self.columns) < 2 or len(row.row.cells) < self.width:
            return False
        copied = any(line.tags for line in row.row.lines)
        tracked = row.row.who != NOBODY and n > self._first_title
        return copied or tracked or n > self._first

    def key(self, cell: Cell, row: Placed) -> str:
        """The key of the field that a cell of the row holds; "" for none."""
        key = self.columns.get(cell.column, "")
        return f"values/{row.year}" if key.startswith("values/") and row.year else key


def placed(
    table: Table, base: Base, numbers: Mapping[str, str], headings: Iterable[Headings] = ()
) -> Placing:
    """The rows by tag, else bookmark; where no row has any, by visible number and text.

    `numbers` gives the record of `task 7` or `target 2.1`, where that is known; `headings` are
    those of the printed tables.
    """
    known = likest(table.rows[:_HEAD], headings)
    rows = _once([_traced(row, base) for row in table.rows])
    if not any(row.record for row in rows):
        usual = known.kind if known else ""
        for n, match in untraced(table.rows, base, numbers, usual).items():
            rows[n] = Placed(table.rows[n], *match)
    columns = _columns(rows, base, known)
    if any(key.startswith("values/") for key in columns.values()):
        rows = _with_years(rows, base, columns)
    return Placing(tuple(rows), columns)


def _traced(row: Row, base: Base) -> Placed:
    fields = (field_of(base.path(tag))[0] for line in row.lines for tag in line.tags)
    records = Counter(record for field in fields if (record := record_of(field)))
    marks = [mark for name in row.bookmarks if (mark := base.marked(name))[1]]
    if records:
        record = records.most_common(1)[0][0]
        place = next((place for place, of in marks if of == record), "")
        return Placed(row, record, "tag", 1.0, place)
    if marks:
        return Placed(row, marks[0][1], "bookmark", 0.9, marks[0][0])
    return Placed(row)


def _once(rows: list[Placed]) -> list[Placed]:
    """Copied rows are of no task: of several with the same tags those with a bookmark are kept."""
    marked = {row.record for row in rows if row.place}
    return [Placed(row.row) if row.record in marked and not row.place else row for row in rows]


def whole_columns(placing: Placing, base: Base) -> dict[int, str]:
    """The columns whose cells mostly show nothing but their field."""
    counts: Counter[int] = Counter()
    for row in (row for row in placing.rows if row.record):
        shown = printed_cells(base, row.record)
        for cell in row.row.cells:
            matches = placing.key(cell, row) in _matching(cell, shown)
            counts[cell.column] += 1 if matches else -1
    return {column: key for column, key in placing.columns.items() if counts[column] > 0}


def _columns(rows: Sequence[Placed], base: Base, headings: Headings | None) -> dict[int, str]:
    """The field of each column: by the tags in it, else by its heading and by what it shows."""
    tags: dict[int, Counter[str]] = {}
    texts: dict[int, Counter[str]] = {}
    for placed in rows:
        if not placed.record:
            continue
        shown = printed_cells(base, placed.record)
        for cell in placed.row.cells:
            tags.setdefault(cell.column, Counter()).update(_first_key(cell, placed.record, base))
            texts.setdefault(cell.column, Counter()).update(_matching(cell, shown))
    found = {column: votes.most_common(1)[0][0] for column, votes in tags.items() if votes}
    if found:
        return found
    elected = _elected(texts, sum(bool(row.record) for row in rows))
    named = headed([row.row for row in rows[:_HEAD] if not row.record], headings)
    taken = set(named.values())
    return {c: key for c, key in elected.items() if c not in named and key not in taken} | named


def _first_key(cell: Cell, record: str, base: Base) -> list[str]:
    for line in cell.lines:
        for tag in line.tags:
            field = field_of(base.path(tag))[0]
            if record_of(field) == record:
                return [key_of(field)]
    return []


def _matching(cell: Cell, shown: Shown) -> Counter[str]:
    text = cell_key(cell.text)
    weight = _FULL if text else 1  # an empty cell tells little
    return Counter({key.removesuffix("+"): weight for key, said in shown.items() if text in said})


def _elected(votes: Mapping[int, Counter[str]], rows: int) -> dict[int, str]:
    """Each column's field, the clearest first; no field has two columns.

    A column with nothing in it has a field only beside some that are known, and only one that was
    printed empty in nearly every row.
    """
    ranked = sorted(
        ((count, column, key) for column, found in votes.items() for key, count in found.items()),
        key=lambda vote: (-vote[0], vote[1], vote[2]),
    )
    columns: dict[int, str] = {}
    for count, column, key in ranked:
        known = count >= _FULL or (len(columns) >= _KNOWN and count >= rows - 1)
        if known and column not in columns and key not in columns.values():
            columns[column] = key
    return columns


def _with_years(rows: Sequence[Placed], base: Base, columns: Mapping[int, str]) -> list[Placed]:
    """The rows with the horizon of their block, where one column has the values of all."""
    column = [c for c, key in columns.items() if key.startswith("values/")]
    if len(column) != 1:
        return list(rows)
    out: list[Placed] = []
    block: list[Placed] = []
    heading = ""
    for row in (*rows, None):
        if row is not None and (row.record or len(row.row.cells) > 2):
            block.append(row)
            continue
        year = _horizon(block, base, column[0], heading)
        out += [_at(placed, year) for placed in block]
        block = []
        if row is not None:
            out.append(row)
            heading = " ".join(cell.text for cell in row.row.cells)
    return out


def _at(row: Placed, year: str) -> Placed:
    return Placed(row.row, row.record, row.trace, row.confidence, row.place, year)


def _horizon(rows: Sequence[Placed], base: Base, column: int, heading: str) -> str:
    if year := _YEAR.search(heading):
        return year[0]
    votes: Counter[str] = Counter()
    for row in rows:
        for cell in row.row.cells:
            if cell.column == column and row.record:
                shown = printed_cells(base, row.record)
                votes.update(k for k in _matching(cell, shown) if k.startswith("values/"))
    return votes.most_common(1)[0][0].removeprefix("values/") if votes else ""
