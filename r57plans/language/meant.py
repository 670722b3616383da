"""The one question about a name that is not there: which known one was meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from r57plans.findings import Message
from r57plans.language.text import nearest


def did_you_mean(word: str, known: Iterable[str], n: int = 1) -> Message | None:
    """The question after the nearest of the known names, n at most; None where none is near."""
    near = nearest(word, known, n)
    return meant(near) if near else None


def meant(names: Sequence[str]) -> Message:
    """The question whether one of these was meant, the likeliest first; there is at least one."""
    quoted = [f"“{name}”" for name in names]
    before = f"{', '.join(quoted[:-1])} " if quoted[1:] else ""
    vi, en = (f"{before}{word} " if before else "" for word in ("hoặc", "or"))
    return Message(
        f"Có phải ý bạn là {vi}{quoted[-1]}?",
        f"Did you mean {en}{quoted[-1]}?",
    )
