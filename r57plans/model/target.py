"""A target of a plan: values at any number of horizons, and how it stands to the centre's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from pydantic import Field

from r57plans.model.actor import Actors
from r57plans.model.base import Frozen, GroupId, Many, Name, Text, Words

Comparator = Literal["=", "≥", "≤", ">", "<", "range", "text"]
_MEASURE = re.compile(r"([≥≤><])?\s*(\d+(?:[.,]\d+)?)(?:\s*[-–]\s*(\d+(?:[.,]\d+)?))?\s*%?")
_SAID: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (sign, re.compile(pattern, re.IGNORECASE))
    for sign, pattern in (
        ("≥", r"(?:ít nhất|tối thiểu|không dưới|thấp nhất) (\d\S*)"),
        ("≥", r"(?:từ )?(\d\S*) trở lên"),
        ("≤", r"(?:nhiều nhất|tối đa|không quá|không vượt quá) (\d\S*)"),
        ("≤", r"(?:từ )?(\d\S*) trở xuống"),
        (">", r"(?:trên|hơn|vượt) (\d\S*)"),
        ("<", r"dưới (\d\S*)"),
    )
)
"""Bounds in words: `ít nhất 45%`, `từ 30% trở lên`."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
Relation = Literal["equal", "higher", "lower", "own", "share"]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a value says to a machine: `≥ 30` is at least 30, `40 - 50` a range, else words.

    `low` and `high` are the bounds as numbers, equal for a single figure; None for words.
    """

    comparator: Comparator
    low: float | None = None
    high: float | None = None


def _number(written: str) -> float:
    """As Vietnamese writes it: `5.000` is five thousand, `18,3` and `0.7` have decimals."""
    if _THOUSANDS.fullmatch(written):
        return float(written.replace(".", ""))
    return float(written.replace(",", "."))


def _signed(value: str) -> str:
    """A bound in words with its sign instead: `≥45%`; any other value as it is."""
    for sign, pattern in _SAID:
        if found := pattern.fullmatch(value):
            return f"{sign}{found[1]}"
    return value


class Value(Frozen):
    """A value at a horizon: bounds, ranges and plain words are kept as the author wrote them."""

    year: int | None = Field(default=None, ge=1900, le=2200)
    from_: int | None = Field(default=None, alias="from", ge=1900, le=2200)
    value: Text
    unit: Text | None = None
    scope: Text | None = None
    per: Text | None = None

    @property
    def measure(self) -> Measure:
        """The comparator and the figures of the value; a decimal sign may be point or comma."""
        found = _MEASURE.fullmatch(_signed(self.value.vi))
        if found is None:
            return Measure("text")
        low, high = (_number(n) for n in (found[2], found[3] or found[2]))
        sign = "range" if found[3] else found[1] or "="
        return Measure(cast(Comparator, sign), low, high)


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
