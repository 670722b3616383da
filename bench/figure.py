"""One figure that has a bar, and how times are said."""

from __future__ import annotations

from dataclasses import dataclass

from bench.measure import Paired


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio and its bar; `value` is None where it was left out, and `how` then says why.

    With `at_least` the value must reach the bar, else it must not pass it; without a bar it is for
    information.
    """

    what: str
    bar: float | None
    value: float | None
    how: str
    at_least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where there is no value or no bar."""
        if self.value is None or self.bar is None:
            return None
        return self.value >= self.bar if self.at_least else self.value <= self.bar


def said(paired: Paired, first: str, second: str) -> str:
    """Both medians and how often they were measured."""
    times = f"{first} {milliseconds(paired.first)}, {second} {milliseconds(paired.second)}"
    return f"{times}; {paired.pairs} pairs"


def milliseconds(seconds: float) -> str:
    """A time for the tables, in milliseconds."""
    value = seconds * 1000
    return (
        f"{value:.3f} ms" if value < 1 else f"{value:.2f} ms" if value < 100 else f"{value:.0f} ms"
    )
