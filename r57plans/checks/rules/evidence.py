"""What speaks for each part of the requirement, in a sentence or two for the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized

from r57plans.checks.case import Case, Evidence
from r57plans.checks.names import body_name, date_words
from r57plans.checks.rules.completed import DECISION, issued_on
from r57plans.checks.rules.goals import served_targets
from r57plans.checks.rules.local import is_local, is_own_target
from r57plans.findings import Message
from r57plans.language import number
from r57plans.model.base import DocumentDate
from r57plans.model.deadline import DeadlineKind, parse_period

_NO_TIME = (DeadlineKind.NONE, DeadlineKind.UNKNOWN)


def committee(case: Case) -> Iterator[Message]:
    """The committee is named, and the decision that establishes it."""
    if case.plan.committee is not None:
        yield Message("Kế hoạch nêu Ban Chỉ đạo.", "The plan names the steering committee.")
    if decision := case.plan.documents.get(DECISION):
        day = _date(decision.date)
        yield Message(
            f"Quyết định thành lập Ban Chỉ đạo: {day.vi}.",
            f"Decision establishing the committee: {day.en}.",
        )


def head(case: Case) -> Iterator[Message]:
    """The post of the committee's head."""
    if case.plan.committee is not None:
        post = body_name(case, case.plan.committee.head.role)
        yield Message(f"Trưởng ban: {post.vi}.", f"Head: {post.en}.")


def model(case: Case) -> Iterator[Message]:
    """How many sit in the committee, and its standing agency."""
    found = case.plan.committee
    if found is None:
        return
    deputies, members = len(found.deputies), len(found.members)
    yield Message(
        f"{deputies} Phó Trưởng ban, {members} Ủy viên.",
        f"Deputy heads: {deputies}; members: {members}.",
    )
    if found.standing_agency:
        agency = body_name(case, found.standing_agency)
        yield Message(f"Cơ quan thường trực: {agency.vi}.", f"Standing agency: {agency.en}.")


def document(case: Case) -> Iterator[Message]:
    """The type of the document and its date."""
    particulars = case.plan.document
    kind = case.registers.types.get(particulars.type)
    day = _date(issued_on(particulars))
    vi, en = (kind.vi, kind.en) if kind else (particulars.type, particulars.type)
    yield Message(f"{vi}, {day.vi}.", f"{en}, {day.en}.")


def goals(case: Case) -> Iterator[Message]:
    """How many targets there are and how many tasks serve them."""
    targets = [target for _, target in case.targets()]
    served = served_targets(case)
    linked = sum(t.id in served or t.parent in served for t in targets)
    yield _counted(len(case.plan.tasks), "nhiệm vụ", "Tasks")
    yield _share(linked, targets, "chỉ tiêu có nhiệm vụ phục vụ", "Targets that a task serves")


def roadmap(case: Case) -> Iterator[Message]:
    """How many tasks have a deadline, how many of them milestones."""
    tasks = case.plan.tasks
    timed = sum(task.deadline.deadline.kind not in _NO_TIME for task in tasks)
    stepped = sum(bool(task.milestones) for task in tasks)
    yield Message(
        f"{timed}/{len(tasks)} nhiệm vụ có thời hạn; {stepped} nhiệm vụ có các mốc.",
        f"Tasks with a deadline: {timed} of {len(tasks)}; with milestones: {stepped}.",
    )
    targets = [target for _, target in case.targets()]
    dated = sum(any(value.year for value in target.values) for target in targets)
    yield _share(dated, targets, "chỉ tiêu có năm hoàn thành", "Targets with a year")


def products(case: Case) -> Iterator[Message]:
    """How many tasks name a product."""
    tasks = case.plan.tasks
    named = sum(bool(task.products) for task in tasks)
    yield _share(named, tasks, "nhiệm vụ nêu sản phẩm", "Tasks that name a product")


def local(case: Case) -> Iterator[Message]:
    """How much of the plan is the locality's own."""
    tasks = case.plan.tasks
    own = sum(is_local(case, task) for task in tasks)
    yield _share(
        own,
        tasks,
        "nhiệm vụ có nội dung, số liệu hoặc xuất xứ của địa phương",
        "Tasks with local wording, figures or origin",
    )
    targets = [target for _, target in case.targets()]
    aims = sum(is_own_target(case, target) for target in targets)
    yield _share(
        aims,
        targets,
        "chỉ tiêu riêng hoặc khác mức Trung ương",
        "Targets of the locality's own, or other than the centre's",
    )


def feasible(case: Case) -> Iterator[Message]:
    """How many tasks have a lead, and where the money comes from."""
    tasks = case.plan.tasks
    led = sum(bool(task.leads) for task in tasks)
    yield _share(led, tasks, "nhiệm vụ có cơ quan chủ trì", "Tasks with a lead")
    if case.plan.funding is not None:
        yield Message("Có điều khoản về kinh phí.", "There is a clause on funding.")


def flexible(case: Case) -> Iterator[Message]:
    """How often the plan is reviewed, and who changes it."""
    clause = case.plan.flexibility
    if clause is None:
        return
    if clause.review:
        period = parse_period(clause.review)
        english = period.say("en") if period else clause.review
        yield Message(f"Rà soát: {clause.review}.", f"Review: {english}.")
    if clause.changed_by:
        who = body_name(case, clause.changed_by)
        yield Message(f"Cấp quyết định điều chỉnh: {who.vi}.", f"Changed by: {who.en}.")


def completed(case: Case) -> Iterator[Message]:
    """The days of the plan and of the decision."""
    day = _date(issued_on(case.plan.document))
    yield Message(f"Kế hoạch: {day.vi}.", f"Plan: {day.en}.")
    if decision := case.plan.documents.get(DECISION):
        on = _date(decision.date)
        yield Message(f"Quyết định thành lập Ban Chỉ đạo: {on.vi}.", f"Decision: {on.en}.")


def _share(some: int, all_of: Sized, vi: str, en: str) -> Message:
    """How many of all are so: `12/35 nhiệm vụ …`, `Tasks …: 12 of 35`."""
    return Message(f"{some}/{len(all_of)} {vi}.", f"{en}: {some} of {len(all_of)}.")


def _date(day: DocumentDate) -> Message:
    said = date_words(day)
    if day.day is None:
        return Message(f"{said.vi}, chưa có ngày", f"{said.en}, no day yet")
    return said


def _counted(count: int, vi: str, en: str) -> Message:
    return Message(f"{number(count, 'vi')} {vi}.", f"{en}: {number(count, 'en')}.")


EVIDENCE: Mapping[str, Evidence] = {
    "committee": committee,
    "committee-head": head,
    "committee-model": model,
    "action-plan": document,
    "goals-and-tasks": goals,
    "roadmap": roadmap,
    "products": products,
    "local-character": local,
    "feasible": feasible,
    "flexible": flexible,
    "march-2025": completed,
}
