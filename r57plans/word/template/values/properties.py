"""Properties of runs and paragraphs as text: one overridden by another, always in Word's order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_TAG = re.compile(r"<(/?)([^\s/>]+)[^>]*?(/?)>")
_HEAD = re.compile(r"(<w:r(?: [^>]*)?>)(?:<w:rPr/>|<w:rPr>(.*)</w:rPr>)?", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:pPr(?: [^>]*)?>(.*)</w:pPr>", re.DOTALL)

_RUN_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
    *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
    *("specVanish", "oMath"),
)
_PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
    *("cnfStyle", "rPr", "sectPr", "pPrChange"),
)
RUN_PLACES = {f"w:{name}": place for place, name in enumerate(_RUN_ORDER)}
PARAGRAPH_PLACES = {f"w:{name}": place for place, name in enumerate(_PARAGRAPH_ORDER)}

Change = tuple[str, str]


@lru_cache(maxsize=4096)
def changed_head(head: str, changes: tuple[Change, ...]) -> str:
    """The opening of a run with some of its properties changed.

    A change is the name of a property, such as `w:b`, and the element in its place; "" for none.
    """
    found = _HEAD.fullmatch(head)
    if found is None or not changes:
        return head
    inner = _changed(found[2] or "", changes, RUN_PLACES)
    return f"{found[1]}<w:rPr>{inner}</w:rPr>" if inner else found[1]


@lru_cache(maxsize=4096)
def changed_paragraph(properties: str, changes: tuple[Change, ...]) -> str:
    """A paragraph's properties, `<w:pPr>…</w:pPr>` or "", with some of them changed."""
    found = _PARAGRAPH.fullmatch(properties)
    inner = _changed(found[1] if found else "", changes, PARAGRAPH_PLACES)
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def children(xml: str) -> Iterable[tuple[str, str]]:
    """The name and the text of each element that stands at the top of a piece of written XML."""
    depth, start, top = 0, 0, ""
    for found in _TAG.finditer(xml):
        if depth == 0:
            start, top = found.start(), found[2]
        if found[1]:
            depth -= 1
        elif not found[3]:
            depth += 1
        if depth == 0:
            yield top, xml[start : found.end()]


def _changed(inner: str, changes: tuple[Change, ...], places: dict[str, int]) -> str:
    kept = {**dict(children(inner)), **dict(changes)}
    # What is not of the base schema, such as w14's effects, follows it in the order it had.
    ordered = sorted(kept, key=lambda name: places.get(name, len(places)))
    return "".join(kept[name] for name in ordered)
