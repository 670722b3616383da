"""Long loops, counted while they run, so that the clock is looked at between their rounds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Any

PACE = 1000  # rounds between two counts


class Paced:
    """What a loop over many items runs over; it has their length, and counts them as they come."""

    __slots__ = ("_count", "_items")

    def __init__(self, count: Callable[[int], None], items: Collection[Any]) -> None:
        self._count = count
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Any]:
        items = iter(self._items)
        for done in range(0, len(self._items), PACE):
            self._count(min(PACE, len(self._items) - done))
            yield from islice(items, PACE)
