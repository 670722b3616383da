"""The milestones of a task: a step that keeps its words may be due later or earlier."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.diff.deadlines import by, kind_of, tell
from r57plans.diff.fields import compared, items_of
from r57plans.diff.items import record_item
from r57plans.diff.spot import Spot
from r57plans.diff.teller import Teller
from r57plans.diff.version import Version
from r57plans.findings import Message
from r57plans.model.change import Change
from r57plans.model.task import Milestone, Task
from r57plans.model.when import NO_DEADLINE

FIELD, FAMILY = "milestones", "task.milestone"
Steps = tuple[Milestone, ...]


def milestone_changes(teller: Teller, spot: Spot, old: Task, new: Task) -> Iterator[Change]:
    """Steps that came, went or changed; those that only move in time, by how much."""
    before, after = old.milestones, new.milestones
    for was, will_be in _moved(before, after):
        yield from _told(teller, spot, before, after, was, will_be)
        after = (*after[:will_be], before[was], *after[will_be + 1 :])  # told: as it was
    old_items = items_of(teller.old, before, Version.item)
    new_items = items_of(teller.new, after, Version.item)
    yield from compared(teller, spot, FIELD, FAMILY, old_items, new_items)


def _moved(old: Steps, new: Steps) -> Iterator[tuple[int, int]]:
    """The places of steps that say the same, each once in a version, and are due otherwise."""
    before, after = [_what(step) for step in old], [_what(step) for step in new]
    for n, step in enumerate(before):
        if before.count(step) == after.count(step) == 1:
            k = after.index(step)
            if _kind(old[n], new[k]) in ("later", "earlier"):
                yield n, k


def _what(step: Milestone) -> object:
    """A step without its deadline."""
    return record_item(step.model_copy(update={"deadline": NO_DEADLINE}), Message("", "")).full


def _kind(old: Milestone, new: Milestone) -> str | None:
    return kind_of(old.deadline.deadline, new.deadline.deadline)


def _told(
    teller: Teller, spot: Spot, before: Steps, after: Steps, was: int, will_be: int
) -> Iterator[Change]:
    old, new = before[was].deadline, after[will_be].deadline
    rule = teller.rule(FAMILY, _kind(before[was], after[will_be]) or "changed")
    span = {"by": by(old.deadline, new.deadline)}
    paths = (FIELD, was, "deadline"), (FIELD, will_be, "deadline")
    yield from tell(teller, rule, spot, FIELD, old, new, *paths, span)
