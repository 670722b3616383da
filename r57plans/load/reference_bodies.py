"""Provinces and bodies: registers that are dated, so that a name may be right and its day wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from r57plans.findings import Finding, Message, Place
from r57plans.language import date_short, slug
from r57plans.load.faults import fault
from r57plans.load.known import Known
from r57plans.load.raw_walk import walk, walk_all
from r57plans.load.reference_words import not_text, unknown
from r57plans.load.yaml_source import Path, Source
from r57plans.model.registers import Agency, Province

_CITED_PROVINCES = tuple(
    f"{head}.{field}.*.province"
    for head in ("document", "documents.{}")
    for field in ("parents", "replaces", "amends")
)


class _Named(NamedTuple):
    name: str
    word: Message
    example: str


_PROVINCE = _Named("province", Message("tỉnh, thành phố", "province"), "cao-bang")
_BODY = _Named("agency", Message("cơ quan, tổ chức", "body"), "so-khoa-hoc-va-cong-nghe")


def province_findings(source: Source, known: Known) -> Iterator[Finding]:
    """The plan's own province on the document's date, and those of cited documents on any."""
    for path, value in walk(source.data, "province"):
        yield from _province(value, source.place(path), known, known.day)
    for path, value in walk_all(source.data, _CITED_PROVINCES):
        yield from _province(value, source.place(path), known, None)


def _province(value: Any, place: Place, known: Known, day: date | None) -> Iterator[Finding]:
    if coded := _by_code(value, known):
        yield _is_a_code(value, coded, place)
    elif isinstance(value, bool | int | float):
        yield not_text(_PROVINCE, value, place)
    elif isinstance(value, str):
        records = known.registers.province_ever(value)
        if not records:
            yield unknown(_PROVINCE, value, _province_names(known), place)
        elif day and not known.registers.province(value, day):
            yield _province_not_then(records, day, place, known)


def _province_names(known: Known) -> tuple[str, ...]:
    """Those of the day first, so that of two equally near names the living one is offered."""
    then = known.registers.provinces_on(known.day) if known.day else ()
    return tuple(dict.fromkeys(p.id for p in (*then, *known.registers.provinces)))


def _by_code(value: Any, known: Known) -> Province | None:
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).isdigit():
        return None
    code, day = f"{int(value):02d}", known.day
    of_code = [p for p in known.registers.provinces if p.code == code]
    then = [p for p in of_code if day and p.valid_on(day)]
    return next(iter(then or of_code), None)


def _is_a_code(value: Any, found: Province, place: Place) -> Finding:
    message = Message(
        f"{value} là mã số của {found.vi}; ở đây cần mã định danh bằng chữ.",
        f"{value} is the code of {found.en}; an id in letters is expected here.",
    )
    hint = Message(f"Viết {found.id}.", f"Write {found.id}.")
    return fault("plan.id-is-number", place, message, hint)


def _province_not_then(
    records: tuple[Province, ...], day: date, place: Place, known: Known
) -> Finding:
    over = [r for r in records if r.valid_to and r.valid_to < day]
    if over:
        return _province_over(max(over, key=lambda r: r.valid_to or day), day, place, known)
    return _province_to_come(records[0], day, place, known)


def _province_over(gone: Province, day: date, place: Place, known: Known) -> Finding:
    since = (gone.valid_to or day) + timedelta(days=1)
    heir = _heir(gone.successor, day, known)
    vi, en = (f"; nay thuộc {heir.vi}", f"; it is part of {heir.en}") if heir else ("", "")
    message = Message(
        f"{gone.vi} ({gone.id}) không còn từ ngày {date_short(since, 'vi')}{vi}. "
        f"Văn bản đề ngày {date_short(day, 'vi')}.",
        f"{gone.en} ({gone.id}) has not existed since {date_short(since, 'en')}{en}. "
        f"The document is dated {date_short(day, 'en')}.",
    )
    hint = Message(
        f"Viết province: {heir.id if heir else '…'}, hoặc sửa document.date.",
        f"Write province: {heir.id if heir else '…'}, or correct document.date.",
    )
    return fault("plan.province-not-then", place, message, hint)


def _heir(name: str | None, day: date, known: Known) -> Province | None:
    return known.registers.province(name, day) if name else None


def _province_to_come(coming: Province, day: date, place: Place, known: Known) -> Finding:
    before = [p for p in known.registers.provinces_on(day) if _leads_to(p, coming)]
    vi, en = ", ".join(p.vi for p in before), ", ".join(p.en for p in before)
    start = coming.valid_from or day
    message = Message(
        f"{coming.vi} ({coming.id}) chỉ có từ ngày {date_short(start, 'vi')}"
        f"{f'; trước đó là {vi}' if vi else ''}. Văn bản đề ngày {date_short(day, 'vi')}.",
        f"{coming.en} ({coming.id}) has existed only since {date_short(start, 'en')}"
        f"{f'; before, there was {en}' if en else ''}. "
        f"The document is dated {date_short(day, 'en')}.",
    )
    ids = ", ".join(p.id for p in before) or "…"
    hint = Message(
        f"Viết province: {ids}, hoặc sửa document.date.",
        f"Write province: {ids}, or correct document.date.",
    )
    return fault("plan.province-not-then", place, message, hint)


def _leads_to(earlier: Province, later: Province) -> bool:
    return earlier.successor == later.id or earlier.id in later.predecessors


def body_findings(
    path: Path, value: Any, source: Source, known: Known, also: frozenset[str]
) -> Iterator[Finding]:
    """What is wrong with a body's id; `also` are further ids that may stand at this place."""
    if isinstance(value, bool | int | float):
        yield not_text(_BODY, value, source.place(path))
    if not isinstance(value, str) or value in known.declared or value in also:
        return
    if known.day and known.registers.agency(value, known.day):
        return
    place, records = source.place(path), known.registers.agency_ever(value)
    if not records:
        yield _unknown_body(value, place, known, also)
    elif known.day:
        yield _body_not_then(value, records, known.day, place, known)


