"""Completed in time: the day on which the plan and the committee's decision were issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.names import date_words
from r57plans.findings import Message
from r57plans.model.base import DocumentDate
from r57plans.model.document import Particulars

DECISION = "committee-decision"


def plan_late(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan is issued, or dated, after the day, and follows no plan that was in time."""
    if not _follows_one_in_time(case, case.plan.document, settings):
        yield from _late(case.plan.document, settings, "document")


def plan_undated(case: Case, settings: Settings) -> Iterator[Hit]:
    """Whether the plan will be in time is not yet known: it has no day, or is not issued."""
    yield from _undated(case.plan.document, settings, "document")


def decision_missing(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan names no decision that establishes the committee."""
    if DECISION not in case.plan.documents:
        yield Hit(("documents",))


def decision_late(case: Case, settings: Settings) -> Iterator[Hit]:
    """The committee was established after the day, and replaces none that was in time."""
    decision = case.plan.documents.get(DECISION)
    if decision and not _follows_one_in_time(case, decision, settings):
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
        days = (earliest - by).days
        yield Hit((*where, "date"), {"date": date_words(day), "days": _days(days, day)})


def _days(count: int, day: DocumentDate) -> Message:
    """How many days late; at least so many where only the month is known."""
    vi, en = f"{count} ngày", f"{count} day{'' if count == 1 else 's'}"
    return Message(vi, en) if day.day else Message(f"ít nhất {vi}", f"at least {en}")


def _undated(document: Particulars, settings: Settings, *where: str) -> Iterator[Hit]:
    day, by = issued_on(document), last_day(settings)
    known = day.day is not None and document.status == "issued"
    if not known and day.first <= by:
        yield Hit((*where, "date"))


def _follows_one_in_time(case: Case, document: Particulars, settings: Settings) -> bool:
    """Whether a document replaces one issued in time; what is older than the Resolution is none."""
    resolution = case.catalogue.document_by_id.get(case.catalogue.document)
    since = (resolution and resolution.issued_on) or date.min
    days = (citation.date.last for citation in document.replaces if citation.date)
    return any(since <= day <= last_day(settings) for day in days)


CHECKS: Mapping[str, Check] = {
    "plan-late": plan_late,
    "plan-undated": plan_undated,
    "decision-missing": decision_missing,
    "decision-late": decision_late,
    "decision-undated": decision_undated,
}
