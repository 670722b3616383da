"""Vietnamese and English: what is the same for every document, whatever it says."""

from __future__ import annotations

from r57plans.language.dates import (
    date_blank_day,
    date_long,
    date_short,
    half_year,
    month,
    quarter,
    yearly_day,
)
from r57plans.language.english import ProvinceKind, draft_line, english_place, province_en
from r57plans.language.letters import letter_number, list_letter, roman, roman_number
from r57plans.language.meant import did_you_mean, meant
from r57plans.language.numbers import join_list, localise_numbers, number, percent
from r57plans.language.placeholders import fill
from r57plans.language.sorting import VietnameseKey, vi_key
from r57plans.language.spaces import NO_BREAK_HYPHEN, NO_BREAK_SPACE, keep_together, plain
from r57plans.language.spelling import SpellingStyle, spell
from r57plans.language.text import (
    capital_first,
    forbidden_characters,
    is_neutral,
    nearest,
    nfc,
    punctuated,
    slug,
    small_first,
    unaccented,
)

__all__ = [
    "NO_BREAK_HYPHEN",
    "NO_BREAK_SPACE",
    "ProvinceKind",
    "SpellingStyle",
    "VietnameseKey",
    "capital_first",
    "date_blank_day",
    "date_long",
    "date_short",
    "did_you_mean",
    "draft_line",
    "english_place",
    "fill",
    "forbidden_characters",
    "half_year",
    "is_neutral",
    "join_list",
    "keep_together",
    "letter_number",
    "list_letter",
    "localise_numbers",
    "meant",
    "month",
    "nearest",
    "nfc",
    "number",
    "percent",
    "plain",
    "province_en",
    "punctuated",
    "quarter",
    "roman",
    "roman_number",
    "slug",
    "small_first",
    "spell",
    "unaccented",
    "vi_key",
    "yearly_day",
]
