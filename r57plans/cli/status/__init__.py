"""`r57plans status`: the file of what was done of a plan, one command a module."""

from __future__ import annotations

import click

from r57plans.cli.lazy import Entry, LazyGroup
from r57plans.cli.ui import Ui
from r57plans.findings import Message

COMMANDS = (
    Entry(
        "init",
        "r57plans.cli.status.init",
        Message("Tệp tình trạng để điền.", "A status file to fill in."),
    ),
    Entry(
        "show",
        "r57plans.cli.status.show",
        Message("Mỗi nhóm, mỗi cơ quan có gì xong, gì quá hạn.", "What is done and what overdue."),
    ),
)


def command(ui: Ui) -> click.Group:
    """The group of commands in one language."""
    return LazyGroup(
        "status",
        COMMANDS,
        ui,
        help=ui.t(
            "Tình trạng thực hiện kế hoạch, ghi trong một tệp riêng.\n\n"
            "Ví dụ: r57plans status init plan.yaml -o status.yaml",
            "How a plan stands, kept in a file of its own.\n\n"
            "Example: r57plans status init plan.yaml -o status.yaml",
        ),
    )
