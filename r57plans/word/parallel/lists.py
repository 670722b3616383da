"""The lists of the second language: as those of the first, but counted for themselves."""

from __future__ import annotations

from copy import deepcopy

from r57plans.word.maker.elements import el
from r57plans.word.parallel.blocks import style_of
from r57plans.word.xml import Element, w

_NUMBER = f"{w('pPr')}/{w('numPr')}"
# What may stand in a paragraph's properties before its list.
_BEFORE = tuple(
    map(w, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))
)


class Lists:
    """The lists of a document, and their doubles."""

    def __init__(self, styles: Element, numbering: Element) -> None:
        self._styles = {s.get(w("styleId"), ""): s for s in styles.iter(w("style"))}
        self._numbering = numbering
        self._lists = 1 + max(_ids(numbering, "num"), default=0)
        self._kinds = 1 + max(_ids(numbering, "abstractNum"), default=0)

    def count_apart(self, paragraph: Element) -> None:
        """Gives a numbered paragraph of the second language the double of its list."""
        own = paragraph.find(_NUMBER)
        number, level = _said(own) if own is not None else self._of_style(style_of(paragraph))
        if not number:
            return
        properties = paragraph.find(w("pPr"))
        assert properties is not None
        if own is not None:
            properties.remove(own)
        made = _numbering(number + self._lists, level)
        properties.insert(sum(child.tag in _BEFORE for child in properties), made)

    def numbering(self) -> Element:
        """The part of all lists: the document's own, and a double of each."""
        root = deepcopy(self._numbering)
        numbers = [deepcopy(n) for n in root.findall(w("num"))]
        kinds = [deepcopy(kind) for kind in root.findall(w("abstractNum"))]
        for kind in kinds:
            self._double_kind(kind)
        for number in numbers:
            _raise(number, "numId", self._lists)
            of = number.find(w("abstractNumId"))
            assert of is not None
            _raise(of, "val", self._kinds)
        place = len(root.findall(w("abstractNum")))
        root[place:place] = kinds
        root.extend(numbers)
        return root

    def _double_kind(self, kind: Element) -> None:
        _raise(kind, "abstractNumId", self._kinds)
        nsid = kind.find(w("nsid"))
        if nsid is not None:  # two kinds of list that share it are one for Word
            nsid.set(w("val"), f"{(int(nsid.get(w('val'), '0'), 16) ^ 0x1000000):08X}")
        for style in list(kind.iter(w("pStyle"))):
            level = style.getparent()
            assert level is not None
            level.remove(style)

    def _of_style(self, name: str) -> tuple[int, int]:
        """The list and level that a style gives, or one that it is based on."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            if (own := style.find(_NUMBER)) is not None:
                return _said(own)
            based = style.find(w("basedOn"))
            name = "" if based is None else based.get(w("val"), "")
        return 0, 0


def _said(number: Element) -> tuple[int, int]:
    found = (number.find(w(name)) for name in ("numId", "ilvl"))
    list_, level = (0 if e is None else int(e.get(w("val"), "0")) for e in found)
    return list_, level


def _numbering(number: int, level: int) -> Element:
    return el("numPr", el("ilvl", val=level), el("numId", val=number))


def _raise(element: Element, name: str, by: int) -> None:
    element.set(w(name), str(int(element.get(w(name), "0")) + by))


def _ids(numbering: Element, kind: str) -> list[int]:
    key = "numId" if kind == "num" else "abstractNumId"
    return [int(element.get(w(key), "0")) for element in numbering.findall(w(kind))]
