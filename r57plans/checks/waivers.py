"""What an office sets aside: a rule, for the whole plan or for one task, with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from r57plans.checks.case import Hit
from r57plans.findings import Finding, Message
from r57plans.load.pack_files import rule_hint
from r57plans.model.pack import Pack, RuleRecord
from r57plans.model.plan import Plan, Waiver


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the plan sets aside, and the waiver that says why."""

    finding: Finding
    rule: RuleRecord
    waiver: Waiver


def waived_by(plan: Plan, rule: RuleRecord, hit: Hit) -> Waiver | None:
    """The plan's waiver of what a rule found; None where there is none.

    A waiver's `task` may also name a target.
    """
    named = {hit.task, hit.target} - {""}
    for waiver in plan.waive:
        if waiver.rule == rule.id and (waiver.task is None or waiver.task in named):
            return waiver
    return None


def idle_waivers(plan: Plan, pack: Pack, waived: Collection[Waived]) -> Iterator[Finding]:
    """A warning for each waiver of a rule that is not there, a note for one that serves nothing.

    A note too where the rule's name is not of this pack's kind: it may be one of another pack.
    """
    used = {id(each.waiver) for each in waived}
    known = [rule.id for rule in pack.rules]
    for n, waiver in enumerate(plan.waive):
        place = plan.place("waive", n)
        if waiver.rule not in known:
            said = Message(
                f"Không có quy tắc {waiver.rule} trong bộ quy tắc này.",
                f"This pack has no rule {waiver.rule}.",
            )
            hint = rule_hint(waiver.rule, known)
            ours = any(_series(waiver.rule) == _series(name) for name in known)
            yield Finding("check.waiver-unknown", "warning" if ours else "note", said, hint, place)
        elif id(waiver) not in used:
            said = Message(
                f"Miễn áp dụng {waiver.rule} không còn cần: quy tắc không phát hiện gì.",
                f"The waiver of {waiver.rule} is not needed: the rule finds nothing.",
            )
            hint = Message("Có thể bỏ dòng này.", "This line can go.")
            yield Finding("check.waiver-idle", "note", said, hint, place)


def _series(rule: str) -> str:
    """What the ids of a pack's rules begin with: `R57` of `R57-012`."""
    return rule.rpartition("-")[0]
