"""A side of a comparison: from a plan file, a Word file made from a plan, or git."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from r57plans.diff.git import PREFIX, blob
from r57plans.errors import LoadError, ReportedError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.load import parse_plan, read_file
from r57plans.load.files import SIZE_LIMIT
from r57plans.model.plan import Plan
from r57plans.word.package import DEFAULT_LIMITS

_ZIP = b"PK\x03\x04"
_WORD = (".docx", ".docm")


@dataclass(frozen=True, slots=True)
class Side:
    """A plan, and the name by which it was asked for."""

    plan: Plan
    name: str


def read_side(name: str) -> Side:
    """The plan that `PLAN.yaml`, `FILE.docx` or `git:REV:path` is.

    Raises LoadError or WordFileError with all that is wrong with it.
    """
    data = _read(name)
    plan = _of_word(data, name) if data.startswith(_ZIP) else parse_plan(data, name)
    return Side(plan, name)


def read_sides(names: Iterable[str]) -> tuple[Side, ...]:
    """Every side; raises LoadError with what is wrong in any of them."""
    sides, report = [], Report()
    for name in names:
        try:
            sides.append(read_side(name))
        except ReportedError as error:
            report += error.report
    if len(report):
        raise LoadError(report)
    return tuple(sides)


def _read(name: str) -> bytes:
    is_word = name.lower().endswith(_WORD)
    limit = DEFAULT_LIMITS.max_bytes if is_word else SIZE_LIMIT
    if name.startswith(PREFIX) and not Path(name).exists():
        return blob(name, limit)
    return read_file(name, "word" if is_word else "plan", limit)


def _of_word(data: bytes, name: str) -> Plan:
    """The plan that a Word file was made from, as the file says it now."""
    raise LoadError(Report((Finding("diff.word-file", "error", _NO_WORD, _BUILD, Place(name)),)))


_NO_WORD = Message(
    "Chưa so sánh được tệp Word: chỉ so sánh các tệp kế hoạch.",
    "Word files cannot be compared yet: only plan files can.",
)
_BUILD = Message(
    "So sánh tệp kế hoạch mà văn bản Word được tạo ra từ đó.",
    "Compare the plan files that the Word files were made from.",
)
