"""What stands behind a dot or in brackets: keys, declared fields and a few harmless methods.

Templates see plain data only. Whatever is asked that these do not have is an unknown name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2.runtime import LoopContext
from jinja2.utils import Cycler, Namespace, missing

from r57plans.word.template.sandbox.kinds import SINGLE
from r57plans.word.template.sandbox.methods import NO_MEMBER, Method, member, member_names
from r57plans.word.template.sandbox.operations import Operations

_LOOP = (
    *("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"),
    *("previtem", "nextitem"),
)
_CALLED = {
    LoopContext: ("cycle", "changed"),
    Cycler: ("next", "reset"),
}
_READ: dict[type, tuple[str, ...]] = {LoopContext: _LOOP, Cycler: ("current",)}
_LISTS = (list, tuple, str, range)
_INDEXED = (Mapping, list, tuple, str, range, Undefined)


class UnknownNameError(UndefinedError):
    """A name that the data do not have; `known` holds those that stand in its place.

    It is None where a name of the context itself is unknown. `size` is how many items a list has
    whose place was asked for, None where none was.
    """

    def __init__(
        self,
        name: str,
        known: tuple[str, ...] | None,
        size: int | None = None,
        message: str | None = None,
    ) -> None:
        super().__init__(message)
        self.name = name
        self.known = known
        self.size = size


class Missing(StrictUndefined):
    """What stands for an unknown name: any use of it raises `UnknownNameError`."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Any = UndefinedError,
    ) -> None:
        if exc is UndefinedError:
            known = None if obj is missing else names_of(obj)
            asked = isinstance(obj, _LISTS) and str(name).lstrip("-").isdecimal()
            exc = partial(UnknownNameError, str(name), known, len(obj) if asked else None)
        super().__init__(hint, obj, name, exc)


class Module:
    """What an imported file gives: its macros and values, by name."""

    __slots__ = ("names",)

    def __init__(self, names: dict[str, Any]) -> None:
        self.names = names


def unknown(name: str) -> Missing:
    """What stands for a name that the context lacks."""
    return Missing(name=name)


def getattr_(obj: Any, name: str) -> Any:
    """The key of a dict, the field of a record by that name, or a harmless method."""
    kind: Any = type(obj)
    if kind is dict:
        if name in obj:
            return obj[name]
    else:
        declared = declared_fields(kind)
        if declared is not None:
            return getattr(obj, name) if name in declared else Missing(obj=obj, name=name)
    return _plain(obj, kind, name)


def getitem(obj: Any, key: Any) -> Any:
    """The item of a list, tuple, text or dict; a text also finds what a dot finds."""
    if isinstance(obj, _INDEXED) and _is_key(key):
        try:
            return obj[key]
        except (TypeError, LookupError):
            pass
    if isinstance(key, str):
        return getattr_(obj, key)
    return Missing(obj=obj, name=str(key) if isinstance(key, int) else "[…]")


def names_of(obj: object) -> tuple[str, ...]:
    """The names that may stand behind a dot of this object, sorted."""
    kind: Any = type(obj)
    declared = declared_fields(kind)
    if declared is not None:
        return tuple(sorted(declared))
    if isinstance(obj, Module):
        return tuple(sorted(obj.names))
    if isinstance(obj, dict):
        return tuple(sorted(key for key in obj if isinstance(key, str)))
    if isinstance(obj, LoopContext):
        return (*_LOOP, *_CALLED[LoopContext])
    return tuple(sorted(member_names(obj)))


@cache
def declared_fields(kind: Any) -> frozenset[str] | None:
    """The public fields of a frozen dataclass; None for any other type."""
    if not is_dataclass(kind) or not getattr(kind, "__dataclass_params__").frozen:  # noqa: B009  # typeshed lacks it
        return None
    return frozenset(f.name for f in fields(kind) if not f.name.startswith("_"))


def _plain(obj: Any, kind: type, name: str) -> Any:
    if isinstance(obj, Undefined):
        obj._fail_with_undefined_error()
    if isinstance(obj, Mapping) and name in obj:
        return obj[name]
    if kind is Module:
        return obj.names[name] if name in obj.names else Missing(obj=obj, name=name)
    if kind is Namespace and not name.startswith("_"):
        held = Namespace.__getattribute__(obj, "_Namespace__attrs")
        return held[name] if name in held else Missing(obj=obj, name=name)
    if name in _READ.get(kind, ()):
        return getattr(obj, name)
    if name in _CALLED.get(kind, ()):
        return Method(_called, name, getattr(obj, name))
    found = member(obj, name)
    return Missing(obj=obj, name=name) if found is NO_MEMBER else found


def _is_key(key: Any) -> bool:
    """Whether a value is a plain key, or a tuple of such: hashing a deep one may never end."""
    if isinstance(key, tuple):
        return all(type(part) in SINGLE for part in key)
    return type(key) in SINGLE


def _called(ops: Operations, bound: Any, *arguments: Any) -> Any:
    for argument in arguments:
        ops.weigh(argument)
    return bound(*arguments)
