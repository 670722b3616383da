"""Cited documents that were not there yet on the plan's date, or had been replaced by then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from r57plans.findings import Finding, Message
from r57plans.language import date_short
from r57plans.load.faults import fault
from r57plans.load.known import Known
from r57plans.load.raw_walk import walk_all
from r57plans.load.yaml_source import Source
from r57plans.model.central import KnownDocument, state_on

_CITED = ("document.parents.*", "documents.{}.parents.*", "documents.{}.bases.*")


def document_findings(source: Source, known: Known) -> Iterator[Finding]:
    """A warning for each citation of the catalogue's documents that is out of its time."""
    if known.catalogue is None or known.day is None:
        return
    documents = known.catalogue.document_by_id
    for path, value in walk_all(source.data, _CITED):
        cited = documents.get(_id(value))
        if cited is None:
            continue
        state = state_on(cited, known.day, documents)
        if state == "not-yet":
            yield fault("plan.document-not-yet", source.place(path), *_not_yet(cited, known),
                        level="warning")  # fmt: skip
        elif state in ("replaced", "ended"):
            yield fault("plan.document-replaced", source.place(path), *_over(cited, known),
                        level="warning")  # fmt: skip


def _id(value: Any) -> str:
    found = value.get("id") if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""


def _not_yet(cited: KnownDocument, known: Known) -> tuple[Message, Message]:
    first, day = cited.first_day, known.day
    assert first is not None, "a document without a date is never too early"
    assert day is not None
    return (
        Message(
            f"{_name(cited)} chỉ có từ ngày {date_short(first, 'vi')}; văn bản đề ngày "
            f"{date_short(day, 'vi')}.",
            f"{_name(cited)} has been there only since {date_short(first, 'en')}; the document is "
            f"dated {date_short(day, 'en')}.",
        ),
        Message("Bỏ căn cứ này, hoặc sửa document.date.", "Drop it, or correct document.date."),
    )


def _over(cited: KnownDocument, known: Known) -> tuple[Message, Message]:
    catalogue = known.catalogue
    heir = catalogue.document_by_id.get(cited.replaced_by or "") if catalogue else None
    sure = cited.status_basis != "unverified"
    vi, en = ("", "") if sure else (" (chưa đối chiếu)", " (unverified)")
    message = Message(
        f"{_name(cited)} đã hết hiệu lực vào ngày văn bản{vi}.",
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
