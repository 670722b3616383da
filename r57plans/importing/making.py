"""`import`: a plan that someone made in Word or Excel, as a plan file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from r57plans.errors import LoadError, NoPlanError
from r57plans.findings import Finding, Language, Message, Place, Report
from r57plans.importing import told
from r57plans.importing.actors import Actors
from r57plans.importing.frame import Frame, frame_of
from r57plans.importing.groups import Groups
from r57plans.importing.heads import is_head_line
from r57plans.importing.likeness import likeness, sub_task_entries, target_entries
from r57plans.importing.opening import Opened, open_file, read_bytes
from r57plans.importing.particulars import particulars_of
from r57plans.importing.prose import CONTEXT, prose_of
from r57plans.importing.records import Imported, ImportReport, TableRead
from r57plans.importing.rows import TaskRow, TaskRows, read_row
from r57plans.importing.sections import Section, sections_of
from r57plans.importing.targets import TargetRows, targets_of
from r57plans.importing.tasks import TaskMaker
from r57plans.importing.writing import Page, page_text
from r57plans.language import spell
from r57plans.load import check_plan, load_catalogue, load_registers, parse_plan
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue
from r57plans.model.naming import province_fills
from r57plans.model.plan import FORMAT, Plan
from r57plans.model.registers import Registers

MOST_ROWS = 3_000
"""Rows of all tables; the Government's own programme has 140 tasks."""
_ENGLISH = ("lead", "deadline", "deliverable", "target", "time", "task", "product", "responsib")


def import_plan(
    source: Path | str | bytes,
    *,
    file: str = "",
    province: str = "",
    on: DocumentDate | None = None,
    covers: float | None = None,
    ui: Language = "vi",
    catalogue: str = "nq57",
    schema: str = "",
) -> Imported:
    """A plan from a Word or Excel file that anyone made: its text, and what was not understood.

    `source` is a path or the bytes of a file, `file` its name. `province` is taken where given, and
    `on` where the file does not say its day. Sub-tasks that a row may cover are only suggested;
    with `covers`, the best one is put in where its score (0 to 1) is at least that. Comments are in
    the language `ui`; `schema` is where an editor finds the plan's JSON Schema. Tracked changes
    are read as accepted. Raises LoadError or WordFileError for what cannot be read, NoPlanError
    where no table of tasks or targets is found, or no province, or the file is one of ours.
    """
    data, name = read_bytes(source, file)
    opened = open_file(data, name)
    importing = _Importing(opened, name, load_catalogue(catalogue), load_registers())
    return importing.imported(_Asked(province, on, covers, ui, schema))


@dataclass(frozen=True, slots=True)
class _Asked:
    province: str
    on: DocumentDate | None
    covers: float | None
    ui: Language
    schema: str


