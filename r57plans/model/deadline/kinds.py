"""The small closed vocabularies of deadlines: kinds, grains, relations and cycles."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

# The language of the author's words; empty where the words are the same in both.
Spoken = Literal["vi", "en", ""]


class DeadlineKind(StrEnum):
    """What sort of deadline a wording is; `UNKNOWN` is a wording that was not understood."""

    DAY = "day"
    BEFORE = "before"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    RANGE = "range"
    FROM_ON = "from-on"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    PHASE = "phase"
    WORKING_DAYS = "working-days"
    EVENT = "event"
    NONE = "none"
    UNKNOWN = "unknown"


class Grain(StrEnum):
    """How large a unit of the calendar is; `PART` is some first or last months of a year."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    PART = "part"
    YEAR = "year"


class Relation(StrEnum):
    """How a window stands to its unit of the calendar: in it, by it, before it and so on."""

    IN = "in"
    BY = "by"
    BY_END = "by-end"
    START = "start"
    MIDDLE = "middle"
    END = "end"
    BEFORE = "before"
    FROM = "from"
    AND_AFTER = "and-after"
    AFTER = "after"
    BETWEEN = "between"


class Cycle(StrEnum):
    """The rhythm of what comes back."""

    YEAR = "year"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
