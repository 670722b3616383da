"""The names that reports of changes say: of two plans' editions and of their groups."""

from __future__ import annotations

from dataclasses import replace

from r57plans.diff.approvals import Approved
from r57plans.diff.differences import Differences
from r57plans.diff.telling import Sides, Version
from r57plans.findings import Message
from r57plans.language import capital_first, small_first
from r57plans.load import load_catalogue, load_registers
from r57plans.load.change_rules import load_change_rules
from r57plans.model.change import NOTHING
from r57plans.model.plan import Plan
from r57plans.view import View, view_of

_SIGNING = Message("Bản trình ký", "For signing")

Views = tuple[View, View]
"""A plan as it prints in Vietnamese and in English."""


def sides_of(old: Plan, new: Plan, names: tuple[str, str]) -> Sides:
    """Both versions with the groups that they print; what both name, the new one names."""
    first, second = _views(old), _views(new)
    before, after = _subject(first), _subject(second)
    editions = _edition(old, first), _edition(new, second)
    if before != after:
        editions = _of(before, editions[0]), _of(after, editions[1])
    return Sides(
        Version(names[0], editions[0]),
        Version(names[1], editions[1]),
        after if before == after else NOTHING,
        groups=_groups(second) | _gone(first, second),
    )


def sides_in(found: Differences) -> Sides:
    """The sides of a comparison with the names that its plans print."""
    titles = titles_in(found)
    named = sides_of(*found.plans, (found.old, found.new))
    return replace(named, rules=titles.rules, approved=titles.approved)


def titles_in(found: Differences) -> Sides:
    """The sides of a comparison by the names of their files, with short titles of groups."""
    groups = (found.groups or {}).items()
    return Sides(
        Version(found.old),
        Version(found.new),
        rules={rule.id: rule.title.message for rule in load_change_rules()},
        groups={
            key: Message(f"Nhóm {key}. {title.vi}", f"Group {key}. {title.en}")
            if key[:1].isdigit()
            else Message(f"Nhóm “{title.vi}”", f"Group “{title.en}”")
            for key, title in groups
        },
        approved={each.change.fingerprint: _reason(each) for each in found.approved},
    )


def _reason(approved: Approved) -> Message:
    return approved.approval.reason.message if approved.approval.reason else NOTHING


def _views(plan: Plan) -> Views:
    catalogue, registers = load_catalogue(plan.catalogue), load_registers()
    return (
        view_of(plan, catalogue, registers, "vi").view,
        view_of(plan, catalogue, registers, "en").view,
    )


def _edition(plan: Plan, views: Views) -> Message:
    """`Dự thảo lần 2`, `Bản trình ký`, or the number and day of what is issued."""
    vi, en = (view.document for view in views)
    if plan.document.status == "signing":
        return _SIGNING
    if plan.document.status == "draft":
        return Message(capital_first(vi.draft.lower()), capital_first(en.draft.lower()))
    return Message(f"{vi.number}, {vi.date}", f"{en.number}, {en.date}")


def _subject(views: Views) -> Message:
    """`Chương trình hành động của tỉnh Cao Bằng`."""
    vi, en = views
    kinds = [capital_first(view.document.type.lower()) for view in views]
    return Message(f"{kinds[0]} của {vi.unit.name}", f"{kinds[1]} of {en.unit.name}")


def _of(subject: Message, edition: Message) -> Message:
    pairs = zip(subject, edition, strict=True)
    vi, en = (f"{whose}, {small_first(which)}" for whose, which in pairs)
    return Message(vi, en)


def _groups(views: Views) -> dict[str, Message]:
    """Their numbers and titles by id, in the plan's order."""
    vi, en = ({g.id: f"{g.number.rstrip('.')}. {g.title}" for g in view.groups} for view in views)
    return {key: Message(name, en.get(key, name)) for key, name in vi.items()}


def _gone(old: Views, new: Views) -> dict[str, Message]:
    kept = _groups(new)
    return {key: name for key, name in _groups(old).items() if key not in kept}
