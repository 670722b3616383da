"""The rows of a table as plans to be made, each from the common plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from r57plans.batch.drafted import Drafted
from r57plans.batch.edits import Path
from r57plans.batch.rows import told
from r57plans.batch.rows.columns import Column
from r57plans.batch.rows.common import Common, read_common
from r57plans.batch.rows.following import Following
from r57plans.batch.rows.grid import Grid, grid_of
from r57plans.batch.rows.headings import Headings
from r57plans.batch.rows.opening import open_table
from r57plans.batch.rows.provinces import ProvinceNames
from r57plans.batch.rows.values import Cells
from r57plans.batch.sources import Source
from r57plans.errors import LoadError
from r57plans.findings import Finding, Place, Report
from r57plans.load import load_registers
from r57plans.model.base import DocumentDate
from r57plans.model.registers import Province

_ENGLISH = "en"
_TODAY = DocumentDate(2025, 7, 1)  # for a plan whose date is faulty, which is told elsewhere


class Drafts(NamedTuple):
    """The plans of a table's rows, and what there is to say of the table as a whole."""

    sources: list[Source]
    report: Report


def sources_from(plan: FilePath, table: FilePath, on: DocumentDate | None = None) -> Drafts:
    """A plan for each row of the table, over the common plan; `on` stands for every date.

    A row with a fault is among them, so that it is told. Raises LoadError where the common plan or
    the table cannot be read, and where a heading is wrong.
    """
    common = read_common(plan)
    grid, warnings = grid_of(open_table(table), str(table))
    reading = _Reading(common, grid, on)
    if faults := [each for each in reading.findings if each.level == "error"]:
        raise LoadError(Report.of(faults))
    rows = list(reading.rows())
    if not rows:
        raise LoadError(Report((told.no_rows(Place(str(table))),)))
    whole = Report.of([*warnings, *reading.findings, *reading.warnings(rows)])
    return Drafts([_source(row, common, plan, grid) for row in rows], whole)


