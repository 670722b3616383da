"""What a child process says to its parent: the bytes of a file, or findings; nothing else.

The child ran what a stranger wrote, so its answer is read as a stranger's: never unpickled, and
taken only when it is exactly of the form that is written here.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable

from r57plans.errors import (
    LoadError,
    RefusedError,
    ReportedError,
    TemplateError,
    WordFileError,
)
from r57plans.findings import LEVEL_WORDS, Finding, Message, Place, Report
from r57plans.word.template.boundary import guarded
from r57plans.word.template.passes.tags import shorten
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.told.faults import error, finding

_FILE, _FINDINGS = b"ok", b"no"
_HEAD = struct.Struct(">2sQ")
_KINDS = {
    kind.__name__: kind
    for kind in (ReportedError, LoadError, RefusedError, WordFileError, TemplateError)
}
_TEXTS = ("rule", "level", "vi", "en", "hint_vi", "hint_en", "file", "path")
_NUMBERS = ("line", "column")
_RULE = re.compile(r"[a-z][a-z0-9]*(?:[.-][a-z0-9]+)+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # a terminal would obey them
_MOST_FINDINGS = 1000
_LONGEST_TEXT = 20_000


def answer_of(work: Callable[[], bytes], limits: Limits, file: str = "") -> tuple[bytes, bytes]:
    """The head and the body of the answer: what the work returns, or why it does not."""
    try:
        body = guarded(work, lambda reason: _unexpected(reason, limits, file))
    except ReportedError as reason:
        return refusal(reason)
    return _HEAD.pack(_FILE, len(body)), body


def refusal(reason: ReportedError) -> tuple[bytes, bytes]:
    """The head and the body of the answer that brings the findings of an error."""
    body = _written(reason)
    return _HEAD.pack(_FINDINGS, len(body)), body


def is_whole(answer: bytes) -> bool:
    """Whether the answer has its head, and just as much after it as the head announces."""
    return len(answer) == announced(answer)


def announced(beginning: bytes) -> int | None:
    """How many bytes an answer that begins so has in all; None when no answer begins so."""
    if len(beginning) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack_from(beginning)
    return _HEAD.size + length if kind in (_FILE, _FINDINGS) else None


def file_of(answer: bytes) -> bytes:
    """The file that a whole answer brings.

    Raises the `ReportedError` that it brings instead, with the findings of the child, and
    ValueError for findings that are not of the right form.
    """
    kind, _ = _HEAD.unpack_from(answer)
    body = answer[_HEAD.size :]
    if kind == _FILE:
        return body
    raise _read(body)


def over_memory(limits: Limits, file: str = "") -> TemplateError:
    """The error for a rendering that asked for more memory than it may."""
    most = limits.memory // (1024 * 1024)
    what = Message(vi=f"cần hơn {most} MB bộ nhớ", en=f"more than {most} MB of memory")
    return error([finding("template.limit", file, what=what)])


def _unexpected(reason: Exception, limits: Limits, file: str) -> TemplateError:
    if isinstance(reason, MemoryError):
        return over_memory(limits, file)
    what = shorten(f"{type(reason).__name__}: {reason}".rstrip(": ."))
    return error([finding("template.failed", file, what=what)])


def _written(reason: ReportedError) -> bytes:
    kind = type(reason).__name__
    findings = [_as_dict(item) for item in reason.report]
    said = {"kind": kind if kind in _KINDS else "ReportedError", "findings": findings}
    return json.dumps(said).encode()


def _as_dict(item: Finding) -> dict[str, str | int]:
    return {
        "rule": item.rule,
        "level": item.level,
        "vi": _sound(item.message.vi),
        "en": _sound(item.message.en),
        "hint_vi": _sound(item.hint.vi),
        "hint_en": _sound(item.hint.en),
        "file": _sound(item.place.file),
        "path": _sound(item.place.path),
        "line": item.place.line,
        "column": item.place.column,
    }


def _sound(text: str) -> str:
    """The text cut to what the parent takes, without halves of characters."""
    return text[:_LONGEST_TEXT].encode(errors="replace").decode()


def _read(body: bytes) -> ReportedError:
    try:
        said = json.loads(body)
    except RecursionError as reason:
        raise ValueError("nested without end") from reason
    if not isinstance(said, dict) or said.keys() != {"kind", "findings"}:
        raise ValueError("no report")
    kind, items = said["kind"], said["findings"]
    if not isinstance(kind, str) or kind not in _KINDS or not isinstance(items, list):
        raise ValueError("no report")
    if not 1 <= len(items) <= _MOST_FINDINGS:
        raise ValueError("too few or too many findings")
    return _KINDS[kind](Report(tuple(map(_finding, items))))


def _finding(item: object) -> Finding:
    if not isinstance(item, dict) or item.keys() != {*_TEXTS, *_NUMBERS}:
        raise ValueError("no finding")
    rule, level, vi, en, hint_vi, hint_en, file, path = (_text(item[key]) for key in _TEXTS)
    line, column = (_number(item[key]) for key in _NUMBERS)
    known = next((word for word in LEVEL_WORDS if word == level), None)
    if known is None or not _RULE.fullmatch(rule):
        raise ValueError("no finding")
    place = Place(file, line, column, path)
    return Finding(rule, known, Message(vi, en), Message(hint_vi, hint_en), place)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        raise ValueError("no text")
    value.encode()  # raises for halves of characters, which no terminal could be given
    return _CONTROLS.sub("\ufffd", value)


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("no number")
    return value
