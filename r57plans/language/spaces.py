"""No-break spaces and hyphens where a line of an official document must not end."""

from __future__ import annotations

import re
from functools import lru_cache

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
_NARROW_NO_BREAK_SPACE = "\u202f"

_JOINED = str.maketrans({" ": NO_BREAK_SPACE, "-": NO_BREAK_HYPHEN})
_PLAIN = str.maketrans({NO_BREAK_SPACE: " ", _NARROW_NO_BREAK_SPACE: " ", NO_BREAK_HYPHEN: "-"})

# Every pattern takes the ordinary and the no-break character for the same, so that what was
# joined once is found again as it was, and joining it twice changes nothing.
_SPACE = f"[ {NO_BREAK_SPACE}]+"
_HYPHEN = f"[-{NO_BREAK_HYPHEN}]"

# 57-NQ/TW, 03/NQ-CP, 193/2025/QH15, and -CTr/TU where the number is still to be given.
_PART = r"[A-ZĐ][^\W_]*"
_SYMBOL = rf"(?:{_HYPHEN}|/){_PART}(?:(?:{_HYPHEN}|/){_PART})*(?!\w)"
_NUMBER = r"\d{1,6}(?:/\d{4})?"

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBERED = (
    rf"[Đđ]iều|[Kk]hoản|[Mm]ục|[Pp]hần|[Cc]hương|[Pp]hụ{_SPACE}lục|[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý"
    "|[Kk]hóa|[Kk]hoá|Article|[Cc]lause|Section|Part|Chapter|Appendix"
)
_UNITS = "%|‰|tỷ|triệu|km|ha|m²|km²|kWh|MW|GB"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w/]){_NUMBER}{_SYMBOL}",
        rf"\b(?:(?:[Ss]ố|SỐ):?|No\.){_SPACE}(?:{_NUMBER})?{_SYMBOL}",
        rf"\b(?:{_NUMBERED}){_SPACE}(?=[0-9IVX]+\b)",
        rf"\b[Đđ]iểm{_SPACE}(?=[a-zđ]\b)",
        rf"(?<=\d){_SPACE}(?=(?:{_MONTHS})\b)",
        rf"(?<=\d){_SPACE}(?=(?:{_UNITS})(?!\w))",
        rf"(?<=[≥≤<>±]){_SPACE}(?=\d)",
    )
)


@lru_cache(maxsize=8192)  # the texts of the catalogue come again in every plan of a batch
def keep_together(s: str) -> str:
    """The text with no-break spaces (U+00A0) and hyphens (U+2011) in what must stay on one line.

    That is a document's number (`số 57-NQ/TW`), a numbered place, day or period (`Điều 4`,
    `điểm a`, `ngày 22/12/2024`, `quý II/2025`, `31 March`), a number with its unit (`30 %`)
    and a sign with its number (`≥ 20`). Each character stands for one, so places in the text
    do not move; `plain` undoes it.
    """
    for pattern in _PATTERNS:
        s = pattern.sub(_joined, s)
    return s


def plain(s: str) -> str:
    """The text with ordinary spaces and hyphens, as a person types and searches it."""
    return s.translate(_PLAIN)


def _joined(found: re.Match[str]) -> str:
    return found[0].translate(_JOINED)
