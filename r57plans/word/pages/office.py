"""LibreOffice as a program of its own: a Word file in, a PDF out, in a folder that is then gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from r57plans.word.faults import fault

SECONDS = 120.0
"""How long LibreOffice may take; its first start takes longest."""

_MOST = 256 * 1024 * 1024  # bytes of a PDF
# Bookmarks become named destinations; the form of the option is of LibreOffice 7.4 and later.
_FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
)
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = {
    (_SECURITY, "DisableMacrosExecution"): "true",
    (_SECURITY, "MacroSecurityLevel"): "3",
    (_SECURITY, "BlockUntrustedRefererLinks"): "true",
    ("/org.openoffice.Office.Writer/Content/Update", "Link"): "0",
}
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}</oor:items>\n'
)
_ITEM = (
    '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
    "</prop></item>\n"
)


def pdf_of(data: bytes, program: Path, seconds: float, file: str = "") -> bytes:
    """The PDF that LibreOffice makes of a Word file; `file` is its name for messages.

    Macros are off, links are not updated, and the user's own profile is not touched. Raises
    `WordFileError` (`pages.late`, `pages.failed`).
    """
    with TemporaryDirectory(prefix="r57plans-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, made = folder / "copy.docx", folder / "copy.pdf"
        source.write_bytes(data)
        _set_up(folder / "profile")
        _run(_command(program, folder, source), seconds, file)
        if not made.is_file() or made.stat().st_size > _MOST:
            raise fault("pages.failed", file)
        return made.read_bytes()


def _set_up(profile: Path) -> None:
    items = "".join(
        _ITEM.format(path=path, name=name, value=value) for (path, name), value in _SETTINGS.items()
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_REGISTRY.format(items=items), "utf-8")


def _command(program: Path, folder: Path, source: Path) -> list[str]:
    return [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        *("--convert-to", _FILTER),
        *("--outdir", str(folder)),
        str(source),
    ]


def _run(command: list[str], seconds: float, file: str) -> None:
    """Run it to its end, or end it and all that it started."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            start_new_session=True,
        )
    except OSError as reason:
        raise fault("pages.failed", file) from reason
    with process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired as reason:
            raise fault("pages.late", file, seconds=f"{seconds:g}") from reason
        finally:
            if process.poll() is None:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
