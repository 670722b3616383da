"""Which changes an office has approved, and the file that says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from r57plans.findings import Language
from r57plans.model.approval import Approval
from r57plans.model.change import Change

HEAD: dict[Language, str] = {
    "vi": "# Các thay đổi đã được chấp thuận: r57plans diff CŨ MỚI --approved TỆP_NÀY\n",
    "en": "# Changes that were approved: r57plans diff OLD NEW --approved THIS_FILE\n",
}


@dataclass(frozen=True, slots=True)
class Approved:
    """A change with the approval that covers it."""

    change: Change
    approval: Approval


def sorted_out(
    changes: Iterable[Change], approvals: Iterable[Approval]
) -> tuple[tuple[Change, ...], tuple[Approved, ...]]:
    """The changes that are open, and those that are approved; both in their order."""
    known = {approval.fingerprint: approval for approval in approvals}
    left, approved = [], []
    for change in changes:
        approval = known.get(change.fingerprint)
        if approval:
            approved.append(Approved(change, approval))
        else:
            left.append(change)
    return tuple(left), tuple(approved)


def extended(text: str, changes: Sequence[Change], reason: str, language: Language) -> str:
    """A file of approvals with these changes at its end; all that is in it stays as it is."""
    start = text if not text or text.endswith("\n") else f"{text}\n"
    records = (_record(change, reason, language) for change in changes)
    return "".join((start or HEAD[language], *records))


def _record(change: Change, reason: str, language: Language) -> str:
    given = {"reason": reason} if reason else {}
    fields = {
        "fingerprint": change.fingerprint,
        "rule": change.rule,
        "message": change.message.say(language),
        **given,
    }
    # Quoted as JSON quotes, which YAML reads as well: a fingerprint may be all figures.
    lines = [f"{name}: {json.dumps(said, ensure_ascii=False)}" for name, said in fields.items()]
    return "- " + "\n  ".join(lines) + "\n"
