"""Cited documents that were not there yet on the plan's date, or had been replaced by then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from r57plans.findings import Finding, Message
from r57plans.language import date_short
from r57plans.load.faults import fault
from r57plans.load.known import Known, day_of
from r57plans.load.raw_walk import walk_all
from r57plans.load.yaml_source import Path, Source
from r57plans.model.central import KnownDocument, state_on

_CITED = ("document.parents.*", "documents.{}.parents.*")


def document_findings(source: Source, known: Known) -> Iterator[Finding]:
    """A warning for each citation of the catalogue's documents that is out of its time."""
    if known.catalogue is None:
        return
    documents = known.catalogue.document_by_id
    for path, value in walk_all(source.data, _CITED):
        cited, day = documents.get(_id(value)), _day(source, path)
        if cited is None or day is None:
            continue
        state, place = state_on(cited, day, documents), source.place(path)
        if state == "not-yet":
            yield fault("plan.document-not-yet", place, *_not_yet(cited, day), level="warning")
        elif state in ("replaced", "ended"):
            heir = documents.get(cited.replaced_by or "")
            yield fault("plan.document-replaced", place, *_over(cited, heir), level="warning")


def _day(source: Source, path: Path) -> date | None:
    """The day of the document that cites: of the plan's own, or of another beside it."""
    return day_of(source.data, ".".join(map(str, path[: path.index("parents")])))


def _id(value: Any) -> str:
    found = value.get("id") if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""


def _not_yet(cited: KnownDocument, day: date) -> tuple[Message, Message]:
    first = cited.issued_on
    assert first is not None, "a document without a date is never too early"
    return (
        Message(
            f"{_name(cited)} chỉ có từ ngày {date_short(first, 'vi')}; văn bản đề ngày "
            f"{date_short(day, 'vi')}.",
            f"{_name(cited)} has been there only since {date_short(first, 'en')}; the document is "
            f"dated {date_short(day, 'en')}.",
        ),
        Message("Bỏ căn cứ này, hoặc sửa document.date.", "Drop it, or correct document.date."),
    )


def _over(cited: KnownDocument, heir: KnownDocument | None) -> tuple[Message, Message]:
    sure = cited.status_basis != "unverified"
    vi, en = ("", "") if sure else (" (chưa đối chiếu)", " (unverified)")
    message = Message(
        f"{_name(cited)} đã hết hiệu lực vào ngày ban hành văn bản{vi}.",
        f"{_name(cited)} was no longer in force on the document's date{en}.",
    )
    if heir is None:
        return message, Message("Kiểm tra lại căn cứ.", "Check what is cited.")
    return message, Message(
        f"Văn bản thay thế: {heir.id} ({_name(heir)}).",
        f"It was replaced by {heir.id} ({_name(heir)}).",
    )


def _name(document: KnownDocument) -> str:
    return document.number or document.id
