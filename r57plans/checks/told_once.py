"""What loading says and a rule of the pack says too: told once, in the rule's words."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.findings import Report
from r57plans.model.pack import Pack

SAID_BY: Mapping[str, frozenset[str]] = {
    "plan.agency-not-then": frozenset({"lead-gone", "body-gone", "body-to-come"}),
    "plan.document-not-yet": frozenset({"basis-not-yet"}),
    "plan.document-replaced": frozenset({"basis-not-in-force"}),
    "plan.deadline-unknown": frozenset({"deadline-unknown"}),
    "build.untranslated": frozenset({"english-missing"}),
}
"""For a finding of loading or of building, the checks that say the same, all of them needed."""


def beside(report: Report, pack: Pack) -> Report:
    """The findings that no rule of the pack says, whatever level an office gives that rule.

    What a plan waives, or an office turns off, is not told by the back door.
    """
    checks = {rule.check for rule in pack.rules}
    covered = {name for name, needed in SAID_BY.items() if needed <= checks}
    return Report(tuple(finding for finding in report if finding.rule not in covered))
