"""`{placeholders}` in a text: the words of a unit, and figures that a province gives."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def fill(text: str, words: Mapping[str, str], gap: str | None = None) -> str:
    """The text with its `{placeholders}` filled; one that is not known stays, or becomes `gap`."""
    return _PLACEHOLDER.sub(
        lambda found: words.get(found[1], found[0] if gap is None else gap), text
    )
