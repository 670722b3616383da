"""What an author of templates is told of a field, beside the field itself."""

from __future__ import annotations

from r57plans.findings import Message
from r57plans.view.printed import Joined, Printed

Line = str | Printed | Joined
Lines = tuple[Line, ...]
Several = str | Joined
"""Text that is made of values which a template may also loop over, one by one."""

TOLD = "told"


def told(vi: str, en: str) -> dict[str, Message]:
    """The metadata of a field of a record: one line for authors, in both languages."""
    return {TOLD: Message(vi, en)}
