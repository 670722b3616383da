"""What is printed of a task or a target: one small function a column, each text written once.

The tables take their cells from here, and the records of tasks and targets their fields.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from r57plans.language import capital_first
from r57plans.model.task import Product
from r57plans.view.groups import Placed, TaskWriter
from r57plans.view.phrases import RELATIONS, phrase
from r57plans.view.printed import Joined, Printed
from r57plans.view.records import Line, Lines
from r57plans.view.targets import PlacedTarget, TargetWriter

CENTRED = {"number", "unit", "values", "deadline", "baseline", "central", "relation"}
BY_LINES = {"products", "milestones", "targets", "parts", "each"}
"""What has several values of which each stands on a line of its own."""

FROM_THE_CENTRE = "trung-uong"
"""The origin of a task that came from the central authorities, whichever of them."""

TaskCell = Callable[["TaskCells", Placed], Line]
TargetCell = Callable[["TargetCells", PlacedTarget], Line]


class TaskCells:
    """Writes the texts of tasks, each the first time that it is asked for."""

    def __init__(self, writer: TaskWriter, targets: TargetWriter) -> None:
        self.writer = writer
        self.target_writer = targets
        self._written: dict[tuple[int, str], Line] = {}

    def value(self, key: str, placed: Placed) -> Line:
        """One text of a task, with its identity; false where the plan does not give it."""
        name = placed.index, key
        if name not in self._written:
            self._written[name] = _TASK_CELLS[key](self, placed)
        return self._written[name]

    def lines(self, key: str, placed: Placed) -> Lines:
        """The printed lines of one column; never empty, so that a cell can be typed into."""
        value = self.value(key, placed)
        if key == "text":
            more = (self.value(k, placed) for k in ("parts", "each"))
            return (value, *(line for lines in more for line in lines))
        return _lines(key, value)

    def text(self, placed: Placed) -> Line:
        """What is done."""
        return self.writer.text(placed)

    def title(self, placed: Placed) -> Line:
        """The short name."""
        return self.writer.title(placed)

    def parts(self, placed: Placed) -> Line:
        """Its numbered parts, one a line."""
        return Joined(self.writer.parts(placed), "\n")

    def each(self, placed: Placed) -> Line:
        """What it is for each village, sector and so on, one a line."""
        return Joined(self.writer.each(placed), "\n")

    def actors(self, placed: Placed, key: str) -> Line:
        """Leads, supports or requested bodies."""
        path, where = f"task/{placed.task.id}/{key}", ("tasks", placed.index, key)
        said = self.writer.namer.actors(getattr(placed.task, key), path, where)
        return said or Joined((Printed("", f"{path}/0"),))

    def in_charge(self, placed: Placed) -> Line:
        """The person who directs the task."""
        person = placed.task.in_charge
        path = f"task/{placed.task.id}/in_charge"
        return self.writer.namer.actor(person, path) if person else Printed("", path)

    def products(self, placed: Placed) -> Line:
        """Products, one a line."""
        path, where = f"task/{placed.task.id}/products", ("tasks", placed.index, "products")
        said = [
            Printed(self.product(product, *where, n), f"{path}/{n}")
            for n, product in enumerate(placed.task.products)
        ]
        return Joined(said or (Printed("", f"{path}/0"),), "\n")

    def product(self, product: Product, *where: str | int) -> str:
        """A product: its own name, or its type and issuer; with the quantity before it."""
        namer = self.writer.namer
        said = str(namer.speaker.text(product.text, "", *where)) or self._typed(product, *where)
        if product.quantity:
            figure = namer.speaker.figure(product.quantity, *where, "quantity")
            said = phrase("quantity", namer.language, quantity=figure, product=said).strip()
        return namer.speaker.finish(said)

    def _typed(self, product: Product, *where: str | int) -> str:
        namer = self.writer.namer
        record = namer.registers.products.get(product.type or "")
        said = record.say(namer.language) if record else product.type or ""
        if product.issuer is None:
            return said
        if isinstance(product.issuer, str):
            issuer = self.writer.namer.issuing_body(product.issuer)
        else:
            issuer = str(namer.speaker.text(product.issuer, "", *where, "issuer"))
        return phrase("product_of", namer.language, product=said, issuer=issuer)

    def deadline(self, placed: Placed) -> Line:
        """The deadline in the author's words."""
        path, where = f"task/{placed.task.id}/deadline", ("tasks", placed.index, "deadline")
        return self.writer.namer.speaker.when(placed.task.deadline, path, *where)

    def milestones(self, placed: Placed) -> Line:
        """Milestones, one a line."""
        steps = range(len(placed.task.milestones))
        return Joined((self._milestone(placed, n) for n in steps), "\n")

    def _milestone(self, placed: Placed, number: int) -> Joined:
        when, there = self.milestone(placed, number)
        return Joined([when, there] if there else [when], separator=": ")

    def milestone(self, placed: Placed, number: int) -> tuple[Printed, Joined]:
        """When a milestone is due, and what is there by then; that may be nothing."""
        milestone = placed.task.milestones[number]
        path = f"task/{placed.task.id}/milestones/{number}"
        where = ("tasks", placed.index, "milestones", number)
        when = self.writer.namer.speaker.when(
            milestone.deadline, f"{path}/deadline", *where, "deadline"
        )
        step = self.writer.namer.speaker.text(milestone.text, f"{path}/text", *where)
        product = self.product(milestone.product, *where, "product") if milestone.product else ""
        there = [said for said in (step, Printed(product, f"{path}/product")) if said]
        return when, Joined(there, separator="; ")

    def funding(self, placed: Placed) -> Line:
        """The task's own funding clause."""
        path, where = f"task/{placed.task.id}/funding", ("tasks", placed.index, "funding")
        return self.writer.namer.speaker.text(placed.task.funding, path, *where)

    def targets(self, placed: Placed) -> Line:
        """The names of the targets that the task serves, one a line."""
        known = (self._targets.get(name) for name in placed.task.targets)
        return Joined((str(self.target_writer.name(t)) for t in known if t), "\n")

    @cached_property
    def _targets(self) -> dict[str, PlacedTarget]:
        targets = enumerate(self.writer.namer.plan.targets)
        return {target.id: PlacedTarget(n, target, 0) for n, target in targets}

    def origin(self, placed: Placed) -> Line:
        """Who gave the task."""
        origin = placed.task.origin
        return self.origin_named(origin) if origin else ""

    def origin_named(self, origin: str) -> str:
        """An origin by its id, in words."""
        namer = self.writer.namer
        if origin == FROM_THE_CENTRE:
            return phrase("centre", namer.language)
        return capital_first(namer.issuing_body(origin).removeprefix("the "))

    def directives(self, placed: Placed) -> Line:
        """The central assignments that the task answers."""
        return ", ".join(placed.task.directives)

    def note(self, placed: Placed) -> Line:
        """The draft's note: without identity, so that no manifest keeps it."""
        return str(
            self.writer.namer.speaker.text(placed.task.note, "", "tasks", placed.index, "note")
        )


