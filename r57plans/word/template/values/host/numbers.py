"""Which numbers and bookmarks the text of the document's parts uses already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_DRAWING = re.compile(rb"<(?:\w+:)?docPr\b[^>]*?\sid=[\"'](\d{1,9})[\"']")
_BOOKMARK = re.compile(rb"<(?:\w+:)?bookmarkStart\b[^>]*>")
_NAME = re.compile(rb"\bname=[\"']([^\"']*)[\"']")
_NUMBER = re.compile(rb"\bid=[\"'](\d{1,10})[\"']")


@dataclass(frozen=True, slots=True)
class UsedNumbers:
    """The highest number of a drawing, the bookmarks' numbers and their names in lower case."""

    drawing: int
    bookmarks: frozenset[int]
    names: frozenset[str]


def used_numbers(parts: Mapping[str, bytes]) -> UsedNumbers:
    """What the parts use, found without parsing them."""
    texts = [data for name, data in parts.items() if name.endswith(".xml")]
    drawings = [int(n) for data in texts for n in _DRAWING.findall(data)]
    starts = [start for data in texts for start in _BOOKMARK.findall(data)]
    bookmarks = [int(found[1]) for start in starts if (found := _NUMBER.search(start))]
    names = [found[1] for start in starts if (found := _NAME.search(start))]
    return UsedNumbers(
        max(drawings, default=0),
        frozenset(bookmarks),
        frozenset(name.decode("utf-8", "replace").casefold() for name in names),
    )
