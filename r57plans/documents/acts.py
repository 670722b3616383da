"""The act that issues the action plan as its attachment, and who issues or submits what."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.documents.particulars import issuer_of_plan, month_of
from r57plans.findings import Finding, Message
from r57plans.model.document import Cover, Particulars
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.view.names import implied_issuer

ISSUING_DECISION = "issuing-decision"

_COMMITTEES = ("tinh-uy", "thanh-uy", "dang-uy")


def committee_of(plan: Plan, registers: Registers) -> str:
    """The Party committee that sets up the steering committee: the plan's issuer, or its own."""
    issuer = issuer_of_plan(plan, registers)
    return issuer if issuer in _COMMITTEES else implied_issuer(plan, registers)


def submitter_of(plan: Plan, registers: Registers) -> str:
    """Who usually submits the draft plan to its issuer."""
    state = registers.issuers[issuer_of_plan(plan, registers)].layout == "state"
    if plan.unit:
        return "phong-van-hoa-xa-hoi-xa" if state else "van-phong-dang-uy-xa"
    return "so-khoa-hoc-va-cong-nghe" if state else "van-phong-tinh-uy"


def with_cover(plan: Plan) -> Plan:
    """The plan as an attachment of the decision at `documents.issuing-decision`, if it has one.

    What `document.cover` itself says stays.
    """
    act, cover = plan.documents.get(ISSUING_DECISION), plan.document.cover
    if act is None:
        return plan
    whole = Cover(
        type=cover.type if cover else act.type,
        issuer=(cover.issuer if cover else None) or act.issuer,
        symbol=(cover.symbol if cover else None) or act.symbol,
        number=(cover.number if cover else None) or act.number,
        date=(cover.date if cover else None) or act.date,
    )
    document = plan.document.model_copy(update={"cover": whole})
    return plan.model_copy(update={"document": document})


def act_of_cover(plan: Plan) -> Particulars | None:
    """The particulars of the act that `document.cover` names."""
    cover, main = plan.document.cover, plan.document
    if cover is None:
        return None
    return Particulars(
        type=cover.type,
        issuer=cover.issuer,
        symbol=cover.symbol,
        number=cover.number,
        date=cover.date or month_of(main.date),
        status=main.status,
        draft_no=main.draft_no,
    )


def disagreements(plan: Plan) -> Iterator[Finding]:
    """An error for each particular of the act that the plan gives twice, and differently."""
    act, cover = plan.documents.get(ISSUING_DECISION), plan.document.cover
    if act is None or cover is None:
        return
    for key in ("type", "issuer", "symbol", "number", "date"):
        one, other = getattr(cover, key), getattr(act, key)
        if one and other and one != other:
            yield _disagreement(plan, key, str(one), str(other))


def _disagreement(plan: Plan, key: str, one: str, other: str) -> Finding:
    return Finding(
        "build.two-covers",
        "error",
        Message(
            f"`document.cover.{key}` là “{one}” nhưng `documents.{ISSUING_DECISION}.{key}` là "
            f"“{other}”.",
            f"`document.cover.{key}` is “{one}”, but `documents.{ISSUING_DECISION}.{key}` is "
            f"“{other}”.",
        ),
        Message("Chỉ ghi ở một nơi.", "Give it in one place only."),
        plan.place("documents", ISSUING_DECISION, key),
    )


def no_committee(plan: Plan) -> Finding | None:
    """What a plan without a steering committee lacks for the decision on it."""
    if plan.committee:
        return None
    return _lacking(
        plan,
        Message("Chưa có Ban Chỉ đạo để lập quyết định.", "There is no steering committee."),
        Message("Điền mục `committee`.", "Fill in `committee`."),
        "committee",
    )


def no_cover(plan: Plan) -> Finding | None:
    """What a plan that is issued by itself lacks for a decision that issues it."""
    if plan.document.cover or ISSUING_DECISION in plan.documents:
        return None
    return _lacking(
        plan,
        Message(
            "Kế hoạch tự có số, không ban hành kèm quyết định.",
            "The plan has a number of its own; no decision issues it.",
        ),
        Message(
            "Nếu ban hành kèm quyết định, ghi `document.cover: {type: QĐ}`.",
            "Where a decision issues it, write `document.cover: {type: QĐ}`.",
        ),
        "document",
    )


def no_leads(plan: Plan) -> Finding | None:
    """What a plan of which no task has a lead lacks for task sheets."""
    if any(task.leads for task in plan.tasks):
        return None
    return _lacking(
        plan,
        Message("Chưa nhiệm vụ nào có cơ quan chủ trì.", "No task has a lead body."),
        Message("Điền `leads` của các nhiệm vụ.", "Fill in the tasks' `leads`."),
        "tasks",
    )


def _lacking(plan: Plan, message: Message, hint: Message, where: str) -> Finding:
    return Finding("build.lacking", "error", message, hint, plan.place(where))
