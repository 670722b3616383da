"""What a status file leaves blank that only the office can say: told, never invented."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.checks.blanks import RULE
from r57plans.findings import Finding, Message
from r57plans.model.progress import Reckoned, Standing
from r57plans.model.status import Status

_PARTS = {
    "leadership": Message("công tác lãnh đạo, chỉ đạo", "leadership and direction"),
    "funds": Message("kinh phí", "the funds"),
    "results": Message("kết quả nổi bật", "the main results"),
    "limits": Message("hạn chế", "the shortcomings"),
    "causes": Message("nguyên nhân", "the causes"),
    "next_tasks": Message("nhiệm vụ trọng tâm kỳ tới", "the main tasks to come"),
}


def blanks_of_report(status: Status, tasks: tuple[Reckoned, ...]) -> Iterator[Finding]:
    """A note for each part of a report that is blank, and one for the tasks of no known state."""
    for key, words in _PARTS.items():
        if not getattr(status, key):
            yield _blank(status, key, words)
    unknown = [task.task.id for task in tasks if task.standing is Standing.UNKNOWN]
    if unknown:
        ids, count = ", ".join(unknown), len(unknown)
        named = "1 task" if count == 1 else f"{count} tasks"
        vi = f"tình trạng của {count} nhiệm vụ ({ids})"
        yield _blank(status, "tasks", Message(vi, f"the state of {named} ({ids})"))


def _blank(status: Status, key: str, words: Message) -> Finding:
    said = Message(f"còn để trống: {words.vi}", f"still blank: {words.en}")
    return Finding(RULE, "note", said, place=status.place(key))
