"""The cells of the annexes' tables: one small function a column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from r57plans.model.task import Milestone, Product
from r57plans.view.groups import Placed, TaskWriter
from r57plans.view.phrases import RELATIONS, phrase
from r57plans.view.printed import Joined, Printed
from r57plans.view.records import Line, Lines
from r57plans.view.targets import PlacedTarget, TargetWriter

CENTRED = {"number", "unit", "values", "deadline", "baseline", "central", "relation"}

TaskCell = Callable[["TaskCells", Placed], Lines]
TargetCell = Callable[["TargetCells", PlacedTarget], Lines]


@dataclass(frozen=True, slots=True)
class TaskCells:
    """Writes the cells of a task's row."""

    writer: TaskWriter

    def lines(self, key: str, placed: Placed) -> Lines:
        """The printed lines of one column; never empty, so that a cell can be typed into."""
        return _TASK_CELLS[key](self, placed) or ("",)

    def text(self, placed: Placed) -> Lines:
        """What is done, then its parts."""
        view = self.writer.task(placed, "")
        return (view.text, *view.parts, *view.each)

    def title(self, placed: Placed) -> Lines:
        """The short name."""
        return (self.writer.title(placed),)

    def actors(self, placed: Placed, key: str) -> Lines:
        """Leads, supports or requested bodies."""
        path, where = f"task/{placed.task.id}/{key}", ("tasks", placed.index, key)
        said = self.writer.namer.actors(getattr(placed.task, key), path, where)
        return (said,) if said else (Printed("", f"{path}/0"),)

    def in_charge(self, placed: Placed) -> Lines:
        """The person who directs the task."""
        person = placed.task.in_charge
        path = f"task/{placed.task.id}/in_charge"
        return (self.writer.namer.actor(person, path) if person else Printed("", path),)

    def products(self, placed: Placed) -> Lines:
        """Products, one a line."""
        products = placed.task.products
        path = f"task/{placed.task.id}/products"
        if not products:
            return (Printed("", f"{path}/0"),)
        where = ("tasks", placed.index, "products")
        return tuple(
            Printed(self.product(p, *where, n), f"{path}/{n}") for n, p in enumerate(products)
        )

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

    def deadline(self, placed: Placed) -> Lines:
        """The deadline in the author's words."""
        path = f"task/{placed.task.id}/deadline"
        return (
            self.writer.namer.speaker.when(
                placed.task.deadline, path, "tasks", placed.index, "deadline"
            ),
        )

    def milestones(self, placed: Placed) -> Lines:
        """Milestones, one a line."""
        return tuple(
            self._milestone(placed, n, milestone)
            for n, milestone in enumerate(placed.task.milestones)
        )

    def _milestone(self, placed: Placed, number: int, milestone: Milestone) -> Line:
        path = f"task/{placed.task.id}/milestones/{number}"
        where = ("tasks", placed.index, "milestones", number)
        when = self.writer.namer.speaker.when(
            milestone.deadline, f"{path}/deadline", *where, "deadline"
        )
        step = self.writer.namer.speaker.text(milestone.text, f"{path}/text", *where)
        product = self.product(milestone.product, *where, "product") if milestone.product else ""
        there = [said for said in (step, Printed(product, f"{path}/product")) if said]
        return Joined([when, Joined(there, separator="; ")] if there else [when], separator=": ")

    def funding(self, placed: Placed) -> Lines:
        """The task's own funding clause."""
        path = f"task/{placed.task.id}/funding"
        return (
            self.writer.namer.speaker.text(
                placed.task.funding, path, "tasks", placed.index, "funding"
            ),
        )

    def targets(self, placed: Placed) -> Lines:
        """The names of the targets that the task serves."""
        writer = TargetWriter(self.writer.namer, self.writer.catalogue)
        targets = enumerate(writer.namer.plan.targets)
        known = {t.id: PlacedTarget(n, t, 0) for n, t in targets}
        return tuple(str(writer.name(known[t])) for t in placed.task.targets if t in known)

    def origin(self, placed: Placed) -> Lines:
        """Who gave the task."""
        origin = placed.task.origin
        return (self.writer.namer.body(origin),) if origin else ()

    def directives(self, placed: Placed) -> Lines:
        """The central assignments that the task answers."""
        return (", ".join(placed.task.directives),) if placed.task.directives else ()

    def note(self, placed: Placed) -> Lines:
        """The draft's note: without identity, so that no manifest keeps it."""
        speaker, note = self.writer.namer.speaker, placed.task.note
        return (str(speaker.text(note, "", "tasks", placed.index, "note")),) if note else ()


_TASK_CELLS: dict[str, TaskCell] = {
    "text": TaskCells.text,
    "title": TaskCells.title,
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


@dataclass(frozen=True, slots=True)
class TargetCells:
    """Writes the cells of a target's row, except its values."""

    writer: TargetWriter

    def lines(self, key: str, placed: PlacedTarget) -> Lines:
        """The printed lines of one column; never empty."""
        return _TARGET_CELLS[key](self, placed) or ("",)

    def name(self, placed: PlacedTarget) -> Lines:
        """The target's name."""
        return (self.writer.name(placed),)

    def unit(self, placed: PlacedTarget) -> Lines:
        """The unit of measure."""
        return (Printed(self.writer.unit(placed), f"target/{placed.target.id}/unit"),)

    def baseline(self, placed: PlacedTarget) -> Lines:
        """The base value and its year."""
        return (self.writer.baseline(placed),)

    def central(self, placed: PlacedTarget) -> Lines:
        """What the centre asks for."""
        central = placed.target.central
        speaker = self.writer.namer.speaker
        return (
            (speaker.figure(central.value, "targets", placed.index, "central"),) if central else ()
        )

    def relation(self, placed: PlacedTarget) -> Lines:
        """How the target stands to the centre's."""
        relation = placed.target.relation
        return (RELATIONS[relation].say(self.writer.namer.language),) if relation else ()

    def actors(self, placed: PlacedTarget, key: str) -> Lines:
        """Monitoring bodies or suppliers of data."""
        path, where = f"target/{placed.target.id}/{key}", ("targets", placed.index, key)
        said = self.writer.namer.actors(getattr(placed.target, key), path, where)
        return (said,) if said else (Printed("", f"{path}/0"),)

    def note(self, placed: PlacedTarget) -> Lines:
        """The draft's note, without identity."""
        speaker, note = self.writer.namer.speaker, placed.target.note
        return (str(speaker.text(note, "", "targets", placed.index, "note")),) if note else ()


_TARGET_CELLS: dict[str, TargetCell] = {
    "name": TargetCells.name,
    "unit": TargetCells.unit,
    "baseline": TargetCells.baseline,
    "central": TargetCells.central,
    "relation": TargetCells.relation,
    "monitor": lambda cells, placed: cells.actors(placed, "monitor"),
    "supplier": lambda cells, placed: cells.actors(placed, "supplier"),
    "leads": lambda cells, placed: cells.actors(placed, "monitor"),
    "note": TargetCells.note,
}
