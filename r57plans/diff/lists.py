"""How several values read: in a table, and in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from r57plans.diff.differing import AROUND, LONGEST, arrow, excerpts, readable, shortened, unclosed
from r57plans.diff.words import joined
from r57plans.findings import Message
from r57plans.language.passages import around_difference
from r57plans.model.change import NOTHING

_ROOM = 240  # characters of a list in a sentence
_ENDS = (".", "!", "?", "…", ";")  # what closes a sentence or a line of a list


def in_table(said: Sequence[Message]) -> Message:
    """The values as a table shows them: names in a row, sentences and lists a line each."""
    whole = any(";" in words.vi or words.vi.endswith(_ENDS) for words in said)
    return joined(said, "\n" if whole and len(said) > 1 else "; ")


def listed(said: Sequence[Message]) -> Message:
    """The beginning of each in one line: without what closes it, in quotes where `;` is in one.

    Of many only the first ones, and how many more there are.
    """
    short = [Message(*map(shortened, words)) for words in said]
    if len(short) < 2:
        return joined(short)
    bare = [Message(*map(unclosed, words)) for words in short]
    if any(";" in text for words in bare for text in words):
        bare = [Message(f"“{w.vi}”", f"“{w.en}”") for w in bare]
    return joined((*bare[: (shown := _fitting(bare))], _more(len(bare) - shown)))


def _fitting(said: Sequence[Message]) -> int:
    """How many of them make no more than a long sentence; all but one never leave one out."""
    lengths = accumulate(len(words.vi) for words in said)
    fit = max(1, sum(length <= _ROOM for length in lengths))
    return len(said) if fit >= len(said) - 1 else fit


def _more(count: int) -> Message:
    return Message(f"và {count} mục khác", f"and {count} more") if count else NOTHING


def difference(gone: Sequence[Message], come: Sequence[Message]) -> Message:
    """What only one version has: `A → B; C`, `bỏ A`, `thêm B`.

    Long texts that are alike are told around the words that differ.
    """
    if not (gone and come):
        word = Message("bỏ", "removed") if gone else Message("thêm", "added")
        return joined((word, listed(gone or come)), " ")
    pairs = [readable(*pair) for pair in zip(gone, come, strict=False)]
    if len(gone) == len(come) and (len(gone) == 1 or all(_alike(*pair) for pair in pairs)):
        parts = [excerpts(*pair) for pair in pairs]
        return arrow(*(joined(side) for side in zip(*parts, strict=True)))
    return arrow(*readable(listed(gone), listed(come)))


def _alike(old: Message, new: Message) -> bool:
    """Whether both are long, and an excerpt of either holds all that differs."""
    passages = around_difference(old.vi, new.vi, AROUND)
    return len(old.vi) > LONGEST < len(new.vi) and all(len(p.text) <= LONGEST for p in passages)
