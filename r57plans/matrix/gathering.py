"""Counts the plans of one catalogue as they come; of none it keeps more than what is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from r57plans.catalogue.general import say
from r57plans.checks.case import Case
from r57plans.findings import Message, Place
from r57plans.language import vi_key
from r57plans.matrix.bodies import Bodies
from r57plans.matrix.cells import cells_of, spreads_of
from r57plans.matrix.records import Cell, Column, Matrix, PlanFile, Row, Unread
from r57plans.matrix.targets import Given, targets_of
from r57plans.model.catalogue import Catalogue, SubTask
from r57plans.model.naming import unit_names
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers

_LOCAL = ("province", "shared")


@dataclass(frozen=True, slots=True)
class Source:
    """A plan's file, the catalogue that it names, and where."""

    name: str
    catalogue: str
    place: Place


def source_of(file: PlanFile) -> Source:
    """Where the plan of a file says which catalogue it is of."""
    return Source(file.name, file.plan.catalogue, file.plan.place("catalogue"))


class Gathering:
    """What is known of the plans of one catalogue so far."""

    def __init__(self, catalogue: Catalogue, registers: Registers, on: date) -> None:
        self._rows: list[Row] = []
        self.sources: list[Source] = []
        self._catalogue, self._registers, self._on = catalogue, registers, on
        self._bodies = Bodies(registers, on)
        self._cells: dict[tuple[str, str], Cell] = {}
        self._former: dict[str, SubTask] = {}
        self._targets: dict[str, Given] = {}

    def add(self, file: PlanFile) -> None:
        """Counts a plan, which is needed no more then."""
        plan, name = file.plan, file.name
        own = self._catalogue.at(plan.catalogue.partition("@")[2]) or self._catalogue
        case = Case(plan, own, self._registers)
        self._former.update(own.sub_tasks)
        self._bodies.count(name, case)
        self._cells |= {(name, sub_task): cell for sub_task, cell in cells_of(file, case, self._on)}
        self._targets[name] = plan.targets
        local = sum(not task.of_catalogue for task in plan.tasks)
        title = _title(plan, self._registers)
        counts = (len(plan.tasks), local, file.status is not None)
        self._rows.append(Row(name, title, plan.province, *counts))
        self.sources.append(source_of(file))

    def matrix(self, unread: Sequence[Unread]) -> Matrix:
        """All of it side by side: plans in Vietnamese order of what they are called."""
        rows = _told_apart(sorted(self._rows, key=lambda row: (vi_key(row.title.vi), row.name)))
        taken = {name for _, name in self._cells}
        columns = tuple(_sub_tasks(self._catalogue, self._former, taken))
        return Matrix(
            self._on,
            self._catalogue.name,
            rows,
            tuple(_paragraphs(self._catalogue, columns)),
            columns,
            self._cells,
            tuple(spreads_of(rows, columns, self._cells)),
            tuple(targets_of({row.name: self._targets[row.name] for row in rows}, self._catalogue)),
            self._bodies.loads(),
            self._bodies.named([row.name for row in rows]),
            tuple(unread),
        )


def _told_apart(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows; of twins each says its file."""
    counted = Counter(row.title for row in rows)
    return tuple(row if counted[row.title] == 1 else _with_file(row) for row in rows)


def _with_file(row: Row) -> Row:
    return replace(
        row, title=Message(f"{row.title.vi} ({row.name})", f"{row.title.en} ({row.name})")
    )


def _title(plan: Plan, registers: Registers) -> Message:
    """`Cao Bằng`; of a commune `Công Hải (Khánh Hòa)`."""
    vi, en = unit_names(plan, registers, "vi"), unit_names(plan, registers, "en")
    own = Message(vi.own["ten"], en.own["name"])
    if plan.unit is None:
        return own
    whose = Message(vi.province["ten"], en.province["name"])
    return Message(f"{own.vi} ({whose.vi})", f"{own.en} ({whose.en})")


def _sub_tasks(
    catalogue: Catalogue, former: dict[str, SubTask], taken: set[str]
) -> Iterator[Column]:
    """Every sub-task of the catalogue, and the retired ones that some plan still takes."""
    known = {**{name: former[name] for name in taken if name in former}, **catalogue.sub_tasks}
    for name in sorted(known, key=lambda each: [int(part) for part in each.split(".")]):
        sub_task = known[name]
        title = Message(say(sub_task.title, "vi"), say(sub_task.title, "en"))
        duty = sub_task.level in _LOCAL and name in catalogue.sub_tasks
        yield Column(name, title, duty)


def _paragraphs(catalogue: Catalogue, columns: Sequence[Column]) -> Iterator[Column]:
    for paragraph in catalogue.paragraphs():
        within = [column for column in columns if column.paragraph == paragraph.id]
        title = Message(say(paragraph.title, "vi"), say(paragraph.title, "en"))
        names = tuple(column.id for column in within)
        yield Column(paragraph.id, title, any(column.duty for column in within), names)
