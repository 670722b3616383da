"""Filters of lists: what to take of them, and what to do with each item. All give plain lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from jinja2 import StrictUndefined, Undefined

from r57plans.word.template.sandbox.filters.attributes import getter
from r57plans.word.template.sandbox.filters.protocol import Function, Runtime
from r57plans.word.template.sandbox.kinds import checked, failed, positive, wanted
from r57plans.word.template.sandbox.methods import items as items_of
from r57plans.word.template.sandbox.operations import SLOT
from r57plans.word.template.sandbox.text_methods import join as join_with
from r57plans.word.template.told.faults import MisuseError


def default(runtime: Runtime, value: Any, default_value: Any = "", boolean: Any = False) -> Any:
    """The value, or the other where its name is unknown; with `boolean` also where it is empty."""
    if isinstance(value, Undefined) or (boolean and not value):
        return default_value
    return value


def length(runtime: Runtime, value: Any) -> int:
    """The number of items or characters."""
    return runtime.ops.len_(value)


def first(runtime: Runtime, value: Any) -> Any:
    """The first item; an unknown value where there is none, so that `default` can follow."""
    checked(value)
    for item in value if isinstance(value, list | tuple | str) else runtime.ops.iterate(value):
        return item
    return nothing()


def last(runtime: Runtime, value: Any) -> Any:
    """The last item; an unknown value where there is none, so that `default` can follow."""
    if not isinstance(value, list | tuple | str):
        value = list(runtime.ops.iterate(value))
    return value[-1] if value else nothing()


def nothing() -> Undefined:
    """What stands for an item of an empty list: any use of it raises `MisuseError`."""
    return StrictUndefined(exc=_no_item)  # type: ignore[arg-type]  # any maker of an exception does


def _no_item(message: str) -> MisuseError:
    return failed("danh sách rỗng, không có phần tử nào", "the list is empty and has no item")


def list_(runtime: Runtime, value: Any) -> list[Any]:
    """The items as a new list; a text gives its characters."""
    return list(runtime.ops.iterate(value))


def reverse(runtime: Runtime, value: Any) -> Any:
    """The text or list from its end."""
    if isinstance(value, str):
        runtime.ops.grow(len(value))
        return value[::-1]
    return list(runtime.ops.iterate(value))[::-1]


def items(runtime: Runtime, value: Any) -> list[tuple[Any, Any]]:
    """The keys and values of a mapping in pairs; none of an unknown name."""
    if isinstance(value, Undefined):
        return []
    if not isinstance(value, Mapping):
        raise wanted("bảng tra", "a mapping", value)
    return items_of(runtime.ops, value)


def join(runtime: Runtime, value: Any, d: Any = "", attribute: Any = None) -> str:
    """The items, or an attribute of each, as they print, with a text between them."""
    ops = runtime.ops
    if attribute is not None:
        value = list(map(getter(runtime, attribute), ops.iterate(value)))
    return join_with(ops, ops.text(d), value)


def batch(runtime: Runtime, value: Any, linecount: Any, fill_with: Any = None) -> list[list[Any]]:
    """The items in lists of that many; the last is filled up where there is something to fill."""
    size = positive(linecount)
    given = list(runtime.ops.iterate(value))
    batches = [given[at : at + size] for at in range(0, len(given), size)]
    missing = -len(given) % size
    if missing and batches and fill_with is not None:
        runtime.ops.grow(missing * SLOT)
        batches[-1] += [fill_with] * missing
    return batches


def slice_(runtime: Runtime, value: Any, slices: Any, fill_with: Any = None) -> list[list[Any]]:
    """The items in that many lists, as even as can be; shorter ones are filled up if asked."""
    number = positive(slices)
    runtime.ops.count(number)
    given = list(runtime.ops.iterate(value))
    size, longer = divmod(len(given), number)
    starts = [i * size + min(i, longer) for i in range(number + 1)]
    parts = [given[a:b] for a, b in pairwise(starts)]
    if fill_with is not None:
        for part in parts[longer:]:
            part.append(fill_with)
    return parts


def sum_(runtime: Runtime, value: Any, attribute: Any = None, start: Any = 0) -> Any:
    """The items, or an attribute of each, added to `start`."""
    add, read = runtime.ops.add, getter(runtime, attribute)
    total = start
    for item in runtime.ops.iterate(value):
        total = add(total, read(item))
    return total


def map_(runtime: Runtime, value: Any, /, *args: Any, **named: Any) -> list[Any]:
    """The result of a filter for each item, or with `attribute` that attribute of each."""
    if not args and "attribute" in named:
        change = _attribute(runtime, **named)
    elif args:
        change = _Called(_by_name(runtime.filter, args[0]), args[1:], named)
    else:
        raise failed("map cần tên bộ lọc hoặc attribute", "map needs a filter or an attribute")
    return [change(item) for item in runtime.ops.iterate(value)]


def select(runtime: Runtime, value: Any, /, *args: Any, **named: Any) -> list[Any]:
    """The items that pass a test, or that count as true."""
    passes = _test(runtime, args, named)
    return [item for item in runtime.ops.iterate(value) if passes(item)]


def reject(runtime: Runtime, value: Any, /, *args: Any, **named: Any) -> list[Any]:
    """The items that do not pass a test, or that do not count as true."""
    passes = _test(runtime, args, named)
    return [item for item in runtime.ops.iterate(value) if not passes(item)]


def selectattr(runtime: Runtime, value: Any, /, *args: Any, **named: Any) -> list[Any]:
    """The items whose attribute passes a test, or counts as true."""
    read, passes = _first_attribute(runtime, args), _test(runtime, args[1:], named)
    return [item for item in runtime.ops.iterate(value) if passes(read(item))]


def rejectattr(runtime: Runtime, value: Any, /, *args: Any, **named: Any) -> list[Any]:
    """The items whose attribute does not pass a test, or does not count as true."""
    read, passes = _first_attribute(runtime, args), _test(runtime, args[1:], named)
    return [item for item in runtime.ops.iterate(value) if not passes(read(item))]


class _Called:
    """A filter or test with its arguments: called with an item, it gives the result."""

    __slots__ = ("_args", "_function", "_named")

    def __init__(self, function: Function, args: tuple[Any, ...], named: dict[str, Any]) -> None:
        self._function = function
        self._args = args
        self._named = named

    def __call__(self, item: Any) -> Any:
        return self._function(item, *self._args, **self._named)


def _attribute(runtime: Runtime, attribute: Any, default: Any = None) -> Callable[[Any], Any]:
    return getter(runtime, attribute, default=default)


def _first_attribute(runtime: Runtime, args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if not args:
        raise failed("cần tên một trường", "the name of a field is needed")
    return getter(runtime, args[0])


def _test(runtime: Runtime, args: tuple[Any, ...], named: dict[str, Any]) -> Callable[[Any], Any]:
    if not args:
        return bool
    return _Called(_by_name(runtime.test, args[0]), args[1:], named)


def _by_name(find: Callable[[str], Function], name: Any) -> Function:
    if not isinstance(name, str):
        raise wanted("tên bộ lọc hoặc phép thử", "the name of a filter or test", name)
    return find(str(name))


LIST_FILTERS: Mapping[str, Function] = {
    "batch": batch,
    "count": length,
    "d": default,
    "default": default,
    "first": first,
    "items": items,
    "join": join,
    "last": last,
    "length": length,
    "list": list_,
    "map": map_,
    "reject": reject,
    "rejectattr": rejectattr,
    "reverse": reverse,
    "select": select,
    "selectattr": selectattr,
    "slice": slice_,
    "sum": sum_,
}
