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
    """Sentences that no record rests on, in Part III no sub-task; a frame needs none."""
    named = resting_on(case.catalogue)
    by_tasks = {n for t in case.catalogue.sub_tasks.values() for n in t.source.sentences}
    tasks_alone = {s.id for p in case.catalogue.paragraphs() for s in p.sentences}
    for sentence in case.catalogue.sentences():
        if sentence.id in tasks_alone:
            what, covered = Message("nhiệm vụ", "sub-task"), sentence.id in by_tasks
        else:
            what = Message("nhiệm vụ, chỉ tiêu hay mục", "sub-task, target or other record")
            covered = sentence.id in named
        if not sentence.frame and not covered:
            message = Message(
                f"Câu {sentence.id} chưa được {what.vi} nào dựa vào.",
                f"No {what.en} rests on sentence {sentence.id}.",
            )
            hint = Message(
                "Ghi câu này vào source.sentences của mục tương ứng.",
                "Name it in the source.sentences of what it asks for.",
            )
            yield case.say("uncovered", "sentence", sentence.id, message, hint)


def complete(case: Case) -> Iterator[Finding]:
    """Sub-tasks without a lead, a product or a sentence they rest on; targets without values."""
    for target in case.catalogue.targets:
        if not target.values:
            message = Message(f"{target.id}: thiếu trị số.", f"{target.id}: values are missing.")
            yield case.say("incomplete", "targets", target.id, message)
    for task in case.catalogue.sub_tasks.values():
        lacking = [(vi, en) for key, vi, en in _NEEDED if not getattr(task, key)]
        if not task.source.sentences:
            lacking.append(("câu nguồn", "a sentence of the source"))
        for vi, en in lacking:
            message = Message(f"{task.id}: thiếu {vi}.", f"{task.id}: {en} is missing.")
            yield case.say("incomplete", "sub-task", task.id, message)
