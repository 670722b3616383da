"""Text as Unicode: one form, forbidden characters, ids, near names."""

from __future__ import annotations

import time
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.language import (
    capital_first,
    forbidden_characters,
    nearest,
    nfc,
    slug,
    unaccented,
)

PROVINCES = ("cao-bang", "bac-giang", "bac-kan", "da-nang", "quang-nam", "quang-ninh", "an-giang")


def test_a_decomposed_text_becomes_the_composed_one() -> None:
    decomposed = unicodedata.normalize("NFD", "Tỉnh ủy Thừa Thiên Huế")

    composed = nfc(decomposed)

    assert decomposed != composed == "Tỉnh ủy Thừa Thiên Huế"


def test_forbidden_characters_come_once_each_in_order_of_appearance() -> None:
    found = forbidden_characters("a\x0bb\x00c\x0b\ud800\ufffe\uffff")

    assert found == ("\x0b", "\x00", "\ud800", "\ufffe", "\uffff")


@pytest.mark.parametrize("text", ["", "a\tb\nc\rd", "Đặc biệt 🙂", "\x7f\x85\u2028\ufffd\ue000"])
def test_what_xml_can_hold_is_not_forbidden(text: str) -> None:
    assert forbidden_characters(text) == ()


@given(st.characters())
@settings(max_examples=200, deadline=None)
def test_a_character_is_forbidden_exactly_when_an_xml_parser_refuses_it(character: str) -> None:
    try:
        ET.fromstring(f"<t>&#{ord(character)};</t>")
        refused = False
    except ET.ParseError:
        refused = True

    assert forbidden_characters(character) == ((character,) if refused else ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đắk Lắk", "Dak Lak"),
        ("đường Nguyễn Huệ, TP. Hồ Chí Minh", "duong Nguyen Hue, TP. Ho Chi Minh"),
        ("Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau"),
        ("ƯU ĐIỂM ơ Ơ", "UU DIEM o O"),
        ("plain English", "plain English"),
        (unicodedata.normalize("NFD", "Thừa Thiên"), "Thua Thien"),
    ],
)
def test_diacritics_go_and_everything_else_stays(text: str, expected: str) -> None:
    assert unaccented(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Khoa học và Công nghệ", "so-khoa-hoc-va-cong-nghe"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("  Đề án 06 (giai đoạn 2)  ", "de-an-06-giai-doan-2"),
        ("Văn phòng Tỉnh ủy/Thành ủy", "van-phong-tinh-uy-thanh-uy"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_slug_is_lower_case_letters_digits_and_single_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    once = slug(text)

    assert slug(once) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("quý II/2025", "Quý II/2025"),
        ("đảng bộ TỈNH", "Đảng bộ TỈNH"),
        ("“xây dựng” đề án", "“Xây dựng” đề án"),
        ("- ban hành", "- Ban hành"),
        ("6 tháng đầu năm", "6 tháng đầu năm"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_only_the_first_letter_becomes_a_capital(text: str, expected: str) -> None:
    assert capital_first(text) == expected


def test_a_slip_of_the_pen_finds_the_name_that_was_meant() -> None:
    assert nearest("cao-bagn", PROVINCES) == ("cao-bang",)


def test_diacritics_and_capitals_do_not_keep_a_name_away() -> None:
    assert nearest("CAO BANG", ["Bắc Giang", "Cao Bằng"]) == ("Cao Bằng",)


def test_among_names_equally_near_the_one_with_the_same_diacritics_comes_first() -> None:
    assert nearest("quý", ["quy", "quỹ", "quý"], n=3)[0] == "quý"


def test_nothing_near_is_an_empty_answer() -> None:
    assert nearest("zzz", PROVINCES) == ()
    assert nearest("", PROVINCES) == ()
    assert nearest("cao-bang", []) == ()


def test_several_near_names_come_likeliest_first_and_no_more_than_asked() -> None:
    assert nearest("quang-nan", PROVINCES, n=2) == ("quang-nam", "quang-ninh")
    assert len(nearest("quang-nan", PROVINCES, n=9)) <= len(PROVINCES)


def test_names_that_are_equally_near_come_in_the_order_given() -> None:
    assert nearest("ac", ["ab", "ad", "aa"], n=2) == nearest("ac", ["ab", "ad", "aa"], n=3)[:2]
    assert nearest("bac", ["bat", "bad"]) == ("bat",)
    assert nearest("bac", ["bad", "bat"]) == ("bad",)


def test_a_thousand_long_names_are_searched_in_well_under_a_second() -> None:
    known = [f"so-khoa-hoc-va-cong-nghe-{number}" for number in range(1000)]

    start = time.process_time()
    found = nearest("so-khoa-hoc-cong-nghe-512", known)

    assert found == ("so-khoa-hoc-va-cong-nghe-512",)
    assert time.process_time() - start < 1
