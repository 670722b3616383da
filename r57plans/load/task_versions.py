"""Tasks that name a version of the catalogue for themselves, and their local figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from r57plans.findings import Finding, Message
from r57plans.load.faults import fault
from r57plans.load.id_words import shown
from r57plans.load.known import Known, id_text
from r57plans.load.raw_walk import walk
from r57plans.load.reference_words import unknown
from r57plans.load.yaml_source import Path, Source
from r57plans.model.catalogue import Catalogue


class _Kind(NamedTuple):
    name: str
    word: Message
    example: str


_FIGURE = _Kind(
    "parameter", Message("số liệu của nhiệm vụ này", "figure in this task's text"), "ty_le"
)
_SUB_TASK = _Kind(
    "sub-task", Message("nhiệm vụ của phiên bản này", "sub-task of this version"), "1.1.1"
)


def task_findings(source: Source, known: Known) -> Iterator[Finding]:
    """Versions that are not there, ids that they do not have, figures that no text asks for."""
    if known.catalogue is None:
        return
    for path, task in walk(source.data, "tasks.*"):
        if isinstance(task, dict):
            yield from _task(task, path, source, known.catalogue)


def _task(task: Any, path: Path, source: Source, catalogue: Catalogue) -> Iterator[Finding]:
    version, name = _version(task), id_text(task.get("id")) or ""
    there = catalogue.at(version) if version else catalogue
    if there is None:
        yield _no_version(version, source, path, catalogue)
        return
    sub_task = there.sub_tasks.get(name)
    if version and sub_task is None:
        yield unknown(_SUB_TASK, name, tuple(there.sub_tasks), source.place((*path, "id")))
    given = task.get("params")
    if isinstance(given, dict):
        names = tuple(p.id for p in sub_task.parameters) if sub_task else ()
        for figure in given:
            if figure not in names:
                place = source.place((*path, "params", figure))
                yield unknown(_FIGURE, str(figure), names, place)


def _version(task: Any) -> str:
    """The version that a task names, also one written without quotes; nothing for another shape."""
    given = task.get("version")
    scalar = isinstance(given, str | int | float) and not isinstance(given, bool)
    return shown(given).strip() if scalar else ""


def _no_version(version: str, source: Source, path: Path, catalogue: Catalogue) -> Finding:
    message = Message(
        f"Danh mục {catalogue.id} không có phiên bản “{version}”.",
        f"The catalogue {catalogue.id} has no version “{version}”.",
    )
    there = ", ".join(catalogue.versions)
    hint = Message(
        f"Các phiên bản có ở đây: {there}; hoặc bỏ dòng version.",
        f"The versions here: {there}; or leave version out.",
    )
    return fault("plan.task-version", source.place((*path, "version")), message, hint)
