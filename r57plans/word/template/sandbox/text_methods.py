"""The methods of text that a template may call, each checked before it makes its result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from r57plans.word.template.sandbox.formatting import brace_format
from r57plans.word.template.sandbox.kinds import wanted, whole

if TYPE_CHECKING:
    from r57plans.word.template.sandbox.operations import Operations

PIECE = 64  # bytes that one short text in a list takes
_TAB = 8
_MANY = 4096


def replace(ops: Operations, text: str, old: str, new: str, count: int = -1) -> str:
    """`text.replace(old, new, count)`."""
    ops.scan(len(text))
    found = text.count(_text(old))
    times = found if count < 0 else min(found, count)
    ops.grow(len(text) + times * max(len(_text(new)) - len(old), 0))
    return text.replace(old, new, times)


def join(ops: Operations, text: str, items: Any) -> str:
    """The items as they print, with the text between them."""
    printable = ops.printable
    texts = [i if type(i) is str else printable(i) for i in ops.iterate(items)]
    ops.grow(sum(map(len, texts)) + len(text) * max(len(texts) - 1, 0))
    return text.join(texts)


def format_(ops: Operations, text: str, /, *args: Any, **named: Any) -> str:
    """`text.format(…)`."""
    return brace_format(ops, text, args, named)


def expandtabs(ops: Operations, text: str, tabsize: int = _TAB) -> str:
    """`text.expandtabs(tabsize)`."""
    ops.grow(len(text) + text.count("\t") * max(whole(tabsize), 0))
    return text.expandtabs(tabsize)


def zfill(ops: Operations, text: str, width: int) -> str:
    """`text.zfill(width)`."""
    ops.grow(max(len(text), whole(width)))
    return text.zfill(width)


def split(ops: Operations, text: str, sep: str | None = None, maxsplit: int = -1) -> list[str]:
    """`text.split(sep, maxsplit)`."""
    _pay_for_pieces(ops, text, sep, maxsplit)
    return text.split(sep, maxsplit)


def rsplit(ops: Operations, text: str, sep: str | None = None, maxsplit: int = -1) -> list[str]:
    """`text.rsplit(sep, maxsplit)`."""
    _pay_for_pieces(ops, text, sep, maxsplit)
    ops.scan(len(text) * len(sep or ""))
    return text.rsplit(sep, maxsplit)


def splitlines(ops: Operations, text: str, keepends: bool = False) -> list[str]:
    """`text.splitlines(keepends)`."""
    _pay_for_pieces(ops, text, None, -1)
    return text.splitlines(keepends)


def _pay_for_pieces(ops: Operations, text: str, sep: str | None, maxsplit: int) -> None:
    pieces = len(text) // 2 + 1 if sep is None else text.count(_text(sep)) + 1
    pieces = pieces if maxsplit < 0 else min(pieces, maxsplit + 1)
    ops.scan(len(text))
    ops.grow(len(text) + (pieces * PIECE if len(text) > _MANY else 0))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise wanted("chữ", "text", value)


def _padding(name: str) -> Callable[..., str]:
    """`center` and its like: the width says how long the result is."""
    method = getattr(str, name)

    def pad(ops: Operations, text: str, width: int, fill: str = " ") -> str:
        ops.grow(max(len(text), whole(width)))
        padded: str = method(text, width, fill)
        return padded

    return pad


def _making(name: str) -> Callable[..., Any]:
    """Methods whose result is about as long as the text."""
    method = getattr(str, name)

    def make(ops: Operations, text: str, *args: Any) -> Any:
        ops.grow(len(text))
        return method(text, *args)

    return make


def _reading(name: str) -> Callable[..., Any]:
    """Methods that look at each character once."""
    method = getattr(str, name)

    def read(ops: Operations, text: str, *args: Any) -> Any:
        ops.scan(len(text))
        return method(text, *args)

    return read


def _comparing(name: str) -> Callable[..., Any]:
    """Methods that may hold each character of the text against each of the argument."""
    method = getattr(str, name)

    def compare(ops: Operations, text: str, *args: Any) -> Any:
        ops.grow(len(text))
        if args and args[0] is not None:
            ops.scan(len(text) * len(_text(args[0])))
        return method(text, *args)

    return compare


TEXT_METHODS: Mapping[str, Callable[..., Any]] = {
    **{name: _padding(name) for name in ("center", "ljust", "rjust")},
    **{
        name: _making(name)
        for name in (
            *("capitalize", "casefold", "lower", "partition", "removeprefix", "removesuffix"),
            *("swapcase", "title", "upper"),
        )
    },
    **{
        name: _reading(name)
        for name in (
            *("count", "find", "index", "isalnum", "isalpha", "isdecimal", "isdigit"),
            *("endswith", "islower", "isnumeric", "isspace", "istitle", "isupper", "startswith"),
        )
    },
    **{
        name: _comparing(name)
        for name in (*("lstrip", "rfind", "rindex", "rpartition", "rstrip", "strip"),)
    },
    "expandtabs": expandtabs,
    "format": format_,
    "join": join,
    "replace": replace,
    "rsplit": rsplit,
    "split": split,
    "splitlines": splitlines,
    "zfill": zfill,
}
