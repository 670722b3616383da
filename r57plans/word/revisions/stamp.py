"""Who changed what, when: the attributes of every tracked change, each with its own id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from r57plans.word.xml import Element, w


@dataclass(slots=True)
class Stamp:
    """The author and day (`2025-03-28`) of tracked changes, and the ids that are free for them."""

    author: str
    day: str
    ids: Iterator[int]

    def mark(self, name: str) -> Element:
        """An empty mark such as `ins`, `del` or `pPrChange`, with an id of its own."""
        given = {"id": str(next(self.ids)), "author": self.author, "date": f"{self.day}T00:00:00Z"}
        return etree.Element(w(name), {w(key): value for key, value in given.items()})


def first_free_id(roots: Iterable[Element]) -> int:
    """One more than the highest `w:id` of anything in these parts."""
    ids = (e.get(w("id"), "") for root in roots for e in root.iter("{*}*"))
    return max((int(i) for i in ids if i.isdecimal() and len(i) < 10), default=0) + 1
