"""Which of two lists' common items moved: as few as can be, and the same both ways."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise

_ONE = 1 << 64


def moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The ids that stand elsewhere among those that both lists have.

    The others are the longest run that kept its order; of several as long, always the same one,
    whichever version comes first.
    """
    place = {name: n for n, name in enumerate(old)}
    common = [name for name in new if name in place]
    if all(place[a] < place[b] for a, b in pairwise(common)):
        return set()
    return set(common) - set(_heaviest(common, [place[name] for name in common]))


def _heaviest(names: list[str], places: list[int]) -> list[str]:
    """The longest rising run; ties fall by weights that depend on the ids alone."""
    best: list[int] = []
    before: list[int] = []
    for n, place in enumerate(places):
        below = (m for m in range(n) if places[m] < place)
        last = max(below, key=lambda m: best[m], default=-1)
        before.append(last)
        best.append(_weight(names[n]) + (best[last] if last >= 0 else 0))
    n = max(range(len(names)), key=lambda m: best[m])
    kept = []
    while n >= 0:
        kept.append(names[n])
        n = before[n]
    return kept


def _weight(name: str) -> int:
    return _ONE + int.from_bytes(sha256(name.encode()).digest()[:4])
