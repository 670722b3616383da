"""How a parent's plan reads in both languages, as of the merged province."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from r57plans.findings import Message
from r57plans.merging.ready import Ready
from r57plans.model.actor import Actor
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.registers import Registers
from r57plans.model.target import Value
from r57plans.model.task import Product
from r57plans.pull.printing import Printer
from r57plans.pull.words import STANDS_IN


class Voice:
    """Says parts of one parent's plan."""

    def __init__(self, ready: Ready, catalogue: Catalogue, registers: Registers) -> None:
        self._vi = Printer(ready.plan, catalogue, registers, "vi")
        self._en = Printer(ready.plan, catalogue, registers, "en")

    def _both(self, said: Callable[[Printer], str]) -> Message:
        return Message(said(self._vi), said(self._en).removeprefix(STANDS_IN))

    def task(self, index: int, key: str) -> Message:
        """A text of a task, such as its wording or its deadline."""
        return self._both(lambda printer: printer.task(index, key))

    def actors(self, actors: Iterable[Actor]) -> Message:
        """The names of bodies, one after the other."""
        given = tuple(actors)
        return self._both(lambda printer: "; ".join(printer.actors(given)))

    def product(self, product: Product) -> Message:
        """A product."""
        return self._both(lambda printer: printer.product(product))

    def target(self, index: int) -> Message:
        """The name of a target."""
        return self._both(lambda printer: printer.target(index))

    def value(self, index: int, value: Value) -> Message:
        """A target's value with its unit."""
        return self._both(lambda printer: printer.value(value, printer.unit(index)))


def said_text(text: Text | None) -> Message:
    """A text as the plan has it; a dash for none."""
    return text.message if text else Message("—", "—")
