"""Two versions of a text as a table quotes them: a long one only around what changed."""

from __future__ import annotations

from r57plans.language import plain

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
    before, after = old.split(), new.split()
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return _middle(before, start, end), _middle(after, start, end)


def _common(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _middle(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), len(words) - max(0, end - _AROUND)
    dots = ("… " if first else "", " …" if last < len(words) else "")
    return f"{dots[0]}{' '.join(words[first:last])}{dots[1]}"