def _lines(key: str, value: Line) -> Lines:
    """A value as the lines of a cell."""
    return (tuple(value) or ("",)) if key in BY_LINES else (value,)


_TASK_CELLS: dict[str, TaskCell] = {
    "text": TaskCells.text,
    "title": TaskCells.title,
    "parts": TaskCells.parts,
    "each": TaskCells.each,
    "leads": lambda cells, placed: cells.actors(placed, "leads"),
    "supports": lambda cells, placed: cells.actors(placed, "supports"),
    "requested": lambda cells, placed: cells.actors(placed, "requested"),
    "in_charge": TaskCells.in_charge,
    "products": TaskCells.products,
    "deadline": TaskCells.deadline,
    "milestones": TaskCells.milestones,
    "funding": TaskCells.funding,
    "targets": TaskCells.targets,
    "origin": TaskCells.origin,
    "directives": TaskCells.directives,
    "note": TaskCells.note,
}
TASK_TEXTS = tuple(_TASK_CELLS)


class TargetCells:
    """Writes the texts of targets, except their values, each the first time it is asked for."""

    def __init__(self, writer: TargetWriter) -> None:
        self.writer = writer
        self._written: dict[tuple[int, str], Line] = {}

    def value(self, key: str, placed: PlacedTarget) -> Line:
        """One text of a target, with its identity; false where the plan does not give it."""
        name = placed.index, key
        if name not in self._written:
            self._written[name] = _TARGET_CELLS[key](self, placed)
        return self._written[name]

    def lines(self, key: str, placed: PlacedTarget) -> Lines:
        """The printed lines of one column; never empty."""
        return _lines(key, self.value(key, placed))

    def name(self, placed: PlacedTarget) -> Line:
        """The target's name."""
        return self.writer.name(placed)

    def unit(self, placed: PlacedTarget) -> Line:
        """The unit of measure."""
        return Printed(self.writer.unit(placed), f"target/{placed.target.id}/unit")

    def baseline(self, placed: PlacedTarget) -> Line:
        """The base value and its year."""
        return self.writer.baseline(placed)

    def central(self, placed: PlacedTarget) -> Line:
        """What the centre asks for."""
        central, speaker = placed.target.central, self.writer.namer.speaker
        return speaker.figure(central.value, "targets", placed.index, "central") if central else ""

    def relation(self, placed: PlacedTarget) -> Line:
        """How the target stands to the centre's."""
        relation = placed.target.relation
        return RELATIONS[relation].say(self.writer.namer.language) if relation else ""

    def reason(self, placed: PlacedTarget) -> Line:
        """Why it differs from the centre's."""
        path, where = f"target/{placed.target.id}/reason", ("targets", placed.index, "reason")
        return self.writer.namer.speaker.text(placed.target.reason, path, *where)

    def actors(self, placed: PlacedTarget, key: str) -> Line:
        """Monitoring bodies or suppliers of data."""
        path, where = f"target/{placed.target.id}/{key}", ("targets", placed.index, key)
        said = self.writer.namer.actors(getattr(placed.target, key), path, where)
        return said or Joined((Printed("", f"{path}/0"),))

    def note(self, placed: PlacedTarget) -> Line:
        """The draft's note, without identity."""
        where, speaker = ("targets", placed.index, "note"), self.writer.namer.speaker
        return str(speaker.text(placed.target.note, "", *where))


_TARGET_CELLS: dict[str, TargetCell] = {
    "name": TargetCells.name,
    "unit": TargetCells.unit,
    "baseline": TargetCells.baseline,
    "central": TargetCells.central,
    "relation": TargetCells.relation,
    "reason": TargetCells.reason,
    "monitor": lambda cells, placed: cells.actors(placed, "monitor"),
    "supplier": lambda cells, placed: cells.actors(placed, "supplier"),
    "leads": lambda cells, placed: cells.actors(placed, "monitor"),
    "note": TargetCells.note,
}
TARGET_TEXTS = tuple(key for key in _TARGET_CELLS if key != "leads")
