"""Filling text in: `"%s" % x` and `"{}".format(x)`, whose widths are read before they are made.

A format may name no attribute and no item (`{0.__class__}`), and fills in nothing that holds other
values: writing those out could be endless.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import TYPE_CHECKING, Any

from r57plans.view.printed import Joined
from r57plans.word.template.sandbox.kinds import (
    MOST_PLACES,
    failed,
    forbidden,
    no_operation,
    over,
    wanted,
    whole,
    writable,
)

if TYPE_CHECKING:
    from r57plans.word.template.sandbox.operations import Operations

_WIDEST = 1000
_LONGEST_NUMBER = 4  # digits of a width
_PLACES = 32  # characters that an ordinary number takes
_LARGE = 1e15

_PERCENT = re.compile(
    r"%(?:\((?P<key>[^()]*)\))?(?P<flags>[-#0 +]*)(?P<width>\*|[0-9]*)"
    r"(?:\.(?P<places>\*|[0-9]*))?[hlL]?(?P<kind>[diouxXeEfFgGcrsa%])"
)
_SPEC = re.compile(
    r"(?:.?[<>=^])?[-+ ]?z?#?0?(?P<width>[0-9]*)[,_]?(?:\.(?P<places>[0-9]+))?"
    r"(?P<kind>[bcdeEfFgGosxX%]?)",
    re.DOTALL,
)
_DAY_PART = re.compile("%(-?[dm]|[yYjHMS%])")
_FIELD_NAME = re.compile(r"\w*")
_DAY_PARTS: Mapping[str, Callable[[date], str]] = {
    "d": lambda day: f"{day.day:02}",
    "-d": lambda day: str(day.day),
    "m": lambda day: f"{day.month:02}",
    "-m": lambda day: str(day.month),
    "y": lambda day: f"{day.year % 100:02}",
    "Y": lambda day: f"{day.year:04}",
    "j": lambda day: f"{day.timetuple().tm_yday:03}",
    "H": lambda day: f"{getattr(day, 'hour', 0):02}",
    "M": lambda day: f"{getattr(day, 'minute', 0):02}",
    "S": lambda day: f"{getattr(day, 'second', 0):02}",
    "%": lambda day: "%",
}


def percent_format(ops: Operations, template: str, given: Any) -> str:
    """`template % given`, where `given` is one value, a tuple of values or a mapping."""
    return _Percent(ops, given).fill(template)


def brace_format(
    ops: Operations, template: str, args: Sequence[Any], named: Mapping[str, Any]
) -> str:
    """`template.format(*args, **named)`."""
    return _Brace(ops, args, named).fill(template)


def _single(ops: Operations, value: Any) -> Any:
    """A value that may be filled in: a number, a date, or whatever else as plain text."""
    if isinstance(value, int | float | Decimal):
        return writable(value)
    return value if isinstance(value, date) else ops.text(value)


def _size(digits: str | None) -> int:
    """A width or a number of places. Raises `MisuseError` above a thousand."""
    if not digits:
        return 0
    if len(digits) > _LONGEST_NUMBER or int(digits) > _WIDEST:
        raise over(f"độ rộng trong định dạng quá {_WIDEST}", f"a width above {_WIDEST} in a format")
    return int(digits)


def _written(value: Any, conversion: str) -> str:
    """A single value for `%r` and `!a`: text in quotes, a date as its plain text."""
    value = value.isoformat() if isinstance(value, date) else value
    return ascii(value) if conversion == "a" else repr(value)


class _Percent:
    """The values that are still to be filled in by `%`."""

    __slots__ = ("_left", "_named", "_ops", "_pieces")

    def __init__(self, ops: Operations, given: Any) -> None:
        self._ops = ops
        self._named = given if isinstance(given, Mapping) else None
        many = isinstance(given, tuple) and not isinstance(given, Joined)
        self._left = list(reversed(given)) if many else [given]
        self._pieces: list[str] = []

    def fill(self, template: str) -> str:
        at = 0
        self._ops.grow(len(template))
        while (start := template.find("%", at)) >= 0:
            found = _PERCENT.match(template, start)
            if found is None:
                raise failed(
                    "sau dấu % phải có ký hiệu định dạng, ví dụ %s",
                    "a % needs a format after it, such as %s",
                )
            self._pieces += template[at:start], self._field(found)
            at = found.end()
        if self._named is None and self._left:
            raise failed("thừa giá trị so với định dạng", "more values than the format takes")
        return "".join([*self._pieces, template[at:]])

    def _field(self, found: re.Match[str]) -> str:
        self._ops.count(1)
        if found["kind"] == "%":
            return "%"
        width, places = self._star(found["width"]), self._star(found["places"])
        value = self._value(found["key"])
        self._ops.grow(_size(width.lstrip("-")) + _size(places) + _weight(value))
        dot = "" if found["places"] is None else f".{places}"
        return _percent(f"%{found['flags']}{width}{dot}", found["kind"], value)

    def _star(self, size: str | None) -> str:
        """A width as digits; for `*` the next value, which may be negative."""
        return str(whole(self._next())) if size == "*" else size or ""

    def _value(self, key: str | None) -> Any:
        if key is None:
            return _single(self._ops, self._next())
        if self._named is None:
            raise failed("định dạng cần một bảng tra", "the format needs a mapping")
        if key not in self._named:
            raise failed(f"định dạng cần khóa «{key}»", f"the format needs a key “{key}”")
        return _single(self._ops, self._named[key])

    def _next(self) -> Any:
        if not self._left:
            raise failed("thiếu giá trị so với định dạng", "fewer values than the format takes")
        return self._left.pop()


def _percent(head: str, kind: str, value: Any) -> str:
    if kind in "ra":
        value, kind = _written(value, kind), "s"
    elif isinstance(value, date):
        value = value.isoformat()
    try:
        return (head + kind) % (value,)
    except TypeError:
        raise no_operation("%", head + kind, value) from None
    except (ValueError, OverflowError):
        raise wanted("giá trị hợp với định dạng", "a value that fits the format", value) from None


def _weight(value: Any) -> int:
    """An upper bound of the characters that a single value takes without its fraction."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, int):
        return value.bit_length()
    if isinstance(value, date):
        return _PLACES
    return MOST_PLACES if isinstance(value, Decimal) or abs(value) > _LARGE else _PLACES


