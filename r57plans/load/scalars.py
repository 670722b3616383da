"""Plain words of a YAML file as values: text unless they are plainly something else.

Only what nobody could mean as text is converted: `true`, `null`, whole numbers, decimal numbers.
`no`, `on`, `1:30`, `05`, `2025-11-30` stay as they are written.
"""

from __future__ import annotations

import re
from typing import Self

Scalar = str | int | float | bool | None

_CONSTANTS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_DECIMAL = re.compile(r"-?[0-9]{1,18}\.[0-9]{1,18}")
_FIRST = frozenset("-0123456789")


class RawFloat(float):
    """A decimal number that remembers how the file writes it: `2.10` is not `2.1`."""

    raw: str

    def __new__(cls, raw: str) -> Self:
        """The number of a text such as `2.10`; raises ValueError where it is no number."""
        made = super().__new__(cls, raw)
        made.raw = raw
        return made


def plain_value(text: str) -> Scalar:
    """What an unquoted word means."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in _FIRST:
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    return RawFloat(text) if _DECIMAL.fullmatch(text) else text
