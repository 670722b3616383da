"""Two versions, each a plan or a Word file, and what changed between them as tracked changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from r57plans.diff import compare, remarks_of
from r57plans.diff.word_sides import as_printed, plan_in, unlike
from r57plans.documents import ACTION_PLAN, Edition, build, kind_of
from r57plans.errors import RefusedError, ReportedError
from r57plans.findings import Finding, Language, Message, Report
from r57plans.language.text import forbidden_characters
from r57plans.model.plan import Plan
from r57plans.word import redline as word
from r57plans.word.comments import AUTHOR, NO_DAY
from r57plans.word.manifest import ManifestFacts, read_manifest
from r57plans.word.properties import day_of
from r57plans.word.redline import Redlined, Remark

Engine = Literal["ours", "docxodus"]
_Sides = tuple[Plan | bytes, Plan | bytes]

_LONGEST_AUTHOR = 255
_EDITIONS: tuple[Edition, ...] = ("vi", "en", "vi-en")

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

    Of plans `document` is compared, in `language`: where they are None, that of the Word file
    beside a plan, else the action plan in Vietnamese. `day` is the date of the changes: where it
    is None, the day that NEW says it was changed on, of a plan the date of its document. `comments`
    stand beside major changes of plans and moved rows; `formatting` marks changed formatting too;
    `keep_existing` leaves the tracked changes that NEW has already, and promises nothing.
    """

    document: str | None = None
    language: Edition | None = None
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
    facts = tuple(_facts(side) for side in (old, new) if isinstance(side, bytes))
    document, language = _printed(facts, options)
    before, after = (
        side if isinstance(side, bytes) else build(side, [language], [document]).files[0].data
        for side in (old, new)
    )
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
        remarks=_remarks((old, new), facts, language) if options.comments else (),
        languages=_languages(facts, language),
        comments=options.comments,
        formatting=options.formatting,
        keep_existing=options.keep_existing,
        names=names,
    )


def faults_of(options: RedlineOptions) -> Iterator[Finding]:
    """An error for each option that cannot be: an author whom Word cannot name, two that clash."""
    if options.engine != "ours" and options.keep_existing:
        yield _ACCEPTS_FIRST
    if said := _author_fault(options.author):
        yield Finding("redline.author", "error", said, Message("Gõ lại tên.", "Type it again."))


def _author_fault(author: str) -> Message | None:
    """Why a name cannot be that of an author; None where it can."""
    if not author.strip():
        return Message("Tên người sửa để trống.", "The author's name is blank.")
    if len(author) > _LONGEST_AUTHOR:
        return Message(
            f"Tên người sửa dài {len(author)} ký tự; Word chỉ nhận {_LONGEST_AUTHOR}.",
            f"The author's name has {len(author)} characters; Word takes {_LONGEST_AUTHOR}.",
        )
    found = [*forbidden_characters(author), *(c for c in author if c in "\t\n\r")]
    if not found:
        return None
    shown = ", ".join(f"U+{ord(character):04X}" for character in found)
    return Message(
        f"Tên người sửa có ký tự không dùng được trong tên: {shown}.",
        f"The author's name has characters that no name can have: {shown}.",
    )


def _facts(file: bytes) -> ManifestFacts | None:
    """What a Word file says of itself; None for one that no plan made, and for a damaged one, of
    which the comparison tells."""
    try:
        manifest = read_manifest(file)
    except ReportedError:
        return None
    return manifest.facts if manifest else None


def _printed(facts: Sequence[ManifestFacts | None], options: RedlineOptions) -> tuple[str, Edition]:
    """The document and the language of plans: as was asked, else those of the Word file beside
    them."""
    document, language = options.document, options.language
    for fact in filter(None, facts):
        if document is None and kind_of(fact.document):
            document = fact.document
        if language is None:
            language = next((edition for edition in _EDITIONS if edition == fact.language), None)
    return document or ACTION_PLAN, language or "vi"


def _languages(facts: Sequence[ManifestFacts | None], language: Edition) -> tuple[Language, ...]:
    """The languages of the readers; of two files that no plan made that is not known."""
    is_known = len(facts) < 2 or any(facts)
    return (language,) if is_known and language != "vi-en" else ("vi", "en")


def _remarks(
    sides: _Sides, facts: Sequence[ManifestFacts | None], language: Edition
) -> tuple[Remark, ...]:
    """The comments at major changes between two plans, or files that plans made; none where a file
    was made otherwise or the two are different documents."""
    made = [fact for fact in facts if fact]
    if len(made) < len(facts) or (made[1:] and len(unlike(made[0], made[1], ""))):
        return ()
    try:
        old, new = (_plan(side, made) for side in sides)
    except ReportedError:
        return ()
    return remarks_of(compare(old, new), "en" if language == "en" else "vi")


def _plan(side: Plan | bytes, made: Sequence[ManifestFacts]) -> Plan:
    """The plan of a side; beside a Word file, what the same document prints of it."""
    if isinstance(side, bytes):
        return plan_in(side, "")[0]
    return as_printed(side, made[0], "") if made else side
