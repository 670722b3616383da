"""How long a text is when it is printed: for rules that are as long as what stands above them."""

from __future__ import annotations

import unicodedata

from r57plans.errors import R57Error

_UNITS_PER_EM = 2048
_TWIPS_PER_POINT = 20

# Advance widths of Times New Roman Bold and of the fonts made to its measure. An accent adds none;
# a horn does.
_BOLD = {
    512: " ,.",
    569: "il/",
    682: "-fjt:;()",
    797: "Is",
    909: "cerz",
    1024: "Jagovxy0123456789–“”",
    1134: "ơ",
    1139: "Sbdhknpqu",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYw",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "m&",
    1933: "M",
    2048: "W%",
}
_WIDTHS = {letter: width for width, letters in _BOLD.items() for letter in letters}
_HORN = "\u031b"
_AS_WIDE = {"Đ": "D", "đ": "d"}


def bold_width(text: str, points: float) -> int:
    """The width in twips of one line in Times New Roman Bold, without kerning, as Word sets it.

    Raises R57Error for a letter whose width is not known.
    """
    units = sum(_width(_AS_WIDE.get(letter, letter)) for letter in _without_accents(text))
    return round(units * points * _TWIPS_PER_POINT / _UNITS_PER_EM)


def _without_accents(text: str) -> str:
    pieces = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in pieces if c == _HORN or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept)


def _width(letter: str) -> int:
    if letter not in _WIDTHS:
        raise R57Error(f"no width is known for the letter {letter!r}")
    return _WIDTHS[letter]
