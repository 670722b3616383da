"""Set phrases that have an exact counterpart in the other language, as data.

`{n}` is a number and `{nth}` its English ordinal. What is not here is kept as the author wrote it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from r57plans.findings import Language
from r57plans.model.deadline.kinds import DeadlineKind, Spoken
from r57plans.model.deadline.units import ordinal
from r57plans.model.deadline.words import A_NUMBER, fold, number

# (Vietnamese, English); the first English wording of a phrase is the one that is printed.
_PHRASES: dict[DeadlineKind, tuple[tuple[str, ...], ...]] = {
    DeadlineKind.NONE: (
        ("không có", "none", "no deadline", "n/a"),
        ("không", "none"),
        ("chưa xác định", "not yet set", "tbd"),
    ),
    DeadlineKind.ONGOING: (
        ("thường xuyên", "ongoing", "regularly", "regular", "on a regular basis", "permanent"),
        ("liên tục", "continuous", "continuously", "on an ongoing basis", "on a continuous basis"),
        ("thường xuyên, liên tục", "ongoing, continuous", "ongoing and continuous"),
        ("thường xuyên và liên tục", "ongoing and continuous"),
        ("thường xuyên liên tục", "ongoing, continuous"),
    ),
    DeadlineKind.PHASE: (
        ("giai đoạn {n}", "phase {n}"),
        ("giai đoạn khẩn trương", "urgent phase"),
        ("giai đoạn đột phá", "breakthrough phase"),
    ),
    DeadlineKind.EVENT: (
        ("tại kỳ họp thứ {n}", "at the {nth} session"),
        ("kỳ họp thứ {n}", "{nth} session"),
        ("sau {n} tháng nghiệm thu", "{n} months after acceptance"),
        ("sau khi được phê duyệt", "after approval"),
        ("ngay sau khi được phê duyệt", "immediately upon approval"),
        ("ngay", "immediately", "at once"),
        ("khi có yêu cầu", "when requested"),
        ("theo yêu cầu", "on request", "upon request"),
        ("sớm nhất có thể", "as soon as possible", "asap"),
        ("theo kế hoạch", "as planned"),
        ("khi có hướng dẫn của Trung ương", "when the central authorities give guidance"),
        ("sau khi có hướng dẫn của Trung ương", "after the central authorities give guidance"),
        ("theo hướng dẫn của Trung ương", "as guided by the central authorities"),
        ("theo lộ trình của Trung ương", "following the central roadmap"),
    ),
    DeadlineKind.WORKING_DAYS: (
        ("kể từ ngày ký", "from the date of signature"),
        ("kể từ ngày ban hành", "from the date of issue"),
        ("kể từ ngày phê duyệt", "from the date of approval"),
        ("kể từ ngày có hiệu lực", "from the date of entry into force"),
    ),
}
_ENGLISH = {vi: en for rows in _PHRASES.values() for vi, en, *_ in rows}


class SpokenPhrase(NamedTuple):
    """A set phrase by its Vietnamese wording, the number in it (0 for none), and the language."""

    text: str
    number: int
    language: Spoken


class _Rule(NamedTuple):
    kind: DeadlineKind
    pattern: re.Pattern[str]
    text: str
    language: Spoken


def _pattern(wording: str) -> re.Pattern[str]:
    text = re.escape(fold(wording))
    text = text.replace(r"\{n\}", f"(?P<n>{A_NUMBER})")
    return re.compile(text.replace(r"\{nth\}", "(?P<n>[0-9]{1,3})(?:st|nd|rd|th)"))


def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(kind, _pattern(wording), row[0], "en" if place else "vi")
        for kind, rows in _PHRASES.items()
        for row in rows
        for place, wording in enumerate(row)
    )


_RULES = _rules()


def read_phrase(kind: DeadlineKind, text: str) -> SpokenPhrase | None:
    """The set phrase of that kind that the whole folded text is, or None."""
    for rule in _RULES:
        found = rule.pattern.fullmatch(text) if rule.kind is kind else None
        if found:
            return SpokenPhrase(rule.text, _number(found), rule.language)
    return None


def is_phrase(text: str) -> bool:
    """Whether a text is the Vietnamese wording of a set phrase, which can be printed in both."""
    return text in _ENGLISH


def say_phrase(text: str, n: int, lang: Language) -> str:
    """A set phrase, given by its Vietnamese wording, with its number in it.

    Raises KeyError for English where the text is no set phrase.
    """
    wording = text if lang == "vi" else _ENGLISH[text]
    return wording.format(n=n, nth=ordinal(n))


def _number(found: re.Match[str]) -> int:
    return number(found["n"]) if "n" in found.re.groupindex else 0
