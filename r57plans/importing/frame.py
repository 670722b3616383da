"""Whose plan it is, and of which day: province, unit, issuer, date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from r57plans.errors import NoPlanError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.importing.dates import date_in, english_date
from r57plans.importing.heads import Head
from r57plans.language import date_short, slug
from r57plans.model.base import DocumentDate
from r57plans.model.registers import Province, Registers
from r57plans.word.layout.wording import folded, is_upper

_UNITS = {"XA": "xã", "PHUONG": "phường", "DAC KHU": "đặc khu", "THI TRAN": "thị trấn"}
_PROVINCIAL = r"(?:TINH|THANH PHO|TP\.?|T\.P\.?)"
_COMMUNE = re.compile(
    r"(?:DANG UY|UY BAN NHAN DAN|UBND|HOI DONG NHAN DAN|HDND)\s+(XA|PHUONG|DAC KHU|THI TRAN)\s+(.+)"
)
_ISSUERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ban-chi-dao", re.compile(r"BAN CHI DAO\b.*")),
    ("ubnd", re.compile(r"(?:UY BAN NHAN DAN|UBND)\b.*")),
    ("hdnd", re.compile(r"(?:HOI DONG NHAN DAN|HDND)\b.*")),
    ("tinh-uy", re.compile(r"(?:BAN THUONG VU )?TINH UY\b.*")),
    ("thanh-uy", re.compile(r"(?:BAN THUONG VU )?THANH UY\b.*")),
    ("dang-uy", re.compile(r"DANG UY\b.*")),
)
_ENGLISH = (
    ("ubnd", re.compile(r"PEOPLE.?S COMMITTEE OF .*")),
    ("thanh-uy", re.compile(r".*(?:CITY|MUNICIPAL) PARTY COMMITTEE\b.*")),
    ("tinh-uy", re.compile(r".*PROVINCIAL PARTY COMMITTEE\b.*")),
)
_CENTRAL = re.compile(
    r"(?:CHINH PHU|THU TUONG CHINH PHU|QUOC HOI|DANG DOAN QUOC HOI|BO CHINH TRI|BAN BI THU"
    r"|BAN CHAP HANH TRUNG UONG|BAN CHI DAO (?:TRUNG UONG|CUA CHINH PHU)|BO (?!CHI HUY)\w+ .*)\b.*"
)
_LETTERHEAD = 6  # lines
_REACH, _FAR_REACH = 80, 500
"""Lines in which a province is looked for where the letterhead names none, before the file's name
and after it."""


@dataclass(slots=True)
class Frame:
    """What a plan cannot be without; `unit` is a commune's, as a plan file has it."""

    province: Province
    on: DocumentDate
    issuer: str
    unit: dict[str, Any] | None = None
    findings: list[Finding] = field(default_factory=list)
    dated: bool = True


def frame_of(
    head: Head, registers: Registers, file: str, province: str, on: DocumentDate | None
) -> Frame:
    """The frame; `province` is asked for by its id, `on` the day where the file names none.

    Raises NoPlanError where no province or no day is known.
    """
    found = _date(head)
    day = found or on
    if day is None:
        raise NoPlanError(Report((_no_date(file),)))
    records = _named(head, registers, file, province)
    if not records:
        raise NoPlanError(Report((_no_province(file, province),)))
    findings: list[Finding] = []
    record = next((r for r in records if r.valid_on(day.last)), None)
    if record is None and found is None:
        record = max(records, key=lambda r: str(r.valid_to or ""))
        end = record.valid_to or record.valid_from
        assert end is not None, "a record without dates is valid on every day"
        day = DocumentDate(end.year, end.month)
    elif record is None:
        record = _successor(records, day, registers)
        findings.append(_merged(records[0], record, day, file))
    if found is None:
        findings.append(_day_supposed(day, file))
    issuer = _issuer(head, record)
    if not issuer:
        issuer = _usual_issuer(head, record)
        findings.append(_issuer_supposed(issuer, file))
    frame = Frame(record, day, issuer, findings=findings, dated=found is not None)
    frame.unit = _unit(head)
    if frame.unit and frame.issuer in ("tinh-uy", "thanh-uy"):
        frame.issuer = "dang-uy"
    return frame


def _date(head: Head) -> DocumentDate | None:
    lines = (
        *head.all("place-date"),
        *head.attached.get("place-date", ()),
        *head.attachments,
    )
    for said in lines:
        if found := date_in(said.text):
            return found
    return next((d for said in head.everything[:12] if (d := english_date(said.text))), None)


def _named(head: Head, registers: Registers, file: str, asked: str) -> tuple[Province, ...]:
    """The records of the province that is asked for, or else that the file names."""
    if asked:
        return registers.province_ever(slug(asked))
    for lines in _places(head, file):
        for text in lines:
            if name := _province_in(folded(text), registers):
                return registers.province_ever(name)
    return ()


def _places(head: Head, file: str) -> Iterator[Iterable[str]]:
    """Where a province may be named, the surest place first."""
    central = _is_central(head)
    yield [head.joined("issuer"), head.joined("superior")]
    if not central:
        yield [f"TINH {said.text.split(',')[0]}" for said in head.all("place-date")]
        yield [said.text for said in (*head.all("subject"), *head.all("attached"))]
        yield [said.text for said in head.everything[:_REACH]]
    yield [f"TINH {slug(PurePath(file).stem).replace('-', ' ')}"]
    if central:
        return
    yield [said.text for said in head.everything[_REACH:_FAR_REACH]]


def _is_central(head: Head) -> bool:
    """Whether a body of the centre issued it: then no place in it says whose plan it is."""
    return any(_CENTRAL.fullmatch(folded(s.text)) for s in head.everything[:_LETTERHEAD])


