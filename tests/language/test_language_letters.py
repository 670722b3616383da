"""List letters and Roman numerals, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.language import letter_number, list_letter, roman, roman_number


def test_points_are_lettered_as_official_texts_letter_them() -> None:
    letters = " ".join(list_letter(n) for n in range(1, 24))

    assert letters == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize(
    ("number", "letters"),
    [(24, "aa"), (25, "ab"), (28, "ađ"), (46, "ay"), (47, "ba"), (552, "yy"), (553, "aaa")],
)
def test_after_y_letters_double(number: int, letters: str) -> None:
    assert list_letter(number) == letters
    assert letter_number(letters) == number


@given(st.integers(min_value=1, max_value=10**9))
@settings(max_examples=100, deadline=None)
def test_every_point_is_found_again_by_its_letter_in_either_case(number: int) -> None:
    assert letter_number(list_letter(number)) == number
    assert letter_number(list_letter(number).upper()) == number


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_point_before_the_first(number: int) -> None:
    with pytest.raises(ValueError, match="count from 1"):
        list_letter(number)


@pytest.mark.parametrize("text", ["f", "ă", "w", "a1", "a "])
def test_a_letter_that_no_list_uses_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="official lists use only"):
        letter_number(text)


def test_an_empty_text_is_no_letter() -> None:
    with pytest.raises(ValueError, match="empty"):
        letter_number("")


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1990, "MCMXC"), (3999, "MMMCMXCIX")],
)
def test_roman_numerals_are_the_usual_ones(number: int, numeral: str) -> None:
    assert roman(number) == numeral
    assert roman_number(numeral) == number


def test_every_roman_numeral_reads_back_in_either_case() -> None:
    for number in range(1, 4000):
        assert roman_number(roman(number)) == number
        assert roman_number(roman(number).lower()) == number


@pytest.mark.parametrize("number", [0, -3, 4000])
def test_a_number_outside_1_to_3999_has_no_numeral(number: int) -> None:
    with pytest.raises(ValueError, match="run from 1 to 3999"):
        roman(number)


@pytest.mark.parametrize("text", ["", "IIII", "IC", "VX", "MMMM", "II ", "2", "hai"])
def test_an_unusual_spelling_is_no_numeral(text: str) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman_number(text)


def test_english_lists_use_the_english_alphabet() -> None:
    assert [list_letter(n, "en") for n in (5, 6, 26, 27)] == ["e", "f", "z", "aa"]
