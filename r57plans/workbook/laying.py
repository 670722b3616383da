"""A plan's data laid out on sheets, such that nothing of it is lost."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from r57plans.model.plan import FORMAT
from r57plans.workbook.fields import BodyNames, Field, clean, fits, kept, word
from r57plans.workbook.general import (
    SEATS,
    Path,
    is_bilingual,
    is_single,
    is_usual,
    leaves,
    particulars,
    path_of,
    prose,
    site_of,
    written,
)
from r57plans.workbook.shape import PARENT, Sheet
from r57plans.workbook.sheets import COMMITTEE, MILESTONES, SHEETS, VALUES
from r57plans.workbook.spoken import say_particular

Data = dict[str, Any]
ELSEWHERE = "→ Phần khác"
"""Stands in a cell whose value no cell could hold; it is on the sheet of everything else."""
_PIECE = 30_000
CHILDREN = (MILESTONES, VALUES)
LISTS = tuple(s for s in SHEETS if s not in (*CHILDREN, COMMITTEE))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet of records: what it was exported as, and the texts of its columns."""

    identity: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """A row of the sheets of particulars and of prose: the path, and the words in both."""

    site: str
    vi: str = ""
    en: str = ""


@dataclass(slots=True)
class Laid:
    """The rows of all sheets, by the sheets' keys; `rest` are paths and values."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    particulars: list[Words] = field(default_factory=list)
    prose: list[Words] = field(default_factory=list)
    rest: list[tuple[str, str]] = field(default_factory=list)
    documents: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def laid_out(data: Mapping[str, Any], names: BodyNames) -> Laid:
    """The plan data, which are those of a whole plan, on sheets."""
    return _Laying(copy.deepcopy(dict(data)), names).done()


class _Laying:
    def __init__(self, data: Data, names: BodyNames) -> None:
        self._data, self._names = data, names
        self.laid = Laid(
            {sheet.key: [] for sheet in SHEETS},
            documents=tuple(data.get("documents", ())),
            groups=tuple(each["id"] for each in data.get("groups", ())),
        )

    def done(self) -> Laid:
        """All of it; what is left over at the end is the rest."""
        self._prose()
        for sheet in LISTS:
            self._list(sheet, self._data.pop(sheet.key, []), (sheet.key,))
        self._seats()
        self._particulars()
        for path, value in leaves(self._data):
            if path and (path, value) != (("format",), FORMAT):
                self._rest(path, value)
        return self.laid

    def _rest(self, path: Path, value: Any) -> None:
        text = written(value)
        pieces = [text] if fits(text) and clean(text) == text else list(_pieces(value))
        self.laid.rest += [(site_of(path), piece) for piece in pieces]

    def _list(self, sheet: Sheet, records: list[Data], root: Path, parent: str = "") -> None:
        for index, record in enumerate(records):
            name: str | int = record["id"] if sheet.id else index
            path = (*root, name)
            texts = ({PARENT: parent} if parent else {}) | self._texts(sheet.fields, record, path)
            self.laid.rows[sheet.key].append(Row(site_of(path), texts))
            for child in CHILDREN:
                if child.parent == sheet.key and isinstance(record.get(child.key), list):
                    inner = record.pop(child.key)
                    self._list(child, inner, (*path, child.key), record.get("id", str(name)))
            for key, value in record.items():
                if key not in _taken(sheet.fields):
                    for inside, leaf in leaves(value):
                        self._rest((*path, key, *inside), leaf)

    def _texts(self, fields: tuple[Field, ...], record: Data, path: Path) -> dict[str, str]:
        found: dict[str, str] = {}
        for each in fields:
            if (value := _of(each, record)) in (None, {}):
                continue
            cells = kept(each, value, self._names)
            if cells is None or ELSEWHERE in cells.values():
                found[each.columns[0]] = ELSEWHERE
                cells = {}
                for inside, leaf in leaves(value):
                    self._rest((*path, each.key, *inside), leaf)
            found |= cells
        return found

    def _seats(self) -> None:
        committee = self._data.get("committee")
        rows: list[Row] = []
        for seat, path, person in _seated(committee or {}):
            body = isinstance(person, str)
            who = self._names.say(person if body else {"role": person["role"]})
            if not who:
                return  # all of it is left to the rest
            texts = {"seat": SEATS[seat][1].vi, "who": who}
            if not body:
                texts |= {k: word(person[k]) for k in ("name", "standing") if person.get(k)}
            rows.append(Row(site_of(("committee", *path)), texts))
        for path, _ in SEATS.values():
            _popped(self._data, ("committee", *path))
        self.laid.rows[COMMITTEE.key] = rows

    def _particulars(self) -> None:
        for site, _, _ in particulars(self.laid.documents):
            path = path_of(site)
            value = _at(self._data, path)
            if is_bilingual(site):
                inner = value if isinstance(value, dict) else {}
                said = {key: inner[key] for key in ("vi", "en") if _is_said(inner.get(key))}
                for key in said:
                    _popped(self._data, (*path, key))
                self.laid.particulars.append(Words(site, **said))
            elif words := self._particular(site, value):
                _popped(self._data, path)
                self.laid.particulars.append(Words(site, words))
            elif is_usual(site):
                self.laid.particulars.append(Words(site))

    def _particular(self, site: str, value: Any) -> str:
        """The words of a particular; "" where no cell can hold it."""
        if not (isinstance(value, int) or _is_said(value)):
            return ""
        return say_particular(site, word(value), self._names)

    def _prose(self) -> None:
        for site in prose(self.laid.documents, self.laid.groups):
            value = _at(self._data, _prose_path(self._data, site))
            texts = [value] if is_single(site) and isinstance(value, dict) else value
            if not isinstance(texts, list):
                continue
            if is_single(site):
                said = {key: texts[0][key] for key in ("vi", "en") if _is_said(texts[0].get(key))}
                for key in said:
                    _popped(self._data, (*path_of(site), key))
                if said:
                    self.laid.prose.append(Words(site, **said))
            elif all(_is_text(text) for text in texts):
                _popped(self._data, _prose_path(self._data, site))
                self.laid.prose += [Words(site, **text) for text in texts]


def _pieces(value: Any) -> Iterator[str]:
    """A value that no cell can hold, in rows of one path; none begins or ends with a blank."""
    text = json.dumps(value).replace(" ", "\\u0020")
    yield from (text[n : n + _PIECE] for n in range(0, len(text), _PIECE))


def _is_said(value: Any) -> bool:
    """Whether it is a text that a cell can hold and give back."""
    return isinstance(value, str) and fits(value) and clean(value) == value != ELSEWHERE


def _is_text(value: Any) -> bool:
    return set(value) <= {"vi", "en"} and all(map(_is_said, value.values()))


def _taken(fields: tuple[Field, ...]) -> set[str]:
    return {key for each in fields for key in ([each.key] if each.key else ["vi", "en"])}


def _of(each: Field, record: Data) -> Any:
    """The value of a field; that of one without a key are the record's own words."""
    if each.key:
        return record.get(each.key)
    return {key: record[key] for key in ("vi", "en") if key in record}


def _seated(committee: Data) -> Iterator[tuple[str, Path, Any]]:
    for seat, (path, _) in SEATS.items():
        found = _at(committee, path)
        if isinstance(found, list):
            yield from ((seat, (*path, n), each) for n, each in enumerate(found))
        elif found:
            yield seat, path, found


def _prose_path(data: Data, site: str) -> Path:
    """The path in the data; that of a group's prose by the group's place."""
    path = path_of(site)
    if path[0] != "groups":
        return path
    name = site.split("/")[1]
    places = [n for n, each in enumerate(data.get("groups", ())) if each["id"] == name]
    return ("groups", *places, *path[2:])


def _at(data: Any, path: Path) -> Any:
    for part in path:
        inside = isinstance(data, dict) and part in data
        listed = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if not (inside or listed):
            return None
        data = data[part]
    return data


def _popped(data: Any, path: Path) -> None:
    """Takes a value away, and what is empty without it."""
    holders = [data]
    for part in path[:-1]:
        inner = _at(holders[-1], (part,))
        if inner is None:
            return
        holders.append(inner)
    for holder, part in zip(reversed(holders), reversed(path), strict=True):
        if isinstance(holder, dict) and part in holder:
            del holder[part]
        if holder:
            return
