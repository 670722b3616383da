"""Flexible with reality: how often the plan is reviewed, who may change it, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings


def no_clause(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan itself says nothing of reviews; only the template's usual sentence is printed."""
    if case.plan.flexibility is None:
        yield Hit(("flexibility",))


def no_period(case: Case, settings: Settings) -> Iterator[Hit]:
    """The clause does not say how often the plan is reviewed."""
    if case.plan.flexibility and not case.plan.flexibility.review:
        yield Hit(("flexibility", "review"))


def nobody_changes(case: Case, settings: Settings) -> Iterator[Hit]:
    """The clause does not say who may change the plan."""
    if case.plan.flexibility and not case.plan.flexibility.changed_by:
        yield Hit(("flexibility", "changed_by"))


def no_way(case: Case, settings: Settings) -> Iterator[Hit]:
    """The clause does not say how the plan is changed."""
    if case.plan.flexibility and not (case.plan.flexibility.vi or "").strip(" .…-"):
        yield Hit(("flexibility", "vi"))


CHECKS: Mapping[str, Check] = {
    "flexibility-missing": no_clause,
    "flexibility-review": no_period,
    "flexibility-who": nobody_changes,
    "flexibility-how": no_way,
}
