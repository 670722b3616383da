"""What a value in a template is known to be, read from the types of the view.

What is not known is `ANYTHING`, of which nothing is ever complained.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from r57plans.findings import Message
from r57plans.view.printed import Joined


@dataclass(frozen=True, slots=True)
class Anything:
    """A value of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text, number, date or truth value; `type` has the attributes that a template may use."""

    type: type
    name: Message
    is_printed: bool = True


@dataclass(frozen=True, slots=True)
class Many:
    """Several values of one kind; `is_printed` for those that join themselves."""

    item: Kind
    is_printed: bool = False


@dataclass(frozen=True, slots=True)
class Keyed:
    """Values found by keys that are not known."""

    value: Kind


@dataclass(frozen=True, slots=True)
class Record:
    """A record with named fields."""

    type: type


@dataclass(frozen=True, slots=True)
class Named:
    """What has exactly these names, such as `loop`."""

    names: tuple[tuple[str, Kind], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several kinds."""

    options: tuple[Kind, ...]


Kind = Anything | Plain | Many | Keyed | Record | Named | Choice

ANYTHING = Anything()
TEXT = Plain(str, Message(vi="chữ", en="text"))
NUMBER = Plain(int, Message(vi="số", en="a number"))
DATE = Plain(date, Message(vi="ngày", en="a date"))
FLAG = Plain(bool, Message(vi="giá trị đúng/sai", en="a yes-or-no value"), is_printed=False)
_PLAIN = ((bool, FLAG), (str, TEXT), (int, NUMBER), (float, NUMBER), (Decimal, NUMBER))
_LIST = Message(vi="một danh sách", en="a list")
_RECORD = Message(vi="một bản ghi gồm nhiều trường", en="a record of several fields")
_NOTHING = type(None)


def kind_of(hint: Any) -> Kind:
    """The kind of the values that a type hint describes."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return choice([kind_of(option) for option in arguments if option is not _NOTHING])
    if origin is Literal:
        return choice([kind_of(type(value)) for value in arguments if value is not None])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Keyed(kind_of(arguments[-1]))
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return Many(choice([kind_of(item) for item in arguments if item is not Ellipsis]))
    return _class_kind(hint) if isinstance(hint, type) else ANYTHING


def _class_kind(hint: type) -> Kind:
    if issubclass(hint, Joined):
        return Many(TEXT, is_printed=True)
    if is_dataclass(hint):
        return Record(hint)
    if issubclass(hint, date):
        return DATE
    if issubclass(hint, Enum) and not issubclass(hint, str):
        return ANYTHING
    return next((kind for base, kind in _PLAIN if issubclass(hint, base)), ANYTHING)


def choice(options: Sequence[Kind]) -> Kind:
    """The kind of what is one of the options; anything where one of them is."""
    flat: list[Kind] = []
    for option in options:
        flat += option.options if isinstance(option, Choice) else (option,)
    different = tuple(dict.fromkeys(flat))
    if not different or ANYTHING in different:
        return ANYTHING
    return different[0] if len(different) == 1 else Choice(different)


def names(kind: Kind) -> tuple[str, ...]:
    """The names that may stand behind a dot of a record; none for any other kind."""
    if isinstance(kind, Record):
        return tuple(f.name for f in fields(kind.type) if not f.name.startswith("_"))
    if isinstance(kind, Named):
        return tuple(name for name, _ in kind.names)
    if isinstance(kind, Choice):
        return tuple(dict.fromkeys(name for option in kind.options for name in names(option)))
    return ()


def attribute(kind: Kind, name: str) -> Kind | None:
    """What stands behind a dot or in brackets; None where it is certain that nothing does."""
    if isinstance(kind, Choice):
        found = [k for option in kind.options if (k := attribute(option, name)) is not None]
        return choice(found) if found else None
    if isinstance(kind, Record):
        return kind_of(_hints(kind.type)[name]) if name in names(kind) else None
    if isinstance(kind, Named):
        return dict(kind.names).get(name)
    if isinstance(kind, Keyed):
        return kind.value
    if isinstance(kind, Plain):
        return ANYTHING if hasattr(kind.type, name) else None
    if isinstance(kind, Many):
        return ANYTHING if hasattr(tuple, name) else None
    return ANYTHING


def item(kind: Kind) -> Kind | None:
    """What a loop over this gives each time; None where it is certain that it cannot be looped."""
    if isinstance(kind, Choice):
        found = [k for option in kind.options if (k := item(option)) is not None]
        return choice(found) if found else None
    if isinstance(kind, Many):
        return kind.item
    if isinstance(kind, Plain):
        return TEXT if kind.type is str else None
    if isinstance(kind, Record | Named):
        return None
    return ANYTHING


def unprinted(kind: Kind) -> Message | None:
    """What a value is, in words, where it is certain that it cannot be printed."""
    if isinstance(kind, Choice):
        said = [unprinted(option) for option in kind.options]
        return said[0] if all(said) else None
    if isinstance(kind, Record | Named):
        return _RECORD
    if isinstance(kind, Many):
        return None if kind.is_printed else _LIST
    return kind.name if isinstance(kind, Plain) and not kind.is_printed else None


def described(kind: Kind) -> Message:
    """A kind in words."""
    if isinstance(kind, Plain):
        return kind.name
    return _LIST if isinstance(kind, Many | Keyed) else _RECORD


def lists_in(kind: Kind) -> tuple[str, ...]:
    """The names behind a dot of a record over which one can loop."""
    return tuple(n for n in names(kind) if isinstance(attribute(kind, n), Many))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
