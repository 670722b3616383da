"""Tasks: matched by id, those of the province's own also by text; then field by field."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from r57plans.diff.deadlines import deadline_changes
from r57plans.diff.differing import shortened
from r57plans.diff.fields import Field, compared, walk
from r57plans.diff.grouping import numbered, titles_of
from r57plans.diff.items import Item, Items, scalar_item, text_item
from r57plans.diff.milestones import milestone_changes
from r57plans.diff.order import moved
from r57plans.diff.spot import Path, Spot
from r57plans.diff.teller import Teller
from r57plans.diff.version import Version
from r57plans.diff.words import same
from r57plans.findings import Message
from r57plans.model.base import Text
from r57plans.model.catalogue import SubTask
from r57plans.model.change import NOTHING, Change
from r57plans.model.fingerprint import normalised
from r57plans.model.task import Task
from r57plans.view.groups import Placed, group_id

FIELDS = (
    Field("leads", "task.lead", Version.actor),
    Field("supports", "task.support", Version.actor),
    Field("requested", "task.requested", Version.actor),
    Field("in_charge", "task.in-charge", Version.actor),
    Field("products", "task.product"),
    Field("parts", "task.parts"),
    Field("each", "task.each"),
    Field("funding", "task.funding"),
    Field("targets", "task.targets", Version.target),
    Field("enabling", "task.enabling"),
    Field("after", "task.after"),
    Field("covers", "task.covers"),
    Field("directives", "task.directives"),
    Field("origin", "task.origin", Version.origin),
    Field("added", "task.since"),
    Field("version", "task.version"),
    Field("note", "task.note"),
)
"""The fields that are compared as they stand."""
OWN_WAY = ("id", "group", "title", "text", "params", "deadline", "milestones")
"""The fields that have a function below each."""
Key = Literal["text", "title"]


@dataclass(frozen=True, slots=True)
class Pair:
    """One task in both versions; None on the side that does not have it."""

    old: Placed | None
    new: Placed | None


def task_changes(teller: Teller) -> Iterator[Change]:
    """All changes of tasks: in the new plan's order, then those that are no more."""
    pairs = pairs_of(teller.old, teller.new)
    elsewhere = _moved(teller, pairs)
    for pair in pairs:
        if pair.old and pair.new:
            yield from _changes(teller, pair.old, pair.new, elsewhere)
        elif pair.new:
            yield from _there(teller, pair.new, "task.added")
        elif pair.old:
            yield from _there(teller, pair.old, "task.removed")


def pairs_of(old: Version, new: Version) -> tuple[Pair, ...]:
    """Tasks by their ids; local ones first where their text is the same too, then by text alone.

    An id that was given to another task is so no sign of being the same.
    """
    before, after = {p.task.id: p for p in _placed(old)}, _placed(new)
    found: dict[str, Placed] = {}
    for said in (_by_id_and_text, _by_text, _by_id):
        lost = {said(old, placed): name for name, placed in reversed(before.items())}
        for placed in after:
            if placed.task.id not in found and (name := lost.pop(said(new, placed), None)):
                found[placed.task.id] = before.pop(name)
    gone = (Pair(placed, None) for placed in before.values())
    return (*(Pair(found.get(placed.task.id), placed) for placed in after), *gone)


def _by_id(_: Version, placed: Placed) -> Hashable:
    return placed.task.id


def _by_text(version: Version, placed: Placed) -> Hashable:
    """The text of a local task; of one of the catalogue's what no other task has."""
    said = normalised(version.sayer.task_text(placed, "text").vi)
    return object() if placed.task.of_catalogue or not said else said


def _by_id_and_text(version: Version, placed: Placed) -> Hashable:
    """The id of a task of the catalogue; of a local one with its text."""
    task = placed.task
    return task.id if task.of_catalogue else (task.id, _by_text(version, placed))


def _placed(version: Version) -> tuple[Placed, ...]:
    return tuple(Placed(n, task) for n, task in enumerate(version.plan.tasks))


def _there(teller: Teller, placed: Placed, rule: str) -> Iterator[Change]:
    """A task that only one version has."""
    is_new = rule == "task.added"
    version = teller.new if is_new else teller.old
    path = ("tasks", placed.index)
    spot = _spot(version, placed, None if is_new else path, path if is_new else None)
    said = version.sayer.task_text(placed, "text")
    values = (NOTHING, said) if is_new else (said, NOTHING)
    short = Message(*map(shortened, said))
    yield from teller.tell(rule, spot, "", *values, blanks={"old": short, "new": short})


def _spot(version: Version, placed: Placed, old: Path | None, new: Path | None) -> Spot:
    task, title = placed.task, version.sayer.task_text(placed, "title")
    return Spot(
        Message(f"Nhiệm vụ {task.id}", f"Task {task.id}"), old, new,
        task=task.id, group=group_id(task) or "", name=title, blanks={"task": same(task.id)},
    )  # fmt: skip


