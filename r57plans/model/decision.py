"""What an office decided where merged plans differ: one decision for each open conflict."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, PrivateAttr, model_validator

from r57plans.findings import Place
from r57plans.model.base import Frozen, Many, Name, Text, Words

DECISIONS_FORMAT = "r57plans/decisions/1"
OWN = "own"
WEIGHTED = "weighted"


class Decision(Frozen):
    """What is taken of a conflict: a province's value by its id, a rule, or an own `value`.

    Left blank, `take` leaves the conflict open. `weights` are the shares by which a weighted mean
    is made, by province: inhabitants, enterprises … as the office has them.
    """

    id: Words
    take: Name | None = None
    value: Text | None = None
    weights: dict[str, float] = Field(default_factory=dict)
    reason: Text | None = None

    @model_validator(mode="after")
    def _has_what_it_takes(self) -> Decision:
        if (self.take == OWN) != (self.value is not None):
            raise ValueError("decision_value")
        if self.take == WEIGHTED and not self.weights:
            raise ValueError("decision_weights")
        return self


class Decisions(Frozen):
    """A file of decisions; `place(n)` says where the n-th of them stands."""

    format: Literal["r57plans/decisions/1"]
    decisions: Many[Decision] = ()

    _places: dict[int, Place] = PrivateAttr(default_factory=dict)

    def at(self, places: dict[int, Place]) -> Decisions:
        """The same decisions with their places in the file."""
        own = self.model_copy()
        own._places = places
        return own

    def place(self, number: int) -> Place:
        """Where a decision stands, counted from 0."""
        return self._places.get(number, Place())


NO_DECISIONS = Decisions(format="r57plans/decisions/1")
