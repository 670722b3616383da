"""A status file as a `Status`, held against the plan that it speaks of and the day asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from r57plans.errors import LoadError
from r57plans.findings import Finding, Report
from r57plans.load.files import read_file
from r57plans.load.plan_file import filled
from r57plans.load.shapes import shape_findings
from r57plans.load.status_references import status_findings
from r57plans.load.yaml_source import Source, read_yaml
from r57plans.model.plan import Places, Plan
from r57plans.model.status import Status

_FAMILY = "status"
_STATUS: TypeAdapter[Status] = TypeAdapter(Status)


def load_status(path: Path | str, plan: Plan, on: date) -> Status:
    """The status in a file; raises LoadError with every finding where one of them is an error.

    `on` is the day that is asked for: what was done later is not done yet. Warnings are lost here:
    see `check_status_file`.
    """
    status, report = check_status_file(path, plan, on)
    if status is None:
        raise LoadError(report)
    return status


def check_status_file(path: Path | str, plan: Plan, on: date) -> tuple[Status | None, Report]:
    """The status, None where there is an error, and everything found; never raises."""
    try:
        data = read_file(path, _FAMILY)
    except LoadError as error:
        return None, error.report
    return check_status(data, str(path), plan, on)


def check_status(data: bytes, file: str, plan: Plan, on: date) -> tuple[Status | None, Report]:
    """`check_status_file` for bytes at hand; `file` is the name that findings say."""
    source = filled(read_yaml(data, file, family=_FAMILY))
    if source.data is None:
        return None, source.report
    references = status_findings(source, plan, on)
    status, shape = _validated(source)
    said = {finding.place for finding in references if finding.level == "error"}
    rest = [finding for finding in shape if finding.place not in said]
    report = source.report + Report.of([*references, *rest])
    return (None if report.errors else status), report


def _validated(source: Source) -> tuple[Status | None, list[Finding]]:
    try:
        return _STATUS.validate_python(source.data, context=Places(source.places)), []
    except ValidationError as error:
        return None, shape_findings(error, source, _STATUS, _FAMILY)
