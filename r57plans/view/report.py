"""Puts the view of a progress report together: a plan, and how it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from r57plans.findings import Language
from r57plans.language import date_short, join_list, plain
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.progress import Standing, reckon
from r57plans.model.registers import Registers
from r57plans.model.status import Status
from r57plans.view.assemble import Seen, view_of
from r57plans.view.cells import TargetCells, TaskCells
from r57plans.view.citations import Citer
from r57plans.view.entries import TaskEntries, task_entries
from r57plans.view.groups import TaskWriter
from r57plans.view.names import Namer
from r57plans.view.particulars import Stationer
from r57plans.view.progress import ProgressWriter
from r57plans.view.progress_annexes import ProgressAnnexes
from r57plans.view.progress_due import DueWriter
from r57plans.view.progress_heads import ReportHeads
from r57plans.view.progress_records import FundView, GroupProgressView, ReportView
from r57plans.view.progress_targets import TargetProgress
from r57plans.view.speech import Speaker
from r57plans.view.targets import TargetWriter


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report speaks of: the plan, how it stands, on which day."""

    plan: Plan
    status: Status
    on: date


def progress_of(
    reported: Reported, catalogue: Catalogue, registers: Registers, language: Language
) -> ProgressWriter:
    """Writes how the plan's tasks stand, in one language."""
    return _writer(_Rooms.of(reported.plan, catalogue, registers, language), reported)


def report_view(
    reported: Reported, own: Plan, catalogue: Catalogue, registers: Registers, language: Language
) -> Seen:
    """What a template may see of a progress report; `own` is the plan as the report sees it."""
    rooms = _Rooms.of(own, catalogue, registers, language)
    writer = _writer(rooms, reported)
    heads = ReportHeads(rooms.stationer, reported.plan, reported.on, writer)
    seen = view_of(own, catalogue, registers, language)
    view = replace(
        seen.view,
        document=heads.document(),
        annexes=ProgressAnnexes(writer, rooms.stationer, heads.assigned).views(),
        progress=_progress(rooms, writer, heads),
    )
    printed = (*rooms.namer.speaker.missing, *writer.speaker.missing)
    others = (*seen.untranslated, *seen.beyond)
    return Seen(view, printed, tuple(note for note in others if note not in printed))


@dataclass(frozen=True, slots=True)
class _Rooms:
    """The writers of one plan in one language."""

    namer: Namer
    stationer: Stationer
    targets: TargetCells
    tasks: TaskEntries

    @classmethod
    def of(
        cls, plan: Plan, catalogue: Catalogue, registers: Registers, language: Language
    ) -> _Rooms:
        namer = Namer(plan, registers, Speaker(plan, language))
        stationer = Stationer(namer, Citer(namer, catalogue))
        targets = TargetCells(TargetWriter(namer, catalogue))
        cells = TaskCells(TaskWriter(namer, catalogue), targets.writer)
        return cls(namer, stationer, targets, task_entries(cells, stationer))


def _writer(rooms: _Rooms, reported: Reported) -> ProgressWriter:
    namer = rooms.namer
    return ProgressWriter(
        cells=rooms.tasks.cells,
        nodes=rooms.tasks.nodes,
        numbers=rooms.tasks.numbers,
        status=reported.status,
        reckoned=reckon(reported.plan, reported.status, reported.on),
        on=reported.on,
        speaker=Speaker(namer.plan, namer.language, reported.status),
    )


def _progress(rooms: _Rooms, writer: ProgressWriter, heads: ReportHeads) -> ReportView:
    due, language, status = DueWriter(writer), writer.language, writer.status
    targets = TargetProgress(rooms.targets.writer, status, writer.on, writer.speaker)
    groups = writer.groups()
    return ReportView(
        as_of=date_short(writer.on, language),
        plan_type=heads.plan_type,
        counts=writer.whole(),
        leadership=writer.paragraphs("leadership"),
        targets=targets.views(),
        groups=groups,
        leads=writer.leads(),
        central=writer.central(),
        overdue=writer.only(Standing.OVERDUE),
        funds=_funds(writer),
        results=writer.paragraphs("results"),
        limits=writer.paragraphs("limits"),
        difficulties=(*writer.paragraphs("difficulties"), *writer.of_tasks("difficulty")),
        causes=writer.paragraphs("causes"),
        next_tasks=writer.paragraphs("next_tasks"),
        due=due.views(),
        due_until=date_short(due.until, language),
        proposals=(*writer.paragraphs("proposals"), *writer.of_tasks("proposal")),
        chart_words=_chart_words(writer, groups),
    )


def _funds(writer: ProgressWriter) -> tuple[FundView, ...]:
    speaker, rows = writer.speaker, []
    for n, fund in enumerate(writer.status.funds):
        unit = str(speaker.text(fund.unit, "", "funds", n, "unit"))
        amounts = [
            f"{said} {unit}".strip() if said else ""
            for key in ("planned", "disbursed")
            for said in [speaker.figure(getattr(fund, key), "funds", n, key)]
        ]
        name = str(speaker.text(fund.name, "", "funds", n, "name"))
        rows.append(FundView(str(n + 1), name, *amounts))
    return tuple(rows)


def _chart_words(writer: ProgressWriter, groups: tuple[GroupProgressView, ...]) -> str:
    """The chart in words, for those who cannot see it."""
    said = [f"{plain(group.short)} {group.counts.total}" for group in groups]
    day = date_short(writer.on, writer.language)
    return plain(writer.word("bars", day=day, groups=join_list(said, writer.language)))
