"""What a command may write to: plan files, workbooks, and no file that it reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from r57plans.cli.ui import WRONG, Ui
from r57plans.findings import Message

if TYPE_CHECKING:
    from r57plans.plans import PlanFile


def opened(ui: Ui, path: Path | str, *, machine: bool = False) -> PlanFile:
    """The plan to change; ends the command where it is none."""
    from r57plans.errors import LoadError
    from r57plans.plans import open_plan

    try:
        return open_plan(path)
    except LoadError as error:
        ui.stop(error.report, WRONG, machine=machine)


def refuse_over_workbook(
    ui: Ui, plan: Path | str | None, out: Path | str | None, *, machine: bool = False
) -> None:
    """Ends the command where a workbook would be written over: it is made anew, and what a person
    added to it (colours, columns, sheets) would be gone."""
    from r57plans.load.plan_files import is_workbook

    if plan is None or not is_workbook(plan) or (out and not same_file(plan, out)):
        return
    new = f"{Path(plan).stem}-2.xlsx"
    ui.fail(
        "workbook.needs-out",
        "Sổ Excel không bị ghi đè: màu, cột, trang do người dùng thêm sẽ mất.",
        "A workbook is not written over: colours, columns and sheets of your own would be lost.",
        Message(f"Ghi sang sổ mới: thêm -o {new}", f"Write a new one: add -o {new}"),
        machine=machine,
    )


def same_file(one: Path | str, other: Path | str) -> bool:
    """Whether two paths lead to one file, be it by another name or a link."""
    try:
        return Path(one).resolve() == Path(other).resolve() or Path(one).samefile(other)
    except OSError:
        return False
