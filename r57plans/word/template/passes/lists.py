"""Numbered lists that begin anew where a `{% restart %}` stands in one of their paragraphs."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from r57plans.findings import Message
from r57plans.word.package import main_part
from r57plans.word.relations import read_relations
from r57plans.word.template.passes.draft import Draft, Piece
from r57plans.word.template.passes.tags import Tag
from r57plans.word.xml import Element, parse_part, w

NUMBER = "r57-number"  # stands for the number of a list in a paragraph that may begin it anew

_VALUE = w("val")
_NUMBER = f"{w('pPr')}/{w('numPr')}/{w('numId')}"
_NOT_A_LIST = Message(vi="một danh sách đánh số", en="a numbered list")
_BEFORE_NUMBERING = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
)


def ready_lists(draft: Draft, restarts: Mapping[Element, Tag], parts: Mapping[str, bytes]) -> None:
    """Let the paragraphs of lists that may begin anew take their number at run time.

    Whether one begins anew is known once the paragraph was written: its tag may be in a condition.
    """
    if not restarts:
        return
    styles = _Styles(parts)
    numbers = {p: styles.number(p) for p in draft.root.iter(w("p"))}
    anew = {numbers.get(paragraph, "") for paragraph in restarts} - {""}
    for paragraph, tag in restarts.items():
        if not numbers.get(paragraph):
            draft.complain("template.misplaced", tag, _NOT_A_LIST)
    first = next(iter(restarts.values()))
    for paragraph, number in numbers.items():
        if number in anew:
            level = styles.level(paragraph)
            place = _place(paragraph, level)
            if paragraph in restarts:
                place.set(_VALUE, NUMBER)
                draft.watch(paragraph, restarts[paragraph], "numbered", f"{number} {level}")
            else:
                piece = Piece(first, "write", "", "number", (int(number),))
                place.set(_VALUE, draft.attribute(piece))


class _Styles:
    """The list of a paragraph, by its own properties or by its style's."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        main = main_part(parts)
        name = next((r.target for r in read_relations(parts, main) if r.kind == "styles"), "")
        root = parse_part(parts[name], name) if name in parts else None
        found = [] if root is None else root.findall(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in found}

    def number(self, paragraph: Element) -> str:
        """The number of the paragraph's list as the file says it; "" when it is in none."""
        number = self._found(paragraph, "numId")
        return number if number.isdecimal() and number != "0" else ""

    def level(self, paragraph: Element) -> int:
        """The paragraph's level in its list, from 0."""
        level = self._found(paragraph, "ilvl")
        return int(level) if level.isdecimal() and len(level) == 1 else 0

    def _found(self, paragraph: Element, name: str) -> str:
        path = f"{w('pPr')}/{w('numPr')}/{w(name)}"
        holder: Element | None = paragraph
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        for _ in range(20):  # styles based on one another in a circle end here
            found = None if holder is None else holder.find(path)
            if found is not None:
                return found.get(_VALUE, "")
            holder = None if style is None else self._styles.get(style.get(_VALUE, ""))
            style = None if holder is None else holder.find(w("basedOn"))
        return ""


def _place(paragraph: Element, level: int) -> Element:
    """The element that says the paragraph's list, made where only its style says it."""
    found = paragraph.find(_NUMBER)
    if found is not None:
        return found
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    numbering = properties.find(w("numPr"))
    if numbering is None:
        numbering = etree.Element(w("numPr"))
        before = {w(name) for name in _BEFORE_NUMBERING}
        properties.insert(sum(child.tag in before for child in properties), numbering)
    if numbering.find(w("ilvl")) is None:
        etree.SubElement(numbering, w("ilvl")).set(_VALUE, str(level))
    return etree.SubElement(numbering, w("numId"))
