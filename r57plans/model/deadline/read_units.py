"""Reads one unit of the calendar from a folded text: a table of patterns and builders."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from r57plans.model.deadline.kinds import Grain, Spoken
from r57plans.model.deadline.units import Unit, unit
from r57plans.model.deadline.words import A_MONTH_NAME, A_NUMBER, month_number, number

_Found = re.Match[str]

_YEAR = "(?P<y>[0-9]{4})"
_VI_YEAR = rf"(?:(?:[/.-]|, ?| )(?:của )?(?:năm )?{_YEAR})?"
_EN_YEAR = rf"(?:(?:[/-]|, ?| )(?:of )?{_YEAR})?"
_N = f"(?P<n>{A_NUMBER})"
_QUARTER = r"(?P<n>[1-4]|i{1,3}|iv)"
_D = "(?P<d>[0-9]{1,2})"
_TH = "(?:st|nd|rd|th)"
_NAME = rf"(?P<m>{A_MONTH_NAME})\.?"


class SpokenUnit(NamedTuple):
    """A unit and the language it was written in; empty for figures alone."""

    unit: Unit
    language: Spoken


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    language: Spoken
    build: Callable[[_Found], Unit | None]


def _year(found: _Found) -> int:
    return int(found["y"] or 0)


def _of(grain: Grain) -> Callable[[_Found], Unit | None]:
    return lambda found: unit(grain, _year(found), number(found["n"]))


def _whole_year(found: _Found) -> Unit | None:
    return unit(Grain.YEAR, _year(found))


def _day(found: _Found) -> Unit | None:
    return unit(Grain.DAY, _year(found), int(found["n"]), int(found["d"]))


def _this_year_only(found: _Found) -> Unit | None:
    return unit(Grain.YEAR, 0)


def _named_day(found: _Found) -> Unit | None:
    return unit(Grain.DAY, _year(found), month_number(found["m"]), int(found["d"]))


def _named_month(found: _Found) -> Unit | None:
    return unit(Grain.MONTH, _year(found), month_number(found["m"]))


def _half(found: _Found) -> Unit | None:
    return unit(Grain.HALF_YEAR, _year(found), 1 if found["n"] in ("đầu", "first", "1st") else 2)


def _part(found: _Found) -> Unit | None:
    count = number(found["n"] or "1")
    return unit(Grain.PART, _year(found), count if found["w"] in ("đầu", "first") else -count)


def _rule(language: Spoken, pattern: str, build: Callable[[_Found], Unit | None]) -> _Rule:
    return _Rule(re.compile(pattern), language, build)


_FIGURES = (
    _rule("", _YEAR, _whole_year),
    _rule("", rf"{_YEAR}-(?P<n>[0-9]{{1,2}})-(?P<d>[0-9]{{1,2}})", _day),
    _rule("", rf"{_YEAR}-(?P<n>[0-9]{{2}})", _of(Grain.MONTH)),
    _rule("", rf"{_D}(?P<s>[/.-])(?P<n>[0-9]{{1,2}})(?P=s){_YEAR}", _day),
    _rule("", rf"{_D}/(?P<n>[0-9]{{1,2}})(?P<y>)", _day),
    _rule("", rf"(?P<n>[0-9]{{1,2}})[/.-]{_YEAR}", _of(Grain.MONTH)),
    _rule("", rf"(?P<n>i{{1,3}}|iv)[/-]{_YEAR}", _of(Grain.QUARTER)),
    _rule("", rf"q(?P<n>[1-4])(?:[/ -]?{_YEAR})?", _of(Grain.QUARTER)),
    _rule("", rf"{_YEAR}[/ -]?q(?P<n>[1-4])", _of(Grain.QUARTER)),
    _rule("", rf"h(?P<n>[12])(?:[/ -]?{_YEAR})?", _of(Grain.HALF_YEAR)),
)
_VIETNAMESE = (
    _rule("vi", rf"năm {_YEAR}", _whole_year),
    _rule("vi", "năm", _this_year_only),
    _rule("vi", rf"ngày {_D}(?P<s>[/.-])(?P<n>[0-9]{{1,2}})(?P=s){_YEAR}", _day),
    _rule("vi", rf"ngày {_D}/(?P<n>[0-9]{{1,2}})(?P<y>)", _day),
    _rule("vi", rf"(?:ngày )?{_D} tháng (?P<n>[0-9]{{1,2}}){_VI_YEAR}", _day),
    _rule("vi", rf"tháng (?!năm [0-9]){_N}{_VI_YEAR}", _of(Grain.MONTH)),
    _rule("vi", rf"t\.? ?(?P<n>[0-9]{{1,2}})[/-]{_YEAR}", _of(Grain.MONTH)),
    _rule("vi", rf"quý {_N}{_VI_YEAR}", _of(Grain.QUARTER)),
    _rule("vi", rf"q\.? ?(?P<n>i{{1,3}}|iv){_VI_YEAR}", _of(Grain.QUARTER)),
    _rule("vi", rf"{_N} tháng (?P<w>đầu|cuối)(?: của)? năm(?: {_YEAR})?", _part),
    _rule("vi", rf"nửa (?P<n>đầu|cuối)(?: của)? năm(?: {_YEAR})?", _half),
    _rule("vi", rf"nửa năm (?P<n>đầu|cuối){_VI_YEAR}", _half),
)
_ENGLISH = (
    _rule("en", rf"year {_YEAR}", _whole_year),
    _rule("en", "year", _this_year_only),
    _rule("en", rf"{_D}{_TH}?(?: of)?[ -]{_NAME}{_EN_YEAR}", _named_day),
    _rule("en", rf"{_NAME} {_D}{_TH}?(?:,? {_YEAR})?", _named_day),
    _rule("en", rf"{_NAME}{_EN_YEAR}", _named_month),
    _rule("en", rf"quarter {_QUARTER}{_EN_YEAR}", _of(Grain.QUARTER)),
    _rule("en", rf"(?P<n>first|second|third|fourth) quarter{_EN_YEAR}", _of(Grain.QUARTER)),
    _rule("en", rf"(?P<n>[1-4]){_TH} quarter{_EN_YEAR}", _of(Grain.QUARTER)),
    _rule("en", rf"(?P<n>first|second|1st|2nd) half(?: of the year|{_EN_YEAR})", _half),
    _rule("en", rf"(?P<w>first|last) (?:{_N} )?months?(?: of the year|{_EN_YEAR})", _part),
)
_RULES: tuple[_Rule, ...] = (*_FIGURES, *_VIETNAMESE, *_ENGLISH)


def read_unit(text: str) -> SpokenUnit | None:
    """The unit that the whole folded text names, or None; `30/2/2025` and `13/2025` are none."""
    text = text.removeprefix("the ")
    for rule in _RULES:
        found = rule.pattern.fullmatch(text)
        built = rule.build(found) if found else None
        if built:
            return SpokenUnit(built, rule.language)
    return None
