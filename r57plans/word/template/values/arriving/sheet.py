"""The styles of a sub-document: which are used, and each as a pattern to add elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from r57plans.word.template.values.arriving.pattern import Pattern, Slots
from r57plans.word.xml import Element, remove, w

_USES = (w("pStyle"), w("rStyle"), w("tblStyle"))
_TIES = (w("basedOn"), w("next"), w("link"))
_DROPPED = [w("personal"), w("personalCompose"), w("personalReply")]
_LONGEST_CHAIN = 20
_NO_HEADING = "9"


@dataclass(frozen=True, slots=True)
class ArrivingStyle:
    """A style of a sub-document: kind and name as Word shows it, and its `w:style`."""

    id: str
    kind: str
    name: str
    pattern: Pattern


class Sheet:
    """The styles part of a sub-document; its root is empty where the file has none."""

    def __init__(self, root: Element) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in root.iter(w("style")):
            name = style.get(w("styleId"), "")
            self._styles.setdefault(name, style)
            if style.get(w("default")) in ("1", "true", "on") and _kind(style) == "paragraph":
                self._default = name

    def __contains__(self, style: object) -> bool:
        return style in self._styles

    def chain(self, style: str) -> Iterator[Element]:
        """The style of this id, or the default for "", and those it is based on, nearest first."""
        name = style or self._default
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(name)
            if found is None:
                return
            yield found
            name = _value(found, w("basedOn"))

    def is_heading(self, style: str) -> bool:
        """Whether the style's paragraphs are headings of some level."""
        for found in self.chain(style):
            level = found.find(f"{w('pPr')}/{w('outlineLvl')}")
            if level is not None:
                return level.get(w("val")) != _NO_HEADING
            if _value(found, w("name")).casefold().startswith("heading "):
                return True
        return False

    def patterns(self, used: Iterable[str], slots: Slots) -> dict[str, ArrivingStyle]:
        """The styles used and those that they are tied to, by id."""
        out: dict[str, ArrivingStyle] = {}
        waiting = list(used)
        while waiting:
            name = waiting.pop()
            style = self._styles.get(name)
            if style is None or name in out:
                continue
            ties = {str(tie.tag): tie.get(w("val"), "") for tie in style if tie.tag in _TIES}
            waiting += ties.values()
            out[name] = self._arriving(name, deepcopy(style), slots)
        return out

    def numbers(self, styles: Iterable[str]) -> set[str]:
        """The lists that some of the styles belong to."""
        path = f"{w('pPr')}/{w('numPr')}/{w('numId')}"
        return {_value(self._styles[name], path) for name in styles} - {"", "0"}

    def _arriving(self, name: str, style: Element, slots: Slots) -> ArrivingStyle:
        said = _value(style, w("name")) or name
        for dropped in list(style.iter(_DROPPED)):
            remove(dropped)
        style.attrib.pop(w("default"), "")
        for tie in list(style.iter(_TIES)):
            self._tie(tie, slots)
        for number in list(style.iter(w("numId"))):
            if number.get(w("val")) != "0":
                number.set(w("val"), slots.mark("list", number.get(w("val"), "")))
        style.set(w("styleId"), slots.mark("own-id", name))
        for shown in style.findall(w("name")):
            shown.set(w("val"), slots.mark("own-name", name))
        return ArrivingStyle(name, _kind(style), said, slots.pattern([style]))

    def _tie(self, tie: Element, slots: Slots) -> None:
        goal = tie.get(w("val"), "")
        if goal in self:
            tie.set(w("val"), slots.mark("style", goal))
        else:
            remove(tie)


def mark_styles(roots: Iterable[Element], sheet: Sheet, slots: Slots) -> set[str]:
    """Put a slot for every style that the elements name; what comes back are the styles' ids.

    A name without a style is left out, for another document may have one.
    """
    used: set[str] = set()
    for root in roots:
        for element in list(root.iter(_USES)):
            name = element.get(w("val"), "")
            if name in sheet:
                used.add(name)
                element.set(w("val"), slots.mark("style", name))
            else:
                remove(element)
    return used


def _kind(style: Element) -> str:
    return style.get(w("type"), "paragraph")


def _value(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(w("val"), "")
