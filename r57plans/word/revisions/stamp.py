"""Who changed what, when: the attributes of every tracked change, each with its own id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from r57plans.word.xml import NS, Element, w

_ids: Callable[[Element], list[str]] = etree.XPath("//@w:id", namespaces={"w": NS["w"]})  # type: ignore[assignment]  # of attributes it gives texts
_LONGEST = 10  # digits of an id that Word still counts with


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
    ids = (number for root in roots for number in map(str, _ids(root)))
    return max((int(i) for i in ids if i.isdecimal() and len(i) < _LONGEST), default=0) + 1
