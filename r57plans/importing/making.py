"""`import`: a plan that someone made in Word or Excel, as a plan file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from r57plans.errors import LoadError, NoPlanError
from r57plans.findings import Finding, Language, Message, Place, Report
from r57plans.importing import told
from r57plans.importing.actors import Actors
from r57plans.importing.frame import Frame, frame_of
from r57plans.importing.groups import GroupFound, Groups
from r57plans.importing.heads import Head
from r57plans.importing.likeness import likeness, sub_task_entries, target_entries
from r57plans.importing.opening import Opened, open_file, read_bytes
from r57plans.importing.particulars import Particulars, particulars_of
from r57plans.importing.prose import CONTEXT, Prose, prose_of
from r57plans.importing.records import Imported, ImportReport
from r57plans.importing.sections import Section, sections_of, with_commas
from r57plans.importing.tables import Tables, language_of, left
from r57plans.importing.targets import Targets, targets_of
from r57plans.importing.tasks import TaskMaker, Tasks
from r57plans.importing.writing import Page, page_text
from r57plans.language import spell
from r57plans.load import check_plan, load_catalogue, load_registers, parse_plan
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue
from r57plans.model.naming import province_fills
from r57plans.model.plan import FORMAT, Plan
from r57plans.model.registers import Registers


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


@dataclass(frozen=True)
class _Made:
    """The parts of a plan as they were read."""

    particulars: Particulars
    prose: Prose
    groups: dict[str, GroupFound]
    tasks: Tasks
    targets: Targets
    spelling: str


class _Importing:
    """One file on its way into a plan."""

    def __init__(
        self, opened: Opened, file: str, catalogue: Catalogue, registers: Registers
    ) -> None:
        self._opened, self._file = opened, file
        self._catalogue, self._registers = catalogue, registers
        self._groups = Groups(catalogue)

    def imported(self, asked: _Asked) -> Imported:
        """The plan's text, the plan that it loads as, and the report."""
        sections = list(sections_of(self._opened.pieces))
        if not any(section.heading for section in sections):
            raise self._nothing(sections)
        head = self._opened.head(sections)
        if language_of(sections) == "vi":
            with_commas(sections)
        frame = frame_of(head, self._registers, self._file, asked.province, asked.on)
        actors = Actors(_plan(self._frame_data(frame)), self._registers, language_of(sections))
        tables = Tables(sections, actors, lambda title: bool(self._groups.known(title)))
        tables.read()
        if not tables.tasks.tasks and not tables.targets.targets:
            raise self._nothing(sections)
        made = self._made(head, frame, tables, actors, asked.covers)
        text = self._text(frame, tables, made, asked)
        findings = self._findings(frame, tables, made, actors)
        report = ImportReport(
            self._file, Message(frame.province.vi, frame.province.en), made.particulars.number,
            tuple(tables.taken), tuple(made.tasks.taken), tuple(made.targets.taken), findings,
        )  # fmt: skip
        return Imported(text, _loaded(text), report)

    def _nothing(self, sections: Sequence[Section]) -> NoPlanError:
        return NoPlanError(Report((_nothing(self._file), *left(sections, self._opened.frames))))

    def _made(
        self, head: Head, frame: Frame, tables: Tables, actors: Actors, covers: float | None
    ) -> _Made:
        """The parts of the plan out of what stands around the tables and in them."""
        rows = tables.tasks.tasks
        titles = list(dict.fromkeys(row.group for row in rows if row.group))
        groups = self._groups.found(titles, tables.tasks.titles.parents)
        vi = province_fills(frame.province, self._registers, "vi")
        en = province_fills(frame.province, self._registers, "en")
        tasks = likeness(sub_task_entries(self._catalogue, vi, en))
        targets = likeness(target_entries(self._catalogue))
        return _Made(
            particulars_of(head, frame, self._registers, self._catalogue, self._file),
            prose_of(head),
            groups,
            TaskMaker(actors, tasks, groups, tables.language, covers).make(rows),
            targets_of(tables.targets.targets, targets, tables.language),
            _spelling((*(said.text for said in head.everything), *(row.text for row in rows))),
        )

    def _frame_data(self, frame: Frame) -> dict[str, Any]:
        """The least that a plan has."""
        unit = {"unit": frame.unit} if frame.unit else {}
        document = {"issuer": frame.issuer, "type": "KH", "date": str(frame.on)}
        return {
            "format": FORMAT,
            "catalogue": self._catalogue.name,
            "province": frame.province.id,
            **unit,
            "document": document,
        }

    def _text(self, frame: Frame, tables: Tables, made: _Made, asked: _Asked) -> str:
        prose, groups = made.prose.sections, tuple(made.groups.values())
        data = self._frame_data(frame) | {
            "document": made.particulars.data,
            "sections": {key: texts for key, texts in prose.items() if key != CONTEXT},
            "context": prose.get(CONTEXT, []),
            "spelling": made.spelling,
            "groups": list(self._groups.data(groups, tables.language)),
            "targets": made.targets.data,
            "tasks": made.tasks.data,
        }
        page = Page(
            data, made.particulars.blanks, made.tasks.taken, made.targets.taken, groups,
            Path(self._file).name, self._catalogue.name,
        )  # fmt: skip
        return page_text(page, asked.ui, asked.schema)

    def _findings(self, frame: Frame, tables: Tables, made: _Made, actors: Actors) -> Report:
        """What was not understood: first what concerns the file, then row by row, then names."""
        return Report(
            (
                *self._opened.findings,
                *frame.findings,
                *([told.english(Place(self._file))] if tables.language == "en" else []),
                *made.particulars.findings,
                *tables.findings(self._opened.frames, set(made.groups)),
                *made.tasks.findings,
                *actors.findings(),
                *(told.prose_left(s.place, s.text, count) for s, count in made.prose.left),
            )
        )


def _plan(data: dict[str, Any]) -> Plan:
    return parse_plan(json.dumps(data, ensure_ascii=False).encode())


def _loaded(text: str) -> Plan:
    """The plan that was written; raises LoadError where it does not load."""
    plan, report = check_plan(text.encode(), "plan.yaml")
    if plan is None:
        raise LoadError(report)
    return plan


def _spelling(lines: Iterable[str]) -> str:
    """Where the file's tone marks stand: `old` where more words have them so."""
    said = " ".join(lines)
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
