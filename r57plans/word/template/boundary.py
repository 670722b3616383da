"""The one place where any exception may be caught: around compiling and running a template.

What a template's author wrote can fail in any way that Python can; here it becomes a finding that
names the tag.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from r57plans.errors import R57Error, TemplateError
from r57plans.findings import Finding, Message
from r57plans.language.text import nearest
from r57plans.word.template.environment import FILTERS, UnknownNameError
from r57plans.word.template.faults import MisuseError, error, finding
from r57plans.word.template.program import Program
from r57plans.word.template.tags import Tag, shorten

T = TypeVar("T")

_MOST_NAMES = 12
_NO_FILTER = re.compile(r"No (filter|test) named '(\w*)'")
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def guarded(work: Callable[[], T], explain: Callable[[Exception], TemplateError]) -> T:
    """What the work returns; whatever it raises, but our own errors, is raised as explained."""
    try:
        return work()
    except R57Error:
        raise
    except Exception as reason:
        raise explain(reason) from reason


def explain_compiling(
    file: str, part: str, tags: tuple[Tag, ...], reason: Exception
) -> TemplateError:
    """The error for a part that could not be compiled; `tags` are those of the source's lines."""
    line = getattr(reason, "lineno", 0) or 0
    program_tag = tags[line - 2] if 2 <= line <= len(tags) + 1 else Tag("value", "", "", "", part)
    return error([_finding(file, program_tag, reason, ())])


def explain_running(
    file: str, program: Program, names: tuple[str, ...], reason: Exception
) -> TemplateError:
    """The error for a part that failed while running; `names` are those of the context."""
    line = _line(program, reason.__traceback__)
    tag = program.tag_at(line) or Tag("value", "", "", "", program.part)
    return error([_finding(file, tag, reason, names)])


def _line(program: Program, traceback: TracebackType | None) -> int:
    """The line of the source where the innermost frame of the template stood; 0 for none."""
    line = 0
    while traceback is not None:
        code = traceback.tb_frame.f_globals.get("__jinja_template__")
        if code is program.jinja:
            line = program.jinja.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line


def _finding(file: str, tag: Tag, reason: Exception, names: tuple[str, ...]) -> Finding:
    if isinstance(reason, MisuseError):
        blanks = {"where": tag.text, **reason.blanks}
        return finding(reason.rule, file, tag, **blanks)
    if isinstance(reason, UnknownNameError):
        known = names if reason.known is None else reason.known
        return finding(
            "template.unknown-name", file, tag, what=reason.name, hint=_hint(reason.name, known)
        )
    missing = _NO_FILTER.match(str(reason))
    if missing:
        hint = _hint(missing[2], FILTERS if missing[1] == "filter" else ())
        return finding("template.unknown-filter", file, tag, what=missing[2], hint=hint)
    said = _ADDRESS.sub("", str(reason)).rstrip(".") or type(reason).__name__
    return finding(_rule(reason), file, tag, what=shorten(said))


def _rule(reason: Exception) -> str:
    if isinstance(reason, TemplateSyntaxError | SyntaxError):
        return "template.syntax"
    if isinstance(reason, SecurityError | UndefinedError):
        return "template.forbidden"
    return "template.failed"


def _hint(name: str, known: tuple[str, ...]) -> Message:
    near = nearest(name, known)
    if near:
        return Message(vi=f"Có phải ý bạn là «{near[0]}»?", en=f"Did you mean “{near[0]}”?")
    shown = ", ".join(known[:_MOST_NAMES]) + (", …" if len(known) > _MOST_NAMES else "")
    if not shown:
        return Message(vi="Ở đây không có tên nào.", en="There are no names here.")
    return Message(vi=f"Các tên có ở đây: {shown}.", en=f"The names here are: {shown}.")
