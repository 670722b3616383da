"""Where the tags of a text stand, found in one pass however many delimiters are left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


def tag_spans(text: str) -> Iterator[tuple[int, int]]:
    """The first character of each tag and the one after its last: the matches of `tags.TAG`.

    An expression with `.*?` would look to the text's end for each opening that nothing closes.
    """
    never: set[str] = set()  # what is not closed any more from here on
    position = 0
    while opening := _OPENING.search(text, position):
        position = opening.start() + 1
        if opening[0] in never:
            continue
        end = text.find(_CLOSING[opening[0]], opening.end())
        if end < 0:
            never.add(opening[0])
        else:
            position = end + 2
            yield opening.start(), position


def without_tags(text: str, kept: str = "") -> str:
    """The text without its tags, but for those that begin with `kept`."""
    pieces, position = [], 0
    for start, end in tag_spans(text):
        if not (kept and text.startswith(kept, start)):
            pieces.append(text[position:start])
            position = end
    return "".join([*pieces, text[position:]])
