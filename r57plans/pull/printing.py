"""What a plan prints of its tasks and targets, in one language: asked for value by value."""

from __future__ import annotations

from r57plans.findings import Language
from r57plans.model.actor import Actor
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.model.target import Target, Value
from r57plans.model.task import Product
from r57plans.pull.words import tidy
from r57plans.view.cells import TaskCells
from r57plans.view.groups import Placed, TaskWriter
from r57plans.view.names import Namer
from r57plans.view.speech import Speaker
from r57plans.view.targets import PlacedTarget, TargetWriter


class Printer:
    """Says parts of a plan as its documents do, with ordinary blanks."""

    def __init__(
        self, plan: Plan, catalogue: Catalogue, registers: Registers, language: Language
    ) -> None:
        self._plan = plan
        self._namer = Namer(plan, registers, Speaker(plan, language))
        self._targets = TargetWriter(self._namer, catalogue)
        self._tasks = TaskCells(TaskWriter(self._namer, catalogue), self._targets)

    def task(self, index: int, key: str) -> str:
        """A text of a task, such as its wording or its deadline."""
        return tidy(str(self._tasks.value(key, Placed(index, self._plan.tasks[index]))))

    def actors(self, actors: tuple[Actor, ...]) -> tuple[str, ...]:
        """The names in a list of bodies, each as it is printed there."""
        return tuple(tidy(str(said)) for said in self._namer.actors(actors, "", ()))

    def product(self, product: Product) -> str:
        """A product."""
        return tidy(self._tasks.product(product))

    def target(self, index: int) -> str:
        """The name of a target."""
        return tidy(str(self._targets.name(PlacedTarget(index, self._plan.targets[index], 0))))

    def unit(self, index: int) -> str:
        """The unit of a target."""
        return tidy(self._targets.unit(PlacedTarget(index, self._plan.targets[index], 0)))

    def value(self, value: Value, unit: str) -> str:
        """A target's value with this unit, "" for none."""
        return tidy(self._targets.value(value, unit))

    def period(self, value: Value) -> str:
        """What a value holds for each of: `năm`; "" for one that is no rate."""
        if value.per is None:
            return ""
        rated = value.model_copy(update={"scope": None, "from_": None})
        bare = rated.model_copy(update={"per": None})
        return self.value(rated, "").removeprefix(self.value(bare, ""))

    def own_unit(self, target: Target, value: Value, catalogue: Catalogue) -> str:
        """The unit that stands behind a value wherever one does."""
        known = catalogue.target_by_id.get(target.id)
        usual = target.unit or (known.local_unit or known.unit if known else None)
        return tidy(self._namer.speaker.figure(value.unit or usual))

    def text(self, text: Text | None) -> str:
        """A text of the plan."""
        return tidy(str(self._namer.speaker.text(text, "")))

    def of_catalogue(self, text: Text) -> str:
        """A text of the catalogue with this unit's words in it."""
        return tidy(self._namer.fill(text))

    def unit_name(self) -> str:
        """The name of the unit or province, as the place of a document has it."""
        return self._namer.units.own["ten" if self._namer.language == "vi" else "name"]
