"""Making a progress report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from r57plans.checks.progress import blanks_of_report
from r57plans.documents.building import Built, Edition, made
from r57plans.documents.choice import Chosen, chosen
from r57plans.documents.progress import ProgressViews, report_name
from r57plans.findings import Finding, Report
from r57plans.load import load_registers
from r57plans.model.base import DocumentDate
from r57plans.model.document import Particulars
from r57plans.model.plan import Plan
from r57plans.model.progress import reckon
from r57plans.model.status import Status

_TYPE = "BC"


def report(
    plan: Plan,
    status: Status,
    on: date,
    languages: Iterable[Edition] | None = None,
    *,
    clean: bool = False,
    template: bytes | str | Path | None = None,
) -> Built:
    """The progress report on a day, in memory, with the tasks as the status file has them.

    Its particulars are those at `documents.progress-report-2025-06` of the plan, for a day in June
    2025; else it is a report of that month without number and day. Raises as `build` does.
    """
    wanted = (report_of(plan, status, on),)
    built = made(plan, wanted, languages, clean=clean, template=template)
    blanks = blanks_of_report(status, reckon(plan, status, on))
    return replace(built, report=built.report + Report.of(blanks))


def report_of(plan: Plan, status: Status, on: date) -> Chosen:
    """The report as a document to be made: its name, its kind, the plan as it sees it."""
    name = report_name(on)
    (found,) = chosen(_with_particulars(plan, name, on), [name], load_registers())
    return replace(found, kind=replace(found.kind, view=ProgressViews(status, on), lacks=_nothing))


def _with_particulars(plan: Plan, name: str, on: date) -> Plan:
    if name in plan.documents:
        return plan
    usual = Particulars(type=_TYPE, date=DocumentDate(on.year, on.month))
    return plan.model_copy(update={"documents": {**plan.documents, name: usual}})


def _nothing(_plan: Plan) -> Finding | None:
    return None
