"""A plan from whatever file holds it: a YAML plan file, or a workbook that was filled in."""

from __future__ import annotations

from pathlib import Path

from r57plans.errors import LoadError
from r57plans.findings import Report
from r57plans.load import check_plan, check_source, read_file
from r57plans.load.files import SIZE_LIMIT
from r57plans.load.plan_files import is_workbook
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers

_MAX_WORKBOOK = 16 * 1024 * 1024


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
