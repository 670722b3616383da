"""What can be said about a plan as it stands; one rule a module, all of them in `RULES`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from r57plans.checks.blanks import blanks, blanks_of_document
from r57plans.checks.deadlines import unknown_deadlines
from r57plans.checks.groups import tasks_without_group
from r57plans.checks.parameters import local_figures
from r57plans.checks.readiness import required_of_document, required_particulars
from r57plans.checks.reporting import report_days
from r57plans.findings import Finding, Report
from r57plans.model.plan import Plan

Rule = Callable[[Plan], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    required_particulars,
    unknown_deadlines,
    tasks_without_group,
    report_days,
    blanks,
    local_figures,
)

DOCUMENT_RULES: tuple[Rule, ...] = (required_of_document, blanks_of_document)
"""What is said of a document beside the action plan, of the plan as that document sees it."""

__all__ = ["DOCUMENT_RULES", "RULES", "Rule", "examine"]


def examine(plan: Plan, rules: tuple[Rule, ...] = RULES) -> Report:
    """Every finding of every rule, in the order of the plan's file."""
    return Report.of(finding for rule in rules for finding in rule(plan))