def _province_in(said: str, registers: Registers) -> str:
    """The id of the province that a folded text names after a word for one; "" for none."""
    best: tuple[int, int, str] | None = None
    for province in registers.provinces:
        name = re.escape(folded(province.vi)).replace(r"\ \-\ ", r"\s*[-–]\s*")
        before = rf"(?:{_PROVINCIAL}|TINH UY|THANH UY|UBND|OF|DANG BO)"
        found = re.search(rf"\b{before}(?: \w+){{0,3}}? {name}\b", said)
        found = found or re.search(rf"^{name} (?:PROVINCIAL|CITY|PROVINCE)\b", said)
        if found:
            here = (found.start(), -len(name), province.id)
            best = min(best, here) if best else here
    return best[2] if best else ""


def _successor(records: Sequence[Province], day: DocumentDate, registers: Registers) -> Province:
    """The province that took over, or the one that was there before."""
    ids = {record.id for record in records}
    for record in records:
        heir = registers.province(record.successor or "", day.last)
        if heir:
            return heir
    then = registers.provinces_on(day.last)
    return next((p for p in then if p.successor in ids), records[-1])


def _issuer(head: Head, province: Province) -> str:
    """The issuer that the file names; "" where it names none of a province."""
    if _is_central(head):
        return ""
    lines = [folded(s.text) for s in (*head.all("issuer"), *head.attached.get("issuer", ()))]
    joined = [" ".join(lines), *lines]
    for text in (*joined, *(folded(s.text) for s in head.everything[:12])):
        for name, pattern in (*_ISSUERS, *_ENGLISH):
            if pattern.fullmatch(text):
                return name
    return _by_number(head, province)


def _usual_issuer(head: Head, province: Province) -> str:
    """The issuer that a plan of this kind usually has."""
    return "ubnd" if head.kind == "state" else _party_committee(province)


def _party_committee(province: Province) -> str:
    return "thanh-uy" if province.kind == "city" else "tinh-uy"


def _by_number(head: Head, province: Province) -> str:
    """The issuer that the body in the document's number stands for."""
    said = " ".join(folded(s.text) for s in (*head.all("number"), *head.attachments))
    for name, mark in (
        ("ubnd", "UBND"),
        ("hdnd", "HDND"),
        ("ban-chi-dao", "BCD"),
        ("dang-uy", "/DU"),
        (_party_committee(province), "/TU"),
    ):
        if mark in said:
            return name
    return ""


def _unit(head: Head) -> dict[str, Any] | None:
    """The commune whose plan it is; its name in the capitals of a sentence."""
    for text in (head.joined("issuer"), *(s.text for s in head.all("issuer"))):
        if found := _COMMUNE.fullmatch(folded(text)):
            words = text.split()[-len(found[2].split()) :]
            name = " ".join(words)
            kind = _UNITS[found[1]]
            written = _as_in_text(f"{kind} {name}", head) or " ".join(w.capitalize() for w in words)
            return {
                "level": "commune", "type": kind,
                "vi": written if is_upper(name) else name,
            }  # fmt: skip
    return None


def _as_in_text(name: str, head: Head) -> str:
    """The unit's name as the text writes it: `xã Công Hải`."""
    pattern = re.compile(rf"{re.escape(name)}\b", re.IGNORECASE)
    kind = name.split()[0]
    for said in head.everything:
        for found in pattern.finditer(said.text):
            if not is_upper(found[0]):
                return found[0][len(kind) :].strip().removeprefix("khu ")
    return ""


def _no_date(file: str) -> Finding:
    return Finding(
        "import.date", "error",
        Message("Tệp không ghi ngày tháng của văn bản.",
                "The file does not say its document's day."),
        Message("Thêm --on, ví dụ --on 2025-03.", "Give --on, such as --on 2025-03."),
        Place(file),
    )  # fmt: skip


def _day_supposed(day: DocumentDate, file: str) -> Finding:
    return Finding(
        "import.date", "warning",
        Message(f"Tệp không ghi ngày tháng của văn bản; tạm ghi {day}.",
                f"The file does not say its document's day; {day} is put for the time being."),
        Message("Sửa document.date; tên tỉnh, cơ quan được tra theo ngày này.",
                "Put document.date right: provinces and bodies are looked up for that day."),
        Place(file),
    )  # fmt: skip


def _issuer_supposed(issuer: str, file: str) -> Finding:
    return Finding(
        "import.issuer", "warning",
        Message(f"Tệp không ghi rõ cơ quan nào của tỉnh ban hành; tạm ghi {issuer}.",
                f"The file names no issuer of the province; {issuer} is put for the time being."),
        Message("Sửa document.issuer, document.type.",
                "Put document.issuer and document.type right."),
        Place(file),
    )  # fmt: skip


def _no_province(file: str, asked: str) -> Finding:
    said = Message(f"Không có tỉnh, thành phố “{asked}”.", f"There is no province “{asked}”.")
    none = Message(
        "Không rõ kế hoạch này của tỉnh, thành phố nào.", "Whose province's plan it is is not said."
    )
    return Finding(
        "import.province", "error", said if asked else none,
        Message("Thêm --province, ví dụ --province cao-bang.",
                "Give --province, such as --province cao-bang."),
        Place(file),
    )  # fmt: skip


def _merged(old: Province, new: Province, day: DocumentDate, file: str) -> Finding:
    on_vi, on_en = date_short(day.last, "vi"), date_short(day.last, "en")
    return Finding(
        "import.province-merged", "warning",
        Message(f"{old.vi} không có vào ngày {on_vi}; kế hoạch ghi cho {new.vi}.",
                f"There is no {old.en} on {on_en}; the plan is written for {new.en}."),
        Message("Kiểm tra ngày của văn bản.", "Check the document's day."),
        Place(file),
    )  # fmt: skip
