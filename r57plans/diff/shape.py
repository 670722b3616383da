"""A comparison as machines read it (`diff --format json`).

`changes.schema.json` and, for `--three`, `three.schema.json` lie beside.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from r57plans.diff.approvals import Approved
from r57plans.diff.differences import Differences
from r57plans.diff.three import Conflict, ThreeWay
from r57plans.findings import Language
from r57plans.model.change import Change
from r57plans.model.change_rule import ChangeRule


def as_dict(found: Differences, language: Language) -> dict[str, Any]:
    """Both names, how many changes are open, these changes, and those that are approved."""
    return {
        "old": found.old,
        "new": found.new,
        "counts": {str(severity): number for severity, number in found.counted().items()},
        "changes": _changes(found.changes, language),
        "approved": [_approved(each, language) for each in found.approved],
    }


def three_as_dict(
    found: ThreeWay, names: tuple[str, str, str], language: Language
) -> dict[str, Any]:
    """The three names, the conflicts, and what was changed on one side or on both alike."""
    return {
        "base": names[0],
        "a": names[1],
        "b": names[2],
        "conflicts": [_conflict(each, language) for each in found.conflicts],
        "only_a": _changes(found.only_a, language),
        "only_b": _changes(found.only_b, language),
        "both": _changes(found.both, language),
    }


def rule_as_dict(rule: ChangeRule, language: Language) -> dict[str, str]:
    """One rule, with all that `--explain` prints."""
    return {
        "id": rule.id,
        "pair": rule.pair,
        "severity": rule.severity,
        "title": rule.title.say(language),
        "message": rule.message.say(language),
    }


def _changes(changes: Iterable[Change], language: Language) -> list[dict[str, object]]:
    return [change.as_dict(language) for change in changes]


def _approved(each: Approved, language: Language) -> dict[str, object]:
    reason = each.approval.reason
    return each.change.as_dict(language) | {"reason": reason.say(language) if reason else ""}


def _conflict(conflict: Conflict, language: Language) -> dict[str, Any]:
    return {
        "task": conflict.task,
        "target": conflict.target,
        "field": conflict.field,
        "base": conflict.base.say(language),
        "a": _changes(conflict.a, language),
        "b": _changes(conflict.b, language),
    }
