"""Small status files for tests, and what a report of them says."""

from __future__ import annotations

from datetime import date
from typing import Any

from r57plans.findings import Language, Report
from r57plans.load import check_status, load_catalogue, load_registers
from r57plans.model.plan import Plan
from r57plans.model.status import Status
from r57plans.view.progress_records import ReportView
from r57plans.view.report import Reported, report_view

MID_YEAR = date(2025, 6, 30)
HEAD = "format: r57plans/status/1\nprovince: cao-bang\n"


def status(**sections: Any) -> Status:
    """A status of a plan of Cao Bằng with the given sections."""
    return Status.model_validate(
        {"format": "r57plans/status/1", "province": "cao-bang", **sections}
    )


def checked(text: str, plan: Plan, on: date = MID_YEAR) -> tuple[Status | None, Report]:
    """What loading says of a status file with this text below its head."""
    return check_status((HEAD + text).encode(), "status.yaml", plan, on)


def reported(
    plan: Plan, given: Status, on: date = MID_YEAR, language: Language = "vi"
) -> ReportView:
    """The view of a report whose particulars are the plan's own."""
    catalogue, registers = load_catalogue(), load_registers()
    return report_view(Reported(plan, given, on), plan, catalogue, registers, language).view
