"""Targets beside the centre's: lower ones carry a reason, and stand as they say they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from r57plans.checks.case import Case, Check, Hit, Settings, of_target
from r57plans.checks.names import says_something
from r57plans.findings import Message
from r57plans.model.base import Text
from r57plans.model.target import Target, Value

Standing = Literal["lower", "equal", "higher"]
_DOWNWARD = ("≤", "<")
_STANDINGS: dict[str, Message] = {
    "lower": Message("thấp hơn mức Trung ương", "lower than the centre's"),
    "equal": Message("bằng mức Trung ương", "equal to the centre's"),
    "higher": Message("cao hơn mức Trung ương", "higher than the centre's"),
}


def lower_without_reason(case: Case, settings: Settings) -> Iterator[Hit]:
    """A target is below the centre's, by its own word or by its figures, and says no reason."""
    for n, target in case.targets():
        compared = compare(case, target)
        said = target.relation in (None, "lower") and not reason(target)
        lower = compared[0] == "lower" if compared else target.relation == "lower"
        if said and lower:
            own = compared[1].value.vi if compared else _values(target)
            central = compared[2].value.vi if compared else _central(case, target)
            yield of_target(n, target, own=own, central=central)


def other_relation(case: Case, settings: Settings) -> Iterator[Hit]:
    """The figures stand to the centre's otherwise than `relation` says."""
    for n, target in case.targets():
        compared = compare(case, target)
        if compared is None or target.relation not in ("lower", "equal", "higher"):
            continue
        standing, own, central = compared
        if standing != target.relation:
            yield of_target(
                n,
                target,
                "relation",
                relation=_STANDINGS[target.relation],
                found=_STANDINGS[standing],
                own=own.value.vi,
                central=central.value.vi,
                year=str(own.year),
            )


def reason(target: Target) -> bool:
    """Whether a target says why it is as it is."""
    return says_something(target.reason)


def compare(case: Case, target: Target) -> tuple[Standing, Value, Value] | None:
    """How a target's figure stands to the centre's of the same year, with both values.

    Of several years the first that differs counts. None where they cannot be compared: words,
    other units or scopes, a national count in which the province only shares.
    """
    known = case.catalogue.target_by_id.get(target.id)
    if known is None or known.provincial != "yes" or target.relation in ("own", "share"):
        return None
    found = None
    for own in target.values:
        unit = own.unit or target.unit or known.local_unit or known.unit
        for central in known.values:
            alike = own.year == central.year and _same(own, central)
            if alike and _percent(unit) == _percent(central.unit or known.unit):
                standing = _standing(own, central)
                if standing and (found is None or found[0] == "equal"):
                    found = (standing, own, central)
    return found


def _same(own: Value, central: Value) -> bool:
    scopes = (own.scope, central.scope), (own.per, central.per)
    return all((a is None) == (b is None) for a, b in scopes) and own.year is not None


def _standing(own: Value, central: Value) -> Standing | None:
    mine, theirs = own.measure, central.measure
    if mine.low is None or theirs.low is None or mine.high is None or theirs.high is None:
        return None
    sign = -1 if theirs.comparator in _DOWNWARD or mine.comparator in _DOWNWARD else 1
    low, high = sign * (mine.low - theirs.low), sign * (mine.high - theirs.high)
    if low == high == 0:
        return "equal"
    if low >= 0 and high >= 0:
        return "higher"
    return "lower" if low <= 0 and high <= 0 else None


def _percent(unit: Text | None) -> bool:
    return unit is not None and unit.vi.startswith("%")


def _values(target: Target) -> str:
    return "; ".join(value.value.vi for value in target.values) or "…"


def _central(case: Case, target: Target) -> str:
    if target.central is not None:
        return target.central.value.vi
    known = case.catalogue.target_by_id.get(target.id)
    return "; ".join(value.value.vi for value in known.values) if known else "…"


CHECKS: Mapping[str, Check] = {
    "target-lower": lower_without_reason,
    "target-relation": other_relation,
}
