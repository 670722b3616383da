"""Numbers, per cents and lists as each language punctuates them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, localcontext

from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from r57plans.findings import Language

_LOCALES: dict[Language, str] = {"vi": "vi", "en": "en_GB"}

# Far more than any figure has, so that the caller's decimal context never rounds one.
_DIGITS = 500

_SWAPPED = str.maketrans(".,", ",.")

# What looks like a number and is none: dates, months, document numbers, two years in a row.
_KEPT = (
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}"
    r"|(?<![\w.,])\d[\d.]*(?:/\d{4})?[-/\u2011][A-ZĐ][\w/-]*"
    r"|(?:19|20)\d\d,(?:19|20)\d\d(?!\d)"
)
_VIETNAMESE_NUMBER = r"(?<![\w.,])(?:[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![.,]?\d)"
_NUMBERS = re.compile(rf"{_KEPT}|(?P<number>{_VIETNAMESE_NUMBER})")


def number(x: int | float | Decimal, lang: Language) -> str:
    """The number with separators: `1.234.567,891`, `1,234,567.891`.

    Never rounded; zeros at the end of a fraction go. ValueError for infinity and for no number.
    """
    with localcontext(prec=_DIGITS):
        return format_decimal(_exact(x), locale=_LOCALES[lang], decimal_quantization=False)


def percent(x: int | float | Decimal, lang: Language) -> str:
    """A value already in per cent with its sign: 55.5 gives `55,5%`, `55.5%`.

    Never rounded; ValueError for infinity and for no number.
    """
    with localcontext(prec=_DIGITS):
        share = _exact(x).scaleb(-2)
        return format_percent(share, locale=_LOCALES[lang], decimal_quantization=False)


def join_list(items: Sequence[str], lang: Language) -> str:
    """The items as one phrase: `A, B và C`, `A, B and C`; empty for none."""
    return format_list(items, style="standard", locale=_LOCALES[lang])


def localise_numbers(text: str, lang: Language) -> str:
    """A text whose numbers are written the Vietnamese way, with those of the language asked.

    In English `≥ 1,5` becomes `≥ 1.5` and `12.345` becomes `12,345`; dates, document numbers,
    ids such as 1.1.1, and numbers that are no Vietnamese ones (`0.123`) stay. Vietnamese
    comes back as it was.
    """
    return text if lang == "vi" else _NUMBERS.sub(_in_english, text)


def _exact(x: int | float | Decimal) -> Decimal:
    value = Decimal(str(x))  # by its text: 0.1 means one tenth, not the nearest binary fraction
    if not value.is_finite():
        raise ValueError(f"{x} cannot be printed as a number")
    return value


def _in_english(found: re.Match[str]) -> str:
    return found[0].translate(_SWAPPED) if found["number"] else found[0]
