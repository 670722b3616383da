"""What comparing, hashing or sorting a value costs, counted before it is done.

A list that holds itself twice, doubled fifty times, is small in memory and endless to compare; and
a tuple nested a million times deep ends the process when it is hashed. Both are found here first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any

from r57plans.view.printed import Printed
from r57plans.word.template.sandbox.kinds import SINGLE, over

_DEEPEST = 100  # far more than any data have, and safe for the recursion inside Python
_HEAVIEST = 100_000  # values in one that is compared
SCAN = 10  # 2 ** 10 characters are read in about the time of one step


def weigh(count: Callable[[int], None], value: object) -> int:
    """How many values one comparison may look at; `count` is told of them as they are found.

    Raises `MisuseError` for what is nested too deeply, and whatever `count` raises.
    """
    level: Collection[Any] = (value,)
    total = 0
    for _ in range(_DEEPEST):
        steps, level = _next(count, level)
        total += steps
        if not level:
            return total
        if total + len(level) > _HEAVIEST:
            raise over("dữ liệu quá lớn để so sánh", "data too large to be compared")
    raise over(
        f"dữ liệu lồng nhau quá {_DEEPEST} tầng", f"data nested more than {_DEEPEST} levels deep"
    )


def _next(count: Callable[[int], None], level: Collection[Any]) -> tuple[int, list[Any]]:
    """The steps of one level of nesting, and the values of the level below."""
    below: list[Any] = []
    letters = 0
    for item in level:
        kind = type(item)
        if kind is str or kind is Printed:
            letters += len(item)
        elif kind not in SINGLE:
            inner = _inside(item)
            count(len(inner))
            below.extend(inner)
    if letters >> SCAN:
        count(letters >> SCAN)
    return len(level) + (letters >> SCAN), below


def _inside(value: object) -> Collection[Any]:
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, Mapping):
        return tuple(chain(value, value.values()))
    kind: Any = type(value)
    read = _reader(kind)
    return () if read is None else read(value)


@cache
def _reader(kind: Any) -> Callable[[Any], Collection[Any]] | None:
    """What reads all fields of a dataclass, which is compared by them; None for other types."""
    names = [field.name for field in fields(kind) if field.compare] if is_dataclass(kind) else []
    if not names:
        return None
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),)
