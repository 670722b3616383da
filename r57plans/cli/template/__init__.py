"""`r57plans template`: an office's own Word templates, one command a module."""

from __future__ import annotations

import click

from r57plans.cli.lazy import Entry, LazyGroup
from r57plans.cli.ui import Ui
from r57plans.findings import Message

COMMANDS = (
    Entry(
        "export",
        "r57plans.cli.template.export",
        Message("Lấy mẫu có sẵn ra để sửa bằng Word.", "A shipped template, to edit in Word."),
    ),
    Entry(
        "lint",
        "r57plans.cli.template.lint",
        Message("Kiểm tra một mẫu Word.", "Check a Word template."),
    ),
    Entry(
        "show",
        "r57plans.cli.template.show",
        Message("Mẫu này dùng những tên nào.", "Which names a template asks for."),
    ),
    Entry(
        "names",
        "r57plans.cli.template.names",
        Message("Mọi tên dùng được trong mẫu.", "All names that a template may use."),
    ),
)


def command(ui: Ui) -> click.Group:
    """The group of commands in one language."""
    return LazyGroup(
        "template",
        COMMANDS,
        ui,
        help=ui.t(
            "Mẫu văn bản riêng của cơ quan: lấy mẫu có sẵn ra, sửa bằng Word, rồi dùng với "
            "`r57plans build --template`.\n\n"
            "Ví dụ: r57plans template export vi/action-plan -o mau.docx",
            "Templates of an office's own: take out a shipped one, edit it in Word, then use it "
            "with `r57plans build --template`.\n\n"
            "Example: r57plans template export vi/action-plan -o mine.docx",
        ),
    )
