"""An office's file of approved changes."""

from __future__ import annotations

from pathlib import Path

from r57plans.load.files import decode, read_file
from r57plans.load.records import RecordReader
from r57plans.model.approval import Approval


def load_approvals(path: Path) -> tuple[Approval, ...]:
    """The approvals in a file, in its order; none in one that is empty but for comments.

    Raises LoadError with every fault, also where there is no such file.
    """
    text, _ = decode(read_file(path), str(path), "plan")
    if text is not None and not any(map(_says_something, text.splitlines())):
        return ()
    reader = RecordReader()
    made: tuple[Approval, ...] = reader.part(path, tuple[Approval, ...])
    reader.refuse()
    return made


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
