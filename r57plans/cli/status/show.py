"""`r57plans status show`: how a plan stands on a day, by group and by lead."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.status.reading import as_of_option, day_of, read_both, status_option
from r57plans.cli.ui import Ui, format_option, today, ui_option

if TYPE_CHECKING:
    from rich.table import Table

    from r57plans.view.progress import ProgressWriter
    from r57plans.view.progress_records import CountsView

_NAMES = {"number", "name"}
_WIDTH = 8  # of the longest word in the heads
_NAME_WIDTH = 16


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(plan: str, status: str, as_of: str | None, format_: str) -> int:
        machine = format_ == "json"
        on = day_of(ui, as_of or today(), machine=machine)
        return _show(ui, Path(plan), Path(status), on, machine)

    return click.Command(
        "show",
        callback=run,
        help=ui.t(
            "Số nhiệm vụ của kế hoạch PLAN theo tình trạng: từng nhóm, từng cơ quan chủ trì.\n\n"
            "Ví dụ: r57plans status show plan.yaml --status status.yaml --as-of 2025-06-30",
            "How many tasks of the plan PLAN are done, overdue …: by group and by lead.\n\n"
            "Example: r57plans status show plan.yaml --status status.yaml --as-of 2025-06-30",
        ),
        params=[
            click.Argument(["plan"]),
            status_option(ui),
            as_of_option(ui, required=False),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _show(ui: Ui, plan_file: Path, status_file: Path, on: date, machine: bool) -> int:
    from r57plans.load import load_catalogue, load_registers
    from r57plans.view.report import Reported, progress_of

    plan, status, found = read_both(ui, plan_file, status_file, on, machine=machine)
    reported = Reported(plan, status, on)
    writer = progress_of(reported, load_catalogue(plan.catalogue), load_registers(), ui.language)
    if machine:
        ui.json({**_data(writer), "findings": [f.as_dict(ui.language) for f in found]})
        return 0
    _print(ui, writer)
    ui.tell(found)
    return 0


def _data(writer: ProgressWriter) -> dict[str, object]:
    """All counts for a machine, and the class of each task in the plan's order."""
    return {
        "as_of": writer.on.isoformat(),
        "total": _counts(writer.whole()),
        "groups": [_named(group.counts) for group in writer.groups()],
        "leads": [_named(row) for row in writer.leads()],
        "tasks": [
            {"id": r.task.id, "standing": r.standing.value, "days": r.days} for r in writer.reckoned
        ],
    }


def _named(row: CountsView) -> dict[str, object]:
    from r57plans.language import plain

    return {"name": plain(str(row.name)), **_counts(row)}


def _counts(row: CountsView) -> dict[str, int]:
    return {f.name: getattr(row, f.name) for f in fields(row) if f.name not in _NAMES}


def _print(ui: Ui, writer: ProgressWriter) -> None:
    from rich.console import Console

    named = [replace(group.counts, name=group.short) for group in writer.groups()]
    tables = (
        _table(ui, "Nhóm nhiệm vụ", "Group of tasks", named, writer),
        _table(ui, "Cơ quan chủ trì", "Lead", [*writer.leads()], writer),
    )
    least = _NAME_WIDTH + (_WIDTH + 1) * (len(tables[0].columns)) + 2
    console = Console(highlight=False)
    console.width = max(console.width, least)
    for table in tables:
        console.print(table)
    if writer.shared:
        click.echo(writer.word("several_leads"))


def _table(ui: Ui, vi: str, en: str, rows: list[CountsView], writer: ProgressWriter) -> Table:
    """A row for each, and the total, in which each task counts once; no column of zeros alone."""
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text as Styled

    from r57plans.view.progress import class_names, counts_of

    table = Table(box=SIMPLE, show_footer=True, padding=(0, 1, 0, 0))
    whole = writer.whole()
    heads = (writer.word("total"), *class_names(ui.language))
    kept = [n for n, count in enumerate((whole.total, *counts_of(whole))) if count or not n]
    table.add_column(ui.t(vi, en), Styled(str(whole.name)), min_width=_NAME_WIDTH)
    for n in kept:
        count = (whole.total, *counts_of(whole))[n]
        table.add_column(heads[n], str(count), justify="right", width=_WIDTH)
    for row in rows:
        counts = (row.total, *counts_of(row))
        table.add_row(Styled(str(row.name)), *(str(counts[n]) for n in kept))
    return table
