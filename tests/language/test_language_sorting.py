"""Vietnamese alphabetical order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.language import vi_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre"],
        ["Cao Bằng", "Cần Thơ"],
        ["Dương", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Ê Đê"],
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê"],
        ["o", "ô", "ơ", "p", "u", "ư", "v"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["mạ", "mai", "màn"],
        ["Hà Giang", "Hà Nội", "Hải Dương", "Hậu Giang"],
        ["Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị"],
        ["Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang"],
        ["- gạch", "1 số", "9 số", "An Giang"],
        ["Phường 1", "Phường 10", "Phường 2", "Phường An"],
        ["sở", "Sở", "SỞ"],
        ["zu", "zü", "zv"],
        ["Ý", "Z", "Ω", "中"],
    ],
)
def test_names_stand_in_dictionary_order(ordered: list[str]) -> None:
    shuffled = ordered[::-1]

    assert sorted(shuffled, key=vi_key) == ordered


def test_a_no_break_space_sorts_as_a_space_and_a_decomposed_name_as_itself() -> None:
    decomposed = unicodedata.normalize("NFD", "Cao Bằng")

    assert vi_key("Cao\u00a0Bằng") == vi_key(decomposed) == vi_key("Cao Bằng")


def test_a_mark_without_a_letter_has_a_place_too() -> None:
    assert sorted(["b", "\u0301", "\u0301a"], key=vi_key) == ["\u0301", "\u0301a", "b"]


@given(st.text(max_size=8), st.text(max_size=8))
@settings(max_examples=150, deadline=None)
def test_only_texts_that_read_the_same_share_a_key(one: str, other: str) -> None:
    def read(text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        return text.translate({0xA0: " ", 0x202F: " ", 0x2011: "-"})

    assert (vi_key(one) == vi_key(other)) == (read(one) == read(other))


@given(st.permutations(["Ba", "Bà", "bà", "Bạ", "Băng", "B-1", "b1", "Đ", "đ", "D", "Z"]))
@settings(max_examples=50, deadline=None)
def test_the_order_does_not_depend_on_where_one_starts(names: list[str]) -> None:
    assert sorted(names, key=vi_key) == sorted(sorted(names), key=vi_key)
