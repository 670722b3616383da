"""`r57plans catalogue`: reading the catalogue, one command a module."""

from __future__ import annotations

import click

from r57plans.cli.lazy import Entry, LazyGroup
from r57plans.cli.ui import Ui
from r57plans.findings import Message

COMMANDS = (
    Entry(
        "list",
        "r57plans.cli.catalogue.listing",
        Message("Liệt kê danh mục.", "List the catalogue."),
    ),
    Entry(
        "show",
        "r57plans.cli.catalogue.show",
        Message("Xem một mục của danh mục.", "Show one entry."),
    ),
    Entry(
        "export",
        "r57plans.cli.catalogue.export",
        Message("Xuất danh mục.", "Export the catalogue."),
    ),
    Entry(
        "stats",
        "r57plans.cli.catalogue.stats",
        Message("Số liệu của danh mục.", "Counts, coverage, unverified."),
    ),
    Entry(
        "verify",
        "r57plans.cli.catalogue.verify",
        Message("Kiểm tra danh mục và nguồn.", "Check the catalogue and its source."),
    ),
    Entry(
        "fingerprint",
        "r57plans.cli.catalogue.fingerprint",
        Message("Dấu vân tay của bản khác.", "Fingerprints of another text."),
    ),
)


def command(ui: Ui) -> click.Group:
    """The group of commands in one language."""
    return LazyGroup(
        "catalogue",
        COMMANDS,
        ui,
        help=ui.t(
            "Danh mục nhiệm vụ của Nghị quyết số 57-NQ/TW.\n\n"
            "Ví dụ: r57plans catalogue list --group 3",
            "The tasks of Resolution 57-NQ/TW.\n\nExample: r57plans catalogue list --group 3",
        ),
    )
