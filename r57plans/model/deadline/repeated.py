"""Reads what has a rhythm or no end: `hằng năm từ 2025`, `thường xuyên, báo cáo hằng quý`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from r57plans.model.deadline.kinds import DeadlineKind
from r57plans.model.deadline.phrases import read_phrase
from r57plans.model.deadline.read_periods import SpokenPeriod, read_period
from r57plans.model.deadline.read_windows import read_window
from r57plans.model.deadline.value import Deadline
from r57plans.model.deadline.words import combined, is_only_calendar

_BREAK = re.compile(r"[,;:] ?| ?\.{3} ?|-| ?\(| ")
_REPORTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:có |và )?báo cáo (?P<every>.+)",
        r"(?:with |and )?(?:reports?|reporting|reported) (?P<every>.+)",
        r"(?:with |and )?(?P<every>\S+) (?:reports?|reporting)",
    )
)


class _Split(NamedTuple):
    left: str
    right: str
    strong: bool  # parted by more than a blank


def recurring(text: str) -> Deadline | None:
    """A rhythm, alone, with a window on either side, or with free words after a comma."""
    whole = read_period(text)
    if whole:
        return _of_period(whole)
    splits = tuple(_splits(text))
    for left, right, _ in splits:
        for rhythm, rest in ((left, right), (right, left)):
            spoken = read_period(rhythm)
            built = _with_window(_of_period(spoken), rest) if spoken else None
            if built:
                return built
    return next((found for split in splits if (found := _noted_period(split))), None)


def ongoing(text: str) -> Deadline | None:
    """`thường xuyên` and its like, alone, with a rhythm, a window, or free words after a comma.

    It stays ongoing with a rhythm beside it: the work does not stop between the reports.
    """
    whole = _of_phrase(text)
    if whole:
        return whole
    splits = tuple(_splits(text))
    for left, right, _ in splits:
        for phrase, rest in ((left, right), (right, left)):
            base = _of_phrase(phrase)
            built = _qualified(base, rest) if base else None
            if built:
                return built
    return next((found for split in splits if (found := _noted_phrase(split))), None)


def _splits(text: str) -> Iterator[_Split]:
    for gap in _BREAK.finditer(text):
        left, right = text[: gap.start()], text[gap.end() :].removeprefix("of ")
        if "(" in gap[0]:
            right = right.removesuffix(")")
        yield _Split(left, right, gap[0] != " ")


def _of_period(spoken: SpokenPeriod) -> Deadline:
    return Deadline("", spoken.language, DeadlineKind.RECURRING, every=spoken.period)


def _of_phrase(text: str) -> Deadline | None:
    phrase = read_phrase(DeadlineKind.ONGOING, text)
    return Deadline("", phrase.language, DeadlineKind.ONGOING, text=phrase.text) if phrase else None


def _with_window(deadline: Deadline, text: str) -> Deadline | None:
    spoken = read_window(text)
    language = combined(deadline.language, spoken.language) if spoken else None
    if spoken is None or language is None:
        return None
    window = spoken.window
    days = (window.begin, window.last)
    return replace(deadline, language=language, first=days[0], last=days[1], window=window)


def _qualified(base: Deadline, rest: str) -> Deadline | None:
    reports = _read_reports(rest)
    if reports:
        return _with_rhythm(base, reports, reporting=True)
    spoken = read_period(rest)
    return _with_rhythm(base, spoken) if spoken else _with_window(base, rest)


def _with_rhythm(
    base: Deadline, spoken: SpokenPeriod, *, reporting: bool = False
) -> Deadline | None:
    if combined(base.language, spoken.language) is None:
        return None
    return replace(base, every=spoken.period, reporting=reporting)


def _read_reports(text: str) -> SpokenPeriod | None:
    for pattern in _REPORTS:
        found = pattern.fullmatch(text)
        spoken = read_period(found["every"]) if found else None
        if spoken:
            return spoken
    return None


def _may_note(split: _Split) -> bool:
    # A date that does not exist is no note: it must be reported.
    return split.strong and not is_only_calendar(split.right)


def _noted_period(split: _Split) -> Deadline | None:
    spoken = read_period(split.left) if _may_note(split) else None
    return replace(_of_period(spoken), note=split.right) if spoken else None


def _noted_phrase(split: _Split) -> Deadline | None:
    base = _of_phrase(split.left) if _may_note(split) else None
    return replace(base, note=split.right) if base else None
