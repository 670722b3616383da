"""A side of a comparison: from a plan file, a Word file made from a plan, or git."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from r57plans.diff.git import PREFIX, blob
from r57plans.diff.word_sides import as_printed, plan_in, unlike
from r57plans.errors import LoadError, ReportedError
from r57plans.findings import Report
from r57plans.load import read_file
from r57plans.load.files import SIZE_LIMIT
from r57plans.load.plan_files import is_workbook
from r57plans.model.plan import Plan
from r57plans.plans import parse_plan_file
from r57plans.word.manifest import ManifestFacts
from r57plans.word.package import DEFAULT_LIMITS

_ZIP = b"PK\x03\x04"
_WORD = (".docx", ".docm")


@dataclass(frozen=True, slots=True)
class Side:
    """A plan, and the name by which it was asked for.

    `facts` are those of a Word file, whose plan is no more than what the file printed.
    """

    plan: Plan
    name: str
    facts: ManifestFacts | None = None


def read_side(name: str) -> Side:
    """The plan that `PLAN.yaml`, `PLAN.xlsx`, `FILE.docx` or `git:REV:path` is.

    Raises LoadError, WordFileError or RefusedError with all that is wrong with it.
    """
    data = _read(name)
    if data.startswith(_ZIP) and not is_workbook(name):
        plan, facts = plan_in(data, name)
        return Side(plan, name, facts)
    return Side(parse_plan_file(data, name), name)


def read_sides(names: Iterable[str]) -> tuple[Side, ...]:
    """Every side, such that they compare; raises LoadError with what is wrong in any of them.

    Beside a Word file, a plan is what the same document prints of it, in the same language.
    """
    sides, report = [], Report()
    for name in names:
        try:
            sides.append(read_side(name))
        except ReportedError as error:
            report += error.report
    if len(report):
        raise LoadError(report)
    return _alike(sides)


def _read(name: str) -> bytes:
    is_word = name.lower().endswith(_WORD)
    big = is_word or is_workbook(name)
    limit = DEFAULT_LIMITS.max_bytes if big else SIZE_LIMIT
    if name.startswith(PREFIX) and not Path(name).exists():
        return blob(name, limit)
    return read_file(name, "word" if is_word else "plan", limit)


def _alike(sides: list[Side]) -> tuple[Side, ...]:
    """The sides as they are, or, where one is a Word file, each as that document prints it."""
    word = [side for side in sides if side.facts]
    if not word or word[0].facts is None:
        return tuple(sides)
    first = word[0].facts
    for other in word[1:]:
        if other.facts and (faults := unlike(first, other.facts, other.name)):
            raise LoadError(faults)
    return tuple(
        side if side.facts else replace(side, plan=as_printed(side.plan, first, side.name))
        for side in sides
    )
