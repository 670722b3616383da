"""From what a plan file holds to a deadline."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from r57plans.language import nfc
from r57plans.model.deadline.kinds import DeadlineKind
from r57plans.model.deadline.rules import read
from r57plans.model.deadline.value import Deadline
from r57plans.model.deadline.words import fold, guess

# `Q2 2025` with a blank is English; `Q2/2025` is written in both languages.
_ENGLISH_FIGURES = re.compile(r"[qh][1-4] [0-9]{4}|[0-9]{4} q[1-4]")


def parse_deadline(value: str | int | date | None) -> Deadline:
    """The deadline that a text, a bare year, a date or nothing is; never raises.

    What is not understood, a day that does not exist among it, has the kind `UNKNOWN` and keeps its
    words. A date scalar reads as its ISO form and an integer as its figures.
    """
    return _parsed(_wording(value))


def _wording(value: str | int | date | None) -> str:
    if value is None:
        return ""
    day = value.date() if isinstance(value, datetime) else value
    return nfc(day.isoformat() if isinstance(day, date) else str(day)).strip()


@lru_cache(maxsize=4096)
def _parsed(wording: str) -> Deadline:
    text = fold(wording)
    deadline = read(text)
    if deadline is None:
        return Deadline(wording, guess(wording), DeadlineKind.UNKNOWN)
    if not deadline.language and _ENGLISH_FIGURES.search(text):
        deadline = replace(deadline, language="en")
    return replace(deadline, wording=wording)
