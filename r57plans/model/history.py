"""Versions of a catalogue: how it stood at an earlier one, and what of it may never change."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

from r57plans.model.catalogue import Catalogue, Paragraph, SubTask, TaskGroup

TAKEN = ("title", "text", "leads", "supports", "requested", "products", "horizon")
"""The fields of a sub-task that a plan takes or starts from."""

Snapshots = Mapping[str, tuple[SubTask, ...]]
"""By version, the sub-tasks that changed or went after it, as they were in it."""


def as_of(catalogue: Catalogue, version: str, snapshots: Snapshots) -> Catalogue:
    """The catalogue with its sub-tasks as they were at an earlier version.

    All else (targets, duties, documents) is as it is today; directives name what was there.
    """
    past: dict[str, SubTask] = {}
    since = order(version)
    for later in sorted((v for v in snapshots if order(v) >= since), key=order, reverse=True):
        past |= {task.id: task for task in snapshots[later]}
    groups = tuple(_group(group, version, past) for group in catalogue.groups)
    there = {task.id for g in groups for p in g.paragraphs for task in p.sub_tasks}
    directives = tuple(
        d.model_copy(update={"sub_tasks": tuple(i for i in d.sub_tasks if i in there)})
        for d in catalogue.directives
    )
    return _changed(catalogue, version=version, groups=groups, retired=(), directives=directives)


def order(version: str) -> tuple[int, ...]:
    """What versions are sorted by: their numbers, so that 2026.9 comes before 2026.10."""
    return tuple(map(int, re.findall(r"[0-9]+", version)))


def digest(catalogue: Catalogue) -> str:
    """16 hexadecimal digits over all that plans take of the sub-tasks (`TAKEN`)."""
    taken = {
        t.id: t.model_dump(mode="json", include=set(TAKEN), exclude_defaults=True)
        for t in catalogue.sub_tasks.values()
    }
    text = json.dumps(taken, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _group(group: TaskGroup, version: str, past: Mapping[str, SubTask]) -> TaskGroup:
    paragraphs = tuple(_paragraph(p, version, past) for p in group.paragraphs)
    return group.model_copy(update={"paragraphs": paragraphs})


def _paragraph(paragraph: Paragraph, version: str, past: Mapping[str, SubTask]) -> Paragraph:
    of_today = {task.id: task for task in paragraph.sub_tasks}
    of_then = {i: task for i, task in past.items() if task.paragraph == paragraph.id}
    there = [t for t in (of_today | of_then).values() if order(t.since or "") <= order(version)]
    return paragraph.model_copy(update={"sub_tasks": tuple(sorted(there, key=_number))})


def _number(task: SubTask) -> int:
    return int(task.id.rpartition(".")[2])


def _changed(catalogue: Catalogue, **changes: object) -> Catalogue:
    """A copy; `model_copy` would take the look-ups of the old one along."""
    kept = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    return Catalogue(**(kept | changes))
