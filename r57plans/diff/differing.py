"""Two values beside each other, as short as they can be and still show what differs."""

from __future__ import annotations

from r57plans.findings import Message
from r57plans.language.passages import Passage, around_difference

LONGEST = 120  # a value as long as that is said whole
AROUND = 3  # words that are kept on each side of what differs


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


def arrow(old: Message, new: Message) -> Message:
    """`old → new`."""
    return Message(f"{old.vi} → {new.vi}", f"{old.en} → {new.en}")


def shortened(text: str) -> str:
    """The beginning of a long text."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0]} …"


def unclosed(text: str) -> str:
    """A text without the sign that closes it, as it stands among others in a sentence."""
    return text.rstrip(" .;")


def in_line(said: Message) -> Message:
    """A value of several lines as one."""
    vi, en = ("; ".join(map(unclosed, text.split("\n"))) if "\n" in text else text for text in said)
    return Message(vi, en)


def _cut(old: str, new: str) -> tuple[str, str]:
    if max(len(old), len(new)) <= LONGEST:
        return old, new
    before, after = around_difference(old, new, AROUND)
    return _shown(before), _shown(after)


def _shown(passage: Passage) -> str:
    """The passage, or its beginning; dots where words were left out, once at an end."""
    short = shortened(passage.text)
    return passage._replace(ends_earlier=passage.ends_earlier and short == passage.text).dotted(
        short
    )
