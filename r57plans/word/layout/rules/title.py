"""The type of the document and its subject."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import Message
from r57plans.word.layout import wording as words
from r57plans.word.layout.fault import NOTHING, Context, Fault, TextFix, quoted, whole_line
from r57plans.word.layout.ruled import rule_faults

_SMALL = Message("bắt đầu bằng chữ thường", "a small first letter")


def kind(context: Context) -> Iterator[Fault]:
    """The name of the type of the document, which letters have not."""
    if not context.found.letter and context.found.one("type") is None:
        yield Fault("type", None, NOTHING, Message("tên loại văn bản", "the type of the document"))


def subject(context: Context) -> Iterator[Fault]:
    """The subject, under the type or, on letters, under the number."""
    component = "letter-subject" if context.found.letter else "subject"
    has_title = context.found.letter or context.found.one("type") is not None
    if has_title and context.found.one(component) is None:
        wanted = Message("trích yếu nội dung", "the subject")
        yield Fault(component, context.found.one("type"), NOTHING, wanted)


def subject_start(context: Context) -> Iterator[Fault]:
    """The subject begins with a small letter: `về …`, `thực hiện …`."""
    line = context.found.one("subject")
    if line is None or words.is_upper(line.text) or not line.text[:1].isupper():
        return
    ordinal, start, _ = whole_line(line)
    fix = TextFix(ordinal, start, start + 1, line.shown.text[start].lower())
    yield Fault("subject", line, quoted(line.text.split()[0]), _SMALL, (fix,))


def dashes(context: Context) -> Iterator[Fault]:
    """The hyphens under the subject, where others draw a line."""
    subject_line = context.found.one("subject")
    wanted = context.layout.wording["under_subject"].value or ""
    found = context.found.one("dashes")
    if subject_line is None or (found is not None and found.text == wanted):
        return
    fixes = () if found is None else (TextFix(*whole_line(found), wanted),)
    said = NOTHING if found is None else quoted(found.text)
    yield Fault("dashes", found or subject_line, said, quoted(wanted), fixes)


def subject_rule(context: Context) -> Iterator[Fault]:
    """The drawn line under the subject."""
    yield from rule_faults(context, "subject-rule")


def letter_subject(context: Context) -> Iterator[Fault]:
    """How a letter's subject begins: `về việc` or `V/v`."""
    line = context.found.one("letter-subject")
    wanted = context.layout.wording["letter_subject"].value or ""
    if line is not None and not line.text.startswith(wanted):
        start = " ".join(line.text.split()[:2])
        yield Fault("letter-subject", line, quoted(start), quoted(wanted))
