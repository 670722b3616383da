"""What was exported, kept in the workbook itself: the base of a three-way merge."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

CHUNK = 30_000
"""Characters a cell: Excel holds 32,767 of them, counted in UTF-16."""
_HEAD = "r57plans/workbook/1"
_HASH = 64


def chunks(data: Mapping[str, Any]) -> list[str]:
    """The cells that hold the data: a mark, the hash, then the text in chunks."""
    text = json.dumps(data, ensure_ascii=True, sort_keys=False, separators=(",", ":"))
    return [_HEAD, _digest(text), *(text[n : n + CHUNK] for n in range(0, len(text), CHUNK))]


def data_of(cells: Iterable[str]) -> dict[str, Any] | None:
    """The data that such cells hold; None where they were altered or are no such cells."""
    head, digest, *rest = (*cells, "", "")
    text = "".join(rest)
    if head != _HEAD or len(digest) != _HASH or digest != _digest(text):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
