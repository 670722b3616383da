"""Reads the rhythm of what comes back from a folded text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from r57plans.model.deadline.kinds import Cycle, Grain, Relation, Spoken
from r57plans.model.deadline.periods import Period, period
from r57plans.model.deadline.read_units import SpokenUnit, read_unit
from r57plans.model.deadline.units import Unit, unit
from r57plans.model.deadline.words import (
    A_NUMBER,
    A_WEEKDAY,
    combined,
    fold,
    number,
    weekday_number,
)

_Found = re.Match[str]


class SpokenPeriod(NamedTuple):
    """A rhythm and the language it was written in; empty for figures alone."""

    period: Period
    language: Spoken


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    language: Spoken
    build: Callable[[_Found], Period | None]


_CYCLES = {
    **{"năm": Cycle.YEAR, "quý": Cycle.QUARTER, "tháng": Cycle.MONTH, "tuần": Cycle.WEEK},
    **{"ngày": Cycle.DAY, "nửa năm": Cycle.HALF_YEAR, "half-year": Cycle.HALF_YEAR},
    **{"year": Cycle.YEAR, "quarter": Cycle.QUARTER, "month": Cycle.MONTH, "week": Cycle.WEEK},
    **{"day": Cycle.DAY, "half year": Cycle.HALF_YEAR},
}
_ADVERBS = {
    **{"annually": Cycle.YEAR, "yearly": Cycle.YEAR, "annual": Cycle.YEAR},
    **{"half-yearly": Cycle.HALF_YEAR, "semi-annually": Cycle.HALF_YEAR},
    **{"semiannually": Cycle.HALF_YEAR, "biannually": Cycle.HALF_YEAR},
    **{"twice a year": Cycle.HALF_YEAR, "twice yearly": Cycle.HALF_YEAR},
    **{"quarterly": Cycle.QUARTER, "monthly": Cycle.MONTH, "weekly": Cycle.WEEK},
    **{"daily": Cycle.DAY, "thường niên": Cycle.YEAR},
}
_N = f"(?P<n>{A_NUMBER})"
_VI = "(?P<c>nửa năm|năm|quý|tháng|tuần|ngày)"
_EN = "(?P<c>half-year|half year|year|quarter|month|week|day)"
_ONE_TIME = "(?: ?/ ?(?:một |1 )?lần| (?:một|1) lần)"
_ON = "(?P<rel>on|in|by|before|no later than|not later than)"
_VI_ON = "(?P<rel>trước|chậm nhất|muộn nhất|đến|vào|trong)"
_RELATIONS = {
    **{"trước": Relation.BEFORE, "before": Relation.BEFORE, "by": Relation.BY},
    **{"chậm nhất": Relation.BY, "muộn nhất": Relation.BY, "đến": Relation.BY},
    **{"no later than": Relation.BY, "not later than": Relation.BY},
}
_LIST = re.compile(r" ?(?:,|;|&) ?(?:và |and )?| và | and ")


def _cycle(found: _Found) -> Period | None:
    return period(_CYCLES[found["c"]])


def _counted(found: _Found) -> Period | None:
    return period(_CYCLES[found["c"].removesuffix("s")], number(found["n"] or "1"))


def _twice(found: _Found) -> Period | None:
    return period(Cycle.HALF_YEAR)


def _adverb(found: _Found) -> Period | None:
    return period(_ADVERBS[found[0]])


def _weekday(found: _Found) -> Period | None:
    relation = _RELATIONS.get(found["rel"] or "", Relation.IN)
    return Period(Cycle.WEEK, weekday=weekday_number(found["d"]), relation=relation)


def _rule(language: Spoken, pattern: str, build: Callable[[_Found], Period | None]) -> _Rule:
    return _Rule(re.compile(pattern), language, build)


_PLAIN = (
    _rule("vi", f"(?:định kỳ )?(?:hằng|mỗi|từng) {_VI}(?: (?:một|1) lần)?", _cycle),
    _rule("vi", f"định kỳ {_VI}", _cycle),
    _rule("vi", f"(?:định kỳ |mỗi |cứ |hằng )*{_N} {_VI}{_ONE_TIME}", _counted),
    _rule("vi", f"(?:định kỳ|mỗi|cứ)(?: hằng)? {_N} {_VI}", _counted),
    _rule("vi", "(?:định kỳ )?(?:hai|2) lần(?:/| một | mỗi )năm|mỗi năm (?:hai|2) lần", _twice),
    _rule("vi", "thường niên", _adverb),
    _rule("en", f"(?:every|each|once every|once an?|once per) {_EN}", _cycle),
    _rule("en", f"(?:once )?every {_N} (?P<c>(?:year|quarter|month|week|day)s)", _counted),
    _rule("en", "every half[ -]year|half[ -]yearly|twice (?:a|per|every) year", _twice),
    _rule("en", "|".join(word for word in _ADVERBS if word.isascii()), _adverb),
    _rule(
        "vi", rf"(?:{_VI_ON} )?(?:ngày )?(?P<d>{A_WEEKDAY})(?: của)? (?:hằng|mỗi) tuần", _weekday
    ),
    _rule("vi", rf"hằng tuần,? (?:{_VI_ON} )?(?:ngày )?(?P<d>{A_WEEKDAY})", _weekday),
    _rule("en", rf"(?:{_ON} )?(?:every|each) (?P<d>{A_WEEKDAY})", _weekday),
    _rule("en", rf"(?:{_ON} )?(?P<d>{A_WEEKDAY})s?(?: of| in)? (?:every|each) week", _weekday),
    _rule("en", rf"(?:weekly|every week),? (?:{_ON} )?(?P<d>{A_WEEKDAY})s?", _weekday),
    _rule("en", rf"(?:on )?(?P<rel>)(?P<d>{A_WEEKDAY})s", _weekday),
)
# `x` are the days, `every` is a plain rhythm.
_WITH_POINTS = (
    re.compile(rf"(?:{_VI_ON} )?(?P<x>.+?),?(?: của)? (?P<every>(?:hằng|mỗi) (?:năm|tháng))"),
    re.compile(
        r"(?P<every>(?:hằng|mỗi|định kỳ hằng) (?:năm|tháng)),? "
        rf"\(?(?:{_VI_ON} )?(?P<x>[^()]+)\)?"
    ),
    re.compile(rf"(?:{_ON} )?(?P<x>.+?),?(?: of| in)? (?P<every>(?:every|each) (?:year|month))"),
    re.compile(
        r"(?P<every>annually|yearly|monthly|(?:every|each) (?:year|month)),? "
        rf"\(?(?:{_ON} )?(?P<x>[^()]+)\)?"
    ),
    re.compile(rf"(?:{_ON} )?(?P<x>.+?),? (?P<every>annually|yearly|monthly)"),
)
_BARE_POINTS: tuple[tuple[Spoken, re.Pattern[str]], ...] = (
    ("vi", re.compile(rf"{_VI_ON} (?P<x>.+)")),
    ("en", re.compile(rf"{_ON} (?P<x>.+)")),
    ("", re.compile("(?P<rel>)(?P<x>.+)")),
)
_MONTHLY_DAY = re.compile(r"(?:ngày |the |day )?(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?: day)?")


def read_period(text: str) -> SpokenPeriod | None:
    """The rhythm that the whole folded text names, or None.

    Two days or more without a year (`trước 15/6 và 1/12`) are days of every year.
    """
    return _plain(text) or _with_points(text) or _bare_points(text) or _several(text)


def _plain(text: str) -> SpokenPeriod | None:
    for rule in _PLAIN:
        found = rule.pattern.fullmatch(text)
        built = rule.build(found) if found else None
        if built:
            return SpokenPeriod(built, rule.language)
    return None


def parse_period(wording: str) -> Period | None:
    """The rhythm that a wording names (`hằng quý`, `every six months`), or None.

    A bare span (`6 tháng`, `six months`) counts here, since a rhythm is asked for; as a deadline it
    would be no rhythm.
    """
    text = fold(wording)
    read = read_period(text) or read_period(f"định kỳ {text}") or read_period(f"every {text}")
    return read.period if read else None


def _several(text: str) -> SpokenPeriod | None:
    """Several rhythms at once: `định kỳ 6 tháng, hằng năm`, `hằng tháng, quý, năm`."""
    first, *rest = _LIST.split(text)
    lead = _plain(first)
    read = [_plain(part) or _plain(f"hằng {part}") or _plain(f"định kỳ {part}") for part in rest]
    further = [spoken for spoken in read if spoken and spoken.period == Period(spoken.period.cycle)]
    if lead is None or lead.period.weekday or not rest or len(further) < len(rest):
        return None
    if combined(lead.language, *(spoken.language for spoken in further)) is None:
        return None
    also = tuple(spoken.period.cycle for spoken in further)
    if len({lead.period.cycle, *also}) <= len(also):
        return None
    return SpokenPeriod(replace(lead.period, also=also), lead.language)


def _with_points(text: str) -> SpokenPeriod | None:
    for pattern in _WITH_POINTS:
        found = pattern.fullmatch(text)
        every = read_period(found["every"]) if found else None
        read = _pointed(found, every) if found and every else None
        if read:
            return read
    return None


def _pointed(found: _Found, every: SpokenPeriod) -> SpokenPeriod | None:
    read = [_read_point(text, every.period.cycle) for text in _LIST.split(found["x"])]
    points = [point for point in read if point]
    language = combined(every.language, *(point.language for point in points))
    if len(points) < len(read) or language is None or not _alike([p.unit for p in points]):
        return None
    relation = _RELATIONS.get(found["rel"] or "", Relation.IN)
    units = tuple(point.unit for point in points)
    return SpokenPeriod(replace(every.period, points=units, relation=relation), language)


def _read_point(text: str, cycle: Cycle) -> SpokenUnit | None:
    if cycle is Cycle.YEAR:
        read = read_unit(text)
        return read if read and read.unit.grain is not Grain.YEAR else None
    found = _MONTHLY_DAY.fullmatch(text)
    built = unit(Grain.DAY, 0, 0, int(found["d"])) if found else None
    return SpokenUnit(built, "vi" if "ngày" in text else "") if built else None


def _alike(points: list[Unit]) -> bool:
    return len({point.grain for point in points}) == 1 and not any(p.year for p in points)


def _bare_points(text: str) -> SpokenPeriod | None:
    for language, pattern in _BARE_POINTS:
        found = pattern.fullmatch(text)
        if found and len(_LIST.split(found["x"])) > 1:
            read = _pointed(found, SpokenPeriod(Period(Cycle.YEAR), language))
            if read:
                return read
    return None
