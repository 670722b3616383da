"""The redline by another engine, python-redlines' docxodus, where it is installed."""

from __future__ import annotations

import subprocess

from r57plans.errors import RedlineError, WordFileError
from r57plans.findings import Finding, Report
from r57plans.word.comments import AUTHOR, NO_DAY
from r57plans.word.redline.engine import Redlined, accept, unlike
from r57plans.word.redline.unmarked import engine_failed, engine_missing, other_engine


def redline_by_docxodus(
    old: bytes,
    new: bytes,
    *,
    author: str = AUTHOR,
    day: str = NO_DAY,
    formatting: bool = False,
    names: tuple[str, str] = ("", ""),
) -> Redlined:
    """NEW with the tracked changes that docxodus writes; those that a file has are accepted first.

    What it gives is held against both files as our own is, but returned all the same: a finding
    says which of the two it does not give back.

    Raises `WordFileError` for what is no sound Word file, `RedlineError` where the engine is not
    installed or fails.
    """
    before, after = accept(old, names[0]), accept(new, names[1])
    marked = _run(before, after, author, day, formatting)
    try:
        sides = unlike(marked, before, after)
    except WordFileError:
        raise _refused(engine_failed("")) from None
    return Redlined(marked, tuple(map(other_engine, sides)))


def _run(old: bytes, new: bytes, author: str, day: str, formatting: bool) -> bytes:
    try:
        from python_redlines import DocxodusEngine

        engine = DocxodusEngine()
        data, _, _ = engine.run_redline(
            author, old, new, detect_format_changes=formatting, date_time=f"{day}T00:00:00Z"
        )
    except ImportError:
        raise _refused(engine_missing()) from None
    except subprocess.CalledProcessError as error:
        raise _refused(engine_failed(str(error.stderr or error.stdout or ""))) from error
    except OSError as error:
        raise _refused(engine_failed(str(error))) from error
    return bytes(data)


def _refused(finding: Finding) -> RedlineError:
    return RedlineError(Report((finding,)))
