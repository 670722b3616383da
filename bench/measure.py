"""How things are measured: in pairs, one after the other in one run, the median of their ratios."""

from __future__ import annotations

import gc
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TypeAlias

# One call; what comes back is how many seconds it took.
Call: TypeAlias = Callable[[], float]


class OtherTextError(Exception):
    """Someone prints something else than r57plans: nobody is timed on less work."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Medians over all pairs: seconds of each side, and `ratio`, the second over the first."""

    first: float
    second: float
    ratio: float
    pairs: int


def timed(call: Callable[[], object]) -> float:
    """The seconds that one call takes, after a collection of what others left behind."""
    gc.collect()
    start = perf_counter()
    call()
    return perf_counter() - start


def in_pairs(first: Call, second: Call, pairs: int) -> Paired:
    """Both calls by turns, as often as is asked."""
    times = [(first(), second()) for _ in range(pairs)]
    return Paired(
        first=median(a for a, _ in times),
        second=median(b for _, b in times),
        ratio=median(b / a for a, b in times),
        pairs=pairs,
    )


def process(command: Sequence[str]) -> Call:
    """A whole process, from its start to its end."""

    def run() -> float:
        return timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))

    return run
