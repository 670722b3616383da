"""Two versions of a text around the words in which they differ."""

from __future__ import annotations

from typing import NamedTuple


class Passage(NamedTuple):
    """Some words out of a text, and whether the text has others before and behind them."""

    text: str
    begins_later: bool
    ends_earlier: bool

    def dotted(self, text: str) -> str:
        """A text in the place of the passage's, with dots where words were left out around it."""
        before, behind = ("… " if self.begins_later else ""), (" …" if self.ends_earlier else "")
        return f"{before}{text}{behind}"


def around_difference(old: str, new: str, kept: int) -> tuple[Passage, Passage]:
    """What differs between two texts, with as many words that are the same kept on each side."""
    before, after = old.split(), new.split()
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return _passage(before, start - kept, end - kept), _passage(after, start - kept, end - kept)


def _common(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _passage(words: list[str], left: int, behind: int) -> Passage:
    """The words without so many at the beginning and at the end."""
    first, last = max(left, 0), len(words) - max(behind, 0)
    return Passage(" ".join(words[first:last]), first > 0, last < len(words))
