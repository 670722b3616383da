"""What the commands on status files have in common: the plan, the file, the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import WRONG, Ui
from r57plans.findings import Finding, Message

if TYPE_CHECKING:
    from r57plans.model.plan import Plan
    from r57plans.model.status import Status


def status_option(ui: Ui) -> click.Option:
    """The option `--status`."""
    text = ui.t(
        "Tệp tình trạng (xem: r57plans status init).", "The status file (see: status init)."
    )
    return click.Option(["--status"], required=True, metavar="FILE.yaml", help=text)


def as_of_option(ui: Ui, *, required: bool) -> click.Option:
    """The option `--as-of`, of which day all counts are; today unless it is required."""
    vi, en = "Ngày chốt số liệu, ví dụ 2025-06-30", "The day of all counts, such as 2025-06-30"
    today = ("", "") if required else ("; mặc định hôm nay", "; today unless given")
    return click.Option(
        ["--as-of"], required=required, help=ui.t(f"{vi}{today[0]}.", f"{en}{today[1]}.")
    )


def day_of(ui: Ui, text: str, *, machine: bool) -> date:
    """The day that `--as-of` gives, the last of a month; ends the command where there is none."""
    hint = Message("Viết như 2025-06-30.", "Write it like 2025-06-30.")
    return ui.day("status.as-of", "--as-of", text, hint, machine=machine).last


def read_both(
    ui: Ui, plan_file: Path, status_file: Path, on: date, *, machine: bool
) -> tuple[Plan, Status, tuple[Finding, ...]]:
    """The plan, its status, and what there is to say; ends the command where one has errors."""
    from r57plans.load import check_status_file

    plan, of_plan = read_plan(ui, plan_file, machine=machine)
    status, of_status = check_status_file(status_file, plan, on)
    if status is None:
        ui.stop(of_status, WRONG, machine=machine)
    return plan, status, (*of_plan, *of_status)


def read_plan(ui: Ui, path: Path, *, machine: bool = False) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan and what there is to say of it; ends the command where it has errors."""
    from r57plans.plans import read_plan_file

    plan, report = read_plan_file(path)
    if plan is None:
        ui.stop(report, WRONG, machine=machine)
    return plan, tuple(report)
