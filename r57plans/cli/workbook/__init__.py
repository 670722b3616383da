"""`r57plans workbook`: a plan as an Excel workbook and back, one command a module."""

from __future__ import annotations

import click

from r57plans.cli.lazy import Entry, LazyGroup
from r57plans.cli.ui import Ui
from r57plans.findings import Message

COMMANDS = (
    Entry(
        "export",
        "r57plans.cli.workbook.export",
        Message("Kế hoạch thành sổ Excel để điền.", "A plan as an Excel workbook to fill in."),
    ),
    Entry(
        "import",
        "r57plans.cli.workbook.importing",
        Message("Nội dung sửa trong sổ Excel vào kế hoạch.", "Edits in Excel, back into the plan."),
    ),
    Entry(
        "table",
        "r57plans.cli.workbook.table",
        Message("Bảng trống mỗi tỉnh một dòng.", "An empty table, a row for each province."),
    ),
)


def command(ui: Ui) -> click.Group:
    """The group of commands in one language."""
    return LazyGroup(
        "workbook",
        COMMANDS,
        ui,
        help=ui.t(
            "Kế hoạch dưới dạng sổ Excel.\n\n"
            "Ví dụ: r57plans workbook export plan.yaml -o plan.xlsx",
            "A plan as an Excel workbook.\n\n"
            "Example: r57plans workbook export plan.yaml -o plan.xlsx",
        ),
    )
