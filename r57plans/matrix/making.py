"""Puts the view across provinces together from plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from r57plans.catalogue.general import say
from r57plans.checks.case import Case
from r57plans.findings import Finding, Message
from r57plans.language import vi_key
from r57plans.load import load_catalogue, load_registers
from r57plans.matrix.bodies import Bodies
from r57plans.matrix.cells import cells_of, spreads_of
from r57plans.matrix.reading import read_folder
from r57plans.matrix.records import Cell, Column, Matrix, PlanFile, Row, Unread
from r57plans.matrix.targets import targets_of
from r57plans.model.catalogue import Catalogue, SubTask
from r57plans.model.naming import unit_names
from r57plans.model.registers import Registers

_LOCAL = ("province", "shared")


def matrix(plans: Path | str | Iterable[PlanFile], on: date) -> Matrix:
    """The plans of a folder, or those given, side by side.

    `on` is the day of all counts: how tasks stand, and what bodies have become. Sub-tasks are those
    of the newest version of the catalogue that most of the plans use; a plan of another catalogue,
    and a file of the folder that cannot be read, is told in `unread` and not counted.
    """
    unread: tuple[Unread, ...] = ()
    if isinstance(plans, Path | str):
        plans, unread = read_folder(Path(plans), on)
    given = list(plans)
    registers = load_registers()
    name = _commonest(file.plan.catalogue for file in given)
    catalogue = load_catalogue(name) if name else load_catalogue()
    ours = [file for file in given if _of(file) == catalogue.id]
    others = tuple(_another(file, catalogue) for file in given if _of(file) != catalogue.id)
    return _matrix(_ordered(ours, registers), catalogue, registers, on, unread + others)


def _matrix(
    files: Sequence[PlanFile],
    catalogue: Catalogue,
    registers: Registers,
    on: date,
    unread: tuple[Unread, ...],
) -> Matrix:
    bodies = Bodies(registers, on)
    cells: dict[tuple[str, str], Cell] = {}
    former: dict[str, SubTask] = {}
    for file in files:
        own = catalogue.at(file.plan.catalogue.partition("@")[2]) or catalogue
        case = Case(file.plan, own, registers)
        former.update(own.sub_tasks)
        bodies.count(file.name, case)
        cells |= {(file.name, name): cell for name, cell in cells_of(file, case, on)}
    rows = tuple(_rows(files, registers))
    columns = tuple(_sub_tasks(catalogue, former, {name for _, name in cells}))
    return Matrix(
        on,
        catalogue.name,
        rows,
        tuple(_paragraphs(catalogue, columns)),
        columns,
        cells,
        tuple(spreads_of(rows, columns, cells)),
        tuple(targets_of(files, catalogue)),
        bodies.loads(),
        bodies.named(),
        unread,
    )


def _of(file: PlanFile) -> str:
    return file.plan.catalogue.partition("@")[0]


def _commonest(names: Iterable[str]) -> str:
    counted = Counter(name.partition("@")[0] for name in names)
    return min(counted, key=lambda name: (-counted[name], name), default="")


def _another(file: PlanFile, catalogue: Catalogue) -> Unread:
    used = file.plan.catalogue
    finding = Finding(
        "matrix.another-catalogue",
        "error",
        Message(
            f"Kế hoạch dùng danh mục {used}, các kế hoạch khác dùng {catalogue.id}; không tính.",
            f"The plan is of the catalogue {used}, the others of {catalogue.id}; not counted.",
        ),
        Message(
            "Để kế hoạch của mỗi danh mục trong một thư mục riêng.",
            "Keep the plans of each catalogue in a folder of their own.",
        ),
        file.plan.place("catalogue"),
    )
    return Unread(file.name, (finding,))


def _ordered(files: Iterable[PlanFile], registers: Registers) -> list[PlanFile]:
    """In Vietnamese order of what they are called, then of their files."""
    return sorted(files, key=lambda file: (vi_key(_title(file, registers).vi), file.name))


def _rows(files: Sequence[PlanFile], registers: Registers) -> Iterator[Row]:
    titles = [_title(file, registers) for file in files]
    twice = {title for title, count in Counter(titles).items() if count > 1}
    for file, title in zip(files, titles, strict=True):
        plan = file.plan
        if title in twice:
            title = Message(f"{title.vi} ({file.name})", f"{title.en} ({file.name})")
        local = sum(not task.of_catalogue for task in plan.tasks)
        yield Row(file.name, title, plan.province, len(plan.tasks), local, file.status is not None)


def _title(file: PlanFile, registers: Registers) -> Message:
    """`Cao Bằng`; of a commune `Công Hải (Khánh Hòa)`."""
    plan = file.plan
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
