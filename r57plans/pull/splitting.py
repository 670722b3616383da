"""Text as the items of a list."""

from __future__ import annotations

import re

from r57plans.pull.base import Field, norm

SEPARATOR = re.compile(r"[;\n]")


def split(text: str, field: Field | None) -> list[str]:
    """Text as items: by semicolons and lines, but for a printed item that holds such itself."""
    out: list[str] = []
    for line in text.split("\n"):
        known = [v for item in (field.items if field else ()) for v in item if ";" in v]
        held = field is not None and field.holds(line)
        if held or any(_resembles(norm(line), variant) for variant in known):
            out.append(line)
        else:
            out += SEPARATOR.split(line)
    return out


def _resembles(line: str, printed: str) -> bool:
    """Whether a line is a printed item with some words changed: as many semicolons, one half."""
    words, there = set(line.split()), set(printed.split())
    same_parts = line.count(";") == printed.count(";")
    return same_parts and len(words & there) * 2 >= len(there)
