"""Local character: the local situation, and how much of the plan is the locality's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.names import in_a_row
from r57plans.model.target import Target
from r57plans.model.task import Task

_FIGURE = re.compile(r"\d")
_CENTRE = ("centre", "trung-uong")


def no_context(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan says nothing of the local situation."""
    if not case.plan.context:
        yield Hit(("context",))


def context_without_figure(case: Case, settings: Settings) -> Iterator[Hit]:
    """The local situation is told without a single figure."""
    context = case.plan.context
    if context and not any(_FIGURE.search(text.vi) for text in context):
        yield Hit(("context",))


def few_own_tasks(case: Case, settings: Settings) -> Iterator[Hit]:
    """Too few tasks have local wording, a local figure or a local origin."""
    tasks = case.plan.tasks
    own = [task for task in tasks if is_local(task)]
    if tasks and len(own) / len(tasks) < settings["share"]:
        count, total = str(len(own)), str(len(tasks))
        share = f"{round(100 * settings['share'])}%"
        yield Hit(
            ("tasks",),
            {"count": count, "total": total, "share": share},
            verdict=None if own else "not",
        )


def copied_tasks(case: Case, settings: Settings) -> Iterator[Hit]:
    """Tasks that were taken from the catalogue as they are: counted and listed, in one finding."""
    copied = [task.id for task in case.plan.tasks if not is_local(task)]
    if copied:
        total = str(len(case.plan.tasks))
        yield Hit(
            ("tasks",), {"count": str(len(copied)), "total": total, "tasks": in_a_row(copied)}
        )


def few_own_targets(case: Case, settings: Settings) -> Iterator[Hit]:
    """Too few targets are the locality's own, or stand otherwise than the centre's."""
    targets = [target for _, target in case.targets()]
    own = [target for target in targets if is_own_target(case, target)]
    if targets and len(own) / len(targets) < settings["share"]:
        count, total = str(len(own)), str(len(targets))
        share = f"{round(100 * settings['share'])}%"
        yield Hit(("targets",), {"count": count, "total": total, "share": share})


def is_local(task: Task) -> bool:
    """Whether a task has a wording, a figure, steps or an origin of the locality's own."""
    worded = task.text or task.title or task.figures or task.parts or task.each
    from_here = task.origin is not None and task.origin not in _CENTRE
    return not task.of_catalogue or bool(worded) or from_here


def is_own_target(case: Case, target: Target) -> bool:
    """Whether a target is not in the catalogue, has a local name or baseline, or another aim."""
    if target.id not in case.catalogue.target_by_id:
        return True
    differs = target.relation in ("higher", "lower", "own", "share")
    return bool(target.name or target.baseline or target.reason) or differs


CHECKS: Mapping[str, Check] = {
    "context-missing": no_context,
    "context-figure": context_without_figure,
    "tasks-local": few_own_tasks,
    "tasks-copied": copied_tasks,
    "targets-local": few_own_targets,
}
