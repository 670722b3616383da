"""Days, months, quarters and half-years in both languages."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.findings import Language
from r57plans.language import date_blank_day, date_long, date_short, half_year, month, quarter

GAP = "\u00a0"


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2025, 3, 31), "ngày 31 tháng 3 năm 2025", "31/3/2025"),
        (date(2026, 1, 9), "ngày 09 tháng 01 năm 2026", "09/01/2026"),
        (date(2018, 2, 20), "ngày 20 tháng 02 năm 2018", "20/02/2018"),
        (date(2018, 4, 3), "ngày 03 tháng 4 năm 2018", "03/4/2018"),
        (date(2025, 6, 10), "ngày 10 tháng 6 năm 2025", "10/6/2025"),
        (date(2024, 12, 22), "ngày 22 tháng 12 năm 2024", "22/12/2024"),
    ],
)
def test_days_below_10_and_the_first_two_months_have_a_zero(
    day: date, long: str, short: str
) -> None:
    assert date_long(day, "vi") == long
    assert date_short(day, "vi") == short


@given(st.dates(min_value=date(1000, 1, 1)))
@settings(max_examples=100, deadline=None)
def test_the_short_and_the_long_date_name_the_same_day(day: date) -> None:
    long = [int(n) for n in re.findall(r"\d+", date_long(day, "vi"))]
    short = [int(n) for n in date_short(day, "vi").split("/")]

    assert long == short == [day.day, day.month, day.year]


def test_an_english_date_is_british_and_has_no_zero() -> None:
    assert date_long(date(2025, 3, 9), "en") == "9 March 2025"
    assert date_short(date(2024, 12, 22), "en") == "22 December 2024"


@pytest.mark.parametrize(
    ("lang", "place", "expected"),
    [
        ("vi", "Cao Bằng", "Cao Bằng, ngày 28 tháng 3 năm 2025"),
        ("en", "Cao Bang", "Cao Bang, 28 March 2025"),
    ],
)
def test_a_place_stands_before_the_date_with_a_comma(
    lang: Language, place: str, expected: str
) -> None:
    assert date_long(date(2025, 3, 28), lang, place) == expected


def test_a_day_not_yet_known_is_a_gap_of_no_break_spaces() -> None:
    assert date_blank_day(2025, 3, "vi") == f"ngày{GAP * 5}tháng 3 năm 2025"
    assert date_blank_day(2025, 3, "en") == f"{GAP * 3}March 2025"


def test_a_date_without_its_day_keeps_the_zero_rule_and_its_place() -> None:
    assert date_blank_day(2026, 2, "vi", "Huế") == f"Huế, ngày{GAP * 5}tháng 02 năm 2026"
    assert date_blank_day(2026, 2, "en", "Hue") == f"Hue, {GAP * 3}February 2026"


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (1, "quý I/2025", "Q1 2025"),
        (2, "quý II/2025", "Q2 2025"),
        (3, "quý III/2025", "Q3 2025"),
        (4, "quý IV/2025", "Q4 2025"),
    ],
)
def test_quarters_are_roman_in_vietnamese_and_arabic_in_english(
    number: int, vi: str, en: str
) -> None:
    assert quarter(number, 2025, "vi") == vi
    assert quarter(number, 2025, "en") == en


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (2, "tháng 02/2025", "February 2025"),
        (6, "tháng 6/2025", "June 2025"),
        (12, "tháng 12/2025", "December 2025"),
    ],
)
def test_a_month_is_a_number_in_vietnamese_and_a_name_in_english(
    number: int, vi: str, en: str
) -> None:
    assert month(number, 2025, "vi") == vi
    assert month(number, 2025, "en") == en


def test_the_halves_of_a_year_are_six_months_each_in_vietnamese() -> None:
    assert half_year(1, 2025, "vi") == "6 tháng đầu năm 2025"
    assert half_year(2, 2025, "vi") == "6 tháng cuối năm 2025"
    assert half_year(1, 2025, "en") == "first half of 2025"
    assert half_year(2, 2025, "en") == "second half of 2025"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("number", [-1, 0, 13])
def test_a_period_that_no_year_has_is_refused(number: int, lang: Language) -> None:
    with pytest.raises(ValueError, match="no month"):
        month(number, 2025, lang)
    with pytest.raises(ValueError, match="no month"):
        date_blank_day(2025, number, lang)
    with pytest.raises(ValueError, match="no quarter"):
        quarter(number, 2025, lang)
    with pytest.raises(ValueError, match="no half"):
        half_year(number, 2025, lang)
