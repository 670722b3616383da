"""Texts as they come back from Word, compared with those of the plan and brought into its form."""

from __future__ import annotations

import re

from r57plans.language import nfc, plain, spell

_BLANKS = re.compile(r"\s+")
_ENDS = " .;,"
STANDS_IN = "[vi] "
"""Before a Vietnamese text in an English document."""


def tidy(text: str) -> str:
    """The text in NFC with ordinary single blanks and hyphens, none at its ends."""
    return _BLANKS.sub(" ", plain(nfc(text))).strip()


def folded(text: str) -> str:
    """What two texts have in common that differ in capitals, blanks, tone marks or an end mark."""
    return spell(tidy(text), "new").casefold().strip(_ENDS)


def same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists say the same; an empty text in them says nothing."""
    return _said(one) == _said(other)


def _said(texts: tuple[str, ...]) -> list[str]:
    return [found for found in map(folded, texts) if found]


def restored(new: str, own: str, printed: str) -> str:
    """A new text with its words as the plan's author writes them, where printing had changed some.

    `own` is the text that the plan has there, and `printed` what was printed of it: a plan may be
    printed with the tone marks of another style than its author's.
    """
    said, written = tidy(printed).split(" "), tidy(own).split(" ")
    if len(said) != len(written):
        return tidy(new)
    words = {p: o for p, o in zip(said, written, strict=True) if p != o}
    return " ".join(words.get(word, word) for word in tidy(new).split(" "))
