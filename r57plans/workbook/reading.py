"""A workbook as the data of a plan, each value with its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from r57plans.errors import LoadError
from r57plans.findings import Finding, Language, Report
from r57plans.language import nearest
from r57plans.load.yaml_source import Path
from r57plans.workbook import told
from r57plans.workbook.base import data_of
from r57plans.workbook.cells import read_sheets
from r57plans.workbook.gathering import Gathered, keys_of, says
from r57plans.workbook.general import (
    SEATS,
    is_bilingual,
    is_single,
    path_of,
    pick_of,
    prose,
    read,
    site_of,
)
from r57plans.workbook.grids import Grid, Line, grids_of
from r57plans.workbook.laying import CHILDREN, LISTS
from r57plans.workbook.losses import lost
from r57plans.workbook.names import NoNames, names_of
from r57plans.workbook.places import CellPlace, WorkbookSource
from r57plans.workbook.rows import sorted_out
from r57plans.workbook.shape import PARENT, SITE, VALUE, Sheet
from r57plans.workbook.sheets import (
    BASE,
    BODIES,
    COMMITTEE,
    GROUPS,
    PARTICULARS,
    PROSE,
    REST,
    TASKS,
    TITLES,
)
from r57plans.workbook.spoken import NAMED, read_particular

Data = dict[str, Any]
_DEEPEST, _SHOWN = 20, 100


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that was read: what it says now, and what it was exported as.

    `base` is None where the workbook does not know, or was altered there. `language` is that of
    its headings.
    """

    source: WorkbookSource
    base: Data | None
    language: Language = "vi"


def read_workbook(data: bytes, file: str = "plan.xlsx") -> WorkbookSource:
    """The plan data of a workbook with their cells; whatever is wrong is in `report`."""
    return open_workbook(data, file).source


def open_workbook(data: bytes, file: str = "plan.xlsx") -> Workbook:
    """As `read_workbook`, with what the workbook was exported as."""
    try:
        sheets = read_sheets(data, file)
    except LoadError as error:
        return Workbook(WorkbookSource(file, None, error.report), None)
    grids, findings = grids_of(sheets, file)
    if PARTICULARS not in grids and TASKS.key not in grids:
        report = Report((told.not_ours(file, sheets),))
        return Workbook(WorkbookSource(file, None, report), None)
    base = grids.get(BASE)
    known = data_of(line.first for line in base.lines) if base else None
    if gone := tuple(lost(known, grids, file)) if known else ():
        return Workbook(WorkbookSource(file, None, Report(gone)), known)
    source = _Reading(grids, file, findings).source()
    english = any(sheet.name == TITLES[PARTICULARS].en for sheet in sheets)
    return Workbook(source, known, "en" if english else "vi")


