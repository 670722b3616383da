"""LibreOffice on this machine, for the options that need it."""

from __future__ import annotations

import shutil
from pathlib import Path

from r57plans.cli.ui import Ui
from r57plans.findings import Message

_NAMES = ("soffice", "libreoffice")
# Where its own installers put it, beside the search path.
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_HOW = Message(
    "Cài LibreOffice (https://www.libreoffice.org; Debian, Ubuntu: sudo apt install "
    "libreoffice-writer-nogui), hoặc bỏ {option}.",
    "Install LibreOffice (https://www.libreoffice.org; Debian, Ubuntu: sudo apt install "
    "libreoffice-writer-nogui), or leave {option} out.",
)


def find_office() -> Path | None:
    """The program, from the search path or from where its installers put it."""
    found = (shutil.which(name) for name in (*_NAMES, *_PLACES))
    return next((Path(path) for path in found if path), None)


def office_for(ui: Ui, option: str, *, machine: bool = False) -> Path:
    """The program; ends the command with how to install it where it is missing."""
    program = find_office()
    if program is None:
        hint = Message(_HOW.vi.format(option=option), _HOW.en.format(option=option))
        vi, en = f"{option} cần LibreOffice.", f"{option} needs LibreOffice."
        ui.fail("lint.no-office", vi, en, hint, machine=machine)
    return program
