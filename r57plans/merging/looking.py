"""What to look at in a merged plan: deadlines that passed, the district level, doubles."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.checks.assess import finding_of
from r57plans.checks.case import Case
from r57plans.checks.registry import CHECKS
from r57plans.checks.run import pack_of
from r57plans.findings import Finding, Message
from r57plans.language import date_short
from r57plans.load import load_registers
from r57plans.merging.fields import text_key
from r57plans.merging.ledger import Ledger
from r57plans.merging.parents import Merger
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan

_DISTRICT = "text-district"


def remarks(plan: Plan, ledger: Ledger, merger: Merger, catalogue: Catalogue) -> Iterator[Finding]:
    """One finding for each matter, with the tasks that it concerns."""
    yield from _passed(plan, merger)
    yield from _without_lead(plan)
    yield from _covered(plan)
    yield from _alike(plan)
    case = Case(plan, catalogue, load_registers())
    for rule in pack_of().rules:
        if rule.check == _DISTRICT:
            for hit in CHECKS[rule.check](case, rule.settings):
                yield finding_of(rule, hit, case)


def _passed(plan: Plan, merger: Merger) -> Iterator[Finding]:
    names = [
        task.id for task in plan.tasks if (last := task.deadline.deadline.last) and last < merger.on
    ]
    if names:
        day = (date_short(merger.on, "vi"), date_short(merger.on, "en"))
        message = Message(
            f"Thời hạn đã qua trước ngày {day[0]}: {', '.join(names)}.",
            f"The deadline passed before {day[1]}: {', '.join(names)}.",
        )
        hint = Message(
            "Việc đã xong thì bỏ khỏi kế hoạch mới; chưa xong thì đặt thời hạn mới.",
            "Take out what is done; give what is not a new deadline.",
        )
        yield Finding("merge.deadline-passed", "note", message, hint, plan.place("tasks"))


def _without_lead(plan: Plan) -> Iterator[Finding]:
    for n, task in enumerate(plan.tasks):
        if not task.leads:
            message = Message(f"Nhiệm vụ {task.id} không có cơ quan chủ trì.",
                              f"Task {task.id} has no lead.")  # fmt: skip
            hint = Message("Ghi leads.", "Give leads.")
            yield Finding("merge.no-lead", "warning", message, hint, plan.place("tasks", n))


def _covered(plan: Plan) -> Iterator[Finding]:
    """Local tasks that carry out a sub-task which the plan also takes as such."""
    taken = {task.id for task in plan.tasks if task.of_catalogue}
    for n, task in enumerate(plan.tasks):
        both = [name for name in task.covers if name in taken and not task.of_catalogue]
        if both:
            message = Message(
                f"Nhiệm vụ riêng {task.id} thực hiện {', '.join(both)}, kế hoạch cũng có nhiệm vụ "
                "đó.",
                f"The local task {task.id} carries out {', '.join(both)}, also taken here.",
            )
            hint = Message("Xem có gộp được không.", "See whether they can be joined.")
            yield Finding("merge.covered", "note", message, hint, plan.place("tasks", n))


def _alike(plan: Plan) -> Iterator[Finding]:
    """Local tasks of equal wording."""
    seen: dict[str, str] = {}
    for n, task in enumerate(plan.tasks):
        said = task.title or task.text
        if task.of_catalogue or said is None:
            continue
        key = text_key(said)
        if key in seen:
            message = Message(
                f"Hai nhiệm vụ riêng có cùng lời văn: {seen[key]} và {task.id}.",
                f"Two local tasks say the same: {seen[key]} and {task.id}.",
            )
            hint = Message("Xem có gộp được không.", "See whether they can be joined.")
            yield Finding("merge.alike", "note", message, hint, plan.place("tasks", n))
        seen.setdefault(key, task.id)