class _Importing:
    """One file on its way into a plan."""

    def __init__(
        self, opened: Opened, file: str, catalogue: Catalogue, registers: Registers
    ) -> None:
        self._opened, self._file = opened, file
        self._catalogue, self._registers = catalogue, registers
        self._groups = Groups(catalogue)
        self._findings: list[Finding] = list(opened.findings)
        self._tables: list[TableRead] = []

    def imported(self, asked: _Asked) -> Imported:
        sections = list(sections_of(self._opened.pieces))
        kinds = {s.heading.kind for s in sections if s.heading}
        if not kinds & {"tasks", "targets", "roadmap"}:
            raise NoPlanError(Report((_nothing(self._file), *self._left(sections))))
        if sum(len(s.rows) for s in sections) > MOST_ROWS:
            raise NoPlanError(Report((_too_many(self._file),)))
        head = self._opened.head(sections)
        frame = frame_of(head, self._registers, self._file, asked.province, asked.on)
        self._findings += frame.findings
        bare = _bare_plan(self._frame_data(frame))
        language = _language(sections)
        actors = Actors(bare, self._registers, language)
        rows, targets = self._read(sections, actors, language)
        if not rows.tasks and not targets.targets:
            raise NoPlanError(Report((_nothing(self._file), *self._left(sections))))
        titles = list(dict.fromkeys(t.group for t in rows.tasks if t.group))
        found = self._groups.found(titles, rows.titles.parents)
        fills = province_fills(frame.province, self._registers, "vi")
        tasks = likeness(sub_task_entries(self._catalogue, fills))
        made = TaskMaker(actors, tasks, found, language, asked.covers).make(rows.tasks)
        aims = targets_of(targets.targets, likeness(target_entries(self._catalogue)), language)
        particulars = particulars_of(head, frame, self._registers, self._catalogue, self._file)
        self._findings += [*particulars.findings, *rows.findings, *targets.findings]
        self._findings += [*rows.titles.unused(set(found)), *targets.unused()]
        self._findings += [*made.findings, *actors.findings(), *self._columns(sections)]
        prose = prose_of(head)
        self._findings += [told.prose_left(s.place, s.text, n) for s, n in prose.left]
        data = self._frame_data(frame) | {"document": particulars.data}
        data["sections"] = {k: v for k, v in prose.sections.items() if k != CONTEXT}
        data["context"] = prose.sections.get(CONTEXT, [])
        data["spelling"] = _spelling(rows.tasks)
        data["groups"] = list(self._groups.data(list(found.values())))
        data |= {"targets": aims.data, "tasks": made.data}
        page = Page(
            data, particulars.blanks, made.taken, aims.taken, tuple(found.values()),
            Path(self._file).name, self._catalogue.name,
        )  # fmt: skip
        text = page_text(page, asked.ui, asked.schema)
        report = ImportReport(
            self._file, Message(frame.province.vi, frame.province.en), particulars.number,
            tuple(self._tables), tuple(made.taken), tuple(aims.taken),
            Report(tuple(self._findings)),
        )  # fmt: skip
        return Imported(text, _loaded(text), report)

    def _frame_data(self, frame: Frame) -> dict[str, Any]:
        data: dict[str, Any] = {
            "format": FORMAT,
            "catalogue": self._catalogue.name,
            "province": frame.province.id,
        }
        if frame.unit:
            data["unit"] = frame.unit
        document = {"issuer": frame.issuer, "type": "KH", "date": str(frame.on)}
        return data | {"document": document}

    def _read(
        self, sections: Sequence[Section], actors: Actors, language: Language
    ) -> tuple[TaskRows, TargetRows]:
        """All rows; a roadmap only where no table of tasks is there."""
        tasks = TaskRows(lambda title: bool(self._groups.known(title)))
        targets = TargetRows(actors, language)
        alone = all(s.heading is None or s.heading.kind != "tasks" for s in sections)
        for section in sections:
            kind = section.heading.kind if section.heading else "other"
            taken = 0
            if kind == "tasks" or (kind == "roadmap" and alone):
                taken = tasks.read(section)
            elif kind == "targets":
                taken = targets.read(section)
            elif kind == "roadmap":
                self._findings.append(told.roadmap_left(section.grid.place, len(section.rows)))
            else:
                self._findings += self._left([section])
            if kind != "other":
                columns = section.heading.columns.values() if section.heading else ()
                named = tuple((c.title, c.field) for c in columns)
                place = section.rows[0].place if section.rows else section.grid.place
                self._tables.append(TableRead(place, kind, len(section.rows), taken, named))
        return tasks, targets

    def _left(self, sections: Sequence[Section]) -> Iterator[Finding]:
        """Tables that are not read, but for those of the letterhead and the signature."""
        for section in sections:
            if section.caption:
                yield from self._captions(section)
                continue
            said = [cell.text for row in section.rows for cell in row.cells]
            if section.heading is None and said and not self._opened.frames(section):
                place = section.rows[0].place
                yield told.table_left(place, " | ".join(said[:6]), len(section.rows))

    @staticmethod
    def _captions(section: Section) -> Iterator[Finding]:
        """Lines above the headings of a table, but for those that are the letterhead's."""
        for row in section.rows:
            for cell in row.own:
                if not all(map(is_head_line, cell.lines)):
                    yield told.line_left(cell.place, cell.text)

    def _columns(self, sections: Sequence[Section]) -> Iterator[Finding]:
        """The columns that no field takes, each once, with how many cells are in notes."""
        kept: dict[str, tuple[Place, int]] = {}
        for section in sections:
            if section.heading and section.heading.kind in ("tasks", "targets"):
                for row in section.rows:
                    for title, cell in read_row(section, row).kept:
                        place, count = kept.get(title, (cell.place, 0))
                        kept[title] = (place, count + 1)
        return (told.column_kept(place, title, n) for title, (place, n) in kept.items())


def _bare_plan(data: dict[str, Any]) -> Plan:
    return parse_plan(json.dumps(data, ensure_ascii=False).encode())


def _loaded(text: str) -> Plan:
    """The plan that was written; raises LoadError where it does not load, which is told as such."""
    plan, report = check_plan(text.encode(), "plan.yaml")
    if plan is None:
        raise LoadError(report)
    return plan


def _language(sections: Sequence[Section]) -> Language:
    """The language of the headings: English ones have words of their own and no diacritics."""
    titles = " ".join(
        column.title for s in sections if s.heading for column in s.heading.columns.values()
    )
    english = any(word in titles.casefold() for word in _ENGLISH)
    return "en" if english and titles.isascii() else "vi"


def _spelling(rows: Sequence[TaskRow]) -> str:
    """Where the file's tone marks stand: `old` where more words have them so."""
    said = " ".join(row.text for row in rows)
    old = sum(a != b for a, b in zip(said.split(), spell(said, "new").split(), strict=False))
    new = sum(a != b for a, b in zip(said.split(), spell(said, "old").split(), strict=False))
    return "old" if old > new else "new"


def _nothing(file: str) -> Finding:
    return Finding(
        "import.nothing", "error",
        Message("Không tìm thấy bảng nhiệm vụ hoặc bảng chỉ tiêu nào.",
                "No table of tasks or of targets was found."),
        Message("Bảng cần một hàng tiêu đề, ví dụ: TT, Nhiệm vụ, Cơ quan chủ trì, Cơ quan phối "
                "hợp, Sản phẩm, Thời gian hoàn thành. Nhiệm vụ viết trong lời văn không được đọc.",
                "A table needs a row of headings, such as: TT, Nhiệm vụ, Cơ quan chủ trì, Cơ quan "
                "phối hợp, Sản phẩm, Thời gian hoàn thành. Tasks in running text are not read."),
        Place(file),
    )  # fmt: skip


def _too_many(file: str) -> Finding:
    return Finding(
        "import.too-many", "error",
        Message(f"Các bảng có hơn {MOST_ROWS} hàng; không đọc.",
                f"The tables have more than {MOST_ROWS} rows; they are not read."),
        Message("Tách tệp thành nhiều phần.", "Cut the file into parts."),
        Place(file),
    )  # fmt: skip
