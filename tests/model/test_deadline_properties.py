"""Whatever deadline is printed in one language reads back as the same deadline in both."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.findings import Language
from r57plans.model.deadline import (
    Cycle,
    Deadline,
    Grain,
    Period,
    Relation,
    Unit,
    Window,
    parse_deadline,
    parse_period,
)

LANGUAGES: tuple[Language, Language] = ("vi", "en")
YEARS = st.integers(2000, 2099)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
UNITS = st.one_of(
    st.builds(lambda d: Unit(Grain.DAY, d.year, d.month, d.day), DAYS),
    st.builds(lambda d: Unit(Grain.DAY, 0, d.month, d.day), DAYS),
    st.builds(Unit, st.just(Grain.MONTH), YEARS | st.just(0), st.integers(1, 12)),
    st.builds(Unit, st.just(Grain.QUARTER), YEARS | st.just(0), st.integers(1, 4)),
    st.builds(Unit, st.just(Grain.HALF_YEAR), YEARS | st.just(0), st.integers(1, 2)),
    st.builds(Unit, st.just(Grain.PART), YEARS | st.just(0), st.sampled_from([-11, -4, 1, 3, 9])),
    st.builds(Unit, st.just(Grain.YEAR), YEARS),
)
TO_THIRDS = (Relation.START, Relation.MIDDLE)
PLAIN = [r for r in Relation if r not in (*TO_THIRDS, Relation.END, Relation.BETWEEN)]
WINDOWS = st.one_of(
    st.builds(Window, st.sampled_from(PLAIN), UNITS),
    st.builds(
        Window,
        st.sampled_from([*TO_THIRDS, Relation.END]),
        UNITS.filter(lambda u: u.grain in (Grain.MONTH, Grain.QUARTER, Grain.YEAR)),
    ),
    st.tuples(UNITS, UNITS)
    .filter(lambda pair: pair[0].grain is pair[1].grain and pair[0].order < pair[1].order)
    .filter(lambda pair: bool(pair[0].year) == bool(pair[1].year))
    .filter(lambda pair: pair[0].grain is not Grain.PART)
    .map(lambda pair: Window(Relation.BETWEEN, *pair)),
    st.builds(
        lambda year, month: Window(
            Relation.BETWEEN, Unit(Grain.MONTH, year, month), Unit(Grain.YEAR, year + 1)
        ),
        YEARS,
        st.integers(1, 12),
    ),
)
RHYTHMS = st.one_of(
    st.builds(Period, st.sampled_from(list(Cycle))),
    st.builds(Period, st.just(Cycle.WEEK), st.integers(2, 30)),
    st.just(Period(Cycle.MONTH, also=(Cycle.QUARTER, Cycle.HALF_YEAR, Cycle.YEAR))),
    st.builds(
        lambda weekday, relation: Period(Cycle.WEEK, weekday=weekday, relation=relation),
        st.integers(1, 7),
        st.sampled_from([Relation.IN, Relation.BY, Relation.BEFORE]),
    ),
    st.builds(
        lambda days, relation: Period(
            Cycle.YEAR,
            points=tuple(Unit(Grain.DAY, 0, d.month, d.day) for d in days),
            relation=relation,
        ),
        st.lists(DAYS, min_size=1, max_size=3),
        st.sampled_from([Relation.IN, Relation.BY, Relation.BEFORE]),
    ),
    st.builds(
        lambda day: Period(Cycle.MONTH, points=(Unit(Grain.DAY, 0, 0, day),)), st.integers(1, 31)
    ),
)
LASTING = WINDOWS.filter(lambda w: w.start.year > 0 and w.relation is not Relation.AFTER)


def assert_reads_back(vietnamese: str, english: str) -> Deadline:
    """Both wordings, and what each prints in either language, mean the same."""
    one, other = parse_deadline(vietnamese), parse_deadline(english)
    texts = [d.say(lang) for d in (one, other) for lang in LANGUAGES]
    assert one.meaning == other.meaning
    assert {parse_deadline(text).meaning for text in texts} == {one.meaning}
    assert all(d.translated("vi") and d.translated("en") for d in (one, other))
    return one


@settings(deadline=None, max_examples=300)
@given(WINDOWS)
def test_a_window_printed_in_both_languages_reads_back_as_itself(window: Window) -> None:
    deadline = assert_reads_back(window.say("vi"), window.say("en"))

    assert deadline.kind is window.kind
    assert (deadline.first, deadline.last) == (window.first, window.last)


@settings(deadline=None, max_examples=200)
@given(RHYTHMS)
def test_a_rhythm_printed_in_both_languages_reads_back_as_itself(rhythm: Period) -> None:
    deadline = assert_reads_back(rhythm.say("vi"), rhythm.say("en"))

    assert deadline.every == rhythm
    assert parse_period(rhythm.say("vi")) == parse_period(rhythm.say("en")) == rhythm


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(["hằng năm", "hằng quý", "Thường xuyên", "liên tục"]), LASTING)
def test_what_goes_on_in_a_window_reads_back_in_both_languages(lead: str, window: Window) -> None:
    wording = f"{lead} {window.phrase('vi')}"
    deadline = parse_deadline(wording)

    assert_reads_back(wording, deadline.say("en"))

    assert deadline.last == window.last


@settings(deadline=None, max_examples=150)
@given(st.integers(1, 20), LASTING)
def test_a_phase_with_its_window_reads_back_in_both_languages(number: int, window: Window) -> None:
    wording = f"giai đoạn {number} ({window.say('vi')})"
    deadline = parse_deadline(wording)

    assert_reads_back(wording, deadline.say("en"))

    assert (deadline.number, deadline.last) == (number, window.last)


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 99), LASTING)
def test_a_session_with_its_window_reads_back_in_both_languages(
    number: int, window: Window
) -> None:
    wording = f"Tại kỳ họp thứ {number} ({window.say('vi')})"
    deadline = parse_deadline(wording)

    assert_reads_back(wording, deadline.say("en"))

    assert (deadline.first, deadline.last) == (window.first, window.last)


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 9999), DAYS)
def test_a_span_of_working_days_reads_back_in_both_languages(count: int, start: date) -> None:
    wording = f"{count} ngày làm việc kể từ ngày {start.day}/{start.month}/{start.year}"
    deadline = parse_deadline(wording)

    assert_reads_back(wording, deadline.say("en"))

    assert (deadline.first, deadline.number) == (start, count)


@settings(deadline=None, max_examples=200)
@given(WINDOWS)
def test_a_last_day_is_never_before_the_first(window: Window) -> None:
    assert window.first is None or window.last is None or window.first <= window.last
    assert window.begin in (window.first, None)


@pytest.mark.parametrize(
    ("wording", "rhythm"),
    [
        ("6 tháng", Period(Cycle.HALF_YEAR)),
        ("six months", Period(Cycle.HALF_YEAR)),
        ("hằng quý", Period(Cycle.QUARTER)),
        ("3 tháng", Period(Cycle.QUARTER)),
        ("năm", Period(Cycle.YEAR)),
        ("18 tháng", Period(Cycle.MONTH, 18)),
        ("24 tháng", Period(Cycle.YEAR, 2)),
        ("quý II/2025", None),
        ("", None),
    ],
)
def test_a_bare_span_is_a_rhythm_where_a_rhythm_is_asked_for(
    wording: str, rhythm: Period | None
) -> None:
    assert parse_period(wording) == rhythm
