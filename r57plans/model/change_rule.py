"""The rules of changes, as data: which change it is, how grave, and in which words it is told."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from r57plans.model.base import Frozen, Text, Words
from r57plans.model.change import Severity

ChangeSeverity = Literal["major", "minor", "wording", "off"]
"""A severity that an office gives to a rule; `off` leaves its changes out."""

_ID = r"^[a-z]+(\.[a-z]+(-[a-z]+)*)+$"


class ChangeRule(Frozen):
    """One kind of change. `pair` is what it is called where the versions are exchanged.

    The message has blanks such as `{task}`, `{old}` and `{new}`. `part` names what changed after
    its subject, once for all rules of a family.
    """

    id: Words = Field(pattern=_ID)
    pair: Words = Field(pattern=_ID)
    severity: Severity
    title: Text
    part: Text | None = None
    message: Text
