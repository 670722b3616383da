"""`attribute="city.name"`: what filters read of each item, by the rules of the sandbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Undefined

from r57plans.word.template.sandbox.filters.protocol import Runtime
from r57plans.word.template.sandbox.kinds import wanted

Getter = Callable[[Any], Any]


def getter(runtime: Runtime, attribute: Any, *, fold: bool = False, default: Any = None) -> Getter:
    """What reads an attribute, or a path of them with dots; the item itself where it is None.

    With `fold`, text is read in small letters; `default` stands for what an item does not have.
    """
    read = _path(runtime, _parts(attribute), default)
    return (lambda item: folded(runtime, read(item))) if fold else read


def sort_key(runtime: Runtime, attribute: Any, fold: bool) -> Getter:
    """As `getter`; several attributes with commas between give a list of what they read."""
    if not (isinstance(attribute, str) and "," in attribute):
        return getter(runtime, attribute, fold=fold)
    several = [getter(runtime, one, fold=fold) for one in attribute.split(",")]
    return lambda item: [read(item) for read in several]


def folded(runtime: Runtime, value: Any) -> Any:
    """Text in small letters; anything else as it is."""
    if not isinstance(value, str):
        return value
    runtime.ops.grow(len(value))
    return value.lower()


def _parts(attribute: Any) -> list[str | int]:
    if attribute is None:
        return []
    if isinstance(attribute, str):
        return [int(x) if x.isdecimal() else x for x in attribute.split(".")]
    if isinstance(attribute, int):
        return [attribute]
    raise wanted("tên một trường", "the name of a field", attribute)


def _path(runtime: Runtime, parts: list[str | int], default: Any) -> Getter:
    getitem = runtime.env.getitem
    if len(parts) == 1 and default is None:
        only = parts[0]
        return lambda item: getitem(item, only)

    def read(item: Any) -> Any:
        for part in parts:
            item = getitem(item, part)
            if default is not None and isinstance(item, Undefined):
                item = default
        return item

    return read
