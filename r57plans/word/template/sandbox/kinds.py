"""The kinds of values a template works with, in words, and the faults of using them wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import NoneType
from typing import Any, NamedTuple

from jinja2 import Undefined

from r57plans.findings import Message
from r57plans.view.printed import Printed
from r57plans.word.template.told.faults import MisuseError

# What holds nothing else: it is compared, hashed and printed at once, however it was made.
SINGLE: frozenset[type] = frozenset(
    {str, Printed, int, float, bool, NoneType, Decimal, date, datetime, timedelta}
)
NUMBERS: frozenset[type] = frozenset({int, float, Decimal, bool})

_MOST_BITS = 4096  # more than any figure has, and quick in every calculation
BIGGEST = 1 << _MOST_BITS
MOST_PLACES = 1200  # places before or after the point that a Decimal may have when written out

_NUMBER = Message(vi="số", en="a number")
_WORDS: tuple[tuple[type, Message], ...] = (
    (bool, Message(vi="giá trị đúng/sai", en="a true/false value")),
    (str, Message(vi="chữ", en="text")),
    (int, _NUMBER),
    (float, _NUMBER),
    (Decimal, _NUMBER),
    (NoneType, Message(vi="giá trị trống", en="an empty value")),
    (date, Message(vi="ngày", en="a date")),
    (list, Message(vi="danh sách", en="a list")),
    (tuple, Message(vi="danh sách", en="a list")),
    (range, Message(vi="dãy số", en="a range of numbers")),
    (Mapping, Message(vi="bảng tra", en="a mapping")),
)


class Group(NamedTuple):
    """What `groupby` gives: the value that the items of `list` share, and those items."""

    grouper: Any
    list: list[Any]


def kind_of(value: object) -> Message:
    """The kind of a value in words, such as `a list`; an unknown name raises its own error."""
    checked(value)
    for kind, words in _WORDS:
        if isinstance(value, kind):
            return words
    name = type(value).__name__
    return Message(vi=f"đối tượng kiểu {name}", en=f"an object of type {name}")


def checked(value: object) -> None:
    """Raise the error of an unknown name; any other value passes."""
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()


def over(vi: str, en: str) -> MisuseError:
    """The fault of asking for too much."""
    return MisuseError("template.limit", Message(vi=vi, en=en))


def failed(vi: str, en: str) -> MisuseError:
    """The fault of an expression that has no result."""
    return MisuseError("template.failed", Message(vi=vi, en=en))


def forbidden(vi: str, en: str) -> MisuseError:
    """The fault of an expression that no template may have."""
    return MisuseError("template.forbidden", Message(vi=vi, en=en))


def not_text(value: object) -> MisuseError:
    """The fault of printing, joining or formatting what is no text, number or date."""
    return MisuseError("template.value", kind_of(value))


def wanted(vi: str, en: str, value: object) -> MisuseError:
    """The fault of a value of another kind than the wanted one, which is given in words."""
    kind = kind_of(value)
    return failed(f"cần {vi}, nhưng đây là {kind.vi}", f"{en} is needed, but this is {kind.en}")


def no_operation(sign: str, left: object, right: object) -> MisuseError:
    """The fault of an operator between values that it does not work on."""
    a, b = kind_of(left), kind_of(right)
    return failed(
        f"phép «{sign}» không dùng được giữa {a.vi} và {b.vi}",
        f"“{sign}” does not work between {a.en} and {b.en}",
    )


def no_result(sign: str, reason: ArithmeticError) -> MisuseError:
    """The fault of a calculation that has no result: a division by zero, a number too large."""
    if isinstance(reason, ZeroDivisionError):
        return failed("chia cho 0", "division by zero")
    if isinstance(reason, OverflowError):
        return over("số quá lớn", "a number that is too large")
    return failed(f"phép «{sign}» không có kết quả", f"“{sign}” has no result here")


def whole(value: object) -> int:
    """The value if it is a whole number and no boolean. Raises `MisuseError` for any other."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise wanted("một số nguyên", "a whole number", value)


def positive(value: object) -> int:
    """The value if it is a whole number from 1. Raises `MisuseError` for any other."""
    number = whole(value)
    if number < 1:
        raise failed("cần một số nguyên từ 1 trở lên", "a whole number from 1 is needed")
    return number


def is_number(value: object) -> bool:
    """Whether the value is a number; True and False are none."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def bounded(number: Any) -> Any:
    """The result of a calculation. Raises `MisuseError` where it is too large or no number."""
    kind = type(number)
    if kind is int:
        if not -BIGGEST < number < BIGGEST:
            raise over("số quá lớn", "a number that is too large")
    elif kind is complex:
        raise failed("phép tính không có kết quả", "the calculation has no result")
    return number


def writable(number: Any) -> Any:
    """The number if writing all its places is quick. Raises `MisuseError` for one like 1E+99999."""
    if isinstance(number, Decimal) and number.is_finite():
        exponent = number.as_tuple().exponent
        if abs(number.adjusted()) > MOST_PLACES or int(exponent) < -MOST_PLACES:
            raise over("số quá dài", "a number that is too long")
    return bounded(number)
