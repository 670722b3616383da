"""A comparison for a person at a terminal: a summary by kind, then the changes by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from r57plans.diff.differences import Differences
from r57plans.diff.differing import in_line, shortened
from r57plans.diff.naming import titles_in
from r57plans.diff.spot import PLAN
from r57plans.diff.telling import Sides, kinds, sections, summary, unsaid
from r57plans.diff.three import Conflict, ThreeWay
from r57plans.findings import Language, Message
from r57plans.model.change import SEVERITIES, Change, Severity

MARKS: dict[Severity, str] = {"major": "!", "minor": "-", "wording": "~"}
_APPROVED = Message("Đã chấp thuận", "Approved")
_REASON = Message("lý do", "reason")


def text(found: Differences, language: Language) -> str:
    """The whole report, without a line's end after the last."""
    sides = titles_in(found)
    lines = [f"{found.old} → {found.new}", summary(found.every, sides, language)]
    if found.changes:
        lines += ["", *_summary(found, sides, language)]
        for part in sections(found.changes, sides, language):
            lines += ["", part.title]
            lines += [line for change in part.changes for line in _told(change, language)]
    if found.approved:
        lines += ["", f"{_APPROVED.say(language)} ({len(found.approved)}):"]
        for each in found.approved:
            reason = each.approval.reason
            said = f" ({_REASON.say(language)}: {reason.say(language)})" if reason else ""
            lines.append(f"  = {each.change.message.say(language)}{said}")
    return "\n".join(lines)


def three_text(found: ThreeWay, names: tuple[str, str, str], language: Language) -> str:
    """The conflicts with all three values, then what only one side changed, or both alike."""
    base, a, b = names
    vi = language == "vi"
    count = len(found.conflicts)
    conflicts = (
        f"{count} xung đột" if vi else f"{count} {'conflict' if count == 1 else 'conflicts'}"
    )
    lines = [f"{base} → {a} | {b}", f"{conflicts}." if count else _no_conflict(language)]
    for conflict in found.conflicts:
        lines += ["", *_conflict(conflict, names, language)]
    parts = (
        (f"Chỉ {a}" if vi else f"Only {a}", found.only_a),
        (f"Chỉ {b}" if vi else f"Only {b}", found.only_b),
        ("Cả hai, như nhau" if vi else "Both, alike", found.both),
    )
    for title, changes in parts:
        if changes:
            lines += ["", f"{title} ({len(changes)}):"]
            lines += [_line(change, language) for change in changes]
    return "\n".join(lines)


def _summary(found: Differences, sides: Sides, language: Language) -> Iterator[str]:
    """How many changes of each kind, the gravest first."""
    for kind in kinds(found.changes, sides, language):
        for severity in SEVERITIES:
            if number := kind.counts[severity]:
                yield f"  {MARKS[severity]} {number:>3}  {kind.title}"


def _told(change: Change, language: Language) -> Iterable[str]:
    """The sentence, what a province's own task is about, and where to look."""
    yield _line(change, language)
    name = unsaid(change, language)
    if name and not change.task[:1].isdigit():
        yield f"      {shortened(name)}"
    places = " → ".join(str(p) for p in (change.old_place, change.new_place) if str(p))
    yield "      " + "  ".join(filter(None, (f"[{change.rule}]", places, change.fingerprint)))


def _line(change: Change, language: Language) -> str:
    return f"  {MARKS[change.severity]} {change.message.say(language)}"


def _no_conflict(language: Language) -> str:
    return "Không có xung đột." if language == "vi" else "There are no conflicts."


def _conflict(conflict: Conflict, names: tuple[str, str, str], language: Language) -> Iterator[str]:
    base, a, b = names
    yield (conflict.a[0].subject if conflict.a[0].subject.vi else PLAN).say(language)
    said = in_line(conflict.base).say(language)
    yield f"  {base}: {said or '—'}"
    for name, changes in ((a, conflict.a), (b, conflict.b)):
        for change in changes:
            yield f"  {name}: {change.message.say(language)}  [{change.rule}]"
