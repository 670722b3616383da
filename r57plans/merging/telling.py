"""What reports of a merge say, in whichever form: sentences, names of parts and outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import Message
from r57plans.language import date_short
from r57plans.merging.decided import CHOICES
from r57plans.merging.records import Conflict, Entry, MergeReport, Outcome, Part

OUTCOMES: dict[Outcome, Message] = {
    "joined": Message("gộp", "joined"),
    "kept": Message("giữ nguyên", "kept"),
    "dropped": Message("không chuyển sang", "not taken over"),
}
PARTS: dict[Part, Message] = {
    "document": Message("Thể thức văn bản", "Particulars of documents"),
    "sections": Message("Mục đích, mục tiêu, đặc điểm", "Purpose, objectives, context"),
    "committee": Message("Ban Chỉ đạo", "Steering committee"),
    "bodies": Message("Cơ quan", "Bodies"),
    "groups": Message("Nhóm nhiệm vụ", "Groups of tasks"),
    "targets": Message("Chỉ tiêu", "Targets"),
    "tasks": Message("Nhiệm vụ", "Tasks"),
    "initiatives": Message("Sáng kiến, bài toán lớn", "Initiatives"),
    "implementation": Message("Tổ chức thực hiện", "Carrying the plan out"),
    "omitted": Message("Nội dung không thực hiện", "What is left out"),
    "reporting": Message("Chế độ báo cáo", "Reporting"),
    "other": Message("Quy định chung", "General clauses"),
    "annexes": Message("Phụ lục", "Annexes"),
    "waive": Message("Kiểm tra được bỏ qua", "Waived checks"),
}


def headline(report: MergeReport) -> Message:
    """`Hợp nhất vào Hưng Yên, ngày 01/7/2025`."""
    return Message(
        f"Hợp nhất vào {report.name.vi}, ngày {date_short(report.on, 'vi')}",
        f"Merged into {report.name.en}, {date_short(report.on, 'en')}",
    )


def parents(report: MergeReport) -> Iterator[Message]:
    """Each plan with what it had, then the provinces of which there was none."""
    for each in report.parents:
        yield Message(
            f"{each.name.vi}: {each.document.vi}; {each.tasks} nhiệm vụ, {each.targets} chỉ tiêu",
            f"{each.name.en}: {each.document.en}; {_many(each.tasks, 'task')}, "
            f"{_many(each.targets, 'target')}",
        )
    for name in report.missing:
        yield Message(f"{name.vi}: thiếu kế hoạch", f"{name.en}: no plan was given")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def counts(report: MergeReport, part: Part) -> Message:
    """`119 nhiệm vụ thành 65: 54 gộp, 11 giữ nguyên`."""
    found, title = report.counted(part), PARTS[part]
    vi = (
        f"{title.vi}: {found['in']} thành {found['out']} ({found['joined']} gộp, "
        f"{found['kept']} giữ nguyên)"
    )
    en = (
        f"{title.en}: {found['in']} became {found['out']} ({found['joined']} joined, "
        f"{found['kept']} kept)"
    )
    return Message(vi, en)


def decisions(report: MergeReport) -> Message:
    """How many conflicts there are, and how many of them nobody has decided."""
    every, left = len(report.conflicts), len(report.open)
    return Message(
        f"Điểm cần quyết định: {every}; chưa quyết định: {left}",
        f"To decide: {every}; still open: {left}",
    )


def outcome(entry: Entry) -> Message:
    """What was done with a thing."""
    return OUTCOMES[entry.outcome]


def proposal(conflict: Conflict) -> Message:
    """What is proposed: a rule in words, or the province whose value it is."""
    return _choice(conflict, conflict.proposed)


def choice(conflict: Conflict) -> Message:
    """What was chosen, or stands meanwhile."""
    return _choice(conflict, conflict.taken)


def _choice(conflict: Conflict, key: str) -> Message:
    sides = {side.province: side.name for side in conflict.sides}
    if key in sides:
        return Message(f"theo {sides[key].vi}", f"as in {sides[key].en}")
    said = CHOICES[key]
    return Message(said.vi.partition(";")[0], said.en.partition(";")[0])
