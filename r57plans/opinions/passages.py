"""Two versions of a text as a table quotes them: a long one only around what changed."""

from __future__ import annotations

from r57plans.language import plain
from r57plans.language.passages import around_difference

_LONGEST = 120  # a text as long as that is quoted whole
_AROUND = 6  # words that are kept on each side of what changed


def one_text(texts: tuple[str, ...]) -> str:
    """The items of a value as one line."""
    said = (plain(text).strip().rstrip(";") for text in texts)
    return "; ".join(text for text in said if text)


def differing(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, str]:
    """The items that only one of the lists has; all of both where only their order differs."""
    gone = tuple(item for item in old if item not in new)
    come = tuple(item for item in new if item not in old)
    return (one_text(gone), one_text(come)) if gone or come else (one_text(old), one_text(new))


def passages(old: str, new: str) -> tuple[str, str]:
    """Both texts, or of long ones what differs with some words around it."""
    if max(len(old), len(new)) <= _LONGEST or not (old and new):
        return old, new
    before, after = around_difference(old, new, _AROUND)
    return before.dotted(before.text), after.dotted(after.text)
