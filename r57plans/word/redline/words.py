"""The words of a text: Vietnamese syllables, numbers of documents and abbreviations stay whole."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\s+|\S+")
_WORD = re.compile(r"([(\[{“\"‘«]*)(.*?)([.,;:!?)\]}”\"’»…]*)", re.DOTALL)


def words_of(text: str) -> list[str]:
    """The text cut into words, spaces and the signs around words; joined they are the text.

    `57-NQ/TW`, `KH&CN` and `30/6/2025` are one word each.
    """
    found: list[str] = []
    for piece in _PIECE.findall(text):
        if piece[0].isspace():
            found.append(piece)
        elif cut := _WORD.fullmatch(piece):
            found.extend(part for part in cut.groups() if part)
    return found
