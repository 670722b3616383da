"""Texts as they come back from Word, compared with those of the plan and brought into its form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from r57plans.language import nfc, plain, spell

_BLANKS = re.compile(r"\s+")
_LIKE = 0.5
_ENDS = " .;,"
STANDS_IN = "[vi] "
"""Before a Vietnamese text in an English document."""


def tidy(text: str) -> str:
    """The text in NFC with ordinary single blanks and hyphens, none at its ends."""
    return _BLANKS.sub(" ", plain(nfc(text))).strip()


def folded(text: str) -> str:
    """What two texts have in common that differ in capitals, blanks, tone marks or an end mark."""
    return spell(tidy(text), "new").casefold().strip(_ENDS)


def exact(text: str) -> str:
    """What two texts have in common that differ in blanks, tone marks or the first capital."""
    said = spell(tidy(text), "new")
    return said[:1].casefold() + said[1:]


def same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists say the same; an empty text in them says nothing."""
    return _said(one) == _said(other)


def alike(one: str, other: str) -> bool:
    """Whether one text may be an edit of the other, and not another in its place."""
    return SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio() >= _LIKE


def paired(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The place in the old list of each new text that stood there, perhaps in other words.

    Those that read as before come first; then, of the rest, the one at the same place or the next
    that is alike.
    """
    free = {n: exact(text) for n, text in enumerate(old)}
    found: dict[int, int] = {}
    for place, text in enumerate(new):
        same_text = next((n for n, said in free.items() if said == exact(text)), None)
        if same_text is not None:
            found[place] = same_text
            del free[same_text]
    for place, text in enumerate(new):
        if place not in found:
            near = sorted(free, key=lambda n: abs(n - place))
            match = next((n for n in near if alike(old[n], text)), None)
            if match is not None:
                found[place] = match
                del free[match]
    return found


def _said(texts: tuple[str, ...]) -> list[str]:
    return [found for found in map(exact, texts) if found]


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
