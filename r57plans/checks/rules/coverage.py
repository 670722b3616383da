"""Coverage: groups, paragraphs, targets and directives of the centre that the plan must take up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from r57plans.checks.case import FOR_READERS, Blanks, Case, Check, Hit, Settings, of_task
from r57plans.checks.names import says_something
from r57plans.findings import Language, Message
from r57plans.model.base import Text
from r57plans.model.catalogue import Paragraph, SubTask
from r57plans.model.central import Directive
from r57plans.model.naming import filled, unit_names
from r57plans.model.task import Task

_MOST = 8  # names of targets in a sentence for readers


def group_empty(case: Case, settings: Settings) -> Iterator[Hit]:
    """No task is of one of the resolution's groups, nor is all of it left out with a reason.

    As the other rules of this module, with the setting `level` for plans of that level only.
    """
    if not _asked(case, settings):
        return
    taken, dropped = covered(case), omitted(case)
    for group in case.catalogue.groups:
        asked = [p for p in group.paragraphs if local_part(p)]
        named = any(task.group == str(group.id) for task in case.plan.tasks)
        done = named or any(s.group == group.id for s in taken)
        if asked and not done and not all(_left_out(p, dropped) for p in asked):
            title = _said(case, group.short)
            yield Hit(("tasks",), {"group": str(group.id), "title": title})


def paragraph_uncovered(case: Case, settings: Settings) -> Iterator[Hit]:
    """A paragraph with a duty for provinces has neither a task nor a reason why not."""
    if not _asked(case, settings):
        return
    taken, dropped = {s.paragraph for s in covered(case)}, omitted(case)
    for paragraph in case.catalogue.paragraphs():
        duties = local_part(paragraph)
        if duties and paragraph.id not in taken and not _left_out(paragraph, dropped):
            ids = ", ".join(s.id for s in duties)
            blanks: Blanks = {
                "paragraph": paragraph.id,
                "title": _said(case, paragraph.title),
                "sub_tasks": ids,
            }
            yield Hit(("tasks",), blanks)


def target_uncovered(case: Case, settings: Settings) -> Iterator[Hit]:
    """A target of the centre that provinces share in is neither taken nor left out with a reason.

    The setting `provincial` says which targets: `yes` or `share`; with `together` all of them are
    in one finding.
    """
    if not _asked(case, settings):
        return
    there = {target.id for target in case.plan.targets} | omitted(case)
    asked = (t for t in case.catalogue.targets if t.provincial == settings["provincial"])
    lacking = [target for target in asked if target.id not in there]
    if lacking and settings.get("together"):
        names = [_said(case, target.name) for target in lacking[:_MOST]]
        more = " …" if len(lacking) > _MOST else ""
        blanks: Blanks = {
            "count": str(len(lacking)),
            "ids": ", ".join(target.id for target in lacking),
            FOR_READERS: Message(
                "; ".join(n.vi for n in names) + more, "; ".join(n.en for n in names) + more
            ),
        }
        yield Hit(("targets",), blanks)
        return
    for target in lacking:
        yield Hit(("targets",), {"id": target.id, "title": _said(case, target.name)})


def omission_bare(case: Case, settings: Settings) -> Iterator[Hit]:
    """Something is left out with a reason that says nothing."""
    for n, omission in enumerate(case.plan.omitted):
        if not says_something(omission.reason):
            yield Hit(("omitted", n, "reason"), {"id": omission.id})


def omission_taken(case: Case, settings: Settings) -> Iterator[Hit]:
    """What is said to be left out is in the plan after all."""
    tasks = covered(case)
    there = {name for s in tasks for name in (s.id, s.paragraph)}
    there |= {target.id for target in case.plan.targets}
    for n, omission in enumerate(case.plan.omitted):
        if omission.id in there:
            yield Hit(("omitted", n, "id"), {"id": omission.id})


def directive_passed(case: Case, settings: Settings) -> Iterator[Hit]:
    """A task that carries out a directive neither ends nor has a milestone by the centre's day.

    Only where that day still lies ahead of the plan. Directives are those that the task itself
    names or, with the setting `implied`, those `for_province` that the catalogue sees in it.
    """
    for n, task in case.tasks():
        for directive in _directives(case, task, settings):
            by = directive.deadline.deadline.last
            if by and by >= case.day and _ends_after(task, by):
                deadline, when = task.deadline.deadline.wording, _when(directive)
                yield of_task(
                    n, task, "deadline", directive=directive.id, deadline=deadline, by=when
                )


def directive_uncovered(case: Case, settings: Settings) -> Iterator[Hit]:
    """No task has to do with a directive that concerns provinces, whoever it is addressed to."""
    if not _asked(case, settings):
        return
    named = {name for task in case.plan.tasks for name in task.directives}
    there, dropped = {s.id for s in covered(case)}, omitted(case)
    for directive in case.catalogue.directives:
        if directive.for_province not in settings["for_province"] or directive.id in named:
            continue
        left_out = any({s, s.rpartition(".")[0]} & dropped for s in directive.sub_tasks)
        if not there & set(directive.sub_tasks) and not left_out:
            text, sub_tasks = _said(case, directive.text), ", ".join(directive.sub_tasks)
            blanks: Blanks = {
                "directive": directive.id,
                "body": directive.body.message,
                "text": text,
                "sub_tasks": sub_tasks,
            }
            yield Hit(("tasks",), blanks)


def covered(case: Case) -> tuple[SubTask, ...]:
    """The sub-tasks that the plan's tasks take or join in them."""
    joined = (name for task in case.plan.tasks for name in task.covers)
    known = case.catalogue.sub_tasks
    return (*case.sub_tasks.values(), *(known[name] for name in joined if name in known))


