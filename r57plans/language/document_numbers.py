"""Numbers of official documents: `57-NQ/TW` of the Party, `71/NQ-CP` of the State."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from r57plans.language.text import nfc, unaccented

Side = Literal["party", "state"]

TYPES = ("BB", "BC", "BS", "CT", "CTr", "CTrHĐ", "CV", "GM", "HD", "KH", "KHHĐ", "KL", "NĐ", "NQ",
         "PA", "QC", "QĐ", "TB", "TT", "TTLT", "TTr", "ĐA")  # fmt: skip
_SLIPS = {"CTTR": "CTr"}
_BY_FOLDED = {unaccented(name).upper(): name for name in TYPES} | _SLIPS

_PARTY = re.compile(r"(?:[A-ZĐ]*TW|[A-ZĐ]*TU|ĐU[A-ZĐ]*|BCĐ|ĐĐQH\d*)")
_STATE = re.compile(
    r"(?:CP|TTg|UBND|HĐND|VPCP|(?:UBTV)?QH\d*|B(?!CĐ|TV|CH)[A-ZĐ]{1,9}|S[A-ZĐ]{2,9})"
)
_BODY_SLIPS = {"TƯ": "TW", "BCĐTƯ": "BCĐTW", "VPTƯ": "VPTW", "BCDTW": "BCĐTW", "BCD": "BCĐ",
               "DU": "ĐU", "HDND": "HĐND", "TTG": "TTg", "BGDDT": "BGDĐT"}  # fmt: skip

_WORD = r"(?:QH\s?-\s?\d{2}|[A-Za-zĐđƯư]{2,}\d{0,2})"
_MARK = r"\s?[-–/]\s?"  # word processors write a dash where a hyphen stands between spaces
_NUMBER = re.compile(rf"(\d{{1,5}}){_MARK}(?:(\d{{4}}){_MARK})?({_WORD})(?:{_MARK}({_WORD}))?")
_HYPHEN = re.compile(r"\s?-\s?")
_IN_TEXT = re.compile(rf"(?<![\w/-]){_NUMBER.pattern}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number in its parts; `year` and `type` are empty where its kind has none.

    `written` is how it was found, `proper` how it is written: they differ for a slip.
    """

    written: str
    side: Side
    number: str
    year: str
    type: str
    body: str

    @property
    def proper(self) -> str:
        """`57-NQ/TW`, `71/NQ-CP`, `45/2025/NĐ-CP`, `193/2025/QH15`."""
        if self.side == "party":
            return f"{self.number}-{self.type}/{self.body}"
        symbol = f"{self.type}-{self.body}" if self.type else self.body
        return "/".join(filter(None, (self.number, self.year, symbol)))

    @property
    def is_proper(self) -> bool:
        """Whether it is written as it should be."""
        return self.written == self.proper


def document_number(written: str) -> DocumentNumber | None:
    """The number in a text that is nothing else; None where type or body is none that is known."""
    found = _NUMBER.fullmatch(nfc(written).strip())
    return _made(found) if found else None


def document_numbers(text: str) -> Iterator[DocumentNumber]:
    """The numbers of documents in a running text, in its order."""
    for found in _IN_TEXT.finditer(nfc(text)):
        if made := _made(found):
            yield made


def _made(found: re.Match[str]) -> DocumentNumber | None:
    number, year, first, second = found.groups()
    if second is None:
        body = _HYPHEN.sub("", first.upper())
        if year and re.fullmatch(r"(?:UBTV)?QH\d+", body):
            return DocumentNumber(found[0], "state", number, year, "", body)
        return None
    kind, body = _BY_FOLDED.get(unaccented(first).upper()), _body(second)
    side: Side | None = "party" if _PARTY.fullmatch(body) else None
    if side is None and _STATE.fullmatch(body):
        side = "state"
    if kind is None or side is None or (side == "party" and year):
        return None
    return DocumentNumber(found[0], side, number, year or "", kind, body)


def _body(written: str) -> str:
    upper = written.upper()
    return _BODY_SLIPS.get(upper, upper)
