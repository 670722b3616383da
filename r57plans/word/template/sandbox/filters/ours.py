"""Filters for official papers: days, quarters, numbers, letters, as each language writes them.

An empty value (None) gives empty text, as it prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from r57plans.findings import Language
from r57plans.language import dates, letters, numbers
from r57plans.language.text import nfc
from r57plans.word.template.sandbox.filters.protocol import Function, Runtime
from r57plans.word.template.sandbox.kinds import failed, is_number, over, wanted, whole, writable

_LAST_LETTER = 9999
_LARGEST_ROMAN = 3999
_LARGEST = 10**400
_MONTHS_OF_A_QUARTER = 3
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?")


def date_long(runtime: Runtime, value: Any, language: Any = None) -> str:
    """A day as `ngày 28 tháng 3 năm 2025`, `28 March 2025`; it may be given as `2025-03-28`."""
    return "" if value is None else dates.date_long(_day(value), _language(runtime, language))


def quarter(runtime: Runtime, value: Any, language: Any = None) -> str:
    """The quarter of a day as `quý I/2025`, `Q1 2025`."""
    lang = _language(runtime, language)
    if value is None:
        return ""
    day = _day(value)
    return dates.quarter((day.month - 1) // _MONTHS_OF_A_QUARTER + 1, day.year, lang)


def number(runtime: Runtime, value: Any, language: Any = None) -> str:
    """A number with its separators: `1.234.567,5`, `1,234,567.5`."""
    return _written(runtime, value, language, numbers.number)


def percent(runtime: Runtime, value: Any, language: Any = None) -> str:
    """A number that is in per cent already with its sign: `12,5%`, `12.5%`."""
    return _written(runtime, value, language, numbers.percent)


def letter(runtime: Runtime, value: Any, language: Any = None) -> str:
    """The letter of the nth point: a, b, c, d, đ in Vietnamese, a, b, c, d, e in English."""
    lang = _language(runtime, language)
    return "" if value is None else letters.list_letter(_within(value, _LAST_LETTER), lang)


def roman(runtime: Runtime, value: Any, language: Any = None) -> str:
    """A number from 1 to 3999 in Roman numerals, the same in both languages."""
    _language(runtime, language)
    return "" if value is None else letters.roman(_within(value, _LARGEST_ROMAN))


def upper_vi(runtime: Runtime, value: Any, language: Any = None) -> str:
    """The text in capitals and in Unicode's composed form, whichever way it was typed."""
    _language(runtime, language)
    text = runtime.ops.text(value)
    runtime.ops.grow(len(text))
    return nfc(nfc(text).upper())


def _language(runtime: Runtime, language: Any) -> Language:
    if language is None:
        return runtime.language
    if language == "vi":
        return "vi"
    if language == "en":
        return "en"
    raise failed("ngôn ngữ phải là «vi» hoặc «en»", "the language must be “vi” or “en”")


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise _no_day(value) from None


def _no_day(value: Any) -> Exception:
    if not isinstance(value, str):
        return wanted("một ngày", "a date", value)
    return failed("chữ này không phải là ngày dạng 2025-03-28", "the text is no day as 2025-03-28")


def _written(
    runtime: Runtime,
    value: Any,
    language: Any,
    write: Callable[[int | float | Decimal, Language], str],
) -> str:
    lang = _language(runtime, language)
    if value is None:
        return ""
    if not is_number(value):
        raise wanted("một số", "a number", value)
    try:
        if abs(writable(value)) >= _LARGEST:
            raise over("số quá lớn", "a number that is too large")
        return write(value, lang)
    except (ValueError, ArithmeticError):
        raise failed("đây không phải là một số cụ thể", "this is no number to print") from None


def _within(value: Any, most: int) -> int:
    if 1 <= whole(value) <= most:
        return whole(value)
    raise failed(f"số phải từ 1 đến {most}", f"the number must be from 1 to {most}")


OUR_FILTERS: Mapping[str, Function] = {
    "date_long": date_long,
    "letter": letter,
    "number": number,
    "percent": percent,
    "quarter": quarter,
    "roman": roman,
    "upper_vi": upper_vi,
}