class _Brace:
    """The values that `{}` fills in."""

    __slots__ = ("_args", "_auto", "_named", "_ops")

    def __init__(self, ops: Operations, args: Sequence[Any], named: Mapping[str, Any]) -> None:
        self._ops = ops
        self._args = args
        self._named = named
        self._auto = 0

    def fill(self, template: str, nested: bool = False) -> str:
        self._ops.grow(len(template))
        pieces: list[str] = []
        try:
            for literal, name, spec, conversion in Formatter().parse(template):
                pieces.append(literal)
                if name is not None:
                    pieces.append(self._field(name, spec or "", conversion, nested))
        except ValueError as reason:
            raise failed(f"định dạng sai: {reason}", f"a wrong format: {reason}") from reason
        return "".join(pieces)

    def _field(self, name: str, spec: str, conversion: str | None, nested: bool) -> str:
        self._ops.count(1)
        value = _single(self._ops, self._value(name))
        if nested and "{" in spec:
            raise failed("định dạng lồng nhau quá sâu", "a format nested too deeply")
        if conversion:
            value = self._ops.text(value) if conversion == "s" else _written(value, conversion)
        spec = self.fill(spec, nested=True) if "{" in spec or "}" in spec else spec
        return self._formatted(value, spec)

    def _value(self, name: str) -> Any:
        if not _FIELD_NAME.fullmatch(name):
            raise forbidden(
                f"định dạng không được lấy thuộc tính «{name}»",
                f"a format may not reach into a value (“{name}”)",
            )
        if not name:
            name, self._auto = str(self._auto), self._auto + 1
        if name in self._named:
            return self._named[name]
        if name.isdecimal() and _size(name) < len(self._args):
            return self._args[int(name)]
        raise failed(f"định dạng cần giá trị «{name}»", f"the format needs a value “{name}”")

    def _formatted(self, value: Any, spec: str) -> str:
        if isinstance(value, date):
            return _day(value, spec)
        found = _SPEC.fullmatch(spec)
        if found is None:
            raise failed(f"định dạng sai: «{spec}»", f"a wrong format: “{spec}”")
        self._ops.grow(_size(found["width"]) + _size(found["places"]) + _weight(value))
        try:
            return format(value, spec)
        except (ValueError, OverflowError):
            raise wanted(
                f"giá trị hợp với định dạng «{spec}»", f"a value that fits “{spec}”", value
            ) from None


def _day(day: date, spec: str) -> str:
    """A date by its parts, such as `%d/%m/%Y`: all of them numbers, the same on every machine."""
    if not spec:
        return day.isoformat()
    if _DAY_PART.sub("", spec).count("%"):
        raise failed(
            f"định dạng ngày sai: «{spec}»; dùng %d, %m, %Y",
            f"a wrong format of a date: “{spec}”; use %d, %m, %Y",
        )
    return _DAY_PART.sub(lambda part: _DAY_PARTS[part[1]](day), spec)
