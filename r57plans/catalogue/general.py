"""Texts of a catalogue for any province: before a plan says whose words stand in them."""

from __future__ import annotations

from r57plans.findings import Language
from r57plans.language import fill
from r57plans.model.base import Text
from r57plans.model.naming import GAP
from r57plans.model.registers import Named

GENERAL_WORDS: dict[Language, dict[str, str]] = {
    "vi": {"tinh": "tỉnh", "tinh_uy": "Tỉnh ủy", "dia_phuong": "tỉnh", "ten": "…"},
    "en": {
        "tinh": "province",
        "provincial": "Provincial",
        "committee": "Provincial Party Committee",
        "place": "the province",
    },
}


def say(text: Text | Named, language: Language) -> str:
    """A text with any province's words in its placeholders, and gaps for local figures."""
    return fill(text.say(language), GENERAL_WORDS[language], GAP)
