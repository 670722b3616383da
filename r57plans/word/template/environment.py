"""The sandbox that templates run in: plain data, listed filters, names that must exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing

from r57plans.findings import Message
from r57plans.view.printed import Printed
from r57plans.word.template import runtime, settings
from r57plans.word.template.faults import MisuseError
from r57plans.word.template.limits import Limits

FILTERS = (
    *("abs", "batch", "capitalize", "count", "d", "default", "dictsort", "first", "float"),
    *("groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min"),
    *("reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice"),
    *("sort", "string", "sum", "title", "trim", "truncate", "unique", "upper", "wordcount"),
)

_LOOP = (
    *("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"),
    *("previtem", "nextitem", "cycle", "changed"),
)
_TEXT = (
    *("capitalize", "casefold", "center", "count", "endswith", "find", "format", "index"),
    *("isalpha", "isdigit", "islower", "isnumeric", "isupper", "join", "lower", "lstrip"),
    *("partition", "removeprefix", "removesuffix", "replace", "rfind", "rpartition", "rsplit"),
    *("rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper"),
    "zfill",
)
_METHODS: dict[type, frozenset[str]] = {
    str: frozenset(_TEXT),
    dict: frozenset({"get", "items", "keys", "values"}),
    list: frozenset({"count", "index"}),
    tuple: frozenset({"count", "index"}),
    LoopContext: frozenset(_LOOP),
    date: frozenset({"year", "month", "day", "isoformat"}),
}


_INDEXED = (Mapping, list, tuple, str, Undefined)


class UnknownNameError(UndefinedError):
    """A name that the data do not have; `known` holds those that stand in its place.

    It is None where a name of the context itself is unknown.
    """

    def __init__(
        self, name: str, known: tuple[str, ...] | None, message: str | None = None
    ) -> None:
        super().__init__(message)
        self.name = name
        self.known = known


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
            exc = partial(UnknownNameError, str(name), known)
        super().__init__(hint, obj, name, exc)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with plain data only: keys of dicts and declared fields come before methods."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(undefined=Missing, autoescape=False, cache_size=0)
        # Escaping is done by `runtime.text`, through which every printed value goes.
        self.filters = {name: JINJA_FILTERS[name] for name in FILTERS}
        self.filters.update({**runtime.CALLS, **settings.CALLS})
        self.globals = {"range": partial(_range, limits.loop), "namespace": Namespace}
        self._fields: dict[type, frozenset[str] | None] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The key of a dict or the field of a record by that name, or a harmless method."""
        kind = type(obj)
        if kind is dict and attribute in obj:
            return obj[attribute]
        declared = self._declared(kind)
        if declared is not None:
            if attribute in declared:
                return getattr(obj, attribute)
            return self.undefined(obj=obj, name=attribute)
        return self._plain(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The item of a list, tuple, text or dict; a text also finds what a dot finds."""
        if isinstance(obj, _INDEXED):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call this: a harmless method, `range` or `namespace`."""
        if obj is Namespace or obj is self.globals["range"] or isinstance(obj, Undefined):
            return True  # an unknown name says so itself when it is called
        owner = getattr(getattr(obj, "__wrapped__", obj), "__self__", None)
        return getattr(obj, "__name__", "") in _allowed(owner)

    def _declared(self, kind: type) -> frozenset[str] | None:
        if kind not in self._fields:
            self._fields[kind] = declared_fields(kind)
        return self._fields[kind]

    def _plain(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Undefined):
            obj._fail_with_undefined_error()
        if isinstance(obj, Printed):
            obj = str(obj)  # its methods must give plain text, and `format` its own kind
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, Namespace) and not attribute.startswith("_"):
            return getattr(obj, attribute, self.undefined(obj=obj, name=attribute))
        if attribute in _allowed(obj):
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)


def declared_fields(kind: type) -> frozenset[str] | None:
    """The public fields of a frozen dataclass; None for any other type."""
    if not is_dataclass(kind) or not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]  # dataclasses set it, typeshed does not say so
        return None
    return frozenset(f.name for f in fields(kind) if not f.name.startswith("_"))


def names_of(obj: object) -> tuple[str, ...]:
    """The names that may stand behind a dot of this object, sorted."""
    declared = declared_fields(type(obj))
    if declared is not None:
        return tuple(sorted(declared))
    if isinstance(obj, dict):
        return tuple(sorted(key for key in obj if isinstance(key, str)))
    return tuple(sorted(_allowed(obj)))


def _allowed(obj: object) -> frozenset[str]:
    for kind, names in _METHODS.items():
        if isinstance(obj, kind):
            return names
    return frozenset()


def _range(most: int, *bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > most:
        raise MisuseError(
            "template.limit",
            Message(vi=f"range dài quá {most} số", en=f"a range of more than {most} numbers"),
        )
    return numbers
