"""LibreOffice on this machine: where it is, which version, and how to get it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from r57plans.findings import Finding, Message

_NAMES = ("soffice", "libreoffice")
# Where its own installers put it, beside the search path.
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_VERSION = re.compile(r"LibreOffice(?:Dev)? (\d+(?:\.\d+)+)")
_SECONDS = 30.0

NO_OFFICE = Finding(
    "pdf.no-office",
    "error",
    Message("Tạo PDF cần LibreOffice, máy này chưa có.", "PDF files need LibreOffice."),
    Message(
        "Cài LibreOffice (https://www.libreoffice.org; Debian, Ubuntu: sudo apt install "
        "libreoffice-writer-nogui fonts-croscore), hoặc bỏ --pdf. Xem: r57plans doctor.",
        "Install it (https://www.libreoffice.org; Debian, Ubuntu: sudo apt install "
        "libreoffice-writer-nogui fonts-croscore), or leave --pdf out. See: r57plans doctor.",
    ),
)


def find_office() -> Path | None:
    """The program, from the search path or from where its installers put it."""
    found = (shutil.which(name) for name in (*_NAMES, *_PLACES))
    return next((Path(path) for path in found if path), None)


def version_of(program: Path) -> str:
    """What the program says of itself, such as `7.4.7.2`; "" where it says nothing of the kind."""
    said = said_by([str(program), "--version"], _SECONDS)
    found = _VERSION.search(said)
    return found[1] if found else ""


def said_by(command: list[str], seconds: float) -> str:
    """What a program prints; "" where it cannot be run, fails or takes too long."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
