"""Whether a catalogue is sound, and whether its source still says what it said."""

from __future__ import annotations

from r57plans.catalogue.verify.bodies import bodies
from r57plans.catalogue.verify.case import Case, Rule
from r57plans.catalogue.verify.completeness import complete, coverage
from r57plans.catalogue.verify.languages import both_languages, placeholders
from r57plans.catalogue.verify.numbering import ids
from r57plans.catalogue.verify.references import references
from r57plans.catalogue.verify.source import Comparison, compare
from r57plans.catalogue.verify.versions import published
from r57plans.findings import Report

RULES: tuple[Rule, ...] = (
    ids,
    references,
    both_languages,
    placeholders,
    coverage,
    complete,
    bodies,
    published,
)

__all__ = ["RULES", "Case", "Comparison", "Rule", "compare", "verify"]


def verify(case: Case) -> Report:
    """Every finding of every rule, in the order of the files."""
    return Report.of(finding for rule in RULES for finding in rule(case))
