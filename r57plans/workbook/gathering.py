"""Data as they are gathered from cells, with the cell of each value."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from r57plans.findings import Finding, Place
from r57plans.language import nearest
from r57plans.load.yaml_source import Path
from r57plans.model.plan import FORMAT
from r57plans.workbook import told
from r57plans.workbook.coded import is_unknown, words_of
from r57plans.workbook.dating import day_of_serial, iso_day
from r57plans.workbook.fields import Actors, Field, Plain, lines_of
from r57plans.workbook.grids import Line
from r57plans.workbook.laying import ELSEWHERE
from r57plans.workbook.names import Names, NoNames
from r57plans.workbook.nested import Rows

Data = dict[str, Any]
_DATES = ("date", "added.date")
_DEADLINES = ("deadline.vi", "deadline.en")
_YEARS = ("year", "from", "baseline.year")


class Gathered:
    """The data so far, where each value is from, and what there is to say."""

    def __init__(self, file: str, findings: list[Finding]) -> None:
        self.file, self.findings = file, findings
        self.data: Data = {"format": FORMAT}
        self.places: dict[Path, Place] = {}
        self.names: Names | NoNames = NoNames()

    def put(self, path: Path, value: Any, place: Place) -> None:
        """Puts a value at a path, with what must hold it; an index one past the end appends."""
        holder: Any = self.data
        for part, after in pairwise(path):
            made: Any = [] if isinstance(after, int) else {}
            if isinstance(holder, list) and isinstance(part, int):
                if part == len(holder):
                    holder.append(made)
                if part >= len(holder):
                    return
                holder = holder[part]
            elif isinstance(holder, dict):
                holder = holder.setdefault(str(part), made)
            else:
                return
        last = path[-1]
        if isinstance(holder, list) and isinstance(last, int):
            holder.append(value)
        elif isinstance(holder, dict):
            holder[str(last)] = value
        self.places[path] = place

    def record(self, line: Line, fields: tuple[Field, ...], path: Path) -> Data:
        """The record that a row holds; `path` is where it will stand."""
        record: Data = {}
        self.places[path] = line.start
        for each in fields:
            texts = {name: self._said(line, name) for name in each.columns}
            value = each.value(texts, self.names)
            where = (*path, each.key) if each.key else path
            self._place(line, each, where)
            if value is None or self.unknown(line.place(each.columns[0]), _codes(each), value):
                continue
            record |= {each.key: value} if each.key else value
            self._names(line, each, value)
        return record

    def unknown(self, place: Place, codes: str, value: object) -> bool:
        """Tells a value that is none of those to pick from."""
        if not is_unknown(codes, value):
            return False
        said, choices = str(value), words_of(codes)
        self.findings.append(told.no_such_choice(place, said, nearest(said, choices), choices))
        return True

    def _said(self, line: Line, name: str) -> str:
        """A cell's text, as its column has it."""
        cell = line.cell(name)
        if cell.text == ELSEWHERE:
            return ""
        if name in _DATES:
            return iso_day(cell)
        if name in _DEADLINES:
            return day_of_serial(cell.text)
        if name in _YEARS and cell.day:
            return str(cell.day.year)
        decimal = cell.kind in ("number", "formula") and name.endswith((".vi", ".value"))
        return cell.text.replace(".", ",") if decimal else cell.text

    def _place(self, line: Line, each: Field, where: Path) -> None:
        """The cells of a field and of what it holds; of a blank one where it would stand."""
        if where not in self.places and each.columns[0] in line.columns:
            self.places[where] = line.place(each.columns[0])
        for name in reversed(each.columns):
            if not line.said(name):
                continue
            self.places[where] = line.place(name)
            parts = name.removeprefix(f"{each.key}.").split(".")
            if isinstance(each, Rows):
                for number in range(len(lines_of(line.said(name)))):
                    self.places[(*where, number, *parts)] = line.place(name)
            elif "." in name:
                self.places[(*where, *parts)] = line.place(name)

    def _names(self, line: Line, each: Field, value: Any) -> None:
        """Words that are nearly a body's name are told."""
        if not isinstance(each, Actors):
            return
        for actor in value if isinstance(value, list) else [value]:
            if isinstance(actor, dict) and set(actor) == {"vi"}:
                near = self.names.unclear(actor["vi"])
                if near:
                    self.findings.append(told.unclear_body(line.place(each.key), actor["vi"], near))


def _codes(each: Field) -> str:
    return each.codes if isinstance(each, Plain) else ""


def keys_of(value: Any) -> Any:
    """The mappings of data without their values: which keys there are."""
    if isinstance(value, dict):
        return {key: keys_of(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [keys_of(inner) for inner in value]
    return None


def says(keys: Any, path: Path) -> bool:
    """Whether the cells have said what stands at a path, or at a list that holds it."""
    for part in path:
        if isinstance(keys, dict) and part in keys:
            keys = keys[part]
        elif isinstance(keys, list) and isinstance(part, int):
            if part >= len(keys):
                return len(keys) > 0
            keys = keys[part]
        else:
            return False
        if keys is None:
            return True
    return True
