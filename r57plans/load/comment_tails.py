"""Comments between two entries of a YAML tree stay where they are when an entry comes or goes.

ruamel keeps the comment lines that follow an entry with the last value inside that entry, though
they mostly speak of what comes next: they would vanish, or end up in the middle, with it.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.tokens import CommentToken

_AFTER = {CommentedMap: 2, CommentedSeq: 0}
_BEFORE = 1


def take_tail(holder: Any, key: Any) -> str:
    """Cuts the comment and blank lines below an entry, and gives them.

    A comment beside its value stays.
    """
    holder, key = _last_inside(holder, key)
    notes = holder.ca.items.get(key)
    token = notes[_AFTER[type(holder)]] if notes else None
    if token is None:
        return ""
    beside, _, below = token.value.partition("\n")
    token.value = f"{beside}\n"
    return str(below)


def give_tail(holder: Any, key: Any, below: str) -> None:
    """Puts comment and blank lines below an entry, and below the comment beside it."""
    if not below:
        return
    holder, key = _last_inside(holder, key)
    notes = holder.ca.items.setdefault(key, [None] * 4)
    slot = _AFTER[type(holder)]
    if notes[slot] is None:
        notes[slot] = CommentToken(f"\n{below}", CommentMark(0), None)
    else:
        notes[slot].value += below


def give_head(holder: Any, key: Any, above: str) -> None:
    """Puts comment lines above an entry that is the first of its holder."""
    lines = [line for line in above.splitlines() if line.strip()]
    tokens = [_line_token(line) for line in lines]
    notes = holder.ca.items.setdefault(key, [None] * 4)
    notes[_BEFORE] = tokens + (notes[_BEFORE] or [])


def last_key(holder: Any) -> Any:
    """The key or index of the last entry; None where there is no entry."""
    if isinstance(holder, CommentedSeq):
        return len(holder) - 1 if holder else None
    return next(reversed(holder), None)


def _line_token(line: str) -> CommentToken:
    text = line.lstrip(" ")
    return CommentToken(f"{text}\n", CommentMark(len(line) - len(text)), None)


def _last_inside(holder: Any, key: Any) -> tuple[Any, Any]:
    """The innermost last entry of an entry: where ruamel keeps the comment that follows."""
    value = holder[key]
    while isinstance(value, CommentedMap | CommentedSeq) and value and not value.fa.flow_style():
        holder, key = value, last_key(value)
        value = holder[key]
    return holder, key
