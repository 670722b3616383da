"""A plan held against a newer version of its catalogue: what changed, what is the plan's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from r57plans.catalogue.standing import bodies_on, products_on
from r57plans.findings import Language
from r57plans.model.actor import Actor
from r57plans.model.base import Frozen, Text
from r57plans.model.catalogue import Catalogue, Retired, SubTask
from r57plans.model.naming import Fills, filled, unit_names
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.model.task import Product, Task

Kind = Literal["changed", "replaced", "split", "retired"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a sub-task that changed, as plain data of the plan file.

    `open`: the plan still says what the old version did, so the new value may take its place;
    otherwise the plan has a value of its own, which stays, or says nothing on purpose (`empty`).
    `inherited`: nothing is to be written, as the wording comes from the catalogue. `params` are
    local figures that the new wording does not ask for any more.
    """

    field: str
    old: Any
    new: Any
    open: bool
    inherited: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class TaskChange:
    """What happened to a sub-task; `index` is its task's place in the plan.

    -1 where the plan only names it, as covered or left out. `merges`: the plan has all its heirs
    already, or an earlier task of it becomes them, so that accepting removes this task.
    """

    task: str
    index: int
    kind: Kind
    title: Text
    fields: tuple[FieldChange, ...] = ()
    into: tuple[str, ...] = ()
    reason: Text | None = None
    merges: bool = False

    @property
    def pending(self) -> bool:
        """Whether there is anything to accept."""
        return self.kind != "changed" or any(change.open for change in self.fields)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """From which version of a catalogue to which, and the plan's tasks that it touches."""

    old: Catalogue
    new: Catalogue
    changes: tuple[TaskChange, ...]
    added: tuple[SubTask, ...]

    @property
    def up_to_date(self) -> bool:
        """Whether the plan and each of its tasks are of the newest version."""
        return self.old.version == self.new.version and not self.changes

    @property
    def pending(self) -> tuple[TaskChange, ...]:
        """The changes that may be accepted."""
        return tuple(change for change in self.changes if change.pending)


def upgrade_of(plan: Plan, old: Catalogue, new: Catalogue, registers: Registers) -> Upgrade:
    """How a plan written against `old` stands to `new`, task by task in the plan's order."""
    reader = Reader(plan, registers)
    taken = {task.id: (index, old.taken(task)) for index, task in enumerate(plan.tasks)}
    named = {name: (-1, old.sub_tasks.get(name)) for name in _named(plan)}
    changes = tuple(
        change
        for index, before in (taken | {n: v for n, v in named.items() if n not in taken}).values()
        if before and (change := _change(reader, plan, index, before, new))
    )
    known = {*old.sub_tasks, *taken}
    added = tuple(t for name, t in new.sub_tasks.items() if name not in known)
    return Upgrade(old, new, tuple(_with_merges(changes, set(taken))), added)


def _with_merges(changes: Iterable[TaskChange], there: set[str]) -> Iterator[TaskChange]:
    in_order = sorted(changes, key=lambda c: (c.index < 0, c.index))
    heirs = heirs_of(in_order, there)
    for change in in_order:
        yield replace(change, merges=bool(change.into) and heirs.get(change.index) == [])


def heirs_of(changes: Iterable[TaskChange], there: set[str]) -> dict[int, list[str]]:
    """By a task's place, what it gives way to; the ids are added to `there`.

    A heir that is there already, or that an earlier task becomes, is left out.
    """
    found: dict[int, list[str]] = {}
    for change in sorted(changes, key=lambda c: c.index):
        if change.index >= 0 and change.kind != "changed":
            found[change.index] = [name for name in change.into if name not in there]
            there.update(change.into)
    return found


def _named(plan: Plan) -> Iterator[str]:
    """Sub-tasks that the plan names without taking them: covered or left out."""
    for task in plan.tasks:
        yield from task.covers
    yield from (omission.id for omission in plan.omitted)


def _change(
    reader: Reader, plan: Plan, index: int, before: SubTask, new: Catalogue
) -> TaskChange | None:
    after = new.sub_tasks.get(before.id)
    if after is None:
        return _gone(index, before, new)
    fields = tuple(reader.fields(plan.tasks[index], before, after)) if index >= 0 else ()
    return TaskChange(before.id, index, "changed", after.title, fields) if fields else None


def _gone(index: int, before: SubTask, new: Catalogue) -> TaskChange:
    retired = {gone.id: gone for gone in new.retired}
    gone, into = retired.get(before.id), _living(before.id, retired, new)
    kind: Kind = "split" if len(into) > 1 else "replaced" if into else "retired"
    reason = gone.reason if gone else None
    return TaskChange(before.id, index, kind, before.title, into=into, reason=reason)


