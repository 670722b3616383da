"""What one rendering has used of what it may use: rounds of loops and calls, text, and time."""

from __future__ import annotations

from time import monotonic

from r57plans.findings import Message
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.told.faults import MisuseError

_BETWEEN_LOOKS = 1000  # steps between two looks at the clock


class Budget:
    """The counters of one rendering; both methods raise `MisuseError` when a limit is passed."""

    __slots__ = ("_limits", "_look", "_size", "_steps", "_until")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._steps = 0
        self._size = 0
        self._look = 0
        self._until = monotonic() + limits.seconds

    def count(self, steps: int = 1) -> None:
        """Count rounds of loops, calls, or items that are about to be looked at one by one."""
        self._steps += steps
        if self._steps >= self._look:
            self._check()

    def grow(self, size: int) -> None:
        """Count characters or items before they are made."""
        self._size += size
        if self._size > self._limits.output:
            most = self._limits.output
            raise _over(f"dữ liệu lớn hơn {most} ký tự", f"more than {most} characters of text")

    def _check(self) -> None:
        limits = self._limits
        self._look = self._steps + _BETWEEN_LOOKS
        if self._steps > limits.steps:
            raise _over(
                f"hơn {limits.steps} vòng lặp và lời gọi",
                f"more than {limits.steps} rounds of loops and calls",
            )
        if monotonic() > self._until:
            raise _over(f"quá {limits.seconds:g} giây", f"more than {limits.seconds:g} seconds")


def _over(vi: str, en: str) -> MisuseError:
    return MisuseError("template.limit", Message(vi=vi, en=en))
