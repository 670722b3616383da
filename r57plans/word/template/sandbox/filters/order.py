"""Filters that compare items: sorting, grouping, the smallest, the largest, each only once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from r57plans.word.template.sandbox.filters.attributes import Getter, folded, getter, sort_key
from r57plans.word.template.sandbox.filters.lists import nothing
from r57plans.word.template.sandbox.filters.protocol import Function, Runtime
from r57plans.word.template.sandbox.kinds import (
    SINGLE,
    Group,
    checked,
    failed,
    no_operation,
    wanted,
)


def sort(
    runtime: Runtime,
    value: Any,
    reverse: Any = False,
    case_sensitive: Any = False,
    attribute: Any = None,
) -> list[Any]:
    """The items in order, by themselves or by one or more attributes."""
    given, keys = _read(runtime, value, sort_key(runtime, attribute, not case_sensitive))
    return [given[i] for i in _order(runtime, keys, bool(reverse))]


def dictsort(
    runtime: Runtime,
    value: Any,
    case_sensitive: Any = False,
    by: Any = "key",
    reverse: Any = False,
) -> list[tuple[Any, Any]]:
    """The keys and values of a mapping in pairs, in the order of its keys or values."""
    if by not in ("key", "value"):
        raise failed("dictsort xếp theo «key» hoặc «value»", "dictsort sorts by “key” or “value”")
    if not isinstance(value, Mapping):
        raise wanted("bảng tra", "a mapping", value)
    runtime.ops.count(len(value))
    given = list(value.items())
    keys: list[Any] = [pair[by == "value"] for pair in given]
    keys = keys if case_sensitive else [folded(runtime, key) for key in keys]
    return [given[i] for i in _order(runtime, keys, bool(reverse))]


def groupby(
    runtime: Runtime,
    value: Any,
    attribute: Any,
    default: Any = None,
    case_sensitive: Any = False,
) -> list[Group]:
    """The items in groups of one attribute's value, `grouper`; the groups in its order."""
    given, found = _read(runtime, value, getter(runtime, attribute, default=default))
    keys = found if case_sensitive else [folded(runtime, key) for key in found]
    groups: list[Group] = []
    key: Any = None
    for i in _order(runtime, keys, False):
        if not groups or keys[i] != key:
            key = keys[i]
            groups.append(Group(found[i], []))
        groups[-1].list.append(given[i])
    return groups


def unique(
    runtime: Runtime, value: Any, case_sensitive: Any = False, attribute: Any = None
) -> list[Any]:
    """The items without those whose like came before, small letters and capitals being alike."""
    key, read = runtime.ops.key, getter(runtime, attribute, fold=not case_sensitive)
    seen: set[Any] = set()
    kept = []
    for item in runtime.ops.iterate(value):
        found = key(read(item))
        if found not in seen:
            seen.add(found)
            kept.append(item)
    return kept


def min_(runtime: Runtime, value: Any, case_sensitive: Any = False, attribute: Any = None) -> Any:
    """The smallest item; an unknown value where there is none."""
    return _extreme(runtime, min, value, case_sensitive, attribute)


def max_(runtime: Runtime, value: Any, case_sensitive: Any = False, attribute: Any = None) -> Any:
    """The largest item; an unknown value where there is none."""
    return _extreme(runtime, max, value, case_sensitive, attribute)


def _extreme(
    runtime: Runtime, pick: Callable[..., int], value: Any, case_sensitive: Any, attribute: Any
) -> Any:
    given, keys = _read(runtime, value, getter(runtime, attribute, fold=not case_sensitive))
    if not given:
        return nothing()
    _pay(runtime, keys, 1)
    try:
        return given[pick(range(len(given)), key=keys.__getitem__)]
    except TypeError:
        raise _unlike(keys) from None


def _read(runtime: Runtime, value: Any, read: Getter) -> tuple[list[Any], list[Any]]:
    """The items, and what is read of each; the clock is looked at between them."""
    given, found = [], []
    for item in runtime.ops.iterate(value):
        given.append(item)
        found.append(read(item))
    return given, found


def _order(runtime: Runtime, keys: Sequence[Any], reverse: bool) -> list[int]:
    """The places of the keys in their order; equal ones stay as they were."""
    _pay(runtime, keys, len(keys).bit_length())
    try:
        return sorted(range(len(keys)), key=keys.__getitem__, reverse=reverse)
    except TypeError:
        raise _unlike(keys) from None


def _pay(runtime: Runtime, keys: Sequence[Any], times: int) -> None:
    """Count what comparing each key that many times may cost."""
    size = 0
    for key in keys:
        if type(key) not in SINGLE:
            checked(key)
            size += runtime.ops.weigh(key)
        elif isinstance(key, str):
            size += len(key) >> 6
    runtime.ops.count(size * times >> 4)


def _unlike(keys: Sequence[Any]) -> Exception:
    """The fault of keys that have no order among them: the first that does not go with another."""
    other = next((key for key in keys if type(key) is not type(keys[0])), keys[-1])
    return no_operation("<", keys[0], other)


ORDER_FILTERS: Mapping[str, Function] = {
    "dictsort": dictsort,
    "groupby": groupby,
    "max": max_,
    "min": min_,
    "sort": sort,
    "unique": unique,
}
