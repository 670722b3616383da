"""Every sentence has a sub-task, and every sub-task what a plan needs of it."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.catalogue.resting import resting_on
from r57plans.catalogue.verify.case import Case
from r57plans.findings import Finding, Message

_NEEDED = (
    ("leads", "cơ quan chủ trì", "a lead"),
    ("products", "sản phẩm", "a product"),
)


def coverage(case: Case) -> Iterator[Finding]:
    """Sentences that no record rests on; a frame needs none."""
    named = resting_on(case.catalogue)
    for sentence in case.catalogue.sentences():
        if not sentence.frame and sentence.id not in named:
            message = Message(
                f"Câu {sentence.id} chưa được nhiệm vụ, chỉ tiêu hay mục nào dựa vào.",
                f"No sub-task, target or other record rests on sentence {sentence.id}.",
            )
            hint = Message(
                "Ghi câu này vào source.sentences của mục tương ứng.",
                "Name it in the source.sentences of what it asks for.",
            )
            yield case.say("uncovered", "sentence", sentence.id, message, hint)


def sub_tasks(case: Case) -> Iterator[Finding]:
    """Sub-tasks without a lead or a product, or that rest on no sentence."""
    for task in case.catalogue.sub_tasks.values():
        lacking = [(vi, en) for key, vi, en in _NEEDED if not getattr(task, key)]
        if not task.source.sentences:
            lacking.append(("câu nguồn", "a sentence of the source"))
        for vi, en in lacking:
            message = Message(f"{task.id}: thiếu {vi}.", f"{task.id}: {en} is missing.")
            yield case.say("incomplete", "sub-task", task.id, message)
