"""`r57plans catalogue`: reading the catalogue, one command a module."""

from __future__ import annotations

import click

from r57plans.cli.catalogue import export, fingerprint, listing, show, stats, verify
from r57plans.cli.ui import Ui, ui_option

COMMANDS = (
    listing.command,
    show.command,
    export.command,
    stats.command,
    verify.command,
    fingerprint.command,
)


def command(ui: Ui) -> click.Group:
    """The group of commands in one language."""
    group = click.Group(
        "catalogue",
        help=ui.t(
            "Danh mục nhiệm vụ của Nghị quyết số 57-NQ/TW.\n\n"
            "Ví dụ: r57plans catalogue list --group 3",
            "The tasks of Resolution 57-NQ/TW.\n\nExample: r57plans catalogue list --group 3",
        ),
        params=[ui_option(ui)],
    )
    for made in COMMANDS:
        group.add_command(made(ui))
    return group
