"""Which layout a document should follow: by its letterhead, and by its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from r57plans.errors import WordFileError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.load import load_layouts
from r57plans.model.layout import OfficialLayout, layout_on
from r57plans.model.registers import LayoutName
from r57plans.word.layout import wording as words
from r57plans.word.layout.found import Found
from r57plans.word.layout.reading import Document
from r57plans.word.layout.rules.fonts import old_encoding

AUTO = "auto"
_LINES_READ = 40
_TWO = 2
_ENGLISH = {"COMMUNIST PARTY OF VIET NAM": "party", "COMMUNIST PARTY OF VIETNAM": "party",
            "SOCIALIST REPUBLIC OF VIET NAM": "state",
            "SOCIALIST REPUBLIC OF VIETNAM": "state"}  # fmt: skip
_NUMBERS = re.compile(r"ngày\s*(\d*)[\s._…]*tháng\s*(\d+)[\s._…]*năm\s*(\d{4})", re.IGNORECASE)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_ENGLISH_DATE = re.compile(rf"(?:(\d{{1,2}})\s+)?({'|'.join(_MONTHS)})\s+(\d{{4}})")
_PARTY_SIGNS = re.compile(r"(?:T/M|K/T|T/L)\b|SO \d*\s*-\S+/(?:TU|TW|DU|HU|QU)\b")
_STATE_SIGNS = re.compile(r"(?:TM|KT|TL|TUQ)\.|SO: ?\d*\s*/\S+-")
# The act that a document belongs to, by its symbol: -QĐ/TU, /QĐ-UBND.
_SYMBOL = re.compile(r"(-\s?[A-Z]+/(?:TU|TW|DU|HU|QU)\b)|/\s?[A-Z]+-[A-Z]+\b")
_EXTRACT = re.compile(r"\(?\s*TRICH\b")
_ENGLISH_EXTRACT = re.compile(r"\(?\s*EXTRACT (?:OF|FROM)\b")
_ENGLISH_ATTACHED = re.compile(r"\(?\s*(?:ISSUED|ATTACHED) (?:WITH|TO)\b")
_PARTY_BODIES = ("TINH UY", "THANH UY", "DANG UY", "HUYEN UY", "QUAN UY", "DANG BO")
_STATE_BODIES = ("UY BAN NHAN DAN", "HOI DONG NHAN DAN", "SO ", "BO ", "CHINH PHU")

_UNKNOWN = (
    Message(
        "Không nhận ra đây là văn bản của Đảng hay văn bản hành chính.",
        "It cannot be seen whether this is a Party or a State document.",
    ),
    Message(
        "Nêu thể thức: --layout party-2018, party-2026 hoặc state-2020.",
        "Say which layout: --layout party-2018, party-2026 or state-2020.",
    ),
)
_OLD_HINT = Message(
    "Chuyển chữ sang Unicode (chẳng hạn bằng công cụ chuyển mã của UniKey) rồi kiểm tra lại.",
    "Convert the text to Unicode (with UniKey's converter, say), and check it again.",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The layout to judge by, and why.

    `translation` says that the document is in English, `extract` that it is a sheet taken from
    another document, `parallel` that both languages stand side by side: none has the components
    of an official document.
    """

    layout: OfficialLayout
    why: Message
    translation: bool = False
    extract: bool = False
    parallel: bool = False

    @property
    def partial(self) -> bool:
        """Whether only what every page has is checked: paper, margins, numbers, fonts, colours."""
        return self.translation or self.extract or self.parallel

    @property
    def lies(self) -> bool:
        """Whether its pages may all lie on their long side."""
        return self.extract or self.parallel


def choose(found: Found, name: str, file: str) -> Choice:
    """The layout of a name, or by the document itself where the name is `auto`.

    Raises `WordFileError` (`layout.unknown`) where the document does not say.
    """
    english = _english_kind(found.document)
    extract = "" if found.kind else _extract_kind(found.document)
    day = document_date(found)
    parallel = _is_parallel(found.document)
    sort = (bool(english) and not parallel, bool(extract), parallel)
    if name != AUTO:
        layout = next(x for x in load_layouts() if x.id == name)
        return Choice(layout, Message("theo yêu cầu", "as asked"), *sort)
    kind = found.kind or english or extract or next(_clues(found), "")
    if not kind:
        raise WordFileError(Report((_unknown(found.document, file),)))
    layout = layout_on(load_layouts(), "party" if kind == "party" else "state", day)
    why = _why(layout, bool(found.kind), day)
    return Choice(layout, why, *sort)


