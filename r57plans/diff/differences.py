"""A comparison as it is reported: both names, what is open, what is approved, the groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from r57plans.diff.approvals import Approved, sorted_out
from r57plans.diff.compare import compare
from r57plans.diff.grouping import titles_of
from r57plans.diff.versions import Side
from r57plans.findings import Message
from r57plans.load import load_catalogue
from r57plans.model.approval import Approval
from r57plans.model.change import SEVERITIES, Change, Severity
from r57plans.model.change_rule import ChangeSeverity
from r57plans.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Differences:
    """What changed from the file `old` to the file `new`.

    `plans` are the old one and the new. `changes` are open, `approved` are told apart and never
    counted; `groups` are the titles of groups by their ids.
    """

    old: str
    new: str
    plans: tuple[Plan, Plan]
    changes: tuple[Change, ...]
    approved: tuple[Approved, ...] = ()
    groups: Mapping[str, Message] | None = None

    @property
    def every(self) -> tuple[Change, ...]:
        """All changes, those that are open first."""
        return (*self.changes, *(each.change for each in self.approved))

    def counted(self) -> dict[Severity, int]:
        """How many open changes there are of each severity, the gravest first."""
        return {
            severity: sum(change.severity == severity for change in self.changes)
            for severity in SEVERITIES
        }


def differences(
    old: Side,
    new: Side,
    severities: Mapping[str, ChangeSeverity] | None = None,
    approvals: Iterable[Approval] = (),
) -> Differences:
    """Compares both sides; see `compare`."""
    changes = compare(old.plan, new.plan, severities=severities)
    left, approved = sorted_out(changes, approvals)
    groups = group_titles(old.plan) | group_titles(new.plan)
    plans = (old.plan, new.plan)
    return Differences(old.name, new.name, plans, left, approved, groups)


def group_titles(plan: Plan) -> dict[str, Message]:
    """The titles of a plan's groups by their ids: its own, or the catalogue's short ones."""
    return titles_of(plan, load_catalogue(plan.catalogue))
