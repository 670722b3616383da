"""The lists of a sub-document: each copy of it begins them anew."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from r57plans.word.template.values.arriving.clean import properties_of, put
from r57plans.word.template.values.arriving.pattern import Pattern, Slots
from r57plans.word.template.values.arriving.sheet import Sheet
from r57plans.word.template.values.host.numbering import restarted
from r57plans.word.xml import NS, Element, parse_part, remove, w

_NONE = "0"
_DROPPED = [w("lvlPicBulletId"), w("numStyleLink"), w("styleLink"), w("nsid")]
_NUMBER = f"{w('pPr')}/{w('numPr')}/{w('numId')}"
_LEVEL = f"{w('pPr')}/{w('numPr')}/{w('ilvl')}"


@dataclass(frozen=True, slots=True)
class ArrivingList:
    """A list: the id of its `w:abstractNum`, and what its `w:num` holds besides.

    `anew` is the same for a list that begins again at its first number.
    """

    abstract: str
    inner: Pattern
    anew: Pattern


class Lists:
    """The numbering part of a sub-document; its root is empty where the file has none."""

    def __init__(self, root: Element) -> None:
        self._nums = _by_id(root, "num", "numId")
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")

    def __contains__(self, number: object) -> bool:
        return number in self._nums

    def settle(self, root: Element, sheet: Sheet) -> None:
        """Write the list of each paragraph on the paragraph itself, headings aside.

        Paragraphs that are in a list by their style alone would otherwise continue the list that
        this style has in another document. Lists that do not exist are left out.
        """
        for number in list(root.iter(w("numPr"))):
            listed = number.find(w("numId"))
            if listed is not None and listed.get(w("val")) not in (_NONE, *self._nums):
                remove(number)
        for paragraph in root.iter(w("p")):
            if paragraph.find(_NUMBER) is None:
                self._settle(paragraph, sheet)

    def styles(self) -> list[str]:
        """The characters' styles of the signs of all lists."""
        found = (a.iter(w("rStyle")) for a in [*self._abstracts.values(), *self._nums.values()])
        return sorted({style.get(w("val"), "") for styles in found for style in styles})

    def patterns(
        self, used: Iterable[str], sheet: Sheet, slots: Slots
    ) -> tuple[dict[str, ArrivingList], dict[str, Pattern]]:
        """The lists used by number, and what they are made of by the id of that."""
        lists, abstracts = {}, {}
        for number in sorted(set(used) & self._nums.keys()):
            key, abstract = self._abstract(number, sheet)
            num = self._nums[number]
            if abstract is None:
                continue
            lists[number] = ArrivingList(
                key,
                self._inner(_overrides(num), sheet, slots),
                self._inner(_parsed(restarted(num, abstract)), sheet, slots),
            )
            if key not in abstracts:
                abstracts[key] = self._made(deepcopy(abstract), sheet, slots)
        return lists, abstracts

    def _settle(self, paragraph: Element, sheet: Sheet) -> None:
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        name = "" if style is None else style.get(w("val"), "")
        chain = list(sheet.chain(name))
        depth, number = next(
            ((d, n) for d, s in enumerate(chain) if (n := _value(s, _NUMBER))), (0, _NONE)
        )
        if number == _NONE or number not in self._nums or sheet.is_heading(name):
            return
        level = _value(paragraph, _LEVEL) or _value(chain[depth], _LEVEL)
        level = level or self._level_of(number, name or chain[depth].get(w("styleId"), ""), sheet)
        properties = properties_of(paragraph)
        _indent(properties, chain[: depth + 1])
        put(properties, _numbered(number, level))

    def _level_of(self, number: str, style: str, sheet: Sheet) -> str:
        _, abstract = self._abstract(number, sheet)
        for level in () if abstract is None else abstract.iter(w("lvl")):
            if _value(level, w("pStyle")) == style:
                return level.get(w("ilvl"), "0")
        return "0"

    def _abstract(self, number: str, sheet: Sheet) -> tuple[str, Element | None]:
        """The `w:abstractNum` with the levels of a list, found by way of a list's style too."""
        for _ in range(3):
            key = _value(self._nums[number], w("abstractNumId"))
            abstract = self._abstracts.get(key)
            style = "" if abstract is None else _value(abstract, w("numStyleLink"))
            numbers = [n for s in sheet.chain(style) if (n := _value(s, _NUMBER))] if style else []
            if not numbers or numbers[0] not in self._nums:
                return key, abstract
            number = numbers[0]
        return "", None

    def _inner(self, overrides: list[Element], sheet: Sheet, slots: Slots) -> Pattern:
        for override in overrides:
            _mark_levels(override, sheet, slots)
        return slots.pattern(overrides)

    def _made(self, abstract: Element, sheet: Sheet, slots: Slots) -> Pattern:
        for dropped in list(abstract.iter(_DROPPED)):
            remove(dropped)
        abstract.set(w("abstractNumId"), slots.mark("own-id"))
        abstract.insert(0, abstract.makeelement(w("nsid"), {w("val"): slots.mark("own-sign")}))
        _mark_levels(abstract, sheet, slots)
        return slots.pattern([abstract])


def mark_lists(roots: Iterable[Element], slots: Slots) -> set[str]:
    """Put a slot for every list that paragraphs name; what comes back are the lists' numbers."""
    used = set()
    for root in roots:
        for number in root.iter(w("numId")):
            said = number.get(w("val"), _NONE)
            if said != _NONE:
                used.add(said)
                number.set(w("val"), slots.mark("num", said))
    return used


def _mark_levels(root: Element, sheet: Sheet, slots: Slots) -> None:
    """Styles of a level's sign; a level is tied to a style only where that came along with it."""
    for style in list(root.iter(w("pStyle"), w("rStyle"))):
        name = style.get(w("val"), "")
        if name in sheet and style.tag == w("rStyle"):
            style.set(w("val"), slots.mark("style", name))
            continue
        if name in sheet:
            _mark_behind(style, slots.mark("tie", name))
        remove(style)


def _mark_behind(element: Element, mark: str) -> None:
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = mark
    elif parent is not None:
        parent.text = mark


def _overrides(num: Element) -> list[Element]:
    return [deepcopy(override) for override in num.findall(w("lvlOverride"))]


def _parsed(xml: str) -> list[Element]:
    return list(parse_part(f'<w:num xmlns:w="{NS["w"]}">{xml}</w:num>'.encode(), "numbering.xml"))


def _indent(properties: Element, styles: list[Element]) -> None:
    """Keep the indent of the styles, which that of a list written on the paragraph would hide."""
    own = properties.find(w("ind"))
    found = next((i for s in styles if (i := s.find(f"{w('pPr')}/{w('ind')}")) is not None), None)
    if own is None and found is not None:
        put(properties, deepcopy(found))


def _numbered(number: str, level: str) -> Element:
    element = etree.Element(w("numPr"))
    etree.SubElement(element, w("ilvl"), {w("val"): level})
    etree.SubElement(element, w("numId"), {w("val"): number})
    return element


def _by_id(root: Element, tag: str, key: str) -> dict[str, Element]:
    return {element.get(w(key), ""): element for element in root.findall(w(tag))}


def _value(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(w("val"), "")
