"""Measures as the layouts give them: one value, or a range with what our templates print."""

from __future__ import annotations

from collections.abc import Mapping

Measure = float | Mapping[str, float]

_TWIPS_PER_MILLIMETRE = 1440 / 25.4
_TWIPS_PER_POINT = 20


def printed(measure: Measure) -> float:
    """The value that our templates print."""
    return measure["print"] if isinstance(measure, Mapping) else measure


def twips_of_millimetres(measure: Measure) -> int:
    """A length in millimetres as whole twips."""
    return round(printed(measure) * _TWIPS_PER_MILLIMETRE)


def twips_of_points(measure: Measure) -> int:
    """A length in points as whole twips."""
    return round(printed(measure) * _TWIPS_PER_POINT)


def half_points(measure: Measure) -> int:
    """A size in points as Word counts it."""
    return round(printed(measure) * 2)
