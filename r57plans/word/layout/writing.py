"""Writing looks into the properties of runs and paragraphs, in the order that Word insists on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from r57plans.word.layout.properties import AUTO
from r57plans.word.xml import Element, remove, w

_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
    "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
    "oMath", "rPrChange",
)  # fmt: skip
_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_HALF_POINTS = 2
_ALIGN = {"justify": "both"}


def set_look(properties: Element, look: Mapping[str, Any]) -> None:
    """Give run properties the values of a look, by the names of `TextLook` and `font`."""
    for name, value in look.items():
        _TEXT[name](properties, value)


def set_paragraph(properties: Element, look: Mapping[str, Any]) -> None:
    """Give paragraph properties the values of a look, by the names of `ParagraphLook`."""
    for name, value in look.items():
        _PARAGRAPH[name](properties, value)


def _switch(tag: str) -> Callable[[Element, Any], None]:
    def write(properties: Element, value: Any) -> None:
        for name in (tag, f"{tag}Cs"):
            child = _child(properties, name, _RUN_ORDER)
            child.set(w("val"), "1" if value else "0")

    return write


def _size(properties: Element, value: Any) -> None:
    for name in ("sz", "szCs"):
        _child(properties, name, _RUN_ORDER).set(w("val"), str(round(value * _HALF_POINTS)))


def _underline(properties: Element, value: Any) -> None:
    _child(properties, "u", _RUN_ORDER).set(w("val"), "single" if value else "none")


def _colour(properties: Element, value: Any) -> None:
    child = _child(properties, "color", _RUN_ORDER)
    child.attrib.clear()
    child.set(w("val"), value or AUTO)


def _highlight(properties: Element, _value: Any) -> None:
    _child(properties, "highlight", _RUN_ORDER).set(w("val"), "none")
    for shade in properties.findall(w("shd")):
        remove(shade)


def _font(properties: Element, value: Any) -> None:
    child = _child(properties, "rFonts", _RUN_ORDER)
    child.attrib.clear()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        child.set(w(slot), value)


def _align(properties: Element, value: Any) -> None:
    _child(properties, "jc", _PARAGRAPH_ORDER).set(w("val"), _ALIGN.get(value, value))


def _indent(name: str) -> Callable[[Element, Any], None]:
    def write(properties: Element, value: Any) -> None:
        child = _child(properties, "ind", _PARAGRAPH_ORDER)
        for other in ("hanging", "hangingChars", "firstLineChars") if name == "firstLine" else ():
            child.attrib.pop(w(other), "")
        child.set(w(name), str(round(value)))

    return write


def _after(properties: Element, value: Any) -> None:
    child = _child(properties, "spacing", _PARAGRAPH_ORDER)
    child.attrib.pop(w("afterAutospacing"), "")
    child.set(w("after"), str(round(value)))
    _child(properties, "contextualSpacing", _PARAGRAPH_ORDER).set(w("val"), "0")


def _line(properties: Element, value: Any) -> None:
    length, rule = value
    child = _child(properties, "spacing", _PARAGRAPH_ORDER)
    child.set(w("line"), str(round(length)))
    child.set(w("lineRule"), rule)


def _child(properties: Element, name: str, order: tuple[str, ...]) -> Element:
    """The property of a name; made in its place where it is missing."""
    found = properties.find(w(name))
    if found is not None:
        return found
    made = etree.Element(w(name))
    later = {w(n) for n in order[order.index(name) + 1 :]}
    after = next((child for child in properties if child.tag in later), None)
    if after is None:
        properties.append(made)
    else:
        after.addprevious(made)
    return made


_TEXT: dict[str, Callable[[Element, Any], None]] = {
    "bold": _switch("b"), "italic": _switch("i"), "size": _size, "underline": _underline,
    "colour": _colour, "highlight": _highlight, "font": _font,
}  # fmt: skip
_PARAGRAPH: dict[str, Callable[[Element, Any], None]] = {
    "align": _align, "left": _indent("left"), "first_line": _indent("firstLine"),
    "after": _after, "line": _line,
}  # fmt: skip
