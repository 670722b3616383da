"""The one place where any exception may be caught: around compiling and running a template.

What a template's author wrote can fail in any way that Python can; here it becomes a finding that
names the tag.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Any, TypeVar

from jinja2 import TemplateSyntaxError, UndefinedError

from r57plans.errors import R57Error, TemplateError
from r57plans.findings import Finding, Message
from r57plans.view.printed import Record
from r57plans.word.template.passes.draft import Piece
from r57plans.word.template.passes.tags import Tag, shorten
from r57plans.word.template.sandbox.access import UnknownNameError
from r57plans.word.template.told.faults import MisuseError, error, finding, name_hint
from r57plans.word.template.told.jinja_words import in_words
from r57plans.word.template.told.telling import Spots

T = TypeVar("T")

_NAMING = ("id", "number", "name", "title")
_NAME = (str, int)
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
    file: str, parts: Mapping[str, bytes], part: str, piece: Piece | None, reason: Exception
) -> TemplateError:
    """The error for a part that could not be compiled; `piece` is where the compiler was."""
    tag = piece.tag if piece else Tag("value", "", "", "", part)
    return error([_finding(file, Spots(parts), tag, reason, ())])


def told_faults(
    file: str, parts: Mapping[str, bytes], faults: Iterable[tuple[Piece, Exception]]
) -> list[Finding]:
    """The findings for what a compiler noted and went on, each said once."""
    places = Spots(parts)
    found = [_finding(file, places, piece.tag, reason, ()) for piece, reason in faults]
    return list(dict.fromkeys(found))


def explain_running(
    file: str,
    parts: Mapping[str, bytes],
    names: tuple[str, ...],
    reason: Exception,
) -> TemplateError:
    """The error for a program that failed while running; `names` are those of the context.

    The functions of a program hold the piece that they come from as `_piece`."""
    tag: Tag | None = None
    subject: Message | None = None
    traceback: TracebackType | None = reason.__traceback__
    while traceback is not None:
        held = traceback.tb_frame.f_locals
        piece = held.get("_piece")
        if isinstance(piece, Piece):
            tag = piece.tag
            subject = _subject(held.get("item")) or subject
        traceback = traceback.tb_next
    found = _finding(file, Spots(parts), tag, reason, names)
    return error([_about(found, subject)])


def _subject(item: Any) -> Message | None:
    """What a loop has come to: a task or target of the plan, or what names an item of data."""
    if isinstance(item, Record):
        return item.subject
    if type(item) is dict:
        name = next((item[key] for key in _NAMING if isinstance(item.get(key), _NAME)), None)
        if name is not None:
            said = shorten(str(name))
            return Message(vi=f"mục «{said}»", en=f"the item “{said}”")
    return None


def _about(found: Finding, subject: Message | None) -> Finding:
    """The finding with what was being printed when it came up."""
    if subject is None:
        return found
    vi, en = f" Lỗi xảy ra khi in {subject.vi}.", f" It came up while printing {subject.en}."
    return replace(found, message=Message(found.message.vi + vi, found.message.en + en))


def _finding(
    file: str, places: Spots, tag: Tag | None, reason: Exception, names: tuple[str, ...]
) -> Finding:
    """What went wrong at a tag; None where it was at none, as with a picture that has no place."""
    rule, blanks = _explained("" if tag is None else tag.text, reason, names)
    return finding(rule, file, tag, tag and places.of(tag), **blanks)


def _explained(
    tag: str, reason: Exception, names: tuple[str, ...]
) -> tuple[str, dict[str, str | Message]]:
    """The rule for what went wrong, and what fills the blanks of its message."""
    if isinstance(reason, MisuseError):
        return reason.rule, {"where": tag, **reason.blanks}
    if isinstance(reason, UnknownNameError):
        known = names if reason.known is None else reason.known
        hint = name_hint(reason.name, known) if reason.size is None else _size_hint(reason.size)
        return "template.unknown-name", {"what": reason.name, "hint": hint}
    if isinstance(reason, MemoryError):
        return "template.limit", {
            "what": Message(vi="cần quá nhiều bộ nhớ", en="too much memory is needed")
        }
    if isinstance(reason, RecursionError):
        return "template.limit", {"what": Message(vi="lồng nhau quá sâu", en="nested too deeply")}
    if isinstance(reason, TemplateSyntaxError):
        return "template.syntax", {"what": in_words(reason.message or "")}
    said = _ADDRESS.sub("", str(reason)).rstrip(".") or type(reason).__name__
    return _rule(reason), {"what": shorten(said)}


def _size_hint(size: int) -> Message:
    """What to do about a place that a list does not have."""
    return Message(
        vi=f"Ở đây có {size} phần tử, đánh số từ 0.",
        en=f"There are {size} items here, counted from 0.",
    )


def _rule(reason: Exception) -> str:
    return "template.forbidden" if isinstance(reason, UndefinedError) else "template.failed"
