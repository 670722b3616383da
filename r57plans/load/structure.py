"""Ids given once, parents that do not lead back to their children, columns that can be printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from r57plans.findings import Finding, Message
from r57plans.load.columns import column_findings
from r57plans.load.faults import fault
from r57plans.load.known import id_text
from r57plans.load.raw_walk import walk
from r57plans.load.yaml_source import Path, Source

_LISTS = ("tasks", "targets", "groups", "bodies", "initiatives")


def structure_findings(source: Source) -> Iterator[Finding]:
    """Ids given twice in one list, circles among groups and among targets, impossible columns."""
    for name in _LISTS:
        yield from repeated_ids(source, name)
    for name in ("groups", "targets"):
        yield from _circles(source, name)
    yield from column_findings(source)


def repeated_ids(source: Source, name: str, family: str = "plan") -> Iterator[Finding]:
    """Ids given twice in the list of that name."""
    first: dict[str, Path] = {}
    for path, value in walk(source.data, f"{name}.*.id"):
        given = id_text(value)
        if given is None:
            continue
        if given in first:
            yield _duplicate(source, given, path, first[given], family)
        first.setdefault(given, path)


def _duplicate(source: Source, given: str, path: Path, first: Path, family: str) -> Finding:
    line = source.place(first).line
    message = Message(
        f"Mã “{given}” đã được dùng ở dòng {line}.",
        f"The id “{given}” is already used at line {line}.",
    )
    hint = Message("Mỗi mã chỉ dùng một lần: đổi hoặc xóa một trong hai.",
                   "An id is used once: change or delete one of the two.")  # fmt: skip
    return fault(f"{family}.duplicate-id", source.place(path), message, hint)


def _circles(source: Source, name: str) -> Iterator[Finding]:
    parents: dict[str, str] = {}
    paths: dict[str, Path] = {}
    for path, record in walk(source.data, f"{name}.*"):
        child, parent = _linked(record)
        if child and parent and child not in parents:
            parents[child], paths[child] = parent, (*path, "parent")
    done: set[str] = set()
    for child in parents:
        if circle := _circle(child, parents, done):
            yield _circle_finding(source, circle, paths[circle[0]])


def _linked(record: Any) -> tuple[str | None, str | None]:
    if not isinstance(record, dict):
        return None, None
    return id_text(record.get("id")), id_text(record.get("parent"))


def _circle(start: str, parents: dict[str, str], done: set[str]) -> list[str]:
    """The circle that the parents of `start` run into; empty where they end or were seen before."""
    trail: dict[str, int] = {}
    here: str | None = start
    while here is not None and here not in trail and here not in done:
        trail[here] = len(trail)
        here = parents.get(here)
    done.update(trail)
    return list(trail)[trail[here] :] if here in trail else []


def _circle_finding(source: Source, circle: list[str], path: Path) -> Finding:
    chain = " → ".join([*circle, circle[0]])
    message = Message(
        f"Các mục cha tạo thành vòng tròn: {chain}.", f"The parents form a circle: {chain}."
    )
    hint = Message("Xóa parent ở một trong các mục đó.", "Delete parent in one of them.")
    return fault("plan.parent-circle", source.place(path), message, hint)
