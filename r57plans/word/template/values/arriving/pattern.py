"""Written XML with places left open for what each copy of it must have of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from r57plans.word.xml import NS, Element, qname

_DECLARED = f' xmlns:w="{NS["w"]}"'
_REQUIRES = "Requires"


class Slot(NamedTuple):
    """An open place: what belongs there, such as a `style`, and which one of the sub-document's."""

    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Pieces of XML with a slot after each but the last."""

    texts: tuple[str, ...]
    slots: tuple[Slot, ...]

    def written(self, answer: Callable[[Slot], str]) -> str:
        """The XML with each slot filled, in order, by what it is answered."""
        out = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            out += (answer(slot), text)
        return "".join(out)


class Slots:
    """The slots of one sub-document while it is prepared: marks are put into its trees."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._slots: list[Slot] = []
        self._mark = "r57slot"
        written = [etree.tostring(root, encoding="unicode") for root in roots]
        while any(self._mark in xml for xml in written):
            self._mark += "x"
        self._split = re.compile(rf"{self._mark}(\d+);")

    def mark(self, kind: str, key: str = "") -> str:
        """The text that stands for a slot in an attribute or between elements."""
        self._slots.append(Slot(kind, key))
        return f"{self._mark}{len(self._slots) - 1};"

    def pattern(self, elements: Iterable[Element]) -> Pattern:
        """The pattern of some elements, each with the declarations of the prefixes it uses."""
        pieces = self._split.split("".join(map(block_xml, elements)))
        slots = tuple(self._slots[int(number)] for number in pieces[1::2])
        return Pattern(tuple(pieces[::2]), slots)


def block_xml(element: Element) -> str:
    """The element as text that declares what it uses, `w` aside, which every part declares."""
    alone = deepcopy(element)
    alone.tail = None
    etree.cleanup_namespaces(alone, keep_ns_prefixes=sorted(_required(alone)))
    return etree.tostring(alone, encoding="unicode").replace(_DECLARED, "", 1)


def _required(element: Element) -> set[str]:
    """The prefixes that the choices inside name, which no element need carry."""
    choices = element.iter(qname("mc", "Choice"))
    return {prefix for choice in choices for prefix in choice.get(_REQUIRES, "").split()}
