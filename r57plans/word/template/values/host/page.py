"""How much room a page has for its text, read from the last section without parsing the part."""

from __future__ import annotations

import re

_TWIP = 635  # in the unit of drawings
_A4 = {"w": 11906, "h": 16838, "left": 1701, "right": 1134, "top": 1134, "bottom": 1134}
_SIZE = re.compile(rb"<w:pgSz\b[^>]*>")
_MARGINS = re.compile(rb"<w:pgMar\b[^>]*>")
_NUMBER = re.compile(rb'\bw:(w|h|left|right|top|bottom)="(\d{1,5})"')
_LEAST = 1440  # twips: whatever a broken file says, a picture stays visible


def text_area(document: bytes) -> tuple[int, int]:
    """The width and height of a page's text, in the unit of drawings; of an A4 page by default."""
    found = [*_SIZE.findall(document)[-1:], *_MARGINS.findall(document)[-1:]]
    said = {name.decode(): int(value) for tag in found for name, value in _NUMBER.findall(tag)}
    page = {**_A4, **said}
    width = page["w"] - page["left"] - page["right"]
    height = page["h"] - page["top"] - page["bottom"]
    return max(width, _LEAST) * _TWIP, max(height, _LEAST) * _TWIP
