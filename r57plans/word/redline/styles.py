"""The styles and lists that something of OLD asks for, where NEW does not have them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property

from r57plans.word.redline.stories import Stories
from r57plans.word.xml import Element, parse_part, remove, w

_REFERENCES = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_LEADS_ON = tuple(map(w, ("basedOn", "next", "link")))
_STYLE, _STYLE_ID, _VALUE = w("style"), w("styleId"), w("val")
_NUMBERING, _NUMBER, _LIST, _LIST_ID = w("numPr"), w("numId"), w("num"), w("numId")


@dataclass
class Styles:
    """Lets copies of OLD find their styles in NEW: those that NEW lacks come along.

    A style of a name that both have is NEW's. A list that NEW lacks does not come along, and what
    stood in it is no list there.
    """

    old: Stories
    new: Stories
    _brought: set[str] = field(default_factory=set)

    def fit(self, copy: Element) -> None:
        """Bring the styles that a copy asks for; take out what asks for something that is lost."""
        for reference in list(copy.iter(*_REFERENCES)):
            if not self._bring(reference.get(_VALUE, "")):
                remove(reference)
        for numbering in list(copy.iter(_NUMBERING)):
            number = numbering.find(_NUMBER)
            if number is not None and number.get(_VALUE) not in self._lists:
                remove(numbering)

    def _bring(self, name: str) -> bool:
        if name in self._known or name in self._brought:
            return True
        style, part = self._of_old.get(name), self.new.part_of_kind("styles")
        if style is None or not part:
            return False
        self._brought.add(name)
        copy = deepcopy(style)
        for reference in [r for tag in _LEADS_ON for r in copy.findall(tag)]:
            if not self._bring(reference.get(_VALUE, "")):
                copy.remove(reference)
        for numbering in list(copy.iter(_NUMBERING)):
            remove(numbering)
        if w("default") in copy.attrib:
            del copy.attrib[w("default")]
        self.new.tree(part).append(copy)
        return True

    @cached_property
    def _known(self) -> set[str]:
        return {style.get(_STYLE_ID, "") for style in _read(self.new, "styles", _STYLE)}

    @cached_property
    def _of_old(self) -> dict[str, Element]:
        return {style.get(_STYLE_ID, ""): style for style in _read(self.old, "styles", _STYLE)}

    @cached_property
    def _lists(self) -> set[str | None]:
        return {"0", *(one.get(_LIST_ID) for one in _read(self.new, "numbering", _LIST))}


def _read(side: Stories, kind: str, tag: str) -> Iterator[Element]:
    part = side.part_of_kind(kind)
    if part:
        yield from parse_part(side.package.parts[part], part, side.name).iterchildren(tag)
