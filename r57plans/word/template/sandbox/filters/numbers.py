"""Filters of numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from r57plans.word.template.sandbox.filters.protocol import Function, Runtime
from r57plans.word.template.sandbox.kinds import (
    bounded,
    checked,
    failed,
    no_result,
    over,
    wanted,
    whole,
    writable,
)

_MOST_DIGITS = 1200
_MOST_PRECISION = 400
_PREFIXES = "kMGTPEZY"


def abs_(runtime: Runtime, value: Any) -> Any:
    """The number without its sign."""
    return abs(_number(value))


def int_(runtime: Runtime, value: Any, default: Any = 0, base: Any = 10) -> Any:
    """The value as a whole number, cut at the point; `default` where it is no number."""
    checked(value)
    if isinstance(value, str) and len(value) > _MOST_DIGITS:
        raise over("số quá dài", "a number that is too long")
    try:
        return bounded(int(value, base) if isinstance(value, str) else int(writable(value)))
    except (TypeError, ValueError, OverflowError):
        return _int_of_float(value, default)


def _int_of_float(value: Any, default: Any) -> Any:
    try:
        return int(float(value))
    except (TypeError, ValueError, OverflowError):
        return default


def float_(runtime: Runtime, value: Any, default: Any = 0.0) -> Any:
    """The value as a number with a fraction; `default` where it is no number."""
    checked(value)
    if isinstance(value, str):
        runtime.ops.scan(len(value))
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return default


def round_(runtime: Runtime, value: Any, precision: Any = 0, method: Any = "common") -> Any:
    """The number rounded to that many places: to the nearest, up (`ceil`) or down (`floor`)."""
    number, places = writable(_number(value)), whole(precision)
    if abs(places) > _MOST_PRECISION:
        raise over(f"làm tròn quá {_MOST_PRECISION} chữ số", f"over {_MOST_PRECISION} places")
    if method not in ("common", "ceil", "floor"):
        raise failed(
            "cách làm tròn phải là common, ceil hoặc floor",
            "the method of rounding must be common, ceil or floor",
        )
    try:
        if method == "common":
            return round(number, places)
        power = 10**places
        return (math.ceil if method == "ceil" else math.floor)(number * power) / power
    except (ArithmeticError, ValueError, TypeError) as reason:
        error = reason if isinstance(reason, ArithmeticError) else ArithmeticError()
        raise no_result("round", error) from reason


def filesizeformat(runtime: Runtime, value: Any, binary: Any = False) -> str:
    """A number of bytes as `13 kB`, `4.1 MB`; with `binary` as `12.7 KiB`."""
    try:
        size = float(value if isinstance(value, str) else _number(value))
        return _size(size, 1024, "iB") if binary else _size(size, 1000, "B")
    except (ValueError, OverflowError):
        raise wanted("một số byte", "a number of bytes", value) from None


def _size(size: float, base: int, ending: str) -> str:
    if size < base:
        return "1 Byte" if size == 1 else f"{int(size)} Bytes"
    power = next((i for i in range(1, len(_PREFIXES)) if size < base ** (i + 1)), len(_PREFIXES))
    prefix = _PREFIXES[power - 1] if ending == "B" else _PREFIXES[power - 1].upper()
    return f"{base * size / base ** (power + 1):.1f} {prefix}{ending}"


def _number(value: Any) -> Any:
    if isinstance(value, int | float | Decimal):
        return value
    raise wanted("một số", "a number", value)


NUMBER_FILTERS: Mapping[str, Function] = {
    "abs": abs_,
    "filesizeformat": filesizeformat,
    "float": float_,
    "int": int_,
    "round": round_,
}