def omitted(case: Case) -> set[str]:
    """The ids that the plan leaves out with a reason."""
    return {omission.id for omission in case.plan.omitted}


def local_part(paragraph: Paragraph) -> tuple[SubTask, ...]:
    """The sub-tasks of a paragraph that a province carries out or shares in."""
    return tuple(s for s in paragraph.sub_tasks if s.level in ("province", "shared"))


def _asked(case: Case, settings: Settings) -> bool:
    level = "province" if case.plan.unit is None else case.plan.unit.level
    return bool(settings.get("level", level) == level)


def _left_out(paragraph: Paragraph, dropped: set[str]) -> bool:
    """Whether the paragraph itself, or each of its duties for provinces, is left out."""
    return paragraph.id in dropped or all(s.id in dropped for s in local_part(paragraph))


def _directives(case: Case, task: Task, settings: Settings) -> Iterator[Directive]:
    if not settings.get("implied"):
        known = case.catalogue.directive_by_id
        yield from (known[name] for name in task.directives if name in known)
        return
    own = {task.id, *task.covers}
    for directive in case.catalogue.directives:
        concerns = directive.for_province in settings.get("for_province", ())
        if concerns and directive.id not in task.directives and own & set(directive.sub_tasks):
            yield directive


def _ends_after(task: Task, by: date) -> bool:
    """Whether a task ends after the day and has no step until then: it may be a wider task."""
    last = task.deadline.deadline.last
    steps = (milestone.deadline.deadline.last for milestone in task.milestones)
    return last is not None and last > by and not any(step and step <= by for step in steps)


def _when(directive: Directive) -> Message:
    return Message(directive.deadline.say("vi"), directive.deadline.say("en"))


def _said(case: Case, text: Text) -> Message:
    """A text of the catalogue with the unit's own words in its placeholders."""
    languages: tuple[Language, ...] = ("vi", "en")
    words = {each: unit_names(case.plan, case.registers, each).own for each in languages}
    ours = filled(text, words)
    return Message(ours.say("vi"), ours.say("en"))


CHECKS: Mapping[str, Check] = {
    "group-empty": group_empty,
    "paragraph-uncovered": paragraph_uncovered,
    "target-uncovered": target_uncovered,
    "omission-bare": omission_bare,
    "omission-taken": omission_taken,
    "directive-passed": directive_passed,
    "directive-uncovered": directive_uncovered,
}
