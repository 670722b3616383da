"""The steering committee: that there is one, who heads it, that it follows the central model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.names import body_name, says_something
from r57plans.model.document import Committee


def missing(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan names no committee."""
    if case.plan.committee is None:
        yield Hit(("committee",))


def headed_by_another(case: Case, settings: Settings) -> Iterator[Hit]:
    """The committee's head holds another post than the one asked for."""
    committee = case.plan.committee
    if committee is not None and committee.head.role != settings["role"]:
        post = body_name(case, committee.head.role)
        yield Hit(("committee", "head", "role"), {"post": post})


def no_standing_deputy(case: Case, settings: Settings) -> Iterator[Hit]:
    """There are deputies, but none of them is the standing one, or more than one is."""
    committee = case.plan.committee
    if committee is not None and committee.deputies:
        standing = sum(deputy.standing for deputy in committee.deputies)
        if standing != 1:
            yield Hit(("committee", "deputies"), {"count": str(standing)})


def lacking(key: str, found: Callable[[Committee], object]) -> Check:
    """The rule that a committee has something."""

    def check(case: Case, settings: Settings) -> Iterator[Hit]:
        if case.plan.committee is not None and not found(case.plan.committee):
            yield Hit(("committee", key))

    return check


def twice(case: Case, settings: Settings) -> Iterator[Hit]:
    """One post sits in the committee twice."""
    committee = case.plan.committee
    if committee is None:
        return
    seats = (committee.head, *committee.deputies, *committee.members)
    counted = Counter((seat.role, seat.name) for seat in seats)
    for (role, _), count in counted.items():
        if count > 1:
            yield Hit(("committee",), {"post": body_name(case, role), "count": str(count)})


CHECKS: Mapping[str, Check] = {
    "committee-missing": missing,
    "committee-head": headed_by_another,
    "committee-deputies": lacking("deputies", lambda c: c.deputies),
    "committee-standing-deputy": no_standing_deputy,
    "committee-members": lacking("members", lambda c: c.members),
    "committee-agency": lacking("standing_agency", lambda c: c.standing_agency),
    "committee-group": lacking("working_group", lambda c: c.working_group),
    "committee-rules": lacking("working_rules", lambda c: says_something(c.working_rules)),
    "committee-council": lacking("council", lambda c: says_something(c.council)),
    "committee-twice": twice,
}
