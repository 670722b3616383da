"""LibreOffice on this machine, for the options that need it."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import click

from r57plans.cli.ui import Ui
from r57plans.findings import Message

if TYPE_CHECKING:
    from pathlib import Path

_HOW = Message(
    "Cài LibreOffice (https://www.libreoffice.org; Debian, Ubuntu: sudo apt install "
    "libreoffice-writer-nogui), hoặc bỏ {option}.",
    "Install LibreOffice (https://www.libreoffice.org; Debian, Ubuntu: sudo apt install "
    "libreoffice-writer-nogui), or leave {option} out.",
)


def end_cleanly() -> None:
    """Let `kill` end a command as Ctrl-C does: with LibreOffice ended and its folder gone."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def office_for(ui: Ui, option: str, *, machine: bool = False) -> Path:
    """The program; ends the command with how to install it where it is missing."""
    from r57plans.office import find_office

    program = find_office()
    if program is None:
        hint = Message(_HOW.vi.format(option=option), _HOW.en.format(option=option))
        vi, en = f"{option} cần LibreOffice.", f"{option} needs LibreOffice."
        ui.fail("lint.no-office", vi, en, hint, machine=machine)
    end_cleanly()
    return program


def pdf_option(ui: Ui) -> click.Option:
    """The option `--pdf`, the same on every command that makes documents."""
    return click.Option(
        ["--pdf"],
        is_flag=True,
        help=ui.t(
            "Kèm bản PDF của từng văn bản, tạo bằng LibreOffice (xem: r57plans doctor).",
            "Also a PDF of each document, made by LibreOffice (see: r57plans doctor).",
        ),
    )
