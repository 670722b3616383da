"""The file of decisions: a template of what is open, with what is decided filled in."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import Language, Message
from r57plans.merging.records import Conflict, MergeReport
from r57plans.model.decision import DECISIONS_FORMAT, Decision, Decisions
from r57plans.starter.scalars import scalar

CHOICES: dict[str, Message] = {
    "stricter": Message("giá trị chặt hơn", "the stricter value"),
    "sum": Message("cộng các giá trị", "the sum"),
    "weighted": Message("bình quân theo tỉ trọng; ghi weights", "a weighted mean; give weights"),
    "own": Message("giá trị khác; ghi value", "another value; give value"),
    "all": Message("tất cả", "all of them"),
    "none": Message("để trống", "blank"),
}


def decisions_text(report: MergeReport, decisions: Decisions, ui: Language) -> str:
    """The text of the file; it reads back as the decisions, comments in the language `ui`."""
    return "\n".join(_lines(report, decisions, ui)) + "\n"


def _lines(report: MergeReport, decisions: Decisions, ui: Language) -> Iterator[str]:
    head = (
        Message(
            f"Những điểm cần quyết định khi hợp nhất vào {report.name.vi}. Ghi vào sau take: mã "
            "một tỉnh hoặc một",
            f"What is to be decided in merging into {report.name.en}. After take: write the id of "
            "a province or one",
        ),
        Message(
            "cách nêu ở dòng có dấu #, rồi chạy lại: r57plans merge … --decide TỆP_NÀY. Để trống: "
            "chưa quyết định.",
            "of the ways in its comment, and run again: r57plans merge … --decide THIS_FILE. "
            "Blank: not decided.",
        ),
    )
    yield from (f"# {line.say(ui)}" for line in head)
    yield f"format: {DECISIONS_FORMAT}"
    given = {decision.id: decision for decision in decisions.decisions}
    if not report.conflicts:
        yield "decisions: []"
        return
    yield "decisions:"
    for conflict in report.conflicts:
        yield from _conflict(conflict, given.get(conflict.id), ui)


def _conflict(conflict: Conflict, decision: Decision | None, ui: Language) -> Iterator[str]:
    yield f"  # {_line(conflict.subject.say(ui))}: {_line(conflict.field.say(ui))}"
    for side in conflict.sides:
        yield f"  #   {side.province}: {_line(side.said.say(ui))}"
    for choice in conflict.choices:
        mark = "*" if choice == conflict.proposed else " "
        yield f"  # {mark} {choice}: {CHOICES[choice].say(ui)}"
    now = Message("đang ghi", "stands now").say(ui)
    yield f"  - id: {scalar(conflict.id)}"
    yield f"    take:{_taken(decision)}  # {now}: {_line(conflict.stands.say(ui))}"
    if decision and decision.value:
        yield f"    value: {_text(decision.value.vi, decision.value.en)}"
    if decision and decision.weights:
        pairs = ", ".join(f"{name}: {weight:g}" for name, weight in decision.weights.items())
        yield f"    weights: {{{pairs}}}"
    if decision and decision.reason:
        yield f"    reason: {_text(decision.reason.vi, decision.reason.en)}"


def _taken(decision: Decision | None) -> str:
    return f" {decision.take}" if decision and decision.take else ""


def _text(vi: str, en: str | None) -> str:
    return f"{{vi: {scalar(vi)}, en: {scalar(en)}}}" if en else scalar(vi)


def _line(said: str) -> str:
    return " ".join(said.split())