def _changes(
    teller: Teller, old: Placed, new: Placed, elsewhere: Mapping[str, tuple[int, int]]
) -> Iterator[Change]:
    """What changed in a task that both versions have; it goes by its old id."""
    spot = _spot(teller.old, old, ("tasks", old.index), ("tasks", new.index))
    title = teller.new.sayer.task_text(new, "title")
    spot = replace(spot, group=group_id(new.task) or "", name=title)
    if old.task.id != new.task.id:
        names = same(old.task.id), same(new.task.id)
        yield from teller.tell("task.renumbered", spot, "id", *names)
    yield from _group(teller, spot, old.task, new.task)
    if old.task.id in elsewhere:
        was, will_be = (same(str(n)) for n in elsewhere[old.task.id])
        yield from teller.tell("task.order", spot, "order", was, will_be)
    if old.task == new.task and _sub_task(teller.old, old) is _sub_task(teller.new, new):
        return
    yield from _wordings(teller, spot, old, new)
    yield from deadline_changes(teller, spot, old.task.deadline, new.task.deadline)
    yield from milestone_changes(teller, spot, old.task, new.task)
    figures = _figures(old.task), _figures(new.task)
    yield from compared(teller, spot, "params", "task.parameters", *figures)
    yield from walk(teller, spot, FIELDS, old.task, new.task)


def _sub_task(version: Version, placed: Placed) -> SubTask | None:
    return version.catalogue.taken(placed.task)


def _wordings(teller: Teller, spot: Spot, old: Placed, new: Placed) -> Iterator[Change]:
    """Title and text: the plan's own, or the catalogue's where it has none."""
    yield from compared(teller, spot, "title", "task.title", *_both(teller, old, new, "title"))
    yield from compared(teller, spot, "text", "task.text", *_both(teller, old, new, "text"))


def _both(teller: Teller, old: Placed, new: Placed, key: Key) -> tuple[Items, Items]:
    """A wording in both versions; the catalogue's own is compared before figures fill it."""
    sides = ((teller.old, old), (teller.new, new))
    inherited = [_inherited(version, placed, key) for version, placed in sides]
    if all(inherited):
        return inherited[0], inherited[1]
    before, after = (_wording(version, placed, key) for version, placed in sides)
    return before, after


def _inherited(version: Version, placed: Placed, key: Key) -> Items:
    """The catalogue's wording, with its placeholders, where the plan has none of its own."""
    sub_task = _sub_task(version, placed)
    if sub_task is None or getattr(placed.task, key):
        return ()
    text: Text = getattr(sub_task, key)
    said = version.sayer.task_text(placed, key)
    return (Item((text.vi, text.en), text.vi, normalised(text.vi), said),)


def _wording(version: Version, placed: Placed, key: Key) -> Items:
    """The plan's own wording, or the catalogue's as it is printed; none where there is neither."""
    own: Text | None = getattr(placed.task, key)
    if own:
        return (text_item(own),)
    if _sub_task(version, placed) is None:
        return ()
    said = version.sayer.task_text(placed, key)
    return (text_item(Text(vi=said.vi, en=said.en if said.en != said.vi else None)),)


def _figures(task: Task) -> Items:
    """The local figures, each with its name."""
    return tuple(
        Item((name, text.vi, text.en), (name, text.vi), (name, normalised(text.vi)),
             Message(f"{name}: {text.vi}", f"{name}: {text.say('en')}"))
        for name, text in sorted(task.figures.items())
    )  # fmt: skip


def _group(teller: Teller, spot: Spot, old: Task, new: Task) -> Iterator[Change]:
    before, after = (
        scalar_item(name, _group_words(version, name))
        for version, name in ((teller.old, group_id(old)), (teller.new, group_id(new)))
    )
    if before.key != after.key:
        yield from teller.tell("task.group", spot, "group", before.words, after.words)


def _group_words(version: Version, name: str | None) -> Message:
    """A group's id with its title; the id alone where the plan has no such group."""
    title = titles_of(version.plan, version.catalogue).get(name or "")
    if title is None:
        return same(name or "")
    return Message(*(numbered(name or "", shortened(said)) for said in title))


def _moved(teller: Teller, pairs: tuple[Pair, ...]) -> dict[str, tuple[int, int]]:
    """Tasks that stand elsewhere in the same group: by old id, their places among its tasks."""
    both = [(p.old, p.new) for p in pairs if p.old and p.new]
    staying = [(o, n) for o, n in both if group_id(o.task) == group_id(n.task)]
    found: dict[str, tuple[int, int]] = {}
    for group in dict.fromkeys(group_id(old.task) for old, _ in staying):
        here = [(o, n) for o, n in staying if group_id(o.task) == group]
        old_ids = [o.task.id for o, _ in sorted(here, key=lambda pair: pair[0].index)]
        new_ids = [o.task.id for o, _ in sorted(here, key=lambda pair: pair[1].index)]
        for name in moved(old_ids, new_ids):
            found[name] = old_ids.index(name) + 1, new_ids.index(name) + 1
    return found
