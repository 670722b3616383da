"""A template with its Vietnamese words in the other style of tone marks."""

from __future__ import annotations

from functools import lru_cache

from r57plans.language import SpellingStyle, spell
from r57plans.word.package import read_package, write_package
from r57plans.word.xml import parse_part, serialise, w

_TEXT_PARTS = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")


@lru_cache(maxsize=8)
def respelled(template: bytes, style: SpellingStyle) -> bytes:
    """The template with every text respelled; tags are ASCII and come back unchanged."""
    parts = read_package(template)
    for name, data in parts.items():
        if name.startswith(_TEXT_PARTS) and name.endswith(".xml"):
            parts[name] = _respell(data, name, style)
    return write_package(parts)


def _respell(data: bytes, name: str, style: SpellingStyle) -> bytes:
    root = parse_part(data, name)
    for text in root.iter(w("t")):
        text.text = spell(text.text or "", style)
    return serialise(root)
