"""Two sequences of keys side by side: what they share in order, and what only one of them has."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

_LEAST_KEPT = 0.25  # of the words of the longer text
_MOST_MATCHED = 250_000  # pairs of two stretches that are compared with each other
_DEEPEST = 40
_MOST_COMPARED = 40_000  # pairs of a gap that are compared with each other


class Step(NamedTuple):
    """A stretch of both sequences: the same in both, or what stood there and what stands now."""

    same: bool
    old: range
    new: range


def steps(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    """The stretches in order, those that are the same and those that differ in turn."""
    i = j = 0
    first = (0, 0)  # where the stretch began that is the same
    for a, b in (*_matches(old, new, range(len(old)), range(len(new))), (len(old), len(new))):
        if (a, b) != (i, j) or a == len(old):
            if i > first[0]:
                yield Step(True, range(first[0], i), range(first[1], j))
            if a > i or b > j:
                yield Step(False, range(i, a), range(j, b))
            first = (a, b)
        i, j = a + 1, b + 1


def _matches(
    old: Sequence[str], new: Sequence[str], a: range, b: range, depth: int = 0
) -> list[tuple[int, int]]:
    """The places of what two stretches share, in order.

    Long ones are cut at what stands once in both, as a person would; where nothing does, they
    share nothing, for comparing all with all would take the square of their length.
    """
    start, ends = _common(old[a.start : a.stop], new[b.start : b.stop])
    found = list(zip(a[:start], b[:start], strict=True))
    tail = list(zip(a[len(a) - ends :], b[len(b) - ends :], strict=True))
    a, b = a[start : len(a) - ends], b[start : len(b) - ends]
    if len(a) * len(b) <= _MOST_MATCHED:
        return [*found, *_matched(old, new, a, b), *tail]
    i, j = a.start, b.start
    anchors = _anchors(old, new, a, b) if depth < _DEEPEST else []
    for at, beside in anchors:
        found += _matches(old, new, range(i, at), range(j, beside), depth + 1)
        found.append((at, beside))
        i, j = at + 1, beside + 1
    if anchors:
        found += _matches(old, new, range(i, a.stop), range(j, b.stop), depth + 1)
    return [*found, *tail]


def _matched(
    old: Sequence[str], new: Sequence[str], a: range, b: range
) -> Iterator[tuple[int, int]]:
    if a and b:
        inner = old[a.start : a.stop], new[b.start : b.stop]
        for i, j, length in SequenceMatcher(None, *inner, autojunk=False).get_matching_blocks():
            yield from zip(a[i : i + length], b[j : j + length], strict=True)


def _anchors(old: Sequence[str], new: Sequence[str], a: range, b: range) -> list[tuple[int, int]]:
    """The places of what stands once in both stretches: the longest row of them that rises."""
    counts = Counter(old[n] for n in a), Counter(new[n] for n in b)
    places = {new[n]: n for n in b if counts[1][new[n]] == 1}
    common = [(n, places[old[n]]) for n in a if counts[0][old[n]] == 1 and old[n] in places]
    ends: list[int] = []  # by length of a row, the lowest place in NEW at which one ends
    last: list[int] = []  # by length, which of `common` that is
    before: list[int] = []
    for n, (_, place) in enumerate(common):
        at = bisect_left(ends, place)
        ends[at : at + 1], last[at : at + 1] = [place], [n]
        before.append(last[at - 1] if at else -1)
    found, n = [], last[-1] if last else -1
    while n >= 0:
        found.append(common[n])
        n = before[n]
    return found[::-1]


def smoothed(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    """The stretches of two sequences of words, without islands that no reader would see as such.

    A space alone between two changes is changed with them; where hardly a word is the same, all
    is changed.
    """
    if _hardly_alike(old, new):
        yield Step(False, range(len(old)), range(len(new)))
        return
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


def _hardly_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether too few words can be the same, in whatever order."""
    sides = [Counter(word for word in side if not word.isspace()) for side in (old, new)]
    longer = max(side.total() for side in sides)
    return (sides[0] & sides[1]).total() < _LEAST_KEPT * longer


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