def _unknown(document: Document, file: str) -> Finding:
    """What to say of a document that does not tell whose it is."""
    old = next(filter(None, map(old_encoding, document.paragraphs)), "")
    if not old:
        return Finding("layout.unknown", "error", *_UNKNOWN, Place(file))
    message = Message(
        f"Chữ trong tệp theo bảng mã cũ, {old}, nên không nhận ra các thành phần của văn bản.",
        f"The text is in an encoding of before Unicode, {old}: no component can be recognised.",
    )
    return Finding("layout.unknown", "error", message, _OLD_HINT, Place(file))


def _why(layout: OfficialLayout, by_heading: bool, day: date | None) -> Message:
    by = ("tiêu đề", "its heading") if by_heading else ("các dấu hiệu trong văn bản", "its signs")
    on = ("không rõ ngày, lấy thể thức mới nhất", "no date is seen: the latest")
    if day is not None:
        on = (f"ngày {day.day}/{day.month}/{day.year}", f"the date {day.isoformat()}")
    note = layout.note
    more = (f" {note.vi}", f" {note.say('en')}") if note else ("", "")
    return Message(f"theo {by[0]}; {on[0]}.{more[0]}", f"by {by[1]} and {on[1]}.{more[1]}")


def document_date(found: Found) -> date | None:
    """The date of a document; the last day of its month while the day is blank."""
    line = found.one("place-date") or found.one("attached")
    said = _NUMBERS.search(line.text) if line else None
    if said is not None:
        return _day(said[1], int(said[2]), int(said[3]))
    for text in _first_lines(found.document):
        english = _ENGLISH_DATE.search(text)
        if english is not None and len(text) < 60:
            return _day(english[1] or "", _MONTHS.index(english[2]) + 1, int(english[3]))
    return None


def _day(day: str, month: int, year: int) -> date | None:
    for number in (int(day or 0) or 31, 30, 29, 28):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return None


def _english_kind(document: Document) -> LayoutName | str:
    """Whose document an English one is, by its heading; "" for what is not in English."""
    for text in _first_lines(document):
        said = words.folded(text).removeprefix("THE ")
        kind = _ENGLISH.get(said, "")
        if kind:
            return kind
        if _ENGLISH_ATTACHED.match(said):
            return _kind_by_symbol(said)
    return ""


def _kind_by_symbol(said: str) -> str:
    """Whose act is named first in a folded text, by its symbol; "" where none is."""
    found = _SYMBOL.search(said)
    if found is None:
        return ""
    return "party" if found[1] else "state"


def _extract_kind(document: Document) -> LayoutName | str:
    """Whose document an extract is taken from, by its symbol; "" for what is no extract."""
    for text in _first_lines(document):
        said = words.folded(text)
        if _EXTRACT.match(said) or _ENGLISH_EXTRACT.match(said):
            return _kind_by_symbol(said)
    return ""


def _is_parallel(document: Document) -> bool:
    """Whether what a document begins with is said in both languages, side by side in one table."""
    beside: dict[tuple[int, int], list[str]] = {}
    for shown in document.paragraphs[:_LINES_READ]:
        if shown.cell is not None and shown.cell.columns == _TWO:
            row = (shown.cell.table, shown.cell.row)
            beside.setdefault(row, []).append(words.folded(shown.text))
    return any(_says_twice(*row) for row in beside.values() if len(row) == _TWO)


def _says_twice(vietnamese: str, english: str) -> bool:
    if words.is_heading(vietnamese):
        return english.removeprefix("THE ") in _ENGLISH
    attached = words.ATTACHED.match(vietnamese) and _ENGLISH_ATTACHED.match(english)
    return bool(attached or (_EXTRACT.match(vietnamese) and _ENGLISH_EXTRACT.match(english)))


def _first_lines(document: Document) -> Iterator[str]:
    for shown in document.paragraphs[:_LINES_READ]:
        for line in shown.lines:
            for piece in line.pieces():
                yield piece.text


def _clues(found: Found) -> Iterator[str]:
    """Whose document it seems to be, the surest sign first."""
    for component in ("number", "authority"):
        for line in found.all(component):
            said = words.folded(line.text)
            if _PARTY_SIGNS.match(said):
                yield "party"
            elif _STATE_SIGNS.match(said):
                yield "state"
    for line in found.all("attached"):
        if kind := _kind_by_symbol(words.folded(line.text)):
            yield kind
    for line in (*found.all("superior"), *found.all("issuer")):
        said = words.folded(line.text)
        if said.startswith(_PARTY_BODIES):
            yield "party"
        elif said.startswith(_STATE_BODIES):
            yield "state"
