"""The rules by which a folded wording is read: a tuple of patterns and builders, tried in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from r57plans.model.deadline.kinds import DeadlineKind, Grain, Relation, Spoken
from r57plans.model.deadline.phrases import read_phrase
from r57plans.model.deadline.read_units import SpokenUnit, read_unit
from r57plans.model.deadline.read_windows import SpokenWindow, read_window
from r57plans.model.deadline.repeated import ongoing, recurring
from r57plans.model.deadline.units import unit
from r57plans.model.deadline.value import Deadline
from r57plans.model.deadline.windows import Window
from r57plans.model.deadline.words import combined, is_only_calendar

_Found = re.Match[str]
_Builder = Callable[[_Found], Deadline | None]


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    build: _Builder


_WORKING_WEEK = 5
_LONGEST = 400
_LAST_BRACKETS = re.compile(r"\(([^()]*)\)$")


def read(text: str) -> Deadline | None:
    """What a folded wording means, with the wording itself left empty; None if not understood."""
    if len(text) > _LONGEST:
        return None
    for rule in _RULES:
        found = rule.pattern.fullmatch(text)
        built = rule.build(found) if found else None
        if built:
            return built
    return None


def _blank(found: _Found) -> Deadline | None:
    return Deadline("", "", DeadlineKind.NONE)


def _nothing(found: _Found) -> Deadline | None:
    phrase = read_phrase(DeadlineKind.NONE, found[0])
    return Deadline("", phrase.language, DeadlineKind.NONE, text=phrase.text) if phrase else None


def _led(language: Spoken) -> _Builder:
    def build(found: _Found) -> Deadline | None:
        deadline = read(found["x"])
        spoken = combined(language, deadline.language) if deadline else None
        return replace(deadline, language=spoken) if deadline and spoken else None

    return build


def _window(found: _Found) -> Deadline | None:
    spoken = read_window(found[0])
    if spoken is None:
        return None
    window = spoken.window
    return Deadline("", spoken.language, window.kind, window.first, window.last, window=window)


def _recurring(found: _Found) -> Deadline | None:
    return recurring(found[0])


def _ongoing(found: _Found) -> Deadline | None:
    return ongoing(found[0])


def _working_days(language: Spoken) -> _Builder:
    def build(found: _Found) -> Deadline | None:
        span = Deadline("", language, DeadlineKind.WORKING_DAYS, number=int(found["n"]))
        if not span.number:
            return None
        return _since(span, found["since"]) if found["since"] else span

    return build


def _since(span: Deadline, since: str) -> Deadline | None:
    day = _read_day(since, span.language)
    if day and day.unit.first:
        end = _add_working_days(day.unit.first, span.number)
        window = Window(Relation.FROM, day.unit)
        return replace(span, first=day.unit.first, last=end, window=window)
    if is_only_calendar(since):
        return None
    phrase = read_phrase(DeadlineKind.WORKING_DAYS, since)
    return replace(span, text=phrase.text if phrase else since)


def _read_day(since: str, language: Spoken) -> SpokenUnit | None:
    """The day after `kể từ`, `from`; None for anything else."""
    read = read_unit(re.sub(r"^(?:(?:kể )?từ|from|after|of|starting(?: on| from)?) ", "", since))
    is_day = read is not None and read.unit.grain is Grain.DAY and read.unit.year
    return read if read and is_day and combined(language, read.language) is not None else None


def _add_working_days(start: date, count: int) -> date:
    """The day on which so many working days are over: Monday to Friday, without holidays.

    The day of the start is not counted, as in Article 147 of the Civil Code of 2015; public
    holidays are decreed year by year and are not known here.
    """
    weeks, rest = divmod(count, _WORKING_WEEK)
    # From a weekend the count begins as if from the Friday before.
    day = start - timedelta(days=max(0, start.weekday() - 4)) + timedelta(weeks=weeks)
    return day + timedelta(days=rest + (2 if day.weekday() + rest > 4 else 0))


def _days(language: Spoken) -> _Builder:
    def build(found: _Found) -> Deadline | None:
        start = _read_day(found["since"], language)
        first = start.unit.first if start else None
        if start is None or first is None:
            return None
        last = first + timedelta(days=int(found["n"]))
        end = unit(Grain.DAY, last.year, last.month, last.day)
        if end is None or last == first:
            return None
        window = Window(Relation.BETWEEN, start.unit, end)
        return Deadline("", language, DeadlineKind.RANGE, first, last, window=window)

    return build


def _phase(language: Spoken) -> _Builder:
    def build(found: _Found) -> Deadline | None:
        phrase = read_phrase(DeadlineKind.PHASE, found["head"])
        deadline = Deadline("", language, DeadlineKind.PHASE, text=found["head"])
        if phrase:
            deadline = replace(deadline, text=phrase.text, number=phrase.number)
        return _within(deadline, found["window"])

    return build


def _event_with_window(found: _Found) -> Deadline | None:
    deadline = _known_event(found["head"]) or _named_event(found["head"])
    return _within(deadline, found["window"]) if deadline else None


def _event(found: _Found) -> Deadline | None:
    return _known_event(found[0]) or _named_event(found[0])


def _within(deadline: Deadline, text: str | None) -> Deadline | None:
    """The deadline with the window that stands beside it in brackets; None if it is no window."""
    if text is None:
        return deadline
    spoken: SpokenWindow | None = read_window(text)
    language = combined(deadline.language, spoken.language) if spoken else None
    if spoken is None or language is None:
        return None
    window = spoken.window
    first = window.begin if deadline.kind is DeadlineKind.PHASE else window.first
    return replace(deadline, first=first, last=window.last, window=window)


def _known_event(text: str) -> Deadline | None:
    phrase = read_phrase(DeadlineKind.EVENT, text)
    if phrase is None:
        return None
    kind = DeadlineKind.EVENT
    return Deadline("", phrase.language, kind, text=phrase.text, number=phrase.number)


_STARTERS: tuple[tuple[Spoken, re.Pattern[str]], ...] = (
    (
        "vi",
        re.compile(
            r"(?:ngay )?(?:sau|khi|trước khi|tại|theo|kể từ|từ khi|từ ngày|căn cứ|cùng với|tùy) .+"
            r"|.+ (?:kể từ|sau khi|từ khi|trước khi|từ ngày) .+"
        ),
    ),
    (
        "en",
        re.compile(
            r"(?:immediately |right )?(?:upon|after|when|once|as|before|at|on|following) .+"
            r"|(?:as soon as|subject to|according to|depending on|pending) .+"
            r"|.+ (?:after|upon|following|of the|from the) .+"
        ),
    ),
)


def _named_event(text: str) -> Deadline | None:
    """An event by words of its own; a date that does not exist (`trước 30/2/2025`) is no event."""
    brackets = _LAST_BRACKETS.search(text)
    if is_only_calendar(text) or (brackets and is_only_calendar(brackets[1])):
        return None
    for language, pattern in _STARTERS:
        if pattern.fullmatch(text):
            return Deadline("", language, DeadlineKind.EVENT, text=text)
    return None


def _rule(pattern: str, build: _Builder) -> _Rule:
    return _Rule(re.compile(pattern), build)


_ALL = r"(?s:.+)"
_IN_BRACKETS = r"(?: ?[(:,] ?(?P<window>[^()]+?)\)?)?"
_RULES = (
    _rule(r"[-./…\s]*", _blank),
    _rule(_ALL, _nothing),
    _rule(r"(?:hoàn thành|xong|thực hiện|thời hạn|hạn)(?: xong)?:? (?P<x>.+)", _led("vi")),
    _rule(r"(?:to be )?(?:complete|completed|done|due|deadline):? (?P<x>.+)", _led("en")),
    _rule(_ALL, _window),
    _rule(_ALL, _ongoing),
    _rule(_ALL, _recurring),
    _rule(
        r"(?:trong (?:vòng )?)?(?P<n>[0-9]{1,4}) ngày làm việc(?:,? (?P<since>(?:kể )?từ .+))?",
        _working_days("vi"),
    ),
    _rule(
        r"(?:(?:with)?in )?(?P<n>[0-9]{1,4}) working days?"
        r"(?: (?P<since>(?:from|after|of|starting) .+))?",
        _working_days("en"),
    ),
    _rule(r"(?:trong (?:vòng )?)?(?P<n>[0-9]{1,4}) ngày,? (?P<since>(?:kể )?từ .+)", _days("vi")),
    _rule(r"(?:within )?(?P<n>[0-9]{1,4}) days (?P<since>(?:from|after|of) .+)", _days("en")),
    _rule(
        rf"(?P<head>giai đoạn [^\d\W(][^(:,]*?|giai đoạn [0-9]{{1,2}}){_IN_BRACKETS}", _phase("vi")
    ),
    _rule(rf"(?P<head>phase \w{{1,6}}|(?:the )?[^(:,0-9]+ phase){_IN_BRACKETS}", _phase("en")),
    _rule(r"(?P<head>.+?) ?\((?P<window>[^()]+)\)", _event_with_window),
    _rule(_ALL, _event),
)