@dataclass
class _Row:
    """A row on its way to a plan."""

    number: int
    place: Place
    province: Province | None = None
    edits: dict[Path, Any] = field(default_factory=dict)
    cells: dict[Path, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


class _Reading:
    """A table at work: its columns, then its rows."""

    def __init__(self, common: Common, grid: Grid, on: DocumentDate | None) -> None:
        registers = load_registers()
        self._common, self._grid, self._on = common, grid, on
        self._names = ProvinceNames(registers)
        self._following = Following(common, registers)
        self._cells = Cells(registers, str(common.document.get("issuer") or ""))
        known = str(common.data.get("province") or "")
        day = (on or common.date or _TODAY).last
        self._own = registers.province(known, day) or next(
            iter(registers.province_ever(known)), None
        )
        self.findings: list[Finding] = []
        self._columns = self._read_headings()

    def _read_headings(self) -> Mapping[int, Column]:
        headings, found = Headings(self._common), dict[int, Column]()
        taken: dict[tuple[Path, ...], Place] = {}
        for column, said in self._grid.headings.items():
            place = self._grid.place(self._grid.head, column)
            read = headings.read(said, place)
            if isinstance(read, Finding):
                self.findings.append(read)
            elif read is not None:
                key = (*read.paths, (str((read.fresh or {}).get("year", "")),))
                if key in taken:
                    self.findings.append(told.column_twice(place, said, taken[key]))
                taken[key] = place
                found[column] = read
        return found

    def rows(self) -> Iterator[_Row]:
        """The rows that hold anything; those of one province twice have an error."""
        rows = [row for number in self._grid.rows if (row := self._row(number))]
        by_province: dict[str, list[_Row]] = {}
        for row in rows:
            if row.province:
                by_province.setdefault(row.province.id, []).append(row)
        for same in by_province.values():
            for row in same if len(same) > 1 else ():
                others = [each.place for each in same if each is not row]
                assert row.province is not None
                row.findings.append(told.twice(row.place, row.province.vi, others))
                row.province = None
        yield from rows

    def _row(self, number: int) -> _Row | None:
        grid = self._grid
        used = [column for column in self._columns if grid.said(number, column)]
        said = grid.said(number, grid.province)
        if not (used or said):
            return None
        row = _Row(number, grid.place(number, grid.province))
        faults = {column: [*grid.faults(number, column)] for column in (grid.province, *used)}
        self._values(row, [column for column in used if not faults[column]])
        if not faults[grid.province]:
            self._province(row, said)
        row.findings = [*chain.from_iterable(faults.values()), *row.findings]
        return row

    def _values(self, row: _Row, used: Iterable[int]) -> None:
        fresh: dict[Path, int] = {}
        for column in used:
            known, place = self._columns[column], self._grid.place(row.number, column)
            value, findings = self._cells.read(known, self._grid.cell(row.number, column), place)
            row.findings += findings
            if value is None:
                continue
            for path in known.paths:
                if known.fresh is not None:
                    path, value = self._added(path, known, value, fresh)
                row.edits[path], row.cells[path] = value, place
        self._both_languages(row)

    def _added(
        self, path: Path, column: Column, value: Any, fresh: dict[Path, int]
    ) -> tuple[Path, Any]:
        """A value for a year that the common plan does not have."""
        number = fresh.setdefault(path, len(self._common.values_at(path[:2])))
        fresh[path] = number + 1
        said = {**(column.fresh or {}), "value": value}
        if number:
            return (*path, number), said
        return path, [said]

    def _both_languages(self, row: _Row) -> None:
        """Brings the English of a text to its Vietnamese."""
        for path in [path for path in row.edits if path[-1] == _ENGLISH]:
            said, cell = row.edits.pop(path), row.cells.pop(path)
            vi = row.edits.get(path[:-1])
            if vi is None:
                row.findings.append(told.english_alone(cell))
            else:
                row.edits[path[:-1]] = {"vi": vi, "en": said}
        if (context := row.edits.get(("context",))) is not None:
            row.edits["context",] = _paragraphs(context)

    def _province(self, row: _Row, said: str) -> None:
        if not said:
            row.findings.append(told.no_province(row.place))
            return
        on = self._on or _date(row.edits.get(("document", "date"))) or self._common.date
        found = self._names.read(said, on or _TODAY, row.place)
        if isinstance(found, Finding):
            row.findings.append(found)
            return
        row.province = found
        follows = dict(self._following.edits(found, self._own))
        row.edits = {**follows, **row.edits}
        row.cells["province",] = row.place

    def warnings(self, rows: Sequence[_Row]) -> Iterator[Finding]:
        """What of the common plan is one province's, and would be printed in others."""
        changed = {
            row.province: frozenset("/".join(map(str, path)) for path in row.edits)
            for row in rows
            if row.province
        }
        yield from self._following.warnings(changed)


def _source(row: _Row, common: Common, plan: FilePath, grid: Grid) -> Source:
    name = row.province.id if row.province else f"{grid.name}:{row.number}"
    cells = {"/".join(map(str, path)): place for path, place in row.cells.items()}
    edits = tuple(row.edits.items())
    drafted = Drafted(common.source, common.text, edits, cells, Report.of(row.findings))
    return Source(name, plan, name, drafted)


def _date(said: object) -> DocumentDate | None:
    return DocumentDate.parse(said) if said else None


def _paragraphs(said: Any) -> list[dict[str, str]]:
    """A text of several lines as paragraphs, the English beside the Vietnamese."""
    both = said if isinstance(said, dict) else {"vi": said}
    lines = {
        key: [each for each in words.split("\n") if each.strip()] for key, words in both.items()
    }
    english = lines.get("en", [])
    return [
        {"vi": words} | ({"en": english[n]} if n < len(english) else {})
        for n, words in enumerate(lines["vi"])
    ]
