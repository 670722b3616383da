"""Rows of targets as the targets of a plan file: names, units, values at horizons, sub-targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from r57plans.findings import Finding, Language, Place
from r57plans.importing import told
from r57plans.importing.actors import Actors
from r57plans.importing.grids import GridCell, GridRow
from r57plans.importing.headings import Column
from r57plans.importing.likeness import Likeness
from r57plans.importing.records import Taken
from r57plans.importing.sections import Section
from r57plans.importing.titles import bare_title
from r57plans.pull.values import new_value
from r57plans.pull.words import folded

MOST_SUGGESTIONS, LEAST_SCORE = 2, 0.5
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_HORIZON = re.compile(
    r".{0,40}?(?:đến|tới|năm|giai đoạn|by|until)\b.{0,20}?(20\d\d)(?!\d).{0,30}", re.I
)
_SUB = re.compile(r"(?:[a-zđ]{1,2}[.)]?|\(?[a-zđ]\)|[-–+•])")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.?")
_IN_TEXT = re.compile(r"(?:[-–+•*]|[a-zđ]\))\s+")
_GROUP = re.compile(r"(?:[IVXL]{1,5}|[A-HĐ])[-.)/:]?")
_BASE = re.compile(r"(?:năm |year )?(20\d\d)\s*[:;-]\s*(.+)", re.I)
_SCOPE = re.compile(
    r"(?:thế giới|toàn cầu|quốc tế|châu Á|Đông Nam Á|ASEAN|cả nước|toàn quốc|trong nước|toàn tỉnh|"
    r"(?:toàn|khu|trong) (?:vực|vùng)|vùng|miền|Đông Bắc|Tây Bắc|Tây Nguyên|Đông Nam Bộ|Tây Nam Bộ|"
    r"world|global|South-?East Asia)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*[;\n]\s*")


@dataclass(slots=True)
class TargetRow:
    """A target as far as it was read; `values` have what a plan file has."""

    place: Place
    name: str
    number: str = ""
    unit: str = ""
    parent: TargetRow | None = None
    values: list[dict[str, Any]] = field(default_factory=list)
    baseline: dict[str, Any] | None = None
    monitor: tuple[Any, ...] = ()
    supplier: tuple[Any, ...] = ()
    note: list[str] = field(default_factory=list)
    under: str = ""


class TargetRows:
    """Reads the rows of all tables of targets, one after the other."""

    def __init__(self, actors: Actors, language: Language) -> None:
        self._actors, self._language = actors, language
        self.targets: list[TargetRow] = []
        self.findings: list[Finding] = []
        self._year: int | None = None
        self._under = ""
        self._block = 0
        self._titles: dict[str, Place] = {}
        self._numbered: dict[str, TargetRow] = {}

    def read(self, section: Section) -> int:
        """All rows of a section; returns how many targets came of it."""
        before = len(self.targets)
        assert section.heading is not None
        if section.heading.rows:
            found = _YEAR.findall(section.above)
            self._year = int(found[-1]) if len(set(found)) == 1 else None
            self._under = ""
            self._block += 1
            self._numbered.clear()
        for row in section.rows:
            self._row(section, row)
        return len(self.targets) - before

    def _row(self, section: Section, row: GridRow) -> None:
        named = [(section.field_of(cell, row), cell) for cell in row.cells]
        name = next((c for column, c in named if column and column.field == "name"), None)
        number = next((c.text for column, c in named if column and column.field == "number"), "")
        rest = [(col, c) for col, c in named if c is not name and col and col.field != "number"]
        if len(row.cells) == 1 and row.cells[0].span > 1:
            self._title(row.cells[0].text, row.place)
        elif name is None or (name.joined and self.targets):
            own = any(col and col.field == "number" and not c.joined for col, c in named)
            self._more(row, rest, another=name is None and own)
        elif _is_title(row, name, number, rest):
            self._title(name.text, row.place)
        else:
            self._target(name, number, row, rest)

    def _title(self, text: str, place: Place) -> None:
        """A row that is a horizon, or the name of a group of targets."""
        if found := _HORIZON.fullmatch(text):
            self._year, self._under = int(found[1]), ""
            self._block += 1
            self._numbered.clear()
        else:
            self._under = bare_title(text)
            self._titles.setdefault(self._under, place)

    def unused(self) -> list[Finding]:
        """The rows that looked like headings, below which no target stands."""
        used = {target.under for target in self.targets}
        return [told.row_left(place, t) for t, place in self._titles.items() if t not in used]

    def _more(
        self, row: GridRow, rest: Sequence[tuple[Column | None, GridCell]], *, another: bool
    ) -> None:
        """What a row without a name says more of the target above, unless it is `another`."""
        own = [(column, cell) for column, cell in rest if not cell.joined]
        if not own:
            return
        if self.targets and not another:
            self._fill(self.targets[-1], own)
        else:
            self.findings.append(told.row_left(row.place, row.text))

    def _target(
        self, name: GridCell, number: str, row: GridRow,
        rest: Sequence[tuple[Column | None, GridCell]],
    ) -> None:  # fmt: skip
        sub = bool(_SUB.fullmatch(number) or (not number and _IN_TEXT.match(name.text)))
        said = _IN_TEXT.sub("", name.text, count=1) if sub else name.text
        target = TargetRow(row.place, said, number, under=self._under)
        target.parent = self._parent(number, sub=sub)
        self._fill(target, rest)
        self._add(target)

    def _parent(self, number: str, *, sub: bool) -> TargetRow | None:
        if sub:
            above = (t for t in reversed(self.targets) if not _is_sub(t))
            return next(above, None)
        found = _DECIMAL.fullmatch(number)
        if found and "." in found[1]:
            wanted = found[1].rpartition(".")[0]
            return self._numbered.get(wanted)
        return None

    def _there(self, target: TargetRow) -> TargetRow | None:
        """The target that was there already, in the block of another horizon."""
        years = {value.get("year") for value in target.values}
        for other in self.targets if self._block else ():
            same = folded(other.name) == folded(target.name) and other.unit == target.unit
            theirs = {value.get("year") for value in other.values}
            apart = not years & theirs and bool(years) == bool(theirs)
            if same and apart and other.parent is target.parent:
                return other
        return None

    def _add(self, target: TargetRow) -> None:
        """Takes the target, or what it says of another horizon into the one that is there."""
        there = self._there(target)
        if there is None:
            self.targets.append(target)
        else:
            there.values += target.values
            there.note += [said for said in target.note if said not in there.note]
        self._numbered[target.number.rstrip(".")] = there or target

    def _fill(self, target: TargetRow, rest: Sequence[tuple[Column | None, GridCell]]) -> None:
        for column, cell in rest:
            if column and column.field == "unit":
                if target.unit and target.unit != cell.text:
                    target.note.append(f"{column.title}: {cell.text}")
                target.unit = target.unit or cell.text
        for column, cell in rest:
            if column is not None:
                self._cell(target, column, cell)

    def _cell(self, target: TargetRow, column: Column, cell: GridCell) -> None:
        match column.field:
            case "unit":
                return
            case "horizon":
                target.values += self._values(cell, column.years, target.unit)
            case "value":
                years = (self._year,) if self._year else ()
                target.values += self._values(cell, years, target.unit)
            case "baseline" if target.baseline is None:
                target.baseline = self._baseline(cell.text, column, target.unit)
            case "monitor":
                target.monitor = self._with(target.monitor, cell)
            case "supplier":
                target.supplier = self._with(target.supplier, cell)
            case "note":
                target.note.append(cell.text)
            case _:
                target.note.append(f"{column.title}: {cell.text}")

    def _with(self, there: tuple[Any, ...], cell: GridCell) -> tuple[Any, ...]:
        """The bodies that are there, and those of a cell."""
        found = self._actors.of(cell.lines, cell.place)
        return (*there, *(body for body in found if body not in there))

    def _values(
        self, cell: GridCell, years: Sequence[int], unit: str
    ) -> list[dict[str, Any]]:  # fmt: skip
        parts = [part for part in _SEVERAL.split("\n".join(cell.lines)) if part]
        if not all(any(map(str.isdecimal, part)) for part in parts):
            parts = [cell.text]
        return [self._value(part, years, unit) for part in parts]

    def _value(self, text: str, years: Sequence[int], unit: str) -> dict[str, Any]:
        year = years[-1] if years else None
        value = new_value(text, year, unit, self._language)
        if _SCOPE.match(str(value.get("unit", ""))):
            value["scope"] = value.pop("unit")
        if any(map(str.isdecimal, str(value.get("unit", "")))):
            value = ({"year": year} if year else {}) | {"value": text}
        if len(years) > 1 and "from" not in value:
            value = {"from": years[0], **value}
        return value

    def _baseline(self, text: str, column: Column, unit: str) -> dict[str, Any]:
        years: tuple[int, ...] = column.years
        if found := _BASE.fullmatch(text):
            years, text = (int(found[1]),), found[2]
        return self._value(text, years[-1:], unit)


def _is_sub(target: TargetRow) -> bool:
    return bool(_SUB.fullmatch(target.number)) or (not target.number and target.parent is not None)


def _is_title(
    row: GridRow, name: GridCell, number: str, rest: Sequence[tuple[Column | None, GridCell]]
) -> bool:
    """Whether a row is no target: one wide cell, or a text alone with the mark of a group."""
    if rest:
        return False
    wide = name.span > 1
    return (
        wide
        or bool(_GROUP.fullmatch(number))
        or (not number and bool(_HORIZON.fullmatch(name.text)))
    )


@dataclass(slots=True)
class Targets:
    """The targets as plain data, and what is said of each."""

    data: list[dict[str, Any]] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)


def targets_of(rows: Sequence[TargetRow], likeness: Likeness, language: Language) -> Targets:
    """The targets of all rows, in order; each has an id of its own."""
    names = {id(row): f"local-target-{n}" for n, row in enumerate(rows, 1)}
    made = Targets()
    for row in rows:
        made.data.append(_data(row, names, language))
        suggestions = likeness.best(row.name, MOST_SUGGESTIONS, LEAST_SCORE)
        made.taken.append(Taken(names[id(row)], row.name, row.place, suggestions))
    return made


def _data(row: TargetRow, names: dict[int, str], language: Language) -> dict[str, Any]:
    def text(said: str) -> str | dict[str, str]:
        return {"vi": said, "en": said} if language == "en" else said

    note = "; ".join([*([f"Thuộc: {row.under}"] if row.under else []), *row.note])
    data: dict[str, Any] = {
        "id": names[id(row)],
        "name": text(row.name),
        "parent": names.get(id(row.parent)) if row.parent else None,
        "unit": text(row.unit) if row.unit else None,
        "values": row.values,
        "baseline": row.baseline,
        "monitor": list(row.monitor),
        "supplier": list(row.supplier),
        "note": text(note) if note else None,
    }
    return {key: value for key, value in data.items() if value not in (None, [])}
