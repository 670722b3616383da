"""Lines that are drawn in a paragraph: its borders, and lines of both kinds of drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from r57plans.word.layout.attributes import number, twips
from r57plans.word.layout.properties import ParagraphLook
from r57plans.word.xml import Element, qname

_EMU_A_TWIP = 635
_FLATTEST = 20_000  # in EMU: what is no higher than half a millimetre is a line
_PIXEL = 15.0
_STRAIGHT = {"line", "straightConnector1"}
_CONNECTORS = ("#_x0000_t32", "#_x0000_t20")
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([^;]+)")
_SIDES = {"left", "right", "start", "end"}


def drawn_rules(paragraph: Element, look: ParagraphLook, width: float) -> tuple[float, ...]:
    """The lengths in twips of the horizontal lines drawn in a paragraph of a column's `width`.

    A border on all sides is a frame and no line.
    """
    found = [*_drawings(paragraph), *_old_drawings(paragraph)]
    sides = {side for side, shown in look.borders.items() if shown}
    if sides & {"top", "bottom"} and not sides & _SIDES:
        found.append(width - look.left - look.right)
    return tuple(length for length in found if length > 0)


def _drawings(paragraph: Element) -> Iterator[float]:
    for frame in paragraph.iter(qname("wp", "inline"), qname("wp", "anchor")):
        extent = frame.find(qname("wp", "extent"))
        shapes = {shape.get("prst") for shape in frame.iter(qname("a", "prstGeom"))}
        wide = None if extent is None else number(extent.get("cx"))
        high = None if extent is None else number(extent.get("cy"))
        if wide and (shapes & _STRAIGHT or (high is not None and high < _FLATTEST)):
            yield wide / _EMU_A_TWIP


def _old_drawings(paragraph: Element) -> Iterator[float]:
    if next(paragraph.iter(qname("mc", "Choice")), None) is not None:
        return  # the same line, drawn once more for older programs
    for line in paragraph.iter(qname("v", "line")):
        first, last = (_across(line.get(end, "")) for end in ("from", "to"))
        yield abs(last - first)
    for shape in paragraph.iter(qname("v", "shape")):
        width = _WIDTH.search(shape.get("style", ""))
        if width and shape.get("type", "").startswith(_CONNECTORS):
            yield twips(width[1]) or 0


def _across(point: str) -> float:
    """How far to the right a point lies; a number without a unit counts pixels."""
    text = point.partition(",")[0].strip()
    bare = number(text)
    return (twips(text) or 0) if bare is None else bare * _PIXEL
