"""Two values beside each other, as short as they can be and still show what differs."""

from __future__ import annotations

from r57plans.findings import Message

LONGEST = 120  # a value as long as that is said whole
_AROUND = 3  # words that are kept on each side of what differs


def readable(old: Message, new: Message) -> tuple[Message, Message]:
    """Both values such that they differ in each language: the other's words where one is silent."""
    if old.en == new.en and old.vi != new.vi:
        return Message(old.vi, old.vi), Message(new.vi, new.vi)
    if old.vi == new.vi and old.en != new.en:
        return Message(old.en, old.en), Message(new.en, new.en)
    return old, new


def excerpts(old: Message, new: Message) -> tuple[Message, Message]:
    """The values as sentences show them: long ones only around the words that differ."""
    vi, en = _cut(old.vi, new.vi), _cut(old.en, new.en)
    return Message(vi[0], en[0]), Message(vi[1], en[1])


def shortened(text: str) -> str:
    """The beginning of a long text."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0]} …"


def _cut(old: str, new: str) -> tuple[str, str]:
    if max(len(old), len(new)) <= LONGEST:
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
    first, last = max(start - _AROUND, 0), min(len(words) - end + _AROUND, len(words))
    said = shortened(" ".join(words[first:last]))
    return f"{'… ' if first else ''}{said}{' …' if last < len(words) else ''}"
