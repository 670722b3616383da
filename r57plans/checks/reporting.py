"""Days of recurring reports that no year has: printed as they are, and reported."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import Finding, Message
from r57plans.language import yearly_day
from r57plans.model.plan import Plan

RULE = "plan.report-day"


def report_days(plan: Plan) -> Iterator[Finding]:
    """A warning for each day that is not written day/month, or that does not exist."""
    for n, report in enumerate(plan.reporting):
        for k, words in enumerate(report.by):
            if yearly_day(words) is None:
                yield Finding(
                    RULE,
                    "warning",
                    Message(
                        f"Ngày báo cáo “{words}” không có thật; văn bản in nguyên văn.",
                        f"The reporting day “{words}” is no day; it is printed as it is.",
                    ),
                    Message("Viết ngày/tháng, ví dụ 15/6.", "Write day/month, for example 15/6."),
                    plan.place("reporting", n, "by", k),
                )
