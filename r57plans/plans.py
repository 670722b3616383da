"""A plan from whatever file holds it: a YAML plan file, or a workbook that was filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from r57plans.errors import LoadError
from r57plans.findings import Language, Report
from r57plans.load import check_plan, check_source, parse_plan, read_file
from r57plans.load.files import SIZE_LIMIT
from r57plans.load.plan_files import is_workbook
from r57plans.load.plan_text import PlanText, plan_text
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers

_MAX_WORKBOOK = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PlanFile(PlanText):
    """A plan to change, and the file that holds it.

    A workbook keeps what it was exported as, `base`, and the language of its headings. Its `text`
    is what the plan file would be.
    """

    path: Path
    base: Mapping[str, Any] | None = None
    language: Language = "vi"

    def as_file(self, out: Path, text: str) -> bytes:
        """A changed text as a file of that name: a workbook where the name says so."""
        return plan_bytes(out, text, self.language, self.base)


def open_plan(path: Path | str) -> PlanFile:
    """The plan in a file or workbook, to change it; raises LoadError for what is no plan."""
    if not is_workbook(path):
        data = read_file(path)
        return PlanFile(
            data.decode("utf-8", "replace"), parse_plan_file(data, str(path)), Path(path)
        )
    from r57plans.workbook.reading import open_workbook

    book = open_workbook(read_file(path, limit=_MAX_WORKBOOK), str(path))
    plan, report = check_source(book.source)
    if plan is None:
        raise LoadError(report)
    return PlanFile(plan_text(plan.data), plan, Path(path), book.base or {}, book.language)


def plan_bytes(
    out: Path, text: str, language: Language = "vi", base: Mapping[str, Any] | None = None
) -> bytes:
    """The text of a plan file as what the name says: a workbook for `.xlsx`, else the text."""
    if not is_workbook(out):
        return text.encode()
    from r57plans.workbook.exporting import export

    return export(parse_plan(text.encode()), language, base)


def read_plan_file(path: Path | str, on: DocumentDate | None = None) -> tuple[Plan | None, Report]:
    """The plan, None where there is an error, and everything found; never raises.

    What is found in a workbook names its sheet and cell.
    """
    return _checked(path, on)


def _checked(
    path: Path | str,
    on: DocumentDate | None,
    registers: Registers | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Plan | None, Report]:
    try:
        data = read_file(path, limit=_MAX_WORKBOOK if is_workbook(path) else SIZE_LIMIT)
    except LoadError as error:
        return None, error.report
    return read_plan(data, str(path), on, registers, catalogue)


def read_plan(
    data: bytes,
    file: str,
    on: DocumentDate | None = None,
    registers: Registers | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Plan | None, Report]:
    """`read_plan_file` for bytes at hand; the name says what kind of file it is."""
    if not is_workbook(file):
        return check_plan(data, file, on=on, registers=registers, catalogue=catalogue)
    from r57plans.workbook.reading import read_workbook

    source = read_workbook(data, file)
    return check_source(source, on=on, registers=registers, catalogue=catalogue)


def load_plan(
    path: Path | str,
    *,
    on: DocumentDate | None = None,
    registers: Registers | None = None,
    catalogue: Catalogue | None = None,
) -> Plan:
    """The plan in a file or workbook; raises LoadError with every finding if one is an error.

    `on` stands for the file's own document.date, before anything dated is looked up. Registers and
    catalogue are the shipped ones unless given. Warnings are lost here: see `read_plan_file`.
    """
    plan, report = _checked(path, on, registers, catalogue)
    if plan is None:
        raise LoadError(report)
    return plan


def parse_plan_file(data: bytes, file: str) -> Plan:
    """As `read_plan`; raises LoadError with every finding where one of them is an error."""
    plan, report = read_plan(data, file)
    if plan is None:
        raise LoadError(report)
    return plan
