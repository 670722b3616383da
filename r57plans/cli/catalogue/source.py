"""The text of the resolution that a user supplies."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.ui import WRONG, Ui


def source_option(ui: Ui) -> click.Option:
    """The option `--source`: a text of the resolution to quote from, or to compare with."""
    return click.Option(
        ["--source"],
        metavar="FILE",
        help=ui.t(
            "Tệp văn bản (.txt, .md) của Nghị quyết, tiếng Anh hoặc tiếng Việt.",
            "A text file (.txt, .md) of the Resolution, in English or Vietnamese.",
        ),
    )


def source_text(ui: Ui, path: Path, *, machine: bool = False) -> str:
    """What the file holds; ends the command where it is no text."""
    from r57plans.errors import LoadError
    from r57plans.load import read_source

    try:
        return read_source(path)
    except LoadError as error:
        ui.stop(error.report, WRONG, machine=machine)
