"""What stands behind a dot of a plain value: its few fields, and methods that are safe to call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from r57plans.word.template.sandbox.kinds import Group, checked, failed
from r57plans.word.template.sandbox.text_methods import PIECE, TEXT_METHODS

if TYPE_CHECKING:
    from r57plans.word.template.sandbox.operations import Operations

Function = Callable[..., Any]


class Method:
    """A method found behind a dot, not yet called: `method(ops, *args, **named)` calls it."""

    __slots__ = ("function", "name", "owner")

    def __init__(self, function: Function, name: str, owner: Any) -> None:
        self.function = function
        self.name = name
        self.owner = owner

    def __call__(self, ops: Operations, /, *args: Any, **named: Any) -> Any:
        """What the method gives. Raises `MisuseError` for arguments that do not fit it."""
        try:
            return self.function(ops, self.owner, *args, **named)
        except (TypeError, ValueError, OverflowError) as reason:
            for given in (*args, *named.values()):
                checked(given)
            raise failed(
                f"không gọi được .{self.name}() như vậy: {reason}",
                f".{self.name}() cannot be called like this: {reason}",
            ) from reason


def _get(ops: Operations, owner: Mapping[Any, Any], key: Any, default: Any = None) -> Any:
    return owner.get(ops.key(key), default)


def _keys(ops: Operations, owner: Mapping[Any, Any]) -> list[Any]:
    ops.grow(len(owner) * PIECE)
    return list(owner)


def _values(ops: Operations, owner: Mapping[Any, Any]) -> list[Any]:
    ops.grow(len(owner) * PIECE)
    return list(owner.values())


def items(ops: Operations, owner: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    """The keys and values of a mapping in pairs."""
    ops.grow(len(owner) * PIECE)
    return list(owner.items())


def _count(ops: Operations, owner: list[Any] | tuple[Any, ...], item: Any) -> int:
    ops.contains(item, owner)
    return owner.count(item)


def _index(ops: Operations, owner: list[Any] | tuple[Any, ...], item: Any, *bounds: Any) -> int:
    if not ops.contains(item, owner):
        raise failed("danh sách không có giá trị này", "the list does not have this value")
    return owner.index(item, *bounds)


def _isoformat(ops: Operations, owner: date) -> str:
    return owner.isoformat()


_LIST: Mapping[str, Function] = {"count": _count, "index": _index}
METHODS: Mapping[type, Mapping[str, Function]] = {
    str: TEXT_METHODS,
    Mapping: {"get": _get, "items": items, "keys": _keys, "values": _values},
    list: _LIST,
    tuple: _LIST,
    date: {"isoformat": _isoformat},
}
_DAY = frozenset({"year", "month", "day"})
FIELDS: Mapping[type, frozenset[str]] = {
    Group: frozenset({"grouper", "list"}),
    datetime: _DAY | {"hour", "minute", "second"},
    date: _DAY,
    timedelta: frozenset({"days"}),
}
NO_MEMBER: Any = object()


def member(owner: Any, name: str) -> Any:
    """The field of a plain value, or its method as a `Method`; `NO_MEMBER` where it has none."""
    kind: Any = type(owner)
    fields, methods = _members(kind)
    if name in fields:
        return getattr(owner, name)
    if name not in methods:
        return NO_MEMBER
    if isinstance(owner, str):
        owner = str(owner)  # what is made of text that knows its place is plain text
    return Method(methods[name], name, owner)


def member_names(owner: Any) -> frozenset[str]:
    """The names of all fields and methods that `member` finds."""
    kind: Any = type(owner)
    fields, methods = _members(kind)
    return fields.union(methods)


@cache
def _members(kind: Any) -> tuple[frozenset[str], Mapping[str, Function]]:
    fields = next((f for owner, f in FIELDS.items() if issubclass(kind, owner)), frozenset())
    methods = next((m for owner, m in METHODS.items() if issubclass(kind, owner)), {})
    return fields, methods
