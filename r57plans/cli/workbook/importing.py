"""`r57plans workbook import`: what was filled in or changed in Excel, into the plan file."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.pull import (
    Taking,
    read_edits,
    refuse_a_copy,
    refuse_misuse,
    taking_options,
    to_change,
)
from r57plans.cli.ui import Ui, format_option, ui_option


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(
        workbook: str, plan: str | None, out: str | None, ask: bool, accept: tuple[str, ...],
        format_: str,
    ) -> int:  # fmt: skip
        from r57plans.workbook.proposing import import_workbook

        machine = format_ == "json"
        refuse_a_copy(ui, (workbook,), out, machine=machine)
        if plan is None and out and not (ask or accept):
            return _as_plan(ui, workbook, Path(out))
        refuse_misuse(ui, plan, out, ask, accept, machine)
        file = to_change(ui, plan, out, taking=ask or bool(accept), machine=machine)
        pulled = read_edits(ui, lambda: import_workbook(workbook, file), machine=machine)
        return Taking(ui, pulled, file, out, machine).run(accept, ask=ask)

    return click.Command(
        "import",
        callback=run,
        help=t(
            "Những gì đã điền, đã sửa trong sổ Excel WORKBOOK, thành đề xuất sửa tệp kế hoạch, như "
            "lệnh pull với tệp Word. Không có --plan mà có -o thì ghi sổ thành tệp kế hoạch mới."
            "\n\nVí dụ: r57plans workbook import plan.xlsx --plan plan.yaml --accept all",
            "What was filled in or changed in the workbook WORKBOOK, as proposals on the plan "
            "file, as pull does for Word. With -o and no --plan the workbook becomes a new plan "
            "file.\n\n"
            "Example: r57plans workbook import plan.xlsx --plan plan.yaml --accept all",
        ),
        params=[
            click.Argument(["workbook"], metavar="WORKBOOK.xlsx"),
            *taking_options(ui),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _as_plan(ui: Ui, workbook: str, out: Path) -> int:
    """The workbook as a new plan file."""
    from r57plans.errors import LoadError
    from r57plans.files import write_files
    from r57plans.load.plan_text import plan_text
    from r57plans.plans import plan_bytes
    from r57plans.workbook.proposing import read_workbook_plan

    try:
        plan, _, findings = read_workbook_plan(workbook)
    except LoadError as error:
        ui.stop(error.report, 2)
    ui.tell(findings)
    try:
        write_files({out: plan_bytes(out, plan_text(plan.data))})
    except OSError as error:
        ui.unwritable(out, error)
    ui.say(f"Đã ghi: {out}", f"Wrote: {out}")
    return 0
