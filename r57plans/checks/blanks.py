"""What a plan leaves blank: told after each build, never refused."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.checks.readiness import needs_committee
from r57plans.findings import Finding, Message
from r57plans.model.plan import Plan

RULE = "build.blank"


def blanks(plan: Plan) -> Iterator[Finding]:
    """A note for each particular, and one for each kind of gap in tasks and targets."""
    yield from _document(plan)
    yield from _committee(plan)
    yield from _targets(plan)
    yield from _rows(plan)


def _note(plan: Plan, vi: str, en: str, *path: str | int) -> Finding:
    return Finding(
        RULE, "note", Message(f"còn để trống: {vi}", f"still blank: {en}"), place=plan.place(*path)
    )


def _document(plan: Plan) -> Iterator[Finding]:
    document = plan.document
    signing = document.status == "signing"
    if document.number is None or signing:
        yield _note(plan, "số văn bản", "the document's number", "document", "number")
    if document.date.day is None or signing:
        yield _note(plan, "ngày ban hành", "the day of issue", "document", "date")
    if document.signer is None:
        yield _note(plan, "người ký", "the signer", "document", "signer")
    elif document.signer.name is None:
        yield _note(plan, "họ tên người ký", "the signer's name", "document", "signer", "name")
    if not document.recipients:
        yield _note(plan, "nơi nhận", "the recipients", "document", "recipients")


def _committee(plan: Plan) -> Iterator[Finding]:
    if plan.committee is None and needs_committee(plan):
        yield _note(plan, "Ban Chỉ đạo", "the steering committee", "committee")
    if not plan.context:
        yield _note(plan, "đặc điểm tình hình địa phương", "the local situation", "context")


def _rows(plan: Plan) -> Iterator[Finding]:
    gaps = (
        ("leads", "cơ quan chủ trì", "a lead"),
        ("products", "sản phẩm", "a product"),
    )
    for key, vi, en in gaps:
        yield from _lacking(
            plan, [n for n, t in enumerate(plan.tasks) if not getattr(t, key)], vi, en
        )
    undated = [n for n, t in enumerate(plan.tasks) if not t.deadline.deadline.wording]
    yield from _lacking(plan, undated, "thời hạn", "a deadline")


def _lacking(plan: Plan, rows: list[int], vi: str, en: str) -> Iterator[Finding]:
    if rows:
        ids = ", ".join(plan.tasks[n].id for n in rows)
        vi_said = f"{vi} của {len(rows)} nhiệm vụ ({ids})"
        yield _note(plan, vi_said, f"{en} for {len(rows)} tasks ({ids})", "tasks", rows[0])


def _targets(plan: Plan) -> Iterator[Finding]:
    parents = {t.parent for t in plan.targets}
    empty = [n for n, t in enumerate(plan.targets) if not t.values and t.id not in parents]
    if empty:
        ids = ", ".join(plan.targets[n].id for n in empty)
        vi, en = (
            f"giá trị của {len(empty)} chỉ tiêu ({ids})",
            f"values of {len(empty)} targets ({ids})",
        )
        yield _note(plan, vi, en, "targets", empty[0])
