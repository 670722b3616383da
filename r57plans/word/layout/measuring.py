"""Measures in words, and in the units of the official texts."""

from __future__ import annotations

from r57plans.findings import Message
from r57plans.model.layout import Measure, Range, as_range

TWIPS_A_POINT = 20
TWIPS_A_MILLIMETRE = 1440 / 25.4
SIDES = {
    "top": Message("trên", "top"),
    "bottom": Message("dưới", "bottom"),
    "left": Message("trái", "left"),
    "right": Message("phải", "right"),
}
"""The sides of a page, in the order in which they are told."""


def in_millimetres(twips: float) -> float:
    """A length in millimetres, to a tenth."""
    return round(twips / TWIPS_A_MILLIMETRE, 1)


def in_points(twips: float) -> float:
    """A length in points, to a tenth."""
    return round(twips / TWIPS_A_POINT, 1)


def figure(value: float, unit: str = "") -> Message:
    """A number with its unit, the comma or point as the language has it."""
    said = f"{round(value, 2):g}"
    tail = f" {unit}" if unit else ""
    return Message(f"{said.replace('.', ',')}{tail}", f"{said}{tail}")


def wanted(measure: Measure, unit: str = "") -> Message:
    """A measure in words: `14`, `14–15`, `≥ 6`."""
    span: Range = as_range(measure)
    first = figure(span.start)
    tail = f" {unit}" if unit else ""
    if span.end is None:
        return Message(f"≥ {first.vi}{tail}", f"≥ {first.en}{tail}")
    if span.end == span.start:
        return figure(span.start, unit)
    last = figure(span.end)
    return Message(f"{first.vi}–{last.vi}{tail}", f"{first.en}–{last.en}{tail}")


def joined(*messages: Message) -> Message:
    """Messages one after the other, with commas."""
    kept = [m for m in messages if m.vi]
    return Message(", ".join(m.vi for m in kept), ", ".join(m.en for m in kept))
