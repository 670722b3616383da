"""Completed in time: the day on which the plan and the committee's decision were issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.names import day_words
from r57plans.model.base import DocumentDate
from r57plans.model.document import Particulars

DECISION = "committee-decision"


def plan_late(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan is issued, or dated, after the day, and follows no plan that was in time."""
    document = case.plan.document
    if not any(_in_time(citation.date, settings) for citation in document.replaces):
        yield from _late(document, settings, "document")


def plan_undated(case: Case, settings: Settings) -> Iterator[Hit]:
    """Whether the plan will be in time is not yet known: it has no day, or is not issued."""
    yield from _undated(case.plan.document, settings, "document")


def decision_missing(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan names no decision that establishes the committee."""
    if case.plan.committee is not None and DECISION not in case.plan.documents:
        yield Hit(("documents",))


def decision_late(case: Case, settings: Settings) -> Iterator[Hit]:
    """The committee was established after the day."""
    if decision := case.plan.documents.get(DECISION):
        yield from _late(decision, settings, "documents", DECISION)


def decision_undated(case: Case, settings: Settings) -> Iterator[Hit]:
    """Whether the committee was established in time is not yet known."""
    if decision := case.plan.documents.get(DECISION):
        yield from _undated(decision, settings, "documents", DECISION)


def issued_on(document: Particulars) -> DocumentDate:
    """The date on which a document is issued: of the act that issues it, where there is one."""
    return (document.cover.date if document.cover else None) or document.date


def last_day(settings: Settings) -> date:
    """The last day that is in time."""
    return date.fromisoformat(str(settings["by"]))


def _late(document: Particulars, settings: Settings, *where: str) -> Iterator[Hit]:
    day, by = issued_on(document), last_day(settings)
    earliest = day.first
    if earliest > by:
        said = day_words(earliest)
        yield Hit((*where, "date"), {"days": str((earliest - by).days), "date": said})


def _undated(document: Particulars, settings: Settings, *where: str) -> Iterator[Hit]:
    day, by = issued_on(document), last_day(settings)
    known = day.day is not None and document.status == "issued"
    if not known and day.first <= by:
        yield Hit((*where, "date"))


def _in_time(day: DocumentDate | None, settings: Settings) -> bool:
    return day is not None and day.last <= last_day(settings)


CHECKS: Mapping[str, Check] = {
    "plan-late": plan_late,
    "plan-undated": plan_undated,
    "decision-missing": decision_missing,
    "decision-late": decision_late,
    "decision-undated": decision_undated,
}
