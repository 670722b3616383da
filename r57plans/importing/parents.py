"""The documents on which a plan rests, out of its first lines: known ones by id, others in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from r57plans.findings import Finding, Message
from r57plans.importing import told
from r57plans.importing.dates import date_in
from r57plans.importing.heads import Said
from r57plans.language.document_numbers import document_numbers
from r57plans.model.catalogue import Catalogue

_ISSUER = re.compile(
    r"(?:của|do)\s+(?P<issuer>[^,;.():]{3,90}?)(?=\s+(?:về|ban hành|thực hiện|quy định|phê duyệt)\b"
    r"|\s*[,;.():]|$)"
)
_TITLE = re.compile(r"\b(?P<title>(?:về|ban hành)\s.+)")
_END = re.compile(
    r"[;:]|\s\(|,\s+(?=(?:Nghị|Kế|Chương|Quyết|Chỉ|Kết|Luật|Thông|căn|thực|Ban|Tỉnh|Thành|Đảng|Ủy|Uỷ|Hội|UBND|HĐND)\w*\s)"
)
_MOST = 30
_GROUND = re.compile(r"(?:[-–+]\s*)?(?:căn cứ|xét)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parents:
    """The citations as a plan file has them, and lines that name no document."""

    citations: list[str | dict[str, Any]]
    findings: tuple[Finding, ...]


def parents_of(lines: Sequence[Said], catalogue: Catalogue) -> Parents:
    """The documents that the lines name by number, each once; those the catalogue has by its id."""
    known = {d.number: d.id for d in catalogue.documents if d.number}
    found: dict[str, str | dict[str, Any]] = {}
    findings: list[Finding] = []
    for said in lines:
        numbers = list(document_numbers(said.text))
        if not numbers and _GROUND.match(said.text):
            what = Message("căn cứ không có số văn bản", "a ground without a document's number")
            findings.append(told.not_known(what, said.text, said.place))
        for at, number in enumerate(numbers):
            start = said.text.find(number.written)
            end = said.text.find(numbers[at + 1].written) if at + 1 < len(numbers) else None
            cited = known.get(number.proper) or _in_full(number.proper, said.text[start:end])
            found.setdefault(number.proper, cited)
    return Parents(list(found.values())[:_MOST], tuple(findings))


def _in_full(number: str, after: str) -> dict[str, Any]:
    """A citation from the words that stand after its number."""
    rest = after.partition(number)[2] if number in after else after
    citation: dict[str, Any] = {"number": number}
    if day := date_in(rest[:60]):
        citation["date"] = str(day)
    if issuer := _ISSUER.search(rest):
        citation["issuer"] = issuer["issuer"].strip()
        rest = rest[issuer.end() :]
    if title := _TITLE.search(_END.split(rest)[0]):
        words = title["title"].strip(" ,.;")
        if len(words) > len("về "):
            citation["title"] = words
    return citation
