"""Lengths as authors write them, in the unit of drawings: 36,000 of it are a millimetre."""

from __future__ import annotations

import re
from decimal import Decimal

from r57plans.word.template.values.refusing import refused

MILLIMETRE = 36_000
INCH = 914_400
LONGEST = 22 * INCH  # the widest page that Word has

_UNITS = {"mm": MILLIMETRE, "cm": 10 * MILLIMETRE, "in": INCH, "pt": INCH // 72}
_WRITTEN = re.compile(r"\s*(\d{1,5}(?:[.,]\d{1,6})?)\s*(mm|cm|in|pt)?\s*", re.IGNORECASE)


def length(value: object) -> int:
    """A number is millimetres; text has a unit or is millimetres too: `40mm`, `2,5 cm`, `1in`.

    Raises `MisuseError` (`template.value`) for any other, and for more than 22 inches.
    """
    units = _units(value)
    if units is None or not 1 <= units <= LONGEST:
        raise refused(
            f"độ dài {value!r} không hợp lệ; viết số milimét hoặc như «3cm», «40mm», «1in», "
            "«120pt», nhiều nhất 22 inch",
            f"the length {value!r} is not valid; write millimetres or such as “3cm”, “40mm”, "
            "“1in”, “120pt”, at most 22 inches",
        )
    return units


def _units(value: object) -> int | None:
    if isinstance(value, str):
        found = _WRITTEN.fullmatch(value)
        if found is None:
            return None
        unit = _UNITS[(found[2] or "mm").lower()]
        return round(Decimal(found[1].replace(",", ".")) * unit)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        # Compared before it is rounded: infinity and what is not a number cannot be.
        return round(value * MILLIMETRE) if 0 < value < 1000 else None
    return None
