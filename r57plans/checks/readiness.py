"""What must be there before a plan may go to be signed, or count as issued."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import Finding, Message
from r57plans.model.document import Particulars
from r57plans.model.plan import Plan

RULE = "build.required"
Lacking = tuple[tuple[str, ...], str, str]


def required_particulars(plan: Plan) -> Iterator[Finding]:
    """One error for each particular that the plan's status asks for and that is missing."""
    if plan.document.status == "draft":
        return
    for path, vi, en in _missing(plan):
        yield _finding(plan, path, vi, en)


def required_of_document(plan: Plan) -> Iterator[Finding]:
    """The same for a document beside the action plan, seen by `Plan.of_document`."""
    if plan.document.status != "draft":
        for path, vi, en in _of_document(plan.document):
            yield _finding(plan, path, vi, en)


def needs_committee(plan: Plan) -> bool:
    """Whether the plan must name a steering committee: that of a provincial Party committee."""
    return plan.unit is None and plan.document.issuer in (None, "tinh-uy", "thanh-uy")


def _missing(plan: Plan) -> Iterator[Lacking]:
    yield from _of_document(plan.document)
    if not plan.tasks:
        yield ("tasks",), "nhiệm vụ", "the tasks"
    if plan.committee is None and needs_committee(plan):
        yield ("committee",), "Ban Chỉ đạo", "the steering committee"


def _of_document(document: Particulars) -> Iterator[Lacking]:
    if document.cover is None:  # an attachment is signed and sent by the act that issues it
        yield from _around(document)
    if document.status == "issued":
        yield from _of_issue(document)


def _around(document: Particulars) -> Iterator[Lacking]:
    if document.signer is None:
        yield (
            ("document", "signer"),
            "người ký (quyền hạn, chức vụ)",
            "the signer (authority, post)",
        )
    if not document.recipients:
        yield ("document", "recipients"), "nơi nhận", "the recipients"


def _of_issue(document: Particulars) -> Iterator[Lacking]:
    """Number and day, which for an attachment are those of the act that issues it."""
    cover = document.cover
    if (cover or document).number is None:
        number = ("cover", "number") if cover else ("number",)
        yield ("document", *number), "số văn bản", "the document's number"
    day = (cover.date if cover else None) or document.date
    if day.day is None:
        where = ("cover", "date") if cover else ("date",)
        yield ("document", *where), "ngày ban hành", "the day of issue"


def _finding(plan: Plan, path: tuple[str, ...], vi: str, en: str) -> Finding:
    status = plan.document.status
    state = (
        Message("trình ký", "signing") if status == "signing" else Message("đã ban hành", "issued")
    )
    place = plan.place(*path)
    key = place.path.replace("/", ".")
    return Finding(
        RULE,
        "error",
        Message(
            f"Văn bản ở trạng thái {state.vi} ({status}) còn thiếu {vi}.",
            f"A document with the status {status} still lacks {en}.",
        ),
        Message(
            f"Điền `{key}`, hoặc để `status: draft`.",
            f"Fill in `{key}`, or set `status: draft`.",
        ),
        place,
    )
