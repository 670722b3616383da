"""The progress report as a document: the plan's tasks as a status file has them on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

from r57plans.errors import RefusedError
from r57plans.findings import Finding, Language, Message, Report
from r57plans.language import plain
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.model.status import Status
from r57plans.view import Seen
from r57plans.view.progress import class_names, counts_of
from r57plans.view.progress_records import ReportView
from r57plans.view.report import Reported, report_view
from r57plans.word.template import Chart, ChartSeries

PROGRESS_REPORT = "progress-report"
PATTERN = rf"{PROGRESS_REPORT}(?:-\d{{4}}-(?:0[1-9]|1[0-2]))?"


def report_name(on: date) -> str:
    """The document of a report on that day: `progress-report-2025-06`."""
    return f"{PROGRESS_REPORT}-{on:%Y-%m}"


@dataclass(frozen=True, slots=True)
class ProgressViews:
    """Makes the view of a report on the plan, as it stands by a status file on a day."""

    status: Status
    on: date

    def __call__(
        self, plan: Plan, own: Plan, catalogue: Catalogue, registers: Registers, language: Language
    ) -> Seen:
        """The view in one language, with the chart drawn."""
        reported = Reported(plan, self.status, self.on)
        seen = report_view(reported, own, catalogue, registers, language)
        chart = _chart(seen.view.progress, class_names(language))
        return replace(seen, view=replace(seen.view, chart=chart))


def needs_status(_plan: Plan) -> Finding:
    """The error that a plan by itself gives no report."""
    return Finding(
        "build.needs-status",
        "error",
        Message(
            "Báo cáo tiến độ cần tệp tình trạng thực hiện.",
            "A progress report needs a status file.",
        ),
        Message(
            "Lập bằng lệnh: r57plans report PLAN --status status.yaml --as-of 2025-06-30 -o OUT",
            "Make it with: r57plans report PLAN --status status.yaml --as-of 2025-06-30 -o OUT",
        ),
    )


def no_report(
    plan: Plan, _own: Plan, _catalogue: Catalogue, _registers: Registers, _language: Language
) -> NoReturn:
    """Raises the RefusedError that a report needs a status file, which `ProgressViews` has."""
    raise RefusedError(Report((needs_status(plan),)))


def _chart(progress: ReportView, names: tuple[str, ...]) -> Chart | str:
    """The bars of the groups; nothing where the plan has no task."""
    if not progress.groups:
        return ""
    columns = zip(*(counts_of(group.counts) for group in progress.groups), strict=True)
    series = [ChartSeries(name, column) for name, column in zip(names, columns, strict=True)]
    groups = [plain(group.short) for group in progress.groups]
    return Chart(groups, series, description=progress.chart_words)
