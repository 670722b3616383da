"""A cell of the table as a value of the plan file, or what is wrong with it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from r57plans.batch.rows import told
from r57plans.batch.rows.columns import Column
from r57plans.findings import Finding, Message, Place
from r57plans.language import fill, nearest, slug
from r57plans.model.base import DocumentDate
from r57plans.model.document import Status
from r57plans.model.naming import province_fills
from r57plans.model.registers import Named, Registers
from r57plans.model.target import Value
from r57plans.workbook.cells import CellText
from r57plans.workbook.dating import iso_day
from r57plans.workbook.fields import APART

_AUTHORITY = re.compile(r"^(?:t/m|tm\.?|t\.m\.?|thay mặt|on behalf of|for)\s+", re.I)
_NUMBER = re.compile(r"(?:số|no\.?)?\s*:?\s*(\d+[a-z]?)\s*[-/]\s*(\S.*)", re.I)
_SIGN = re.compile(r"^(?:>\s?=|=>|<\s?=|=<)\s*")
_SERIAL = re.compile(r"[3-6]\d{4}")  # days since 1899-12-30, of a date that lost its format
_STATUSES: Mapping[str, str] = {
    "du-thao": "draft", "ban-du-thao": "draft", "trinh-ky": "signing", "cho-ky": "signing",
    "da-ban-hanh": "issued", "ban-hanh": "issued", "da-ky": "issued",
}  # fmt: skip
SIGNERS: Mapping[str, tuple[str, ...]] = {
    "ubnd": ("chu-tich-ubnd", "pho-chu-tich-ubnd"),
    "hdnd": ("chu-tich-hdnd", "pho-chu-tich-hdnd"),
    "ban-chi-dao": ("truong-ban", "pho-truong-ban-thuong-truc", "pho-truong-ban"),
}
"""The posts of those who usually sign for an issuer."""
PARTY_SIGNERS = ("bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu")
"""For all others."""
_DAY, _POST = Message("một ngày", "a date"), Message("chức vụ đã biết", "a post that is known")
_BODY = Message("cơ quan được ký thay mặt", "a body on whose behalf one signs")
_STATUS, _COUNT = Message("tình trạng văn bản", "a status"), Message("số lần", "a count")
_PLAIN = Message("số văn bản", "a document's number")


@dataclass(frozen=True)
class Cells:
    """Reads cells; posts and bodies by the names that the registers have."""

    registers: Registers
    issuer: str

    def read(self, column: Column, cell: CellText, place: Place) -> tuple[Any, list[Finding]]:
        """The value for the plan, and what there is to say of it; None with an error."""
        said = cell.text.strip()
        if column.kind == "figure":
            return self._figure(column, cell, place)
        found = self._simple(column, cell, said, place)
        return (None, [found]) if isinstance(found, Finding) else (found, [])

    def _simple(self, column: Column, cell: CellText, said: str, place: Place) -> Any:
        match column.kind:
            case "date":
                return _day(cell, place)
            case "number":
                return _number(said, place)
            case "authority":
                return self._authority(said, place)
            case "post":
                return self._post(said, place)
            case "status":
                return _status(said, place)
            case "count":
                return _count(said, place)
        return said

    def _figure(self, column: Column, cell: CellText, place: Place) -> tuple[Any, list[Finding]]:
        said = cell.text.strip()
        if cell.kind in ("number", "formula") and re.fullmatch(r"-?\d+\.\d+%?", said):
            said = said.replace(".", ",")
        said = _SIGN.sub(lambda found: "≥ " if ">" in found[0] else "≤ ", said)
        if column.unit.startswith("% "):
            said = said.removesuffix("%").rstrip()  # the unit says it
        vi, sign, en = said.partition(APART)
        words = said[0] in "≥≤><" and Value(value=vi).measure.comparator == "text"
        value = {"vi": vi.strip(), "en": en.strip()} if sign else said
        return value, [told.as_words(place, said)] if words else []

    def _authority(self, said: str, place: Place) -> str | Finding:
        name = slug(_AUTHORITY.sub("", said))
        if found := self._authorities.get(name):
            return found
        names = dict.fromkeys(each.vi for each in self.registers.terms.authorities)
        return told.wrong_value(place, said, _BODY, told.near(nearest(said, names, 2) or names))

    @cached_property
    def _authorities(self) -> Mapping[str, str]:
        found = {slug("Ban Chấp hành"): "ban-chap-hanh"}
        for each in self.registers.terms.authorities:
            for name in (each.id, *self._filled(each)):
                found.setdefault(slug(name), each.id)
        return found

    def _post(self, said: str, place: Place) -> str | Finding:
        found = self._posts.get(slug(said), ())
        usual = SIGNERS.get(self.issuer, PARTY_SIGNERS)
        fitting = [name for name in found if name in usual]
        fitting = fitting or [name for name in found if name.endswith(f"-{self.issuer}")]
        if len(found) == 1 or len(fitting) == 1:
            return (fitting or found)[0]
        if found:
            sure = sorted(found, key=lambda name: self.registers.roles[name].basis != "verified")
            return told.wrong_value(place, said, _POST, told.near(map(self._full, sure[:3])))
        names = dict.fromkeys(role.sign("vi") for role in self.registers.terms.roles)
        return told.wrong_value(place, said, _POST, told.near(nearest(said, names, 2)))

    @cached_property
    def _posts(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of posts by all their names; a full name goes before a short one."""
        full: dict[str, tuple[str, ...]] = {}
        short: dict[str, tuple[str, ...]] = {}
        for role in self.registers.terms.roles:
            for name in dict.fromkeys(map(slug, (role.id, *self._filled(role)))):
                full[name] = (*full.get(name, ()), role.id)
            for name in dict.fromkeys(map(slug, (role.sign("vi"), role.sign("en")))):
                short[name] = (*short.get(name, ()), role.id)
        return {**short, **full}

    def _full(self, name: str) -> str:
        return fill(self.registers.roles[name].vi, self._words[0][0])

    def _filled(self, named: Named) -> Iterator[str]:
        for vi, en in self._words:
            yield fill(named.vi, vi)
            yield fill(named.en, en)

    @cached_property
    def _words(self) -> tuple[tuple[dict[str, str], dict[str, str]], ...]:
        """What stands in placeholders in a province, and in a city."""
        kinds = {each.kind: each for each in self.registers.provinces}
        return tuple(
            (
                province_fills(kinds[kind], self.registers, "vi"),
                province_fills(kinds[kind], self.registers, "en"),
            )
            for kind in ("province", "city")
        )


