"""Numbers, per cents, lists, and numbers inside a text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.findings import Language
from r57plans.language import join_list, localise_numbers, number, percent


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (1234567.891, "1.234.567,891", "1,234,567.891"),
        (0, "0", "0"),
        (-1500, "-1.500", "-1,500"),
        (0.1, "0,1", "0.1"),
        (0.12345678, "0,12345678", "0.12345678"),
        (Decimal("1.50"), "1,5", "1.5"),
    ],
)
def test_each_language_has_its_separators(value: float | Decimal, vi: str, en: str) -> None:
    assert number(value, "vi") == vi
    assert number(value, "en") == en


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
@settings(max_examples=100, deadline=None)
def test_no_digit_is_lost(value: Decimal) -> None:
    assert Decimal(number(value, "en").replace(",", "")) == value
    assert Decimal(percent(value, "vi")[:-1].replace(".", "").replace(",", ".")) == value


def test_a_per_cent_is_the_value_given_with_its_sign() -> None:
    assert percent(55.5, "vi") == "55,5%"
    assert percent(55.5, "en") == "55.5%"
    assert percent(Decimal("0.125"), "vi") == "0,125%"


@pytest.mark.parametrize("value", [float("inf"), float("nan"), Decimal("-Infinity")])
def test_what_is_no_finite_number_is_refused(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        number(value, "vi")
    with pytest.raises(ValueError, match="cannot be printed"):
        percent(value, "en")


@pytest.mark.parametrize(
    ("count", "vi", "en"),
    [
        (0, "", ""),
        (1, "Sở A", "Sở A"),
        (2, "Sở A và Sở B", "Sở A and Sở B"),
        (3, "Sở A, Sở B và {0}", "Sở A, Sở B and {0}"),
    ],
)
def test_lists_end_with_and_and_no_comma_before_it(count: int, vi: str, en: str) -> None:
    items = ["Sở A", "Sở B", "{0}"][:count]

    assert join_list(items, "vi") == vi
    assert join_list(items, "en") == en


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("≥ 1,5", "≥ 1.5"),
        ("12.345", "12,345"),
        ("1.234.567,8 tỷ đồng", "1,234,567.8 tỷ đồng"),
        ("Đạt 55,5%; 1.500 doanh nghiệp.", "Đạt 55.5%; 1,500 doanh nghiệp."),
        ("1,5-2,5", "1.5-2.5"),
        ("1,5/1.000 dân", "1.5/1,000 dân"),
        ("-0,5", "-0.5"),
        ("1500,5", "1500.5"),
        ("đến 12.345.", "đến 12,345."),
    ],
)
def test_a_vietnamese_number_becomes_an_english_one(text: str, english: str) -> None:
    assert localise_numbers(text, "en") == english


@pytest.mark.parametrize(
    "text",
    [
        "57-NQ/TW, 03/NQ-CP, 193/2025/QH15",
        "1.234/QĐ-TTg",
        "15/4/2025,16/4/2025",
        "6/2025,7/2025",
        "15.4.2025",
        "2025,2026 - 2030",
        "1.1.1, 2.10, 1.100.1",
        "1,5,2",
        "0.123",
        "D1.000",
        "20",
        "no number, at all.",
        "",
    ],
)
def test_years_dates_ids_and_document_numbers_stay(text: str) -> None:
    assert localise_numbers(text, "en") == text


@given(st.text(alphabet="0123456789.,/- %≥TWĐa", max_size=30))
@settings(max_examples=100, deadline=None)
def test_only_points_and_commas_change_and_never_in_vietnamese(text: str) -> None:
    english = localise_numbers(text, "en")

    assert localise_numbers(text, "vi") == text
    assert english.replace(".", "").replace(",", "") == text.replace(".", "").replace(",", "")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=0, max_value=10**12, places=2
    ).filter(lambda value: value >= 1000 or value % 1 != 0)
)
@settings(max_examples=100, deadline=None)
def test_a_number_printed_in_vietnamese_reads_as_the_same_one_in_english(value: Decimal) -> None:
    lang: Language = "en"

    assert localise_numbers(number(value, "vi"), lang) == number(value, lang)