class _Reading(Gathered):
    """A workbook on its way into data."""

    def __init__(self, grids: Mapping[str, Grid], file: str, findings: list[Finding]) -> None:
        super().__init__(file, findings)
        self._grids = grids
        self._known: dict[Path, Path] = {}  # where each record is now, by where it was exported

    def source(self) -> WorkbookSource:
        """All of it."""
        self.places[()] = CellPlace(self.file)
        named = [pick_of(line.said(SITE)) in NAMED for line in self._lines(PARTICULARS)]
        self._particulars(named, wanted=False)
        self._list(BODIES)
        self.names = names_of(self.data)
        self._particulars(named, wanted=True)
        if isinstance(self.names, NoNames):
            return self._unread()
        for sheet in LISTS:
            if sheet is not BODIES:
                self._list(sheet)
        for child in CHILDREN:
            self._children(child)
        self._seats()
        self._prose()
        self._rest()
        report = Report.of(self.findings)
        return WorkbookSource(self.file, self.data, report, cells=self.places)

    def _lines(self, key: str) -> tuple[Line, ...]:
        grid = self._grids.get(key)
        return grid.lines if grid else ()

    def _unread(self) -> WorkbookSource:
        """The particulars alone, which have to be mended before the rest can be read."""
        wrong = Report.of(self.findings).errors
        report = Report.of((*self.findings, told.rest_unread(self.file)))
        data = None if wrong else self.data
        return WorkbookSource(self.file, data, report, cells=self.places)

    def _particulars(self, named: list[bool], *, wanted: bool) -> None:
        """Those that are names of bodies and posts, or all others."""
        for line, is_named in zip(self._lines(PARTICULARS), named, strict=True):
            if is_named is wanted:
                self._particular(line)

    def _particular(self, line: Line) -> None:
        site = line.said(SITE)
        if not site:
            return
        path = path_of(site)
        for key in ("vi", "en"):
            said = line.said(key)
            where = (*path, key) if is_bilingual(site) else path
            if key == "vi":
                self.places[where] = line.place(key)
            if not said or (key == "en" and not is_bilingual(site)):
                continue
            value: Any = said
            if key == "vi" and not is_bilingual(site):
                value = read_particular(site, line.cell(key), self.names)
                pick = pick_of(site)
                if pick not in NAMED and self.unknown(line.place(key), pick, value):
                    return
            if path[-1] == "draft_no" and said.isdecimal():
                value = int(said)
            self.put(where, value, line.place(key))

    def _list(self, sheet: Sheet) -> None:
        lines = sorted_out(self._lines(sheet.key), sheet, self.findings)
        if not lines:
            return
        records: list[Data] = []
        for line in lines:
            path: Path = (sheet.key, len(records))
            records.append(self.record(line, sheet.fields, path))
            if line.identity:
                self._known[path_of(line.identity)] = path
        self.data[sheet.key] = records

    def _children(self, child: Sheet) -> None:
        owners = {rec.get("id"): n for n, rec in enumerate(self.data.get(child.parent, ()))}
        for line in self._lines(child.key):
            if line.is_blank:
                continue
            wanted = line.said(PARENT)
            known = self._known.get((child.parent, *path_of(wanted))) if wanted else None
            index = owners.get(wanted, known[1] if known else None)
            if index is None and line.identity.startswith(site_of((child.parent, wanted))):
                self.findings.append(told.gone_with(line.start, wanted))
                continue
            if not isinstance(index, int):
                ids = tuple(str(name) for name in owners if name)
                place = line.place(PARENT) if wanted else line.start
                self.findings.append(told.no_such_parent(place, wanted, nearest(wanted, ids)))
                continue
            kept: list[Data] = self.data[child.parent][index].setdefault(child.key, [])
            path: Path = (child.parent, index, child.key, len(kept))
            kept.append(self.record(line, child.fields, path))
            self.places.setdefault(path[:-1], line.start)
            if line.identity:
                self._known[path_of(line.identity)] = path

    def _seats(self) -> None:
        labels = {label.say(ui): key for key, (_, label) in SEATS.items() for ui in ("vi", "en")}
        for line in self._lines(COMMITTEE.key):
            if line.is_blank:
                continue
            said = line.said("seat")
            seat = labels.get(said) or (said if said in SEATS else "")
            if not seat:
                place = line.place("seat") if said else line.start
                self.findings.append(told.no_such_seat(place, said, nearest(said, labels)))
                continue
            self._seat(line, seat)

    def _seat(self, line: Line, seat: str) -> None:
        found = self.record(line, COMMITTEE.fields, ("seat",))
        who = found.get("who")
        more = {key: found[key] for key in ("name", "standing") if key in found}
        person = {**who, **more} if isinstance(who, dict) else who
        if isinstance(who, str) and seat != "group-members":
            person = {"role": who, **more}
        path: Path = ("committee", *SEATS[seat][0])
        if seat.endswith("s"):
            holder = self.data.setdefault("committee", {})
            for part in SEATS[seat][0][:-1]:
                holder = holder.setdefault(part, {})
            path = (*path, len(holder.get(SEATS[seat][0][-1], ())))
        self.put(path, person, line.place("who"))

    def _prose(self) -> None:
        documents = tuple(self.data.get("documents", ()))
        groups = tuple(str(each.get("id")) for each in self.data.get(GROUPS.key, ()))
        labels = {
            label.say(ui): site
            for site, label in prose(documents, groups).items()
            for ui in ("vi", "en")
        }
        for line in self._lines(PROSE):
            if line.is_blank or not (line.said("vi") or line.said("en")):
                continue
            said = line.said("label")
            site = labels.get(said) or ("" if said else line.said(SITE))
            if site not in labels.values():
                place = line.place("label") if said else line.start
                self.findings.append(told.no_such_part(place, said, nearest(said, labels)))
                continue
            self._text(line, site)

    def _text(self, line: Line, site: str) -> None:
        path: Path = path_of(site)
        if path[0] == "groups":
            names = [str(each.get("id")) for each in self.data[GROUPS.key]]
            path = ("groups", names.index(site.split("/")[1]), "prose")
        if not is_single(site):
            path = (*path, len(_at(self.data, path) or ()))
        for key in ("vi", "en"):
            if line.said(key):
                self.put((*path, key), line.said(key), line.place(key))
        self.places[path] = line.place("vi" if line.said("vi") else "en")

    def _rest(self) -> None:
        before = keys_of(self.data)
        lines = [line for line in self._lines(REST) if line.said(SITE) and line.said(VALUE)]
        for site, same in groupby(lines, lambda line: line.said(SITE)):
            path, parts = self._now(path_of(site)), list(same)
            if path is None or says(before, path):
                continue
            if len(path) <= _DEEPEST:
                text = "".join(line.said(VALUE) for line in parts)
                self.put(path, read(text), parts[0].place(VALUE))
            if path not in self.places:
                self.findings.append(told.no_such_key(parts[0].place(SITE), site[:_SHOWN]))

    def _now(self, path: Path) -> Path | None:
        """Where a value of the rest belongs now; None where its record is gone."""
        for length in range(len(path), 1, -1):
            if found := self._known.get(path[:length]):
                return (*found, *path[length:])
        of_record = any(path[0] == sheet.key for sheet in LISTS)
        return None if of_record else path


def _at(data: Any, path: Path) -> Any:
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