def _day(cell: CellText, place: Place) -> str | Finding:
    said = iso_day(cell)
    try:
        return str(DocumentDate.parse(said))
    except ValueError:
        return told.wrong_value(place, cell.text, _DAY, _as_day(cell))


def _as_day(cell: CellText) -> Message:
    if _SERIAL.fullmatch(cell.text):
        day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(cell.text))
        shown = f"{day.day}/{day.month}/{day.year}"
        return Message(f"Có lẽ là {shown}: đổi kiểu ô thành Ngày (Date).",
                       f"It may be {shown}: format the cell as a date.")  # fmt: skip
    return Message("Viết như 28/3/2025, hoặc 3/2025 khi chưa ký.",
                   "Write it like 28/3/2025, or 3/2025 while it is not signed.")  # fmt: skip


def _number(said: str, place: Place) -> str | Finding:
    if found := _NUMBER.fullmatch(said):
        return told.wrong_value(
            place,
            said,
            _PLAIN,
            Message(
                f"Ở đây chỉ viết {found[1]}; {found[2]} ghi ở cột “Ký hiệu” nếu khác lệ thường.",
                f"Write only {found[1]} here, and {found[2]} under “Symbol” where it is unusual.",
            ),
        )
    if not re.fullmatch(r"\d[\w.]*", said):
        return told.wrong_value(
            place,
            said,
            _PLAIN,
            Message(
                "Chỉ viết số, ví dụ 12; để trống đến khi ký.",
                "Write the number alone, such as 12; leave it blank until signed.",
            ),
        )
    return said  # fmt: skip


def _status(said: str, place: Place) -> str | Finding:
    known = get_args(Status)
    found = said.casefold() if said.casefold() in known else _STATUSES.get(slug(said))
    return found or told.wrong_value(place, said, _STATUS, told.near(nearest(said, known) or known))


def _count(said: str, place: Place) -> int | Finding:
    if said.isdecimal() and 0 < len(said) < 4:
        return int(said)
    return told.wrong_value(place, said, _COUNT, Message("Viết 1, 2, 3 …", "Write 1, 2, 3 …"))
