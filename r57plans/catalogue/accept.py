"""Accepted changes of an upgrade, written into the plan file; nothing else of it is touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from r57plans.catalogue.upgrade import TaskChange, Upgrade, data_of, heirs_of, task_of
from r57plans.load import EditablePlan
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.model.task import Task

Path = tuple[str | int, ...]
Record = dict[str, Any]
_WORDINGS = ("title", "text")


def accept(
    text: str, plan: Plan, upgrade: Upgrade, accepted: Collection[str], registers: Registers
) -> str:
    """The plan file's text with the accepted changes (ids of tasks) in it.

    The line that names the catalogue's version moves once nothing is left to accept; until then an
    accepted task names the new version for itself, so that its wording holds. A split sub-task
    gives its task to the first part; the others follow it with the catalogue's suggestions.
    """
    return _Acceptance(text, plan, upgrade, accepted, registers).text()


class _Acceptance:
    def __init__(
        self, text: str, plan: Plan, upgrade: Upgrade, accepted: Collection[str],
        registers: Registers,
    ) -> None:  # fmt: skip
        self._file, self._plan, self._registers = EditablePlan(text), plan, registers
        self._new = upgrade.new
        self._taken = [change for change in upgrade.pending if change.task in accepted]
        self._whole = len(self._taken) == len(upgrade.pending)

    def text(self) -> str:
        gone = {change.task: change.into for change in self._taken if change.kind != "changed"}
        there = {task.id for task in self._plan.tasks}
        heirs = heirs_of(self._taken, there)
        _rename(self._file, self._plan, gone, there)
        by_index = {change.index: change for change in self._taken if change.index >= 0}
        for index in reversed(range(len(self._plan.tasks))):  # removing shifts what comes after
            change = by_index.get(index)
            if change and change.kind != "changed":
                self._replace(index, heirs[index])
            elif change or self._whole:
                self._bring(index, change)
        if self._whole:
            self._file.set(("catalogue",), self._new.name)
        return self._file.text()

    def _bring(self, index: int, change: TaskChange | None) -> None:
        """One task to the new version, with those of its own fields that the change is open in.

        A wording that is the old catalogue's, letter by letter, is inherited from now on.
        """
        task = self._plan.tasks[index]
        for field in change.fields if change else ():
            path = ("tasks", index, field.field)
            if field.open and not field.inherited:
                if field.field in _WORDINGS:
                    self._file.remove(path)
                else:
                    self._file.set(path, field.new)
        self._set_version(index, task)
        self._drop_figures(index, task, task.id)

    def _replace(self, index: int, heirs: list[str]) -> None:
        task = self._plan.tasks[index]
        if not heirs:
            self._file.remove(("tasks", index))
            return
        self._file.set(("tasks", index, "id"), heirs[0])
        self._set_version(index, task)
        self._drop_figures(index, task, heirs[0])
        for offset, name in enumerate(heirs[1:], 1):
            made = task_of(self._new.sub_tasks[name], self._registers, self._plan)
            if not self._whole:
                made["version"] = self._new.version
            self._file.insert(("tasks", index + offset), made)

    def _set_version(self, index: int, task: Task) -> None:
        if not self._whole:
            self._file.set(("tasks", index, "version"), self._new.version)
        elif task.version:
            self._file.remove(("tasks", index, "version"))

    def _drop_figures(self, index: int, task: Task, name: str) -> None:
        """Local figures that the new wording does not ask for would stop the plan from loading."""
        sub_task = self._new.sub_tasks.get(name)
        asked = {parameter.id for parameter in sub_task.parameters} if sub_task else set()
        dropped = [figure for figure in task.params if figure not in asked]
        if task.params and len(dropped) == len(task.params):
            self._file.remove(("tasks", index, "params"))
        else:
            for figure in dropped:
                self._file.remove(("tasks", index, "params", figure))


def _rename(
    file: EditablePlan, plan: Plan, gone: Mapping[str, tuple[str, ...]], taken: Collection[str]
) -> None:
    """What else in the plan names a sub-task that is no more: covers, initiatives, reasons.

    What is `taken` as a task is no longer left out.
    """
    for index, task in enumerate(plan.tasks):
        _rename_list(file, ("tasks", index, "covers"), task.covers, gone)
    for index, initiative in enumerate(plan.initiatives):
        _rename_list(file, ("initiatives", index, "tasks"), initiative.tasks, gone)
    _rename_records(file, ("omitted", "id"), [data_of(o) for o in plan.omitted], gone, taken)
    _rename_records(file, ("waive", "task"), [data_of(w) for w in plan.waive], gone)


def _rename_list(
    file: EditablePlan, path: Path, names: tuple[str, ...], gone: Mapping[str, tuple[str, ...]]
) -> None:
    if gone.keys() & set(names):
        heirs = (heir for name in names for heir in gone.get(name, (name,)))
        file.set(path, list(dict.fromkeys(heirs)))


def _rename_records(
    file: EditablePlan,
    where: tuple[str, str],
    records: Sequence[Record],
    gone: Mapping[str, tuple[str, ...]],
    taken: Collection[str] = (),
) -> None:
    """One record for each heir in place of the old one; it goes with a sub-task without heirs.

    `where` is the list and the key that names the sub-task. Of two that would say the same but for
    their reasons the first stays.
    """
    holder, key = where
    seen = [*map(_but_reason, records), *({key: name} for name in taken)]
    changed: list[tuple[int, list[Record]]] = []
    for index, record in enumerate(records):
        heirs = gone.get(str(record.get(key)))
        if heirs is not None:
            renamed = ({**record, key: heir} for heir in heirs)
            made = [new for new in renamed if _but_reason(new) not in seen]
            seen.extend(map(_but_reason, made))
            changed.append((index, made))
    for index, made in reversed(changed):
        if not made:
            file.remove((holder, index))
            continue
        file.set((holder, index, key), made[0][key])
        for offset, new in enumerate(made[1:], 1):
            file.insert((holder, index + offset), new)


def _but_reason(record: Record) -> Record:
    return {name: value for name, value in record.items() if name != "reason"}
