"""Tasks among themselves: said twice, serving no target, steps after the end, totals in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from r57plans.checks.case import Blanks, Case, Check, Hit, Settings, of_task
from r57plans.checks.texts import PlanText, printed_texts
from r57plans.findings import Message
from r57plans.language import unaccented
from r57plans.language.counts import Count, Counted, counts_in

_WORD = re.compile(r"\w+")
_COUNTING = ("sections", "context", "groups", "implementation", "document", "flexibility",
             "funding")  # fmt: skip
_STANDINGS = {
    "higher": Message("cao hơn Trung ương", "above the centre's"),
    "equal": Message("bằng Trung ương", "equal to the centre's"),
    "lower": Message("thấp hơn Trung ương", "below the centre's"),
    "own": Message("riêng của địa phương", "of the locality's own"),
    "share": Message("đóng góp vào kết quả chung", "that share in a national result"),
}
_NOUNS: Mapping[Counted, Message] = {
    "group": Message("nhóm nhiệm vụ", "groups of tasks"),
    "task": Message("nhiệm vụ", "tasks"),
    "target": Message("chỉ tiêu", "targets"),
    "initiative": Message("sáng kiến", "initiatives"),
}


def alike(case: Case, settings: Settings) -> Iterator[Hit]:
    """Two tasks say nearly the same: at least `share` of their words are those of both.

    Texts of fewer than `words` different words are the same only with all words, and tasks for
    other years or with other figures are others.
    """
    earlier: list[tuple[str, frozenset[str]]] = []
    for n, task in case.tasks():
        words = frozenset(_WORD.findall(unaccented(case.words(task)).casefold()))
        for other, theirs in earlier if words else ():
            both, either = words & theirs, words | theirs
            near = len(words) >= settings["words"] and len(both) >= settings["share"] * len(either)
            if words == theirs or (near and not any(word.isdigit() for word in words ^ theirs)):
                yield of_task(n, task, other=other)
        earlier.append((task.id, words))


def taken_and_joined(case: Case, settings: Settings) -> Iterator[Hit]:
    """A sub-task is a task of its own and is joined in another task as well."""
    there = {task.id for task in case.plan.tasks}
    for n, task in case.tasks():
        for k, name in enumerate(task.covers):
            if name in there and name != task.id:
                yield of_task(n, task, "covers", k, other=name)


def without_target(case: Case, settings: Settings) -> Iterator[Hit]:
    """A task serves no target, by its own word or its sub-task's, and is not an enabling one."""
    for n, task in case.tasks():
        if not task.enabling and not _serves(case, n):
            yield of_task(n, task)


def enabling_with_target(case: Case, settings: Settings) -> Iterator[Hit]:
    """A task is said to serve no target of its own, and names some."""
    for n, task in case.tasks():
        if task.enabling and task.targets:
            yield of_task(n, task, "targets", targets=", ".join(task.targets))


def milestone_late(case: Case, settings: Settings) -> Iterator[Hit]:
    """A milestone begins after the end of its task; one that only may lie after it is left."""
    for n, task in case.tasks():
        end = task.deadline.deadline.last
        for k, milestone in enumerate(task.milestones):
            when = milestone.deadline.deadline
            begins = when.first or when.last
            if end and begins and begins > end:
                yield of_task(
                    n,
                    task,
                    *("milestones", k, "deadline"),
                    milestone=when.wording,
                    deadline=task.deadline.deadline.wording,
                )


def totals(case: Case, settings: Settings) -> Iterator[Hit]:
    """A text says how many tasks, targets, groups … there are, and there are not so many."""
    for text in printed_texts(case.plan):
        if text.path[0] not in _COUNTING:
            continue
        for count in counts_in(text.vi):
            there = _there(case, count, text)
            if there and count.number not in there:
                noun = _NOUNS[count.noun]
                if count.standing:
                    more = _STANDINGS[count.standing]
                    noun = Message(f"{noun.vi} {more.vi}", f"{noun.en} {more.en}")
                blanks: Blanks = {"said": count.written, "count": str(there[0]), "noun": noun}
                yield Hit(text.path, blanks)


def _serves(case: Case, n: int) -> bool:
    task, known = case.plan.tasks[n], case.catalogue.sub_tasks
    names = (task.id, *task.covers)
    taken = case.sub_tasks.get(task.id)
    there = {target.id for target in case.plan.targets}
    return bool(
        there & set(task.targets)
        or (taken and taken.indicators)
        or any(known[name].indicators for name in names if name in known)
    )


def _there(case: Case, count: Count, text: PlanText) -> tuple[int, ...]:
    """How many there are, in each way that one may count; nothing where none is counted."""
    if count.noun == "target":
        return _targets(case, count)
    if count.noun == "initiative":
        return (len(case.plan.initiatives),)
    if count.noun == "group":
        return _groups(case)
    whole = len(case.plan.tasks)
    ways = [whole, whole + sum(max(len(task.each) - 1, 0) for task in case.plan.tasks)]
    if text.path[0] == "groups":
        own = case.plan.groups[int(text.path[1])].id
        ways.append(sum(task.group == own for task in case.plan.tasks))
    return tuple(ways)


def _targets(case: Case, count: Count) -> tuple[int, ...]:
    if count.standing:
        stand = Counter(target.relation for target in case.plan.targets)
        return (stand[count.standing],) if stand.total() - stand[None] else ()
    return (len(case.plan.targets), sum(1 for _ in case.targets()))


def _groups(case: Case) -> tuple[int, ...]:
    if case.plan.groups:
        top = sum(group.parent is None for group in case.plan.groups)
        return (top, len(case.plan.groups))
    taken = {task.group or task.id.partition(".")[0] for task in case.plan.tasks}
    return (len(case.catalogue.groups), len(taken))


CHECKS: Mapping[str, Check] = {
    "tasks-alike": alike,
    "task-joined": taken_and_joined,
    "task-target": without_target,
    "enabling-target": enabling_with_target,
    "milestone-late": milestone_late,
    "totals": totals,
}
