"""Columns of the annexes: those that a table of the kind can print, each once, at least two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from r57plans.findings import Finding, Message
from r57plans.load.faults import fault
from r57plans.load.raw_walk import walk
from r57plans.load.yaml_source import Path, Source
from r57plans.model.annex import COLUMNS_OF, DRAFT_COLUMNS, FEWEST_COLUMNS, ColumnKey

_KEYS = frozenset(get_args(ColumnKey))


def column_findings(source: Source) -> Iterator[Finding]:
    """Columns that the kind of table lacks or that stand twice, and tables that are too narrow.

    What is no column of any table is left to the model, which names the choices.
    """
    for path, annex in walk(source.data, "annexes.*"):
        kind = annex.get("kind") if isinstance(annex, dict) else None
        if kind in COLUMNS_OF and annex.get("columns"):
            yield from _of_table(source, path, annex, COLUMNS_OF[kind])


def _of_table(
    source: Source, path: Path, annex: dict[str, Any], known: tuple[ColumnKey, ...]
) -> Iterator[Finding]:
    printed: set[str] = set()
    seen: set[str] = set()
    for inner, column in walk(annex, "columns.*"):
        key = column.get("key") if isinstance(column, dict) else column
        if not isinstance(key, str) or key not in _KEYS:
            return
        if key not in known:
            yield _not_here(source, (*path, *inner), key, known)
        elif key in seen:
            yield _twice(source, (*path, *inner), key)
        seen.add(key)
        if not (key in DRAFT_COLUMNS or (isinstance(column, dict) and column.get("draft") is True)):
            printed.add(key)
    if len(printed) < FEWEST_COLUMNS:
        yield _narrow(source, (*path, "columns"))


def _not_here(source: Source, path: Path, key: str, known: tuple[ColumnKey, ...]) -> Finding:
    message = Message(
        f"Bảng loại này không có cột “{key}”.", f"A table of this kind has no column “{key}”."
    )
    names = ", ".join(known)
    hint = Message(f"Các cột có thể dùng: {names}.", f"The columns that it can have: {names}.")
    return fault("plan.column", source.place(path), message, hint)


def _twice(source: Source, path: Path, key: str) -> Finding:
    message = Message(
        f"Cột “{key}” xuất hiện hai lần trong một bảng.",
        f"The column “{key}” stands twice in one table.",
    )
    hint = Message("Giữ lại một cột, xóa cột kia.", "Keep one of the two and delete the other.")
    return fault("plan.column-twice", source.place(path), message, hint)


def _narrow(source: Source, path: Path) -> Finding:
    message = Message(
        "Bảng phải có ít nhất hai cột được in cả khi trình ký và ban hành.",
        "A table needs at least two columns that are printed in what is signed and issued too.",
    )
    hint = Message(
        "Thêm cột, ví dụ: number, text (bảng nhiệm vụ) hoặc number, name (bảng chỉ tiêu).",
        "Add a column, for example: number, text (tasks) or number, name (targets).",
    )
    return fault("plan.few-columns", source.place(path), message, hint)
