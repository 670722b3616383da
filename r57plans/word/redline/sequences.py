"""Two sequences of keys side by side: what they share in order, and what only one of them has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

_LEAST_KEPT = 0.25  # of the words of the longer text
_MOST_COMPARED = 40_000  # pairs of a gap that are compared with each other


class Step(NamedTuple):
    """A stretch of both sequences: the same in both, or what stood there and what stands now."""

    same: bool
    old: range
    new: range


def steps(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    """The stretches in order, those that are the same and those that differ in turn."""
    start, ends = _common(old, new)
    if start:
        yield Step(True, range(start), range(start))
    inner = (old[start : len(old) - ends], new[start : len(new) - ends])
    if inner[0] or inner[1]:
        matcher = SequenceMatcher(None, *inner, autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            spans = range(a + start, b + start), range(c + start, d + start)
            yield Step(kind == "equal", *spans)
    if ends:
        yield Step(True, range(len(old) - ends, len(old)), range(len(new) - ends, len(new)))


def smoothed(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    """The stretches of two sequences of words, without islands that no reader would see as such.

    A space alone between two changes is changed with them; where hardly a word is the same, all
    is changed.
    """
    found = list(steps(old, new))
    kept = sum(not old[n].isspace() for step in found if step.same for n in step.old)
    words = max(sum(not word.isspace() for word in side) for side in (old, new)) if found else 0
    if kept < _LEAST_KEPT * words:
        yield Step(False, range(len(old)), range(len(new)))
        return
    for n, step in enumerate(found):
        between = step.same and 0 < n < len(found) - 1
        if between and all(old[m].isspace() for m in step.old):
            found[n] = Step(False, step.old, step.new)
    yield from _joined(found)


def pairs(
    old: Sequence[int], new: Sequence[int], likeness: Callable[[int, int], float]
) -> list[tuple[int, int]]:
    """The pairs, in order and none crossing another, that are most alike in sum.

    `likeness` is from 0 (no pair) to 1. Of a gap too long to compare all, the ends are paired.
    """
    if len(old) * len(new) > _MOST_COMPARED:
        near = zip(old, new, strict=False)
        return [(a, b) for a, b in near if likeness(a, b) > 0]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    like = [[likeness(a, b) for b in new] for a in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            both = like[i][j] + best[i + 1][j + 1] if like[i][j] > 0 else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    return list(_walk(old, new, like, best))


def shared(one: str, other: str) -> float:
    """How much of two texts' words is the same, from 0 to 1; word order does not count."""
    first, second = Counter(one.split()), Counter(other.split())
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def _joined(found: list[Step]) -> Iterator[Step]:
    """The stretches with those that differ in a row as one."""
    for same, group in groupby(found, key=lambda step: step.same):
        if same:
            yield from group
        else:
            several = list(group)
            old = range(several[0].old.start, several[-1].old.stop)
            yield Step(False, old, range(several[0].new.start, several[-1].new.stop))


def _walk(
    old: Sequence[int], new: Sequence[int], like: list[list[float]], best: list[list[float]]
) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(old) and j < len(new):
        if like[i][j] > 0 and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many keys are the same at the beginning, and how many after them at the end."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    rest = most - start
    ends = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return start, ends