def _unknown_body(value: str, place: Place, known: Known, also: frozenset[str]) -> Finding:
    names = (*known.registers.agency_names(), *sorted(known.declared), *sorted(also))
    found = unknown(_BODY, value, names, place)
    if slug(value) in names:
        return found
    more = Message(
        f"{found.hint.vi} Cơ quan chưa có trong danh bạ: khai báo ở mục bodies, "
        "hoặc viết {vi: …, en: …}.",
        f"{found.hint.en} A body that the register lacks is declared under bodies, "
        "or written {vi: …, en: …}.",
    )
    return fault(found.rule, place, found.message, more)


def _body_not_then(
    given: str, records: tuple[Agency, ...], day: date, place: Place, known: Known
) -> Finding:
    over = [r for r in records if r.valid_to and r.valid_to < day]
    if not over:
        return _body_to_come(given, records[0], day, place, known)
    gone = max(over, key=lambda r: r.valid_to or day)
    since = (gone.valid_to or day) + timedelta(days=1)
    message = Message(
        f"“{given}” không còn từ ngày {date_short(since, 'vi')}; "
        f"văn bản đề ngày {date_short(day, 'vi')}.",
        f"“{given}” has not existed since {date_short(since, 'en')}; "
        f"the document is dated {date_short(day, 'en')}.",
    )
    heir = gone.successor
    hint = (
        Message(f"Cơ quan kế thừa: {heir}.", f"Its successor: {heir}.")
        if heir
        else Message("Chọn cơ quan hiện có.", "Choose a body that exists.")
    )
    return fault("plan.agency-not-then", place, message, hint, "warning")


def _body_to_come(given: str, coming: Agency, day: date, place: Place, known: Known) -> Finding:
    start = coming.valid_from or day
    before = [a.id for a in known.registers.agencies if a.successor == coming.id]
    message = Message(
        f"“{given}” chỉ có từ ngày {date_short(start, 'vi')}; "
        f"văn bản đề ngày {date_short(day, 'vi')}.",
        f"“{given}” has existed only since {date_short(start, 'en')}; "
        f"the document is dated {date_short(day, 'en')}.",
    )
    names = ", ".join(before)
    hint = (
        Message(f"Trước đó là: {names}.", f"Before, there was: {names}.")
        if names
        else Message("Chọn cơ quan hiện có vào ngày đó.", "Choose a body that existed then.")
    )
    return fault("plan.agency-not-then", place, message, hint, "warning")
