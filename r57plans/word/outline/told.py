"""The signs of an outline: a row, a cell, and what a reader could overlook."""

from __future__ import annotations

import re
from collections.abc import Sequence

_COMBINING = re.compile("[\u0300-\u036f]")
_HIDDEN_SPACES = re.compile(r"^ +| +$|  +")
_NUMBER = re.compile(r"-?[0-9]{1,9}")


def whole(text: str | None) -> int:
    """The whole number that an attribute gives; 0 where it gives none, or one that no page has."""
    return int(text) if text and _NUMBER.fullmatch(text) else 0


def row_line(cells: Sequence[str]) -> str:
    """A row on one line."""
    return f"| {' | '.join(cells)} |".replace("|  |", "| |").replace("|  |", "| |")


def cell_text(blocks: Sequence[str]) -> str:
    """What a cell holds, its blocks one after the other; the first paragraph needs no mark."""
    text = " ".join(blocks)
    return "" if text == "¶" else text.removeprefix("¶ ")


def seen(text: str) -> str:
    """The text with what a reader could overlook made visible."""
    text = _HIDDEN_SPACES.sub(lambda m: "·" * len(m[0]), text).replace("\u00a0", "°")
    return _COMBINING.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
