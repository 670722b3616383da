"""Two values beside each other, as short as they can be and still show what differs."""

from __future__ import annotations

from r57plans.findings import Message
from r57plans.language.passages import around_difference

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
    before, after = around_difference(old, new, _AROUND)
    return before.dotted(shortened(before.text)), after.dotted(shortened(after.text))
