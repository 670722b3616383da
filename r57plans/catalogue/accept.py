"""Accepted changes of an upgrade, written into the plan file; nothing else of it is touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from r57plans.catalogue.upgrade import TaskChange, Upgrade, task_of
from r57plans.load import EditablePlan
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers

Path = tuple[str | int, ...]


def accept(
    text: str, plan: Plan, upgrade: Upgrade, accepted: Collection[str], registers: Registers
) -> str:
    """The plan file's text with the accepted changes (ids of tasks) in it.

    The line that names the catalogue's version moves once nothing is left to accept; until then an
    accepted wording that the plan inherits is written out, so that it holds. A split sub-task gives
    its task to the first part; the others follow it with the catalogue's suggestions.
    """
    file = EditablePlan(text)
    taken = [change for change in upgrade.pending if change.task in accepted]
    whole = len(taken) == len(upgrade.pending)
    gone = {change.task: change.into for change in taken if change.kind != "changed"}
    _rename(file, plan, gone)
    for change in sorted(taken, key=lambda c: -c.index):  # from the end: removing shifts the rest
        if change.kind == "changed":
            _set_fields(file, change, write_inherited=not whole)
        elif change.index >= 0:
            _replace(file, plan, upgrade, change, registers)
    if whole:
        file.set(("catalogue",), upgrade.new.name)
    return file.text()


def _set_fields(file: EditablePlan, change: TaskChange, *, write_inherited: bool) -> None:
    for field in change.fields:
        if field.open and (write_inherited or not field.inherited):
            file.set(("tasks", change.index, field.field), field.new)


def _replace(
    file: EditablePlan, plan: Plan, upgrade: Upgrade, change: TaskChange, registers: Registers
) -> None:
    there = {task.id for task in plan.tasks}
    heirs = [name for name in change.into if name not in there]
    if not heirs:
        file.remove(("tasks", change.index))
        return
    file.set(("tasks", change.index, "id"), heirs[0])
    for offset, name in enumerate(heirs[1:], 1):
        made = task_of(upgrade.new.sub_tasks[name], registers, plan)
        file.insert(("tasks", change.index + offset), made)


def _rename(file: EditablePlan, plan: Plan, gone: Mapping[str, tuple[str, ...]]) -> None:
    """What else in the plan names a sub-task that is no more: covers, initiatives, reasons."""
    for index, task in enumerate(plan.tasks):
        _rename_list(file, ("tasks", index, "covers"), task.covers, gone)
    for index, initiative in enumerate(plan.initiatives):
        _rename_list(file, ("initiatives", index, "tasks"), initiative.tasks, gone)
    for index, omission in reversed(list(enumerate(plan.omitted))):
        _rename_record(file, ("omitted", index), "id", omission.id, gone)
    for index, waiver in reversed(list(enumerate(plan.waive))):
        _rename_record(file, ("waive", index), "task", waiver.task, gone)


def _rename_list(
    file: EditablePlan, path: Path, names: tuple[str, ...], gone: Mapping[str, tuple[str, ...]]
) -> None:
    if gone.keys() & set(names):
        heirs = (heir for name in names for heir in gone.get(name, (name,)))
        file.set(path, list(dict.fromkeys(heirs)))


def _rename_record(
    file: EditablePlan, path: Path, key: str, name: str | None, gone: Mapping[str, tuple[str, ...]]
) -> None:
    """The first heir's name in place of the old one; the record goes with a sub-task without."""
    if name is None or name not in gone:
        return
    if heirs := gone[name]:
        file.set((*path, key), heirs[0])
    else:
        file.remove(path)
