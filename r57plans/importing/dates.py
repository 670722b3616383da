"""The day of a document, and its number, as the lines around its text say them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from r57plans.importing.heads import Said
from r57plans.language.document_numbers import DocumentNumber, document_numbers
from r57plans.model.base import DocumentDate
from r57plans.model.deadline import DeadlineKind, parse_deadline

_FIRST, _LAST = 2000, 2099
_LONG = re.compile(
    r"ngày\s*(?P<day>\d{0,2})[\s._…]*tháng\s*(?P<month>\d{1,2})[\s._…]*năm\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?:ngày|date:?)\s*(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"(?:.{1,40}, )?(?:dated )?(\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{4})")


def date_in(text: str) -> DocumentDate | None:
    """The first date of our time in a text, a month where its day is blank; None where none is."""
    for pattern in (_LONG, _SHORT):
        for found in pattern.finditer(text):
            day = f"-{int(found['day']):02d}" if found["day"] else ""
            try:
                read = DocumentDate.parse(f"{found['year']}-{int(found['month']):02d}{day}")
            except ValueError:
                continue
            if _FIRST <= read.year <= _LAST:
                return read
    return None


def english_date(text: str) -> DocumentDate | None:
    """The date in a line such as `Cao Bang, 28 March 2025`."""
    if not (found := _ENGLISH.fullmatch(text)):
        return None
    read = parse_deadline(found[1])
    if read.first is None or read.last is None:
        return None
    if read.kind is DeadlineKind.MONTH:
        return DocumentDate(read.first.year, read.first.month)
    return DocumentDate.parse(read.first) if read.first == read.last else None


def number_in(lines: Iterable[Said]) -> DocumentNumber | None:
    """The first number of a document in some lines."""
    return next((number for said in lines for number in document_numbers(said.text)), None)