def _living(name: str, retired: dict[str, Retired], new: Catalogue) -> tuple[str, ...]:
    """What has taken a retired sub-task's place by now: its heirs may have gone in their turn."""
    seen, waiting, found = {name}, [name], list[str]()
    while waiting:
        gone = retired.get(waiting.pop(0))
        for heir in gone.into if gone else ():
            if heir not in seen:
                seen.add(heir)
                (found if heir in new.sub_tasks else waiting).append(heir)
    return tuple(found)


class Reader:
    """Compares one task with its sub-task before and after, on the plan's date."""

    def __init__(self, plan: Plan, registers: Registers) -> None:
        self._registers = registers
        self._day = plan.document.date.last
        self._words: dict[Language, Fills] = {
            "vi": unit_names(plan, registers, "vi").own,
            "en": unit_names(plan, registers, "en").own,
        }

    def fields(self, task: Task, before: SubTask, after: SubTask) -> Iterator[FieldChange]:
        """The fields that changed, but not those where the plan has the new value already."""
        for name in ("title", "text"):
            yield from self._wording(name, task, before, after)
        yield from self._bodies("leads", task.leads, before, after)
        supports = list(self._bodies("supports", task.supports, before, after))
        yield from supports
        for change in self._bodies("requested", task.requested, before, after):
            # Bodies move between the two: an office with its own supports asks whom it wants.
            yield replace(change, open=change.open and all(other.open for other in supports))
        old_ones, new_ones = (self.products(sub_task) for sub_task in (before, after))
        if old_ones != new_ones and task.products != new_ones:
            was, will_be = data_of(list(old_ones)), data_of(list(new_ones))
            yield FieldChange("products", was, will_be, open=task.products == old_ones,
                              empty=not task.products)  # fmt: skip
        given, old, new = (
            w.deadline.wording for w in (task.deadline, before.horizon, after.horizon)
        )
        if old != new and given != new:
            english = task.deadline.english in (None, before.horizon.english)
            yield FieldChange("deadline", old, new, open=given == old and english)
        asked = {parameter.id for parameter in after.parameters}
        if lost := {n: data_of(figure) for n, figure in task.figures.items() if n not in asked}:
            yield FieldChange("params", lost, {}, open=True, inherited=True)

    def _wording(
        self, name: str, task: Task, before: SubTask, after: SubTask
    ) -> Iterator[FieldChange]:
        given: Text | None = getattr(task, name)
        old, new = (self._filled(getattr(t, name), task) for t in (before, after))
        if old != new and given != new:
            same = given is None or given == old
            yield FieldChange(name, data_of(old), data_of(new), same, inherited=given is None)

    # The order of supporting bodies says nothing, so that another order is no change.
    def _bodies(
        self, name: str, given: tuple[Actor, ...], before: SubTask, after: SubTask
    ) -> Iterator[FieldChange]:
        old, new = (
            bodies_on(getattr(t, name), self._registers, self._day) for t in (before, after)
        )
        mine = tuple(self._full(actor) for actor in given)
        if set(old) != set(new) and set(mine) != set(new):
            yield FieldChange(
                name,
                data_of(list(old)),
                data_of(list(new)),
                open=set(mine) == set(old),
                empty=not mine,
            )

    def products(self, sub_task: SubTask) -> tuple[Product, ...]:
        """The suggested products in the words of the plan's unit, as a plan has them."""
        return products_on(sub_task, self._words, self._registers, self._day)

    def _filled(self, text: Text, task: Task) -> Text:
        """A wording of the catalogue as the plan would have it, the task's figures in it."""
        languages: tuple[Language, ...] = ("vi", "en")
        figures = {
            language: self._words[language]
            | {name: figure.say(language) for name, figure in task.figures.items()}
            for language in languages
        }
        return filled(text, figures)

    def _full(self, actor: Actor) -> Actor:
        """A body by its full id, where the plan has a short form."""
        if not isinstance(actor, str):
            return actor
        ever = self._registers.agency_ever(actor)
        return ever[0].id if ever else actor


def data_of(value: Any) -> Any:
    """A value as a plan file has it: plain text, lists and mappings without what is empty."""
    if isinstance(value, list):
        return [data_of(item) for item in value]
    if isinstance(value, Frozen):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return value


def task_of(sub_task: SubTask, registers: Registers, plan: Plan) -> dict[str, Any]:
    """A new task of a plan, with what the catalogue suggests, as plain data."""
    day = plan.document.date.last
    made: dict[str, Any] = {"id": sub_task.id}
    for name in ("leads", "supports", "requested"):
        if bodies := bodies_on(getattr(sub_task, name), registers, day):
            made[name] = data_of(list(bodies))
    products = Reader(plan, registers).products(sub_task)
    return made | {
        "products": data_of(list(products)),
        "deadline": sub_task.horizon.deadline.wording,
    }
