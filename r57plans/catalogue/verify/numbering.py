"""Ids: in order within their paragraph, and each the name of one thing only."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.catalogue.verify.case import Case
from r57plans.findings import Finding, Message

NAMED = ("targets", "baselines", "principles", "duties", "directives", "requirement", "documents")
_ONCE = Message("Một mã chỉ dùng cho một mục.", "An id names one record only.")
_FINAL = Message(
    "Mã đã công bố không đổi: thêm vào cuối đoạn, mục bỏ đi ghi ở retired.yaml.",
    "Published ids are final: add at the paragraph's end; what goes is named in retired.yaml.",
)


def ids(case: Case) -> Iterator[Finding]:
    """Sub-tasks that are not numbered in order, and ids that two records share."""
    yield from _order(case)
    seen: dict[str, str] = {}
    for kind in NAMED:
        for record in getattr(case.catalogue, kind):
            if record.id in seen:
                message = Message(
                    f"Mã “{record.id}” đã dùng ở {seen[record.id]}.",
                    f"The id “{record.id}” is already used in {seen[record.id]}.",
                )
                yield case.say("duplicate-id", kind, record.id, message, _ONCE)
            seen.setdefault(record.id, kind)


def _order(case: Case) -> Iterator[Finding]:
    retired = {gone.id for gone in case.catalogue.retired}
    for group in case.catalogue.groups:
        for number, paragraph in enumerate(group.paragraphs, 1):
            if paragraph.id != f"{group.id}.{number}":
                yield _wrong(case, "paragraph", paragraph.id, f"{group.id}.{number}")
            count = len(paragraph.sub_tasks) + sum(
                name.rpartition(".")[0] == paragraph.id for name in retired
            )
            expected = [f"{paragraph.id}.{n}" for n in range(1, count + 1)]
            left = [name for name in expected if name not in retired]
            for task, name in zip(paragraph.sub_tasks, left, strict=False):
                if task.id != name:
                    yield _wrong(case, "sub-task", task.id, name)
                    break


def _wrong(case: Case, kind: str, given: str, expected: str) -> Finding:
    message = Message(
        f"Mã {given} không đúng thứ tự: ở đây phải là {expected}.",
        f"The id {given} is out of order: {expected} is expected here.",
    )
    return case.say("numbering", kind, given, message, _FINAL)
