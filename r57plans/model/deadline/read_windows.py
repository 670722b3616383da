"""Reads a window of time from a folded text: a unit, a preposition and a unit, or a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from r57plans.model.deadline.kinds import Grain, Relation, Spoken
from r57plans.model.deadline.read_units import SpokenUnit, read_unit
from r57plans.model.deadline.units import Unit
from r57plans.model.deadline.windows import Window
from r57plans.model.deadline.words import combined


class SpokenWindow(NamedTuple):
    """A window and the language it was written in; empty for figures alone."""

    window: Window
    language: Spoken


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    language: Spoken
    relation: Relation


def _rule(relation: Relation, language: Spoken, pattern: str) -> _Rule:
    return _Rule(re.compile(pattern.replace("…", "(?P<x>.+?)")), language, relation)


# `…` stands for the unit. The first rule whose unit can be read wins.
_RULES = (
    _rule(Relation.IN, "", "…"),
    _rule(Relation.IN, "vi", "(?:ngay )?(?:trong(?: suốt)?|vào) …"),
    _rule(Relation.IN, "en", "(?:in|during|within|throughout|on) …"),
    _rule(Relation.BY_END, "vi", "(?:từ nay )?(?:đến |tới )?hết …"),
    _rule(Relation.BY_END, "vi", "(?:từ nay )?(?:đến|tới) cuối …"),
    _rule(Relation.BY_END, "vi", "trước khi (?:hết|kết thúc) …"),
    _rule(Relation.BY_END, "en", "(?:by|until|till|before|to) (?:the )?end(?: of|-) ?…"),
    _rule(
        Relation.BY,
        "vi",
        "(?:từ nay )?(?:đến|tới|(?:chậm|muộn) nhất(?: là)?(?: đến| vào| trong)?"
        "|không (?:muộn|chậm) hơn|không quá) …",
    ),
    _rule(
        Relation.BY,
        "en",
        "(?:from now )?(?:by|until|till|up to|to|no later than|not later than|at the latest by) …",
    ),
    _rule(Relation.END, "vi", "(?:vào )?cuối …"),
    _rule(Relation.END, "en", "(?:at |in )?(?:the )?end(?: of|-) ?…"),
    _rule(Relation.END, "en", "(?:in )?late …"),
    _rule(Relation.START, "vi", "(?:ngay |từ |vào |ngay từ )?đầu …"),
    _rule(Relation.START, "en", "(?:at |in )?(?:the )?(?:beginning|start) of …"),
    _rule(Relation.START, "en", "(?:in )?early …"),
    _rule(Relation.MIDDLE, "vi", "(?:vào )?giữa …"),
    _rule(Relation.MIDDLE, "en", "(?:in |by )?(?:mid[- ]|(?:the )?middle of )…"),
    _rule(Relation.BEFORE, "vi", "trước …"),
    _rule(Relation.BEFORE, "en", "(?:before|prior to) …"),
    _rule(Relation.FROM, "vi", "(?:(?:bắt đầu )?(?:kể )?từ )?…(?: trở đi)"),
    _rule(Relation.FROM, "vi", "(?:bắt đầu )?(?:kể )?từ …"),
    _rule(Relation.FROM, "en", "(?:starting )?(?:from|since|in) …(?: on| onwards?)"),
    _rule(Relation.FROM, "en", "…(?: onwards?)"),
    _rule(Relation.FROM, "en", "(?:starting )?(?:from|since) …"),
    _rule(Relation.FROM, "en", "starting in …"),
    _rule(
        Relation.AND_AFTER,
        "vi",
        "(?:từ |trong )?… và (?:những|các) năm (?:tiếp theo|sau|kế tiếp|tới)",
    ),
    _rule(
        Relation.AND_AFTER,
        "en",
        "(?:from )?… and (?:(?:the )?(?:following|subsequent) years|beyond|after|onwards?)",
    ),
    _rule(Relation.AFTER, "vi", "sau …"),
    _rule(Relation.AFTER, "en", "after …"),
)
_LED_RANGES: tuple[tuple[Spoken, re.Pattern[str]], ...] = (
    ("vi", re.compile(r"(?:trong )?(?:giai đoạn|thời kỳ)(?: từ)? (?P<x>.+)")),
    ("vi", re.compile(r"(?:trong khoảng )?từ (?P<x>.+)")),
    ("en", re.compile(r"(?:in |during |for )?(?:the )?(?:period|years)(?: from)? (?P<x>.+)")),
    ("en", re.compile(r"(?:in |during |for )?(?:the )?(?P<x>.+) period")),
    ("en", re.compile(r"(?:from|between|in|during) (?P<x>.+)")),
    ("vi", re.compile(r"trong (?P<x>.+)")),
    ("", re.compile(r"(?P<x>.+)")),
)
_SEPARATOR = re.compile(
    r"-(?P<bare>)"
    r"| (?P<vi>đến|tới)(?: hết)? "
    r"| (?P<en>to|until|through)(?: the end of)? "
    r"|(?:, ?|; ?| ?& ?)(?P<list>)"
    r"| (?P<and_vi>và) "
    r"| (?P<and_en>and) "
)
_LISTS = ("list", "and_vi", "and_en")
_LANGUAGES: dict[str, Spoken] = {"vi": "vi", "and_vi": "vi", "en": "en", "and_en": "en"}
_PREFIX = re.compile(r"(?:quý|tháng|ngày|năm) |q(?=[1-4])")
_FIGURES = re.compile(r"[0-9]|i{1,3}\b|iv\b")
_YEARLESS = (Relation.IN, Relation.BY_END)
_WITH_THIRDS = (Grain.YEAR, Grain.QUARTER, Grain.MONTH)


def read_window(text: str) -> SpokenWindow | None:
    """The window that the whole folded text names, or None."""
    for rule in _RULES:
        found = rule.pattern.fullmatch(text)
        read = _related(rule, found["x"]) if found else None
        if read:
            return read
    return _read_range(text)


def _related(rule: _Rule, text: str) -> SpokenWindow | None:
    part = read_unit(text)
    if part is None:
        return _after_range(rule, text)
    language = combined(rule.language, part.language)
    if language is None or not _makes_sense(rule, part.unit):
        return None
    return SpokenWindow(Window(rule.relation, part.unit), language)


def _makes_sense(rule: _Rule, unit: Unit) -> bool:
    if rule.relation in (Relation.START, Relation.MIDDLE):
        return unit.grain in _WITH_THIRDS
    if rule.relation is Relation.END:
        return unit.grain is not Grain.DAY
    # `năm`, `đến năm`, `before the year` say nothing; `trong năm` and `hết năm` do.
    says = rule.language != "" and rule.relation in _YEARLESS
    return bool(unit.year) or unit.grain is not Grain.YEAR or says


def _after_range(rule: _Rule, text: str) -> SpokenWindow | None:
    read = _read_range(text) if rule.relation is Relation.AND_AFTER else None
    language = combined(rule.language, read.language) if read else None
    if read is None or language is None:
        return None
    return SpokenWindow(Window(rule.relation, read.window.start, read.window.end), language)


def _read_range(text: str) -> SpokenWindow | None:
    for language, pattern in _LED_RANGES:
        found = pattern.fullmatch(text)
        for split in _SEPARATOR.finditer(found["x"]) if found else ():
            read = _joined(language, split, between=text.startswith("between "))
            if read:
                return read
    return None


def _joined(lead: Spoken, split: re.Match[str], *, between: bool) -> SpokenWindow | None:
    left, right = split.string[: split.start()], split.string[split.end() :]
    separator = split.lastgroup or ""
    adjacent = separator in _LISTS and not between
    for end in _ends(left, right):
        start = next(_starts(left, end.unit), None)
        language = combined(lead, _LANGUAGES.get(separator, ""), end.language)
        if start is None or language is None:
            continue
        language = combined(language, start.language)
        if language is not None and _follows(start.unit, end.unit, adjacent):
            return SpokenWindow(Window(Relation.BETWEEN, start.unit, end.unit), language)
    return None


def _ends(left: str, right: str) -> Iterator[SpokenUnit]:
    """The right side, first with the word that only the left side has (`quý 2 - 4/2025`)."""
    # Only figures lend themselves: `tháng` before `năm 2025` would make it a month of May.
    prefix = _PREFIX.match(left) if _FIGURES.match(right) else None
    for text in (prefix[0] + right, right) if prefix else (right,):
        read = read_unit(text)
        if read:
            yield read


def _starts(left: str, end: Unit) -> Iterator[SpokenUnit]:
    """The left side, first with the year (and month) that only the right side has."""
    borrowed = [f"{left}/{end.year}", f"{left} {end.year}"] if end.year else []
    if end.grain is Grain.DAY and end.year:
        borrowed.append(f"{left}/{end.number}/{end.year}")
    for text in borrowed:
        read = read_unit(text)
        if read and read.unit.grain is end.grain:
            yield read
    read = read_unit(left)
    if read and bool(read.unit.year) == bool(end.year):
        yield read


def _follows(start: Unit, end: Unit, adjacent: bool) -> bool:
    """Whether the end is after the start; of a list, whether it is the very next unit."""
    if start.grain is not end.grain and not (start.year and end.year):
        return False
    if not adjacent:
        return start.order < end.order if start.grain is end.grain else _in_order(start, end)
    if start.last is None or end.first is None or end.grain is Grain.DAY:
        return False
    return start.last + timedelta(days=1) == end.first


def _in_order(start: Unit, end: Unit) -> bool:
    return start.first is not None and end.last is not None and start.first < end.last
