"""Every function that a pack's rules and parts may name, by its name in the data."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.checks.case import Applies, Case, Check, Evidence
from r57plans.checks.rules import (
    bodies,
    citations,
    committee,
    completed,
    coverage,
    english,
    feasible,
    flexible,
    goals,
    gone,
    local,
    products,
    reports,
    roadmap,
    targets,
    tasks,
    two_names,
    wording,
)
from r57plans.checks.rules import evidence as evidence_of


def _provincial_party(case: Case) -> bool:
    return case.is_provincial


CHECKS: Mapping[str, Check] = {
    **committee.CHECKS,
    **goals.CHECKS,
    **roadmap.CHECKS,
    **products.CHECKS,
    **local.CHECKS,
    **feasible.CHECKS,
    **flexible.CHECKS,
    **completed.CHECKS,
    **coverage.CHECKS,
    **targets.CHECKS,
    **bodies.CHECKS,
    **gone.CHECKS,
    **two_names.CHECKS,
    **tasks.CHECKS,
    **citations.CHECKS,
    **english.CHECKS,
    **wording.CHECKS,
    **reports.CHECKS,
}

APPLIES: Mapping[str, Applies] = {"provincial-party": _provincial_party}

EVIDENCE: Mapping[str, Evidence] = evidence_of.EVIDENCE
