"""Filters of text; each takes any value that can be printed, as its text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from html import unescape
from typing import Any
from urllib.parse import quote

from r57plans.word.template.sandbox.filters.protocol import Function, Runtime
from r57plans.word.template.sandbox.formatting import percent_format
from r57plans.word.template.sandbox.kinds import checked, failed, positive, whole
from r57plans.word.template.sandbox.text_methods import PIECE, TEXT_METHODS
from r57plans.word.template.sandbox.text_methods import replace as replace_in
from r57plans.word.template.sandbox.weights import SCAN

_WORD_BEGINNINGS = re.compile(r"([-\s({\[<]+)")
_WORD = re.compile(r"\w+")
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LEEWAY = 5  # characters by which a text may be longer before it is cut
_QUOTED = 3  # characters of a quoted byte
_BYTES = 4  # bytes of the longest character


def unchanged(runtime: Runtime, value: Any) -> Any:
    """The value as it is: printing escapes it, exactly once."""
    return value


def string(runtime: Runtime, value: Any) -> str:
    """The value as plain text."""
    return runtime.ops.text(value)


def upper(runtime: Runtime, value: Any) -> str:
    """The text in capitals."""
    text = runtime.ops.text(value)
    runtime.ops.grow(len(text))
    return text.upper()


def lower(runtime: Runtime, value: Any) -> str:
    """The text in small letters."""
    text = runtime.ops.text(value)
    runtime.ops.grow(len(text))
    return text.lower()


def capitalize(runtime: Runtime, value: Any) -> str:
    """The text with its first letter a capital and all others small."""
    text = runtime.ops.text(value)
    runtime.ops.grow(len(text))
    return text.capitalize()


def title(runtime: Runtime, value: Any) -> str:
    """The text with a capital at the beginning of each word and all other letters small."""
    text = runtime.ops.text(value)
    runtime.ops.grow(len(text))
    parts = _WORD_BEGINNINGS.split(text)
    return "".join([part[0].upper() + part[1:].lower() for part in parts if part])


def trim(runtime: Runtime, value: Any, chars: Any = None) -> str:
    """The text without spaces, or without those characters, at both ends."""
    stripped: str = TEXT_METHODS["strip"](runtime.ops, runtime.ops.text(value), chars)
    return stripped


def center(runtime: Runtime, value: Any, width: Any = 80) -> str:
    """The text with spaces on both sides up to a width."""
    text = runtime.ops.text(value)
    runtime.ops.grow(max(len(text), whole(width)))
    return text.center(width)


def replace(runtime: Runtime, value: Any, old: Any, new: Any, count: Any = None) -> str:
    """The text with another in place of each occurrence, or of the first `count`."""
    ops = runtime.ops
    times = -1 if count is None else whole(count)
    return replace_in(ops, ops.text(value), ops.text(old), ops.text(new), times)


def format_(runtime: Runtime, value: Any, /, *args: Any, **named: Any) -> str:
    """The text with its `%s` filled in."""
    if args and named:
        raise failed(
            "format nhận giá trị theo thứ tự hoặc theo tên, không cả hai",
            "format takes values by place or by name, not both",
        )
    return percent_format(runtime.ops, runtime.ops.text(value), named or args)


def indent(
    runtime: Runtime, value: Any, width: Any = 4, first: Any = False, blank: Any = False
) -> str:
    """The text with each line but the first moved in, by a number of spaces or by a text."""
    text = runtime.ops.text(value) + "\n"  # so that an ending line break stays
    size = len(width) if isinstance(width, str) else max(whole(width), 0)
    runtime.ops.grow(len(text) + size + _line_ends(text) * (size + PIECE))
    space = str(width) if isinstance(width, str) else " " * size
    lines = text.splitlines()
    head = space + lines[0] if first else lines[0]
    return "\n".join([head, *(space + line if line or blank else line for line in lines[1:])])


def truncate(
    runtime: Runtime,
    value: Any,
    length: Any = 255,
    killwords: Any = False,
    end: Any = "...",
    leeway: Any = None,
) -> str:
    """The text, or where it is longer its beginning, up to a whole word, with `end` after it."""
    text, end = runtime.ops.text(value), runtime.ops.text(end)
    leeway = _LEEWAY if leeway is None else whole(leeway)
    if whole(length) < len(end) or leeway < 0:
        raise failed("độ dài phải chứa được dấu kết thúc", "the length must hold the ending")
    if len(text) <= length + leeway:
        return text
    runtime.ops.grow(length)
    cut = text[: length - len(end)]
    return f"{cut if killwords else cut.rsplit(' ', 1)[0]}{end}"


def wordcount(runtime: Runtime, value: Any) -> int:
    """The number of words."""
    text = runtime.ops.text(value)
    runtime.ops.count(len(text) >> SCAN - 4)
    return sum(1 for _ in _WORD.finditer(text))


def wordwrap(
    runtime: Runtime,
    value: Any,
    width: Any = 79,
    break_long_words: Any = True,
    wrapstring: Any = None,
    break_on_hyphens: Any = True,
) -> str:
    """The text in lines of at most that many characters; each line of its own is wrapped."""
    ops = runtime.ops
    text, between = ops.text(value), "\n" if wrapstring is None else ops.text(wrapstring)
    ops.count(len(text) >> SCAN - 7)
    # Cutting a word without spaces copies the rest of it for each line.
    ops.scan(len(text) * (len(text) // positive(width)))
    wrapper = textwrap.TextWrapper(
        width=width,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=bool(break_long_words),
        break_on_hyphens=bool(break_on_hyphens),
    )
    lines = [wrapper.wrap(line) for line in text.splitlines()]
    ops.grow(len(text) + len(between) * (len(lines) + sum(map(len, lines))))
    return between.join([between.join(wrapped) for wrapped in lines])


def striptags(runtime: Runtime, value: Any) -> str:
    """The text without `<tags>` and comments, with one space for each run of spaces."""
    text = runtime.ops.text(value)
    runtime.ops.grow(len(text) + (len(text) >> 1))
    for opening, closing in (("<!--", "-->"), ("<", ">")):
        text = _without(text, opening, closing)
    return unescape(" ".join(text.split()))


def urlencode(runtime: Runtime, value: Any) -> str:
    """The text as it stands in the path of an address; a mapping as its query."""
    if isinstance(value, Mapping):
        value = list(value.items())
    if not isinstance(value, list):
        return _quoted(runtime, value, "/")
    runtime.ops.count(len(value))
    return "&".join(
        f"{_quoted(runtime, key)}={_quoted(runtime, said)}" for key, said in map(_pair, value)
    ).replace("%20", "+")


def _pair(value: Any) -> tuple[Any, Any]:
    if isinstance(value, list | tuple) and len(value) == 2:
        return value[0], value[1]
    checked(value)
    raise failed("cần các cặp khóa và giá trị", "pairs of a key and a value are needed")


def _quoted(runtime: Runtime, value: Any, safe: str = "") -> str:
    text = runtime.ops.text(value)
    runtime.ops.grow(len(text) * (1 if text.isascii() else _BYTES) * _QUOTED)
    return quote(text, safe)


def _line_ends(text: str) -> int:
    return sum(map(text.count, _LINE_ENDS))


def _without(text: str, opening: str, closing: str) -> str:
    """The text without what stands between two marks, and without the marks."""
    pieces, at = [], 0
    while (start := text.find(opening, at)) >= 0:
        end = text.find(closing, start)
        if end < 0:
            break
        pieces.append(text[at:start])
        at = end + len(closing)
    return "".join([*pieces, text[at:]])


TEXT_FILTERS: Mapping[str, Function] = {
    "capitalize": capitalize,
    "center": center,
    "e": unchanged,
    "escape": unchanged,
    "forceescape": unchanged,
    "format": format_,
    "indent": indent,
    "lower": lower,
    "replace": replace,
    "safe": unchanged,
    "string": string,
    "striptags": striptags,
    "title": title,
    "trim": trim,
    "truncate": truncate,
    "upper": upper,
    "urlencode": urlencode,
    "wordcount": wordcount,
    "wordwrap": wordwrap,
}
