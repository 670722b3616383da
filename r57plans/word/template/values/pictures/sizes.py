"""The size of a picture as its file says it."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.word.template.values.lengths import INCH

USUAL_DPI = 96.0  # what Word takes where a file says nothing
_LEAST_DPI, _MOST_DPI = 10, 10_000


class DamagedError(Exception):
    """The file is not whole, or not what its first bytes say; it never leaves this room."""


@dataclass(frozen=True, slots=True)
class Natural:
    """The natural size of a picture in the unit of drawings, and its number of pixels."""

    width: int
    height: int
    pixels: int = 0


def of_pixels(
    width: int, height: int, across: float = USUAL_DPI, down: float = USUAL_DPI
) -> Natural:
    """The size of a picture of pixels, so many an inch; impossible ones count as the usual."""
    if width <= 0 or height <= 0:
        raise DamagedError
    return Natural(
        round(width * INCH / _dpi(across)), round(height * INCH / _dpi(down)), width * height
    )


def _dpi(said: float) -> float:
    return said if _LEAST_DPI <= said <= _MOST_DPI else USUAL_DPI
