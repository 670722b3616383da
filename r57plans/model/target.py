"""A target of a plan: values at any number of horizons, and how it stands to the centre's."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from r57plans.model.actor import Actors
from r57plans.model.base import Frozen, GroupId, Many, Name, Text, Words

Relation = Literal["equal", "higher", "lower", "own", "share"]


class Value(Frozen):
    """A value at a horizon: bounds, ranges and plain words are kept as the author wrote them."""

    year: int | None = Field(default=None, ge=1900, le=2200)
    from_: int | None = Field(default=None, alias="from", ge=1900, le=2200)
    value: Text
    unit: Text | None = None
    scope: Text | None = None
    per: Text | None = None


class CentralValue(Frozen):
    """What the centre asks for the same target, and where that is written."""

    value: Text
    source: Words


class Target(Frozen):
    """A target of the catalogue (by its id), or a local one with a name."""

    id: Name
    name: Text | None = None
    number: Words | None = None
    parent: Name | None = None
    group: GroupId | None = None
    unit: Text | None = None
    values: Many[Value] = ()
    baseline: Value | None = None
    central: CentralValue | None = None
    relation: Relation | None = None
    reason: Text | None = None
    monitor: Actors = ()
    supplier: Actors = ()
    evidence: Text | None = None
    note: Text | None = None
