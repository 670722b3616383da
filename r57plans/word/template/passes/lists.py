"""Numbered lists that begin anew where a `{% restart %}` stands in one of their paragraphs."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from r57plans.findings import Message
from r57plans.word.template.passes.draft import Draft, Piece
from r57plans.word.template.passes.tags import Tag
from r57plans.word.template.told.styles import Styles
from r57plans.word.xml import Element, w

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
    styles = Styles(parts)
    numbers = {p: styles.list_number(p) for p in draft.root.iter(w("p"))}
    anew = {numbers.get(paragraph, "") for paragraph in restarts} - {""}
    for paragraph, tag in restarts.items():
        if not numbers.get(paragraph):
            draft.complain("template.misplaced", tag, _NOT_A_LIST)
    first = next(iter(restarts.values()))
    for paragraph, number in numbers.items():
        if number in anew:
            level = styles.list_level(paragraph)
            place = _place(paragraph, level)
            if paragraph in restarts:
                place.set(_VALUE, NUMBER)
                draft.watch(paragraph, restarts[paragraph], "numbered", f"{number} {level}")
            else:
                piece = Piece(first, "write", "", "number", (int(number),))
                place.set(_VALUE, draft.attribute(piece))


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
