"""Two plans that both come from a third: what only one changed, what both did, the conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from r57plans.diff.compare import compare
from r57plans.findings import Message
from r57plans.model.change import NOTHING, Change
from r57plans.model.change_rule import ChangeSeverity
from r57plans.model.plan import Plan

Changes = tuple[Change, ...]
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """The same thing changed on both sides, otherwise.

    `field` is "" where one side dropped a whole task, target or part that the other changed, or
    where both added one of the same id that says other things.
    """

    task: str
    target: str
    field: str
    base: Message
    a: Changes
    b: Changes


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """What changed from the base: on one side alone, on both alike, and in conflict."""

    only_a: Changes
    only_b: Changes
    both: Changes
    conflicts: tuple[Conflict, ...]


def three_way(
    base: Plan, a: Plan, b: Plan, severities: Mapping[str, ChangeSeverity] | None = None
) -> ThreeWay:
    """How two versions of one plan stand to each other. Raises LoadError as `compare` does."""
    mine = compare(base, a, severities=severities)
    theirs = compare(base, b, severities=severities)
    apart = {_owner(change) for change in compare(a, b, severities=severities)}
    conflicts = (*_of_wholes(mine, theirs, apart), *_of_fields(mine, theirs))
    taken = {id(change) for conflict in conflicts for change in (*conflict.a, *conflict.b)}
    same = {c.fingerprint for c in mine} & {c.fingerprint for c in theirs}
    left_a, left_b = (tuple(c for c in changes if id(c) not in taken) for changes in (mine, theirs))
    return ThreeWay(
        tuple(c for c in left_a if c.fingerprint not in same),
        tuple(c for c in left_b if c.fingerprint not in same),
        tuple(c for c in left_a if c.fingerprint in same),
        conflicts,
    )


def _of_wholes(mine: Changes, theirs: Changes, apart: set[_Key]) -> list[Conflict]:
    """Whole tasks, targets or parts: dropped here and changed there, or added otherwise."""
    found = []
    for owner in dict.fromkeys(_owner(c) for c in (*mine, *theirs) if _is_whole(c)):
        a, b = (tuple(c for c in side if _owner(c) == owner) for side in (mine, theirs))
        both_dropped = all(any(_is_whole(c) and not c.new.vi for c in side) for side in (a, b))
        if a and b and owner in apart and not both_dropped:
            found.append(_conflict("", a, b))
    return found


def _of_fields(mine: Changes, theirs: Changes) -> list[Conflict]:
    one, other = _by_field(mine), _by_field(theirs)
    return [
        _conflict(key[2], one[key], other[key])
        for key in one
        if key in other and _prints(one[key]) != _prints(other[key])
    ]


def _by_field(changes: Changes) -> dict[_Key, Changes]:
    """The changes of each field; those of wholes are left out."""
    found: dict[_Key, Changes] = {}
    for change in changes:
        if not _is_whole(change):
            key = change.task, change.target, change.field
            found[key] = (*found.get(key, ()), change)
    return found


def _conflict(field: str, a: Changes, b: Changes) -> Conflict:
    first = a[0]
    base = first.old if len(a) == 1 else next((c.old for c in a if c.old.vi), NOTHING)
    return Conflict(first.task, first.target, field, base, a, b)


def _prints(changes: Iterable[Change]) -> set[str]:
    return {change.fingerprint for change in changes}


def _is_whole(change: Change) -> bool:
    """Whether a task, a target or a part of the plan came or went as a whole."""
    return not change.field or change.field.endswith("/")


def _owner(change: Change) -> _Key:
    part = "" if change.task or change.target else change.field.rpartition("/")[0]
    return change.task, change.target, part
