"""Edited particulars of a document, back in the form that a plan file has."""

from __future__ import annotations

import re

from r57plans.documents import kind_of
from r57plans.documents.particulars import own_plan
from r57plans.language import small_first
from r57plans.model.base import Text
from r57plans.model.deadline import DeadlineKind, parse_deadline
from r57plans.model.document import Particulars
from r57plans.model.proposal import Proposal
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.paragraphs import set_texts
from r57plans.pull.words import tidy

_BLANK_DAY = re.compile(r"(?:ngày)?\s*tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,5}")


def set_particular(
    editing: Editing, path: Path, own: Particulars, rest: list[str], proposal: Proposal
) -> None:
    """Puts number, date, place, title, the signer's name or the recipients of a document."""
    new, language, key = tidy(" ".join(proposal.new)), proposal.language, "/".join(rest)
    if rest[0] == "recipients":
        where = recipients_of(editing, path)
        known = _recipients(editing, path)
        set_texts(editing, where, known, rest[1:], (bare(new),), language)
    elif key == "number":
        _number(editing, path, own, new)
    elif key == "date":
        editing.file.set((*path, "date"), date_of(new))
    elif key == "place":
        usual = editing.printer("vi").unit_name()
        editing.set_text((*path, "place"), own.place, new, language, usual=usual)
    elif key == "title":
        first = own.title.say(language)[:1] if own.title else ""
        said = small_first(new) if first.islower() else new
        editing.set_text((*path, "title"), own.title, said, language)
    elif key == "signer/name":
        _signer(editing, path, own, new)
    else:
        raise KeyError(key)


def recipients_of(editing: Editing, path: Path) -> Path:
    """Where a document's recipients stand; the usual ones are the plan's own from now on."""
    where = (*path, "recipients")
    if editing.raw(path) is None:
        raise KeyError(path)
    if editing.raw(where) is None and (known := _recipients(editing, path)):
        editing.take_over(where, [text.model_dump(exclude_none=True) for text in known])
    return where


def _recipients(editing: Editing, path: Path) -> tuple[Text, ...]:
    """Whom the document is printed as being sent to."""
    kind = kind_of(str(path[-1])) if path[0] == "documents" else None
    if kind is None:
        return editing.plan.document.recipients
    own = own_plan(editing.plan, str(path[-1]), kind.usual, editing.registers)
    return own.document.recipients


def bare(line: str) -> str:
    """A recipient without the dash and the mark of punctuation of the list."""
    return tidy(line).removeprefix("-").strip().rstrip(" ;,.")


def _number(editing: Editing, path: Path, own: Particulars, new: str) -> None:
    if not new:
        if own.number:
            editing.file.set((*path, "number"), None)
        return
    if not _NUMBER.fullmatch(new):
        raise UnfitError(f"“{new}” không phải một số văn bản.", f"“{new}” is no document number.")
    editing.file.set((*path, "number"), new)


def _signer(editing: Editing, path: Path, own: Particulars, new: str) -> None:
    if own.signer is None:
        raise UnfitError(
            "Kế hoạch chưa ghi người ký (signer); thêm chức danh trước.",
            "The plan does not say who signs (signer); add the post first.",
        )
    editing.file.set((*path, "signer", "name"), new or None)


def date_of(said: str) -> str:
    """The date of a document as a plan file writes it; a month while the day is blank.

    Raises UnfitError for what is no date.
    """
    if found := _BLANK_DAY.fullmatch(said):
        return f"{found[2]}-{int(found[1]):02d}"
    read = parse_deadline(said)
    if read.first and read.last and (read.first == read.last or read.kind is DeadlineKind.MONTH):
        return str(read.first) if read.first == read.last else f"{read.first:%Y-%m}"
    raise UnfitError(f"“{said}” không phải một ngày.", f"“{said}” is no date.")
