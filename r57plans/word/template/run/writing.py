"""Text as runs, with or without the content control that carries where it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined

from r57plans.findings import Message
from r57plans.view.printed import LONGEST_TAG, PREFIX, Joined, Printed, control_tag
from r57plans.word.template.run.pieces import LEVELS, Fragment
from r57plans.word.template.sandbox.access import getattr_
from r57plans.word.template.sandbox.kinds import is_number, writable
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values.printing import runs_of
from r57plans.word.template.values.writing import OPEN, SPECIAL, attribute, run

if TYPE_CHECKING:
    from r57plans.word.template.run.runtime import Runtime

_LONG = 4096  # texts above this are counted before they are written
_CONTROL = '"/><w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>'
_PLAIN_PATH = re.compile(rf"[A-Za-z0-9/_.-]{{1,{LONGEST_TAG - len(PREFIX)}}}").fullmatch


def writer_of(
    value: Callable[[list[Any]], Any], head: str, before: str = ""
) -> Callable[[list[Any]], str]:
    """The function of an environment that gives the runs which print a value.

    `head` is a run's opening with its properties, `before` a text that comes first. It raises
    `MisuseError` for what is neither text, number, date nor nothing, and for text with a character
    that XML cannot hold.
    """
    special, opening = SPECIAL.search, f"{before}{head}{OPEN}"

    def write(env: list[Any]) -> str:
        found = value(env)
        if type(found) is str and len(found) < _LONG and special(found) is None:
            return f"{opening}{found}</w:t></w:r>" if found else before
        return before + text_runs(env[0], found, head)

    return write


def writer_of_name(slot: int, name: str, head: str, before: str = "") -> Callable[[list[Any]], str]:
    """As `writer_of` for what stands behind the dot of a value: the most common, kept quick."""
    special, opening = SPECIAL.search, f"{before}{head}{OPEN}"

    def write(env: list[Any]) -> str:
        holder = env[slot]
        quick = type(holder) is dict and name in holder
        found = holder[name] if quick else getattr_(holder, name)
        if type(found) is str and len(found) < _LONG and special(found) is None:
            return f"{opening}{found}</w:t></w:r>" if found else before
        return before + text_runs(env[0], found, head)

    return write


def text_runs(runtime: Runtime, value: Any, head: str) -> str:
    """The runs that print a value."""
    if type(value) is Printed:
        return _printed(runtime, value, head)
    if isinstance(value, Joined):
        runs = [text_runs(runtime, item, head) for item in value]
        return (run(value.separator, head) if value.separator else "").join(runs)
    if isinstance(value, Fragment) and value.level == "r":
        return value.xml
    rich = runs_of(value, runtime, head)
    if rich is not None:
        return rich
    return run(plain_text(runtime, value), head)


def plain_text(runtime: Runtime, value: Any) -> str:
    """What a value prints, as text, in which nothing is escaped yet."""
    kind = type(value)
    said = value if kind is str else _plain(value)
    if len(said) >= _LONG:
        runtime.budget.grow(len(said))
    return said


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return str(value)  # which raises the fault that names what is unknown
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | Joined):
        return str(value)
    if is_number(value):
        return _number(value)
    if isinstance(value, Fragment):
        what = LEVELS[value.level]
        prefix = value.level
        raise MisuseError(
            "template.value",
            Message(
                vi=f"đây là {what.vi}; dùng {{{{{prefix} … }}}} đứng một mình",
                en=f"it is whole {what.en}; print it by {{{{{prefix} … }}}} on its own",
            ),
        )
    kind = type(value).__name__
    raise MisuseError("template.value", Message(vi=f"kiểu {kind}", en=f"it is of type {kind}"))


def _number(value: Any) -> str:
    """A number as text, unless it is none that can be written, such as NaN."""
    if not isfinite(writable(value)):
        said = Message(vi="đây không phải là một số xác định", en="it is no definite number")
        raise MisuseError("template.value", said)
    return str(value)


def _printed(runtime: Runtime, value: Printed, head: str) -> str:
    said, path = str(value), value.path
    runtime.printed[path, said] = None
    if len(said) < _LONG and SPECIAL.search(said) is None:
        written = f"{head}{OPEN}{said}</w:t></w:r>"
    else:
        written = _special(runtime, said, head, path)
    if not runtime.controls:
        return written if said else ""
    tag = f"{PREFIX}{path}" if _PLAIN_PATH(path) else attribute(control_tag(path))
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}{_CONTROL}{written}</w:sdtContent></w:sdt>'


def _special(runtime: Runtime, said: str, head: str, path: str) -> str:
    if len(said) >= _LONG:
        runtime.budget.grow(len(said))
    try:
        return run(said, head)
    except MisuseError as fault:
        where = Message(vi=f"«{path}»", en=f"“{path}”")
        raise MisuseError(fault.rule, **{**fault.blanks, "where": where}) from fault
