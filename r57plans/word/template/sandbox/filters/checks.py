"""The tests of `is`: what a template may ask of a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import Undefined

from r57plans.word.template.sandbox.filters.protocol import Function, Runtime
from r57plans.word.template.sandbox.kinds import checked, wanted


def defined(runtime: Runtime, value: Any) -> bool:
    """Whether the name is known."""
    return not isinstance(value, Undefined)


def undefined(runtime: Runtime, value: Any) -> bool:
    """Whether the name is unknown."""
    return isinstance(value, Undefined)


def none(runtime: Runtime, value: Any) -> bool:
    """Whether the value is empty in the data."""
    return value is None


def boolean(runtime: Runtime, value: Any) -> bool:
    """Whether the value is True or False."""
    return value is True or value is False


def true(runtime: Runtime, value: Any) -> bool:
    """Whether the value is True."""
    return value is True


def false(runtime: Runtime, value: Any) -> bool:
    """Whether the value is False."""
    return value is False


def integer(runtime: Runtime, value: Any) -> bool:
    """Whether the value is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)


def float_(runtime: Runtime, value: Any) -> bool:
    """Whether the value is a number kept as a binary fraction."""
    return isinstance(value, float)


def number(runtime: Runtime, value: Any) -> bool:
    """Whether the value is a number; True and False count, as they do in Jinja."""
    return isinstance(value, int | float | Decimal)


def string(runtime: Runtime, value: Any) -> bool:
    """Whether the value is text."""
    return isinstance(value, str)


def mapping(runtime: Runtime, value: Any) -> bool:
    """Whether the value has keys."""
    return isinstance(value, Mapping)


def sequence(runtime: Runtime, value: Any) -> bool:
    """Whether the value has items and a length: text and mappings count, as they do in Jinja."""
    return isinstance(value, str | list | tuple | range | Mapping)


def iterable(runtime: Runtime, value: Any) -> bool:
    """Whether a loop can run over the value."""
    checked(value)
    return sequence(runtime, value) or isinstance(value, Iterator)


def lower(runtime: Runtime, value: Any) -> bool:
    """Whether the text has small letters only."""
    return runtime.ops.text(value).islower()


def upper(runtime: Runtime, value: Any) -> bool:
    """Whether the text has capitals only."""
    return runtime.ops.text(value).isupper()


def odd(runtime: Runtime, value: Any) -> bool:
    """Whether the number is odd."""
    return divisibleby(runtime, runtime.ops.sub(value, 1), 2)


def even(runtime: Runtime, value: Any) -> bool:
    """Whether the number is even."""
    return divisibleby(runtime, value, 2)


def divisibleby(runtime: Runtime, value: Any, num: Any) -> bool:
    """Whether the number can be divided by the other."""
    if isinstance(value, str):
        raise wanted("một số", "a number", value)
    divisible: bool = runtime.ops.mod(value, num) == 0
    return divisible


def sameas(runtime: Runtime, value: Any, other: Any) -> bool:
    """Whether the values are one and the same."""
    return value is other


def in_(runtime: Runtime, value: Any, seq: Any) -> bool:
    """Whether the value is in the list, text or mapping."""
    return runtime.ops.contains(value, seq)


def eq(runtime: Runtime, value: Any, other: Any) -> bool:
    """Whether the values are equal."""
    return runtime.ops.eq(value, other)


def ne(runtime: Runtime, value: Any, other: Any) -> bool:
    """Whether the values differ."""
    return runtime.ops.ne(value, other)


def lt(runtime: Runtime, value: Any, other: Any) -> bool:
    """Whether the value is less than the other."""
    return runtime.ops.lt(value, other)


def le(runtime: Runtime, value: Any, other: Any) -> bool:
    """Whether the value is at most the other."""
    return runtime.ops.le(value, other)


def gt(runtime: Runtime, value: Any, other: Any) -> bool:
    """Whether the value is more than the other."""
    return runtime.ops.gt(value, other)


def ge(runtime: Runtime, value: Any, other: Any) -> bool:
    """Whether the value is at least the other."""
    return runtime.ops.ge(value, other)


TESTS: Mapping[str, Function] = {
    "!=": ne,
    "<": lt,
    "<=": le,
    "==": eq,
    ">": gt,
    ">=": ge,
    "boolean": boolean,
    "defined": defined,
    "divisibleby": divisibleby,
    "eq": eq,
    "equalto": eq,
    "even": even,
    "false": false,
    "float": float_,
    "ge": ge,
    "greaterthan": gt,
    "gt": gt,
    "in": in_,
    "integer": integer,
    "iterable": iterable,
    "le": le,
    "lessthan": lt,
    "lower": lower,
    "lt": lt,
    "mapping": mapping,
    "ne": ne,
    "none": none,
    "number": number,
    "odd": odd,
    "sameas": sameas,
    "sequence": sequence,
    "string": string,
    "true": true,
    "undefined": undefined,
    "upper": upper,
}
