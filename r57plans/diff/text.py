"""A comparison for a person at a terminal: a summary by kind, then the changes by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from r57plans.diff.differences import Differences
from r57plans.diff.three import Conflict, ThreeWay
from r57plans.findings import Language, Message
from r57plans.load.change_rules import load_change_rules
from r57plans.model.change import SEVERITIES, SEVERITY_WORDS, Change, Severity

MARKS: dict[Severity, str] = {"major": "!", "minor": "-", "wording": "~"}
_SAME = Message("Không có thay đổi nào về nội dung.", "Nothing changed in substance.")
_ALL_APPROVED = Message("Mọi thay đổi đã được chấp thuận.", "Every change is approved.")
_CHANGES = Message("thay đổi", "changes")
_CHANGE = Message("thay đổi", "change")
_APPROVED = Message("Đã chấp thuận", "Approved")
_PLAN = Message("Văn bản và phần chung", "Documents and the plan as a whole")
_TARGETS = Message("Chỉ tiêu", "Targets")
_GROUP = Message("Nhóm", "Group")
_OTHER = Message("Nhiệm vụ ngoài các nhóm", "Tasks of no group")
_REASON = Message("lý do", "reason")


def text(found: Differences, language: Language) -> str:
    """The whole report, without a line's end after the last."""
    lines = [f"{found.old} → {found.new}", _head(found, language)]
    if found.changes:
        lines += ["", *_summary(found.changes, language)]
        for title, changes in by_part(found):
            lines += ["", title.say(language)]
            lines += [line for change in changes for line in _told(change, language)]
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


def by_part(found: Differences) -> list[tuple[Message, tuple[Change, ...]]]:
    """The open changes under their titles: the plan, the targets, then group by group."""
    general = [c for c in found.changes if not c.task and not c.target]
    targets = [c for c in found.changes if c.target]
    titles = found.groups or {}
    tasks = [c for c in found.changes if c.task]
    known = [name for name in titles if any(c.group == name for c in tasks)]
    parts = [(_PLAN, general), (_TARGETS, targets)]
    parts += [(_group(name, titles), [c for c in tasks if c.group == name]) for name in known]
    parts.append((_OTHER, [c for c in tasks if c.group not in titles]))
    return [(title, tuple(changes)) for title, changes in parts if changes]


def _group(name: str, titles: Mapping[str, Message]) -> Message:
    said = titles[name]
    return Message(f"{_GROUP.vi} {name}. {said.vi}", f"{_GROUP.en} {name}. {said.en}")


def _head(found: Differences, language: Language) -> str:
    if not found.changes:
        return (_ALL_APPROVED if found.approved else _SAME).say(language)
    total = len(found.changes)
    counted = ", ".join(
        f"{number} {SEVERITY_WORDS[severity].say(language)}"
        for severity, number in found.counted().items()
        if number
    )
    return f"{total} {(_CHANGE if total == 1 else _CHANGES).say(language)}: {counted}."


def _summary(changes: Sequence[Change], language: Language) -> Iterator[str]:
    """How many changes of each kind, the gravest first, then in the order of the rules."""
    counted = Counter((change.severity, change.rule) for change in changes)
    for severity in SEVERITIES:
        for rule in load_change_rules():
            if number := counted[(severity, rule.id)]:
                yield f"  {MARKS[severity]} {number:>3}  {rule.title.say(language)}"


def _told(change: Change, language: Language) -> Iterable[str]:
    yield _line(change, language)
    places = " → ".join(str(p) for p in (change.old_place, change.new_place) if str(p))
    yield "      " + "  ".join(filter(None, (f"[{change.rule}]", places, change.fingerprint)))


def _line(change: Change, language: Language) -> str:
    return f"  {MARKS[change.severity]} {change.message.say(language)}"


def _no_conflict(language: Language) -> str:
    return "Không có xung đột." if language == "vi" else "There are no conflicts."


def _conflict(conflict: Conflict, names: tuple[str, str, str], language: Language) -> Iterator[str]:
    base, a, b = names
    subject = conflict.task or conflict.target
    yield " ".join(filter(None, (subject, conflict.field))) or base
    said = conflict.base.say(language)
    yield f"  {base}: {said or '—'}"
    for name, changes in ((a, conflict.a), (b, conflict.b)):
        for change in changes:
            yield f"  {name}: {change.message.say(language)}  [{change.rule}]"
