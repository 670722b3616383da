"""What a program calls while it runs: values written as runs, and the marks around records.

Each function is a Jinja filter that is handed finished XML or a value, and returns finished XML;
only this room can make one reach the file, because every author's expression ends in `text`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import cast

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from r57plans.findings import Message
from r57plans.language.text import forbidden_characters
from r57plans.view.printed import Joined, Printed, Record, control_tag
from r57plans.word.template.faults import MisuseError

# No template can write this name, so no template can reach the state.
STATE = "\0state"

_OPEN = '<w:t xml:space="preserve">'
_SPECIAL = re.compile("[&<>\x00-\x1f\u2011\ud800-\udfff\ufffe\uffff]")
_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": f"</w:t><w:br/>{_OPEN}",
    "\r": f"</w:t><w:cr/>{_OPEN}",
    "\t": f"</w:t><w:tab/>{_OPEN}",
    "\u2011": f"</w:t><w:noBreakHyphen/>{_OPEN}",
}
_SPECIAL_WRITTEN = re.compile("[&<>\n\r\t\u2011]")
_EMPTY = f"{_OPEN}</w:t>"
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*?)?(/?)>(?:<w:pPr/>|<w:pPr(?: [^>]*)?>)?")
_NOT_IN_A_NAME = re.compile("[^A-Za-z0-9_]")
_NAME_ENDS = 40


@dataclass(slots=True)
class State:
    """What one rendering has written so far. Numbers of bookmarks count up from `bookmark`."""

    controls: bool = True
    bookmark: int = 0
    drawing: int = 0
    printed: dict[tuple[str, str], None] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    pending: dict[int, str] = field(default_factory=dict)


def state_of(context: Context) -> State:
    """The state of the rendering that a filter's context belongs to."""
    return cast("State", context.parent[STATE])


@pass_context
def text(context: Context, value: object, head: str) -> str:
    """The runs that print a value; `head` is a run's opening with its properties.

    Raises `MisuseError` for what is neither text, number, date nor nothing, and for text with a
    character that XML cannot hold.
    """
    if type(value) is str:
        return _run(value, head) if value else ""
    return _other(state_of(context), value, head)


def _other(state: State, value: object, head: str) -> str:
    if isinstance(value, Printed):
        return _printed(state, value, head)
    if isinstance(value, Joined):
        runs = (_other(state, item, head) for item in value)
        return (_run(value.separator, head) if value.separator else "").join(runs)
    said = plain_text(value)
    return _run(said, head) if said else ""


def plain_text(value: object) -> str:
    """A plain value as text, a day as 2025-03-31. Raises `MisuseError` for any other."""
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return str(value)  # which raises the fault that names what is unknown
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float | Decimal) and not isinstance(value, bool):
        return str(value)
    kind = type(value).__name__
    raise MisuseError("template.value", Message(vi=f"kiểu {kind}", en=f"it is of type {kind}"))


def _printed(state: State, value: Printed, head: str) -> str:
    said = str(value)
    state.printed[value.path, said] = None
    run = _run(said, head, value.path)
    if not state.controls:
        return run if said else ""
    tag = _SPECIAL_WRITTEN.sub(_escape, control_tag(value.path)).replace('"', "&quot;")
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w15:appearance w15:val="hidden"/></w:sdtPr>'
        f"<w:sdtContent>{run}</w:sdtContent></w:sdt>"
    )


def _run(said: str, head: str, path: str = "") -> str:
    if _SPECIAL.search(said) is None:
        return f"{head}{_OPEN}{said}</w:t></w:r>"
    forbidden = forbidden_characters(said)
    if forbidden:
        shown = ", ".join(f"U+{ord(c):04X}" for c in forbidden)
        where = {"where": Message(vi=f"«{path}»", en=f"“{path}”")} if path else {}
        raise MisuseError("word.control-character", shown, **where)
    written = _SPECIAL_WRITTEN.sub(_escape, said.replace("\r\n", "\n"))
    return f"{head}{_OPEN}{written}</w:t></w:r>".replace(_EMPTY, "")


def _escape(match: re.Match[str]) -> str:
    return _WRITTEN[match[0]]


@pass_context
def begin(context: Context, record: object, number: int) -> str:
    """Remember the anchor of the record that a loop has come to; it prints nothing."""
    anchor = record.anchor if isinstance(record, Record) else ""
    state = state_of(context)
    state.pending[number] = anchor if state.controls else ""
    return ""


@pass_context
def anchored(context: Context, xml: str, number: int) -> str:
    """A row or paragraph with its record's bookmark, if the loop has not written that yet.

    The bookmark spans from the first paragraph of the piece to the last.
    """
    state = state_of(context)
    anchor = state.pending.get(number, "")
    first = _PARAGRAPH.search(xml) if anchor else None
    if first is None:
        return xml
    del state.pending[number]
    return _around(xml, first, *_bookmark(state, anchor))


def _bookmark(state: State, anchor: str) -> tuple[str, str]:
    base, count = _NOT_IN_A_NAME.sub("_", anchor), 1
    name = base[:_NAME_ENDS]
    while name.casefold() in state.names:
        count += 1
        name = f"{base[: _NAME_ENDS - len(str(count)) - 1]}_{count}"
    state.names.add(name.casefold())
    state.bookmark += 1
    number = state.bookmark
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
        f'<w:bookmarkEnd w:id="{number}"/>',
    )


def _around(xml: str, first: re.Match[str], start: str, end: str) -> str:
    at = _after_properties(xml, first)
    if first[1]:
        xml = f"{xml[: first.start()]}<w:p>{start}</w:p>{xml[first.end() :]}"
    else:
        xml = f"{xml[:at]}{start}{xml[at:]}"
    closing, empty = xml.rfind("</w:p>"), xml.rfind("<w:p/>")
    if empty > closing:
        return f"{xml[:empty]}<w:p>{end}</w:p>{xml[empty + len('<w:p/>') :]}"
    return f"{xml[:closing]}{end}{xml[closing:]}"


def _after_properties(xml: str, first: re.Match[str]) -> int:
    """Where the content of a paragraph begins: after its properties.

    Those hold no older ones, for the changes of a template were accepted.
    """
    if not first[0].endswith("<w:pPr>"):
        return first.end()
    return xml.index("</w:pPr>", first.end()) + len("</w:pPr>")


@pass_context
def unique(context: Context, value: object) -> str:
    """A number that no other drawing of the document has."""
    state = state_of(context)
    state.drawing += 1
    return str(state.drawing)


def story(xml: str) -> str:
    """The content of a cell, header or note, with the paragraph at its end that Word wants."""
    return xml if xml.endswith(("</w:p>", "<w:p/>", "</w:sdt>")) else f"{xml}<w:p/>"


def row(xml: str) -> str:
    """A row, or nothing when no cell is left in it."""
    return xml if "<w:tc>" in xml or "<w:tc " in xml else ""


def table(xml: str) -> str:
    """A table, or nothing when no row is left in it."""
    return xml if "<w:tr>" in xml or "<w:tr " in xml else ""


CALLS: Mapping[str, object] = {
    "_r57_text": text,
    "_r57_begin": begin,
    "_r57_anchored": anchored,
    "_r57_unique": unique,
    "_r57_story": story,
    "_r57_row": row,
    "_r57_table": table,
}
