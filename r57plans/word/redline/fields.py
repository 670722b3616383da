"""Fields in a text: the number of a page, which a program counts anew, is none of the text."""

from __future__ import annotations

import re

_BEGIN, _RESULT, _END = "\x01", "\x02", "\x03"
_CODE, _CODE_END = "\x04", "\x05"
MARKS = {"begin": _BEGIN, "separate": _RESULT, "end": _END}
"""By the kind of a field's mark, the sign for it in a text."""

_COUNTS = r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b"
_COUNTING = re.compile(_COUNTS, re.IGNORECASE)
_INNER = f"[^{_BEGIN}-{_END}]*"
_COUNTED = re.compile(f"{_BEGIN}{_CODE}{_COUNTS}{_INNER}{_RESULT}{_INNER}{_END}", re.IGNORECASE)
_SIGN = re.compile(f"{_CODE}[^{_CODE_END}]*{_CODE_END}|[{_BEGIN}-{_END}]")


def is_counted(code: str) -> bool:
    """Whether the result of a field is the number of a page or a count of pages."""
    return _COUNTING.match(code) is not None


def code_sign(code: str) -> str:
    """The sign for what a field asks for."""
    return f"{_CODE}{code}{_CODE_END}"


def text_shown(signed: str) -> str:
    """A text with the results of its fields, but for numbers of pages, and without the signs."""
    if _SIGN.search(signed) is None:
        return signed
    return _SIGN.sub("", _COUNTED.sub("", signed.replace(f"{_CODE_END}{_CODE}", "")))
