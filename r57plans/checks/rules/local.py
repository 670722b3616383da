"""Local character: the local situation, and how much of the plan is the locality's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.names import says_something
from r57plans.language import unaccented
from r57plans.model.base import Text
from r57plans.model.target import Target
from r57plans.model.task import Task

_NO_FIGURE = re.compile(
    r"\d+(?:/\d+)?[-/](?:[A-ZĐ]|\d+[-/][A-ZĐ])[\w/&-]*"  # 57-NQ/TW, 45/2025/NĐ-CP
    r"|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}"
    r"|\b(?:ngày|tháng|quý|khóa|Đề án|số) \d+|\b(?:19|20)\d\d\b|\d+G\b",
    re.IGNORECASE,
)
"""Digits that are no figure of the locality: numbers of documents, dates, years, 5G."""
_FIGURE = re.compile(r"\d")
_CENTRE = ("centre", "trung-uong")


def no_context(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan says nothing of the local situation."""
    if not any(map(says_something, case.plan.context)):
        yield Hit(("context",))


def context_without_figure(case: Case, settings: Settings) -> Iterator[Hit]:
    """The local situation is told without a single figure."""
    said = [_NO_FIGURE.sub("", text.vi) for text in case.plan.context if says_something(text)]
    if said and not any(map(_FIGURE.search, said)):
        yield Hit(("context",))


def few_own_tasks(case: Case, settings: Settings) -> Iterator[Hit]:
    """Too few tasks have local wording, a local figure or a local origin."""
    tasks = case.plan.tasks
    own = [task for task in tasks if is_local(case, task)]
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
    copied = [task.id for task in case.plan.tasks if not is_local(case, task)]
    if copied:
        total = str(len(case.plan.tasks))
        yield Hit(
            ("tasks",), {"count": str(len(copied)), "total": total, "tasks": ", ".join(copied)}
        )


def few_own_targets(case: Case, settings: Settings) -> Iterator[Hit]:
    """Too few targets are the locality's own, or stand otherwise than the centre's."""
    targets = [target for _, target in case.targets()]
    own = [target for target in targets if is_own_target(case, target)]
    if targets and len(own) / len(targets) < settings["share"]:
        count, total = str(len(own)), str(len(targets))
        share = f"{round(100 * settings['share'])}%"
        yield Hit(("targets",), {"count": count, "total": total, "share": share})


def is_local(case: Case, task: Task) -> bool:
    """Whether a task has a wording, a figure, steps or an origin of the locality's own.

    The catalogue's own wording, copied into the plan, is none.
    """
    taken = case.sub_tasks.get(task.id)
    known = _known(taken.text, taken.title) if taken else ()
    own = any(text and _plain(text) not in known for text in (task.text, task.title))
    worded = own or task.figures or task.parts or task.each
    from_here = task.origin is not None and task.origin not in _CENTRE
    return not task.of_catalogue or bool(worded) or from_here


def is_own_target(case: Case, target: Target) -> bool:
    """Whether a target is not in the catalogue, has a local name or baseline, or another aim."""
    known = case.catalogue.target_by_id.get(target.id)
    if known is None:
        return True
    named = target.name is not None and _plain(target.name) not in _known(known.name)
    differs = target.relation in ("higher", "lower", "own", "share")
    return bool(named or target.baseline or target.reason) or differs


def _known(*texts: Text | None) -> set[str]:
    return {_plain(text) for text in texts if text}


def _plain(text: Text) -> str:
    """The words of a text, without marks, case or the way in which it is spaced."""
    return " ".join(re.findall(r"\w+", unaccented(text.vi).casefold()))


CHECKS: Mapping[str, Check] = {
    "context-missing": no_context,
    "context-figure": context_without_figure,
    "tasks-local": few_own_tasks,
    "tasks-copied": copied_tasks,
    "targets-local": few_own_targets,
}
