"""Two versions, each a plan or a Word file, and what changed between them as tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from r57plans.diff import compare, remarks_of
from r57plans.documents import ACTION_PLAN, Edition, build
from r57plans.errors import RefusedError
from r57plans.findings import Finding, Message, Report
from r57plans.language.text import forbidden_characters
from r57plans.model.plan import Plan
from r57plans.word import redline as word
from r57plans.word.comments import AUTHOR, NO_DAY
from r57plans.word.properties import day_of
from r57plans.word.redline import Redlined, Remark

Engine = Literal["ours", "docxodus"]


_ACCEPTS_FIRST = Finding(
    "redline.keeps-nothing",
    "error",
    Message(
        "Công cụ docxodus luôn chấp nhận các sửa đổi có sẵn trước.",
        "The engine docxodus always accepts earlier changes first.",
    ),
    Message("Bỏ `keep_existing` hoặc `engine`.", "Leave out `keep_existing` or `engine`."),
)


@dataclass(frozen=True, slots=True)
class RedlineOptions:
    """How a redline is made.

    Of plans `document` is compared, in `language`. `day` is the date of the changes: where it is
    None, the day that NEW says it was changed on, of a plan the date of its document. `comments`
    stand beside major changes of plans and moved rows; `formatting` marks changed formatting too;
    `keep_existing` leaves the tracked changes that a file has already, and promises nothing.
    """

    document: str = ACTION_PLAN
    language: Edition = "vi"
    author: str = AUTHOR
    day: date | None = None
    comments: bool = True
    formatting: bool = False
    keep_existing: bool = False
    engine: Engine = "ours"


def redline(
    old: Plan | bytes,
    new: Plan | bytes,
    options: RedlineOptions = RedlineOptions(),
    *,
    names: tuple[str, str] = ("", ""),
) -> Redlined:
    """NEW as a Word file, with what changed since OLD as tracked changes that Word can accept or
    reject; each is a plan, of which the document is made, or the bytes of a Word file.

    Accepting all changes gives NEW, rejecting all gives OLD: that is verified before anything
    comes back. What could not be marked is listed beside the file. `names` are the files' names
    for messages.

    Raises RefusedError where a plan's document cannot be made yet or options contradict each
    other, WordFileError for what is no sound Word file, RedlineError where the marked file would
    not give both back or another engine is missing or fails.
    """
    if faults := tuple(faults_of(options)):
        raise RefusedError(Report(faults))
    before, after = _file(old, options), _file(new, options)
    day = options.day or day_of(after, names[1])
    said = NO_DAY if day is None else day.isoformat()
    if options.engine == "docxodus":
        return word.redline_by_docxodus(
            before,
            after,
            author=options.author,
            day=said,
            formatting=options.formatting,
            names=names,
        )
    return word.redline(
        before,
        after,
        author=options.author,
        day=said,
        remarks=_remarks(old, new, options),
        comments=options.comments,
        formatting=options.formatting,
        keep_existing=options.keep_existing,
        names=names,
    )


def faults_of(options: RedlineOptions) -> Iterator[Finding]:
    """An error for each option that cannot be: an author whom XML cannot name, two that clash."""
    if options.engine != "ours" and options.keep_existing:
        yield _ACCEPTS_FIRST
    if found := forbidden_characters(options.author):
        shown = ", ".join(f"U+{ord(character):04X}" for character in found)
        yield Finding(
            "redline.author",
            "error",
            Message(
                f"Tên người sửa có ký tự mà tệp Word không thể chứa: {shown}.",
                f"The author's name has characters that a Word file cannot hold: {shown}.",
            ),
            Message("Gõ lại tên.", "Type the name again."),
        )


def _file(side: Plan | bytes, options: RedlineOptions) -> bytes:
    if isinstance(side, bytes):
        return side
    return build(side, [options.language], [options.document]).files[0].data


def _remarks(old: Plan | bytes, new: Plan | bytes, options: RedlineOptions) -> tuple[Remark, ...]:
    """The comments at major changes between two plans; files have none."""
    if isinstance(old, bytes) or isinstance(new, bytes) or not options.comments:
        return ()
    return remarks_of(compare(old, new), "en" if options.language == "en" else "vi")
