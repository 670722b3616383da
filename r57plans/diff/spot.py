"""What a change is of: a task, a target, a document, a part of the plan; in both versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from r57plans.findings import Message
from r57plans.model.change import NOTHING

Path = tuple[str | int, ...]
PLAN = Message("Kế hoạch", "The plan")
"""What the parts of the plan itself are of."""


@dataclass(frozen=True, slots=True)
class Spot:
    """`subject` names it in a sentence; `old` and `new` are its paths, None where it is not.

    `prefix` begins the names of its fields, such as `document/`. `blanks` are the words that
    messages take besides the values, `name` is the short name of a task or target.
    """

    subject: Message
    old: Path | None = ()
    new: Path | None = ()
    prefix: str = ""
    task: str = ""
    target: str = ""
    group: str = ""
    name: Message = NOTHING
    blanks: Mapping[str, Message] = field(default_factory=dict)
