"""A plan's tasks as trackers take them in: a flat table, or data; `export.schema.json` is beside.

Days are written year first. `first` and `last` are derived from the wording, which stays beside
them; they are empty where it has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from r57plans.catalogue.columns import Cell
from r57plans.catalogue.tables import Table
from r57plans.exporting.entries import Entry, Step
from r57plans.exporting.repeated import repeated
from r57plans.findings import Language, Message
from r57plans.model.deadline import Deadline
from r57plans.model.plan import Plan
from r57plans.view.progress_words import STANDINGS

FORMAT = "r57plans/export/1"
_TITLE = Message("Theo dõi", "Tracker")
_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("id", "Mã", "Id"),
    ("number", "TT", "No."),
    ("group", "Nhóm", "Group"),
    ("title", "Nhiệm vụ", "Task"),
    ("text", "Nội dung", "Text"),
    ("leads", "Chủ trì", "Lead"),
    ("supports", "Phối hợp", "Support"),
    ("requested", "Đề nghị phối hợp", "Requested"),
    ("products", "Sản phẩm", "Products"),
    ("deadline", "Thời hạn", "Deadline"),
    ("kind", "Loại thời hạn", "Kind of deadline"),
    ("first", "Từ ngày", "First day"),
    ("last", "Đến ngày", "Last day"),
    ("repeats", "Lặp lại", "Repeats"),
    ("milestones", "Các mốc", "Milestones"),
    ("covers", "Gộp nhiệm vụ", "Covers"),
    ("status", "Tình trạng", "Status"),
    ("progress", "Tiến độ (%)", "Progress (%)"),
    ("done_on", "Hoàn thành ngày", "Done on"),
)


def table(plan: Plan, found: Sequence[Entry], language: Language) -> Table:
    """A row for each task; several bodies or products of one stand with semicolons between."""
    start = plan.document.date.first
    return Table(
        "tracker",
        _TITLE,
        tuple(name for name, _, _ in _COLUMNS),
        tuple(Message(vi, en) for _, vi, en in _COLUMNS),
        tuple(_row(entry, start, language) for entry in found),
    )


def _row(entry: Entry, start: date, language: Language) -> tuple[Cell, ...]:
    deadline = entry.deadline
    return (
        entry.id,
        entry.number,
        entry.group,
        entry.title,
        entry.text,
        "; ".join(entry.leads),
        "; ".join(entry.supports),
        "; ".join(entry.requested),
        "; ".join(entry.products),
        entry.wording,
        str(deadline.kind),
        _iso(deadline.first),
        _iso(deadline.last),
        "; ".join(_rules(deadline, start)),
        "; ".join(_said(step) for step in entry.steps),
        "; ".join(entry.covers),
        STANDINGS[entry.standing].say(language) if entry.standing else None,
        entry.progress,
        _iso(entry.done_on),
    )


def as_dict(plan: Plan, found: Sequence[Entry], language: Language) -> dict[str, Any]:
    """All of it as machines read it."""
    start = plan.document.date.first
    return {
        "format": FORMAT,
        "language": language,
        "province": plan.province,
        "unit": plan.unit.vi if plan.unit else None,
        "catalogue": plan.catalogue,
        "document": {
            "type": plan.document.type,
            "number": plan.document.number,
            "date": str(plan.document.date),
            "status": plan.document.status,
        },
        "plan_hash": plan.hash,
        "tasks": [_task(entry, start) for entry in found],
    }


def _task(entry: Entry, start: date) -> dict[str, Any]:
    return {
        "id": entry.id,
        "number": entry.number,
        "group": entry.group,
        "title": entry.title,
        "text": entry.text,
        "leads": list(entry.leads),
        "supports": list(entry.supports),
        "requested": list(entry.requested),
        "products": list(entry.products),
        "covers": list(entry.covers),
        "deadline": _deadline(entry.deadline, entry.wording, start),
        "milestones": [
            {"text": step.text, "deadline": _deadline(step.deadline, step.wording, start)}
            for step in entry.steps
        ],
        "status": entry.standing and str(entry.standing),
        "progress": entry.progress,
        "done_on": _iso(entry.done_on),
    }


def _deadline(deadline: Deadline, wording: str, start: date) -> dict[str, Any]:
    return {
        "wording": wording,
        "original": deadline.wording,
        "kind": str(deadline.kind),
        "first": _iso(deadline.first),
        "last": _iso(deadline.last),
        "repeats": _rules(deadline, start),
    }


def _rules(deadline: Deadline, start: date) -> list[str]:
    return [each.rule for each in repeated(deadline, start)]


def _said(step: Step) -> str:
    days = f" ({step.deadline.last.isoformat()})" if step.deadline.last else ""
    return f"{step.wording}{days}: {step.text}" if step.text else f"{step.wording}{days}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
