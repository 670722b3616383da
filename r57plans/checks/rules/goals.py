"""That the document is an action plan for the Resolution, with goals and tasks tied together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings, of_target
from r57plans.checks.rules.citations import cited_ids
from r57plans.checks.rules.coverage import covered


def other_type(case: Case, settings: Settings) -> Iterator[Hit]:
    """The document is of a type that is no action programme or plan."""
    kind = case.plan.document.type
    cover = case.plan.document.cover
    if kind not in settings["types"] and (cover is None or cover.type not in settings["types"]):
        yield Hit(("document", "type"), {"type": kind})


def parent_missing(case: Case, settings: Settings) -> Iterator[Hit]:
    """The Resolution is not among the documents that the plan implements."""
    resolution = case.catalogue.document
    if resolution not in cited_ids(case):
        known = case.catalogue.document_by_id.get(resolution)
        number = known.number if known and known.number else resolution
        yield Hit(("document", "parents"), {"number": number})


def no_tasks(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan has no task."""
    if not case.plan.tasks:
        yield Hit(("tasks",))


def no_targets(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan has no target."""
    if not case.plan.targets:
        yield Hit(("targets",))


def target_without_value(case: Case, settings: Settings) -> Iterator[Hit]:
    """A target says no value."""
    return (of_target(n, target) for n, target in case.targets() if not target.values)


def target_without_task(case: Case, settings: Settings) -> Iterator[Hit]:
    """No task serves a target, neither by its own word nor by that of its sub-task."""
    served = served_targets(case)
    for n, target in case.targets():
        if target.id not in served and target.parent not in served:
            yield of_target(n, target)


def served_targets(case: Case) -> set[str]:
    """The targets that some task serves, by its own word or by the sub-tasks that it takes."""
    own = {name for task in case.plan.tasks for name in task.targets}
    taken = {name for sub_task in covered(case) for name in sub_task.indicators}
    return own | taken


CHECKS: Mapping[str, Check] = {
    "document-type": other_type,
    "resolution-not-cited": parent_missing,
    "tasks-missing": no_tasks,
    "targets-missing": no_targets,
    "target-value": target_without_value,
    "target-task": target_without_task,
}
