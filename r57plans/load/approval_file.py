"""An office's file of approved changes."""

from __future__ import annotations

from pathlib import Path

from r57plans.errors import LoadError
from r57plans.load.files import decode, read_file
from r57plans.load.records import RecordReader
from r57plans.load.yaml_source import read_yaml
from r57plans.model.approval import Approval

_FAMILY = "catalogue"


def load_approvals(path: Path) -> tuple[Approval, ...]:
    """The approvals in a file, in its order; none in one that is empty but for comments.

    Raises LoadError with every fault, also where there is no such file.
    """
    return parse_approvals(read_file(path), str(path))


def parse_approvals(data: bytes, file: str) -> tuple[Approval, ...]:
    """`load_approvals` for bytes at hand; `file` is the name that findings say."""
    text, _ = decode(data, file, _FAMILY)
    if text is not None and not any(map(_says_something, text.splitlines())):
        return ()
    source = read_yaml(data, file, top=list, family=_FAMILY)
    if source.report.errors:
        raise LoadError(source.report)
    reader = RecordReader()
    made: tuple[Approval, ...] = reader.validated(source, tuple[Approval, ...])
    reader.refuse()
    return made


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
