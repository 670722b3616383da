"""What must be there before a plan may go to be signed, or count as issued."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import Finding, Message
from r57plans.model.plan import Plan

RULE = "build.required"


def required_particulars(plan: Plan) -> Iterator[Finding]:
    """One error for each particular that the plan's status asks for and that is missing."""
    if plan.document.status == "draft":
        return
    for path, vi, en in _missing(plan):
        yield _finding(plan, path, vi, en)


def needs_committee(plan: Plan) -> bool:
    """Whether the plan must name a steering committee: that of a provincial Party committee."""
    return plan.unit is None and plan.document.issuer in (None, "tinh-uy", "thanh-uy")


def _missing(plan: Plan) -> Iterator[tuple[tuple[str, ...], str, str]]:
    document = plan.document
    if document.signer is None:
        yield (
            ("document", "signer"),
            "người ký (quyền hạn, chức vụ)",
            "the signer (authority, post)",
        )
    if not document.recipients:
        yield ("document", "recipients"), "nơi nhận", "the recipients"
    if not plan.tasks:
        yield ("tasks",), "nhiệm vụ", "the tasks"
    if plan.committee is None and needs_committee(plan):
        yield ("committee",), "Ban Chỉ đạo", "the steering committee"
    if document.status == "issued" and document.number is None:
        yield ("document", "number"), "số văn bản", "the document's number"
    if document.status == "issued" and document.date.day is None:
        yield ("document", "date"), "ngày ban hành", "the day of issue"


def _finding(plan: Plan, path: tuple[str, ...], vi: str, en: str) -> Finding:
    status = plan.document.status
    state = (
        Message("trình ký", "signing") if status == "signing" else Message("đã ban hành", "issued")
    )
    return Finding(
        RULE,
        "error",
        Message(
            f"văn bản ở trạng thái {state.vi} ({status}) còn thiếu {vi}",
            f"a document with the status {status} still lacks {en}",
        ),
        Message(
            f"điền `{'.'.join(path)}`, hoặc để `status: draft`",
            f"fill in `{'.'.join(path)}`, or set `status: draft`",
        ),
        plan.place(*path),
    )
