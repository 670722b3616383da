"""Abbreviations in a Vietnamese text: those that it uses, and those that it explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from r57plans.language.text import nfc

_CAPITAL = "A-ZĐƯÔÂÊ"
_SHORT = rf"[{_CAPITAL}][{_CAPITAL}0-9]*(?:&[{_CAPITAL}]+)*"
# Not within a document's number (57-NQ/TW), a code with hyphens, an address or another word.
_USED = re.compile(rf"(?<![\w&/.@-])({_SHORT})(?![\w&/@-]|\.\w)")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_CALLED = re.compile(
    rf"(?:viết|gọi|ký hiệu)(?:\s+(?:tắt|chung))?(?:\s+là:?|:)\s+[“\"']?({_SHORT})", re.IGNORECASE
)
_SPELT_OUT = re.compile(rf"(?<![\w&/.@-])({_SHORT})\s*\(([^()]{{4,80}})\)")


def abbreviations_in(text: str) -> Iterator[str]:
    """Each abbreviation where it is used: two capitals or more, but no Roman number.

    A text in capitals alone has none: its words cannot be told from them.
    """
    words = nfc(text)
    if words.isupper():
        return
    for found in _USED.finditer(words):
        capitals = sum(letter.isupper() for letter in found[1])
        if capitals >= 2 and not _ROMAN.fullmatch(found[1]):
            yield found[1]


def explained_in(text: str) -> Iterator[str]:
    """The abbreviations that a text explains: `(KHCN, ĐMST)`, "gọi tắt là BCĐ", `CB (cán bộ)`."""
    words = nfc(text)
    for found in _BRACKETS.finditer(words):
        parts = re.split(r"[,;]\s*|\s+và\s+", found[1].strip())
        if all(re.fullmatch(_SHORT, part) for part in parts):
            yield from parts
    for found in _CALLED.finditer(words):
        yield found[1]
    for found in _SPELT_OUT.finditer(words):
        if "".join(word[0] for word in found[2].split()).upper() == found[1]:
            yield found[1]
