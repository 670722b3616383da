"""What the checks of a catalogue look at, and how they say what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from r57plans.findings import NO_HINT, Finding, Level, Message
from r57plans.load import RecordPlaces
from r57plans.model.catalogue import Catalogue
from r57plans.model.registers import Registers


@dataclass(frozen=True, slots=True)
class Case:
    """A catalogue, the registers that it refers to, and where its records stand."""

    catalogue: Catalogue
    registers: Registers
    places: RecordPlaces

    def say(
        self,
        rule: str,
        kind: str,
        name: str,
        message: Message,
        hint: Message = NO_HINT,
        level: Level = "error",
    ) -> Finding:
        """A finding at a record."""
        return Finding(f"catalogue.{rule}", level, message, hint, self.places.of(kind, name))


Rule = Callable[[Case], Iterable[Finding]]
