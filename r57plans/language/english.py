"""Names and lines of the English edition: places and bodies by Circular 03/2009, drafts."""

from __future__ import annotations

from typing import Literal

from r57plans.findings import Language
from r57plans.language.text import unaccented

ProvinceKind = Literal["province", "city"]

_PROVINCE_WORDS: dict[ProvinceKind, str] = {"province": "Province", "city": "City"}
_ORDINALS = (
    "FIRST",
    "SECOND",
    "THIRD",
    "FOURTH",
    "FIFTH",
    "SIXTH",
    "SEVENTH",
    "EIGHTH",
    "NINTH",
    "TENTH",
)


def english_place(name_vi: str) -> str:
    """A Vietnamese place name as English papers print it: without diacritics, not translated."""
    return unaccented(name_vi)


def province_en(name_ascii: str, kind: ProvinceKind) -> str:
    """The full English name: `Cao Bang Province`, `Da Nang City`.

    A name that ends in the word already (`Ho Chi Minh City`) does not get it twice.
    """
    word = _PROVINCE_WORDS[kind]
    return name_ascii if name_ascii.endswith(f" {word}") else f"{name_ascii} {word}"


def draft_line(n: int | None, lang: Language) -> str:
    """The line that marks the nth draft: `DỰ THẢO LẦN 2`, `SECOND DRAFT`, `DRAFT NO. 11`.

    `DỰ THẢO`, `DRAFT` where the draft has no number (None or 0); ValueError below 0.
    """
    if n is not None and n < 0:
        raise ValueError(f"there is no draft {n}: drafts count from 1")
    if lang == "vi":
        return f"DỰ THẢO LẦN {n}" if n else "DỰ THẢO"
    return _english_draft(n) if n else "DRAFT"


def _english_draft(n: int) -> str:
    return f"{_ORDINALS[n - 1]} DRAFT" if n <= len(_ORDINALS) else f"DRAFT NO. {n}"
