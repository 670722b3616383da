"""What a plan leaves blank: told after each build, never refused."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.checks.readiness import needs_committee
from r57plans.findings import NO_HINT, Finding, Message
from r57plans.model.base import DocumentDate
from r57plans.model.document import Particulars
from r57plans.model.plan import Plan

RULE = "build.blank"


def blanks(plan: Plan) -> Iterator[Finding]:
    """A note for each particular, and one for each kind of gap in tasks and targets."""
    yield from blanks_of_document(plan)
    yield from _committee(plan)
    yield from _targets(plan)
    yield from _rows(plan)


def blank(plan: Plan, vi: str, en: str, *path: str | int, hint: Message = NO_HINT) -> Finding:
    """A note that something is still to be given, and in which document beside the plan."""
    name = plan.document_path.partition("/")[2] if path[:1] == ("document",) else ""
    where = f" ({name})" if name else ""
    said = Message(f"còn để trống: {vi}{where}", f"still blank: {en}{where}")
    return Finding(RULE, "note", said, hint, plan.place(*path))


def blanks_of_document(plan: Plan) -> Iterator[Finding]:
    """A note for each blank around the text, of the document that the plan is seen by."""
    document = plan.document
    if document.cover is None:
        yield from _issue(plan, document.number, document.date, "document")
        yield from _around(plan, document)
    else:
        day = document.cover.date or document.date
        yield from _issue(plan, document.cover.number, day, "document", "cover")


def _issue(plan: Plan, number: str | None, day: DocumentDate, *where: str) -> Iterator[Finding]:
    # What goes to be signed prints neither; an attachment prints what its act has been given.
    signing = plan.document.status == "signing" and plan.document.cover is None
    if number is None or signing:
        yield blank(plan, "số văn bản", "the document's number", *where, "number")
    if day.day is None or signing:
        yield blank(plan, "ngày ban hành", "the day of issue", *where, "date")


def _around(plan: Plan, document: Particulars) -> Iterator[Finding]:
    if document.signer is None:
        yield blank(plan, "người ký", "the signer", "document", "signer")
    elif document.signer.name is None:
        yield blank(plan, "họ tên người ký", "the signer's name", "document", "signer", "name")
    if not document.recipients:
        yield blank(plan, "nơi nhận", "the recipients", "document", "recipients")


def _committee(plan: Plan) -> Iterator[Finding]:
    if plan.committee is None and needs_committee(plan):
        yield blank(plan, "Ban Chỉ đạo", "the steering committee", "committee")
    if not plan.context:
        yield blank(plan, "đặc điểm tình hình địa phương", "the local situation", "context")


def _rows(plan: Plan) -> Iterator[Finding]:
    wordless = [n for n, t in enumerate(plan.tasks) if not (t.of_catalogue or t.text or t.title)]
    yield from _lacking(plan, wordless, "nội dung", "the text")
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
        tasks = "1 task" if len(rows) == 1 else f"{len(rows)} tasks"
        vi_said = f"{vi} của {len(rows)} nhiệm vụ ({ids})"
        yield blank(plan, vi_said, f"{en} for {tasks} ({ids})", "tasks", rows[0])


def _targets(plan: Plan) -> Iterator[Finding]:
    parents = {t.parent for t in plan.targets}
    empty = [n for n, t in enumerate(plan.targets) if not t.values and t.id not in parents]
    if empty:
        ids = ", ".join(plan.targets[n].id for n in empty)
        targets = "1 target" if len(empty) == 1 else f"{len(empty)} targets"
        vi = f"giá trị của {len(empty)} chỉ tiêu ({ids})"
        yield blank(plan, vi, f"values of {targets} ({ids})", "targets", empty[0])
