"""What stays on one line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.language import keep_together, plain

JOINS = str.maketrans({"\u00a0": "~", "\u2011": "="})
WORDS = ("số", "No.", "ngày", "Điều", "Phụ", "lục", "điểm", "a", "quý", "ha", "March", "Đ")
NUMBERS = ("57-NQ/TW", "-CTr/TU", "22/12/2024", "03/NQ-CP", "193/2025/QH15", "II/2025", "30", "12")
PIECES = st.sampled_from([*WORDS, *NUMBERS, "%", "≥", "-", "/"])
TEXTS = st.lists(PIECES | st.sampled_from(["", " ", "\u00a0"]) | st.text(max_size=4)).map(" ".join)


def shown(text: str) -> str:
    """The joined text with ~ for a no-break space and = for a no-break hyphen."""
    return keep_together(text).translate(JOINS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12-CTr/TU", "12=CTr/TU"),
        ("01-KH/BCĐTW", "01=KH/BCĐTW"),
        ("03/NQ-CP", "03/NQ=CP"),
        ("484/KH-UBND", "484/KH=UBND"),
        ("19/2025/QĐ-TTg", "19/2025/QĐ=TTg"),
        ("12/2017/L-CTN", "12/2017/L=CTN"),
        ("số 57-NQ/TW, ngày 22/12/2024", "số~57=NQ/TW, ngày~22/12/2024"),
        ("Số 193/2025/QH15", "Số~193/2025/QH15"),
        ("Số: 15/KH-UBND", "Số:~15/KH=UBND"),
        ("No. 57-NQ/TW", "No.~57=NQ/TW"),
        ("kèm theo Chương trình số      -CTr/TU", "kèm theo Chương trình số~~~~~~=CTr/TU"),
    ],
)
def test_a_document_number_does_not_break(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 4, khoản 2, điểm đ", "Điều~4, khoản~2, điểm~đ"),
        ("Phụ lục 1, Mục III, khóa XIII", "Phụ~lục~1, Mục~III, khóa~XIII"),
        ("ngày 31 tháng 3 năm 2025", "ngày~31 tháng~3 năm~2025"),
        ("quý II/2025; Quý IV", "quý~II/2025; Quý~IV"),
        ("Article 4, clause 2; Appendix 1", "Article~4, clause~2; Appendix~1"),
        ("by 31 March 2025", "by 31~March 2025"),
        ("≥ 30 % và 1,5 tỷ", "≥~30~% và 1,5~tỷ"),
        ("20 km, 5 ha", "20~km, 5~ha"),
    ],
)
def test_a_number_stays_with_its_word_unit_or_sign(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2025 - 2030",
        "2025-2030",
        "kinh tế - xã hội",
        "số lượng lớn",
        "một số nhiệm vụ",
        "well-known",
        "điểm nghẽn",
        "30 hạng mục",
        "15/4/2025",
        "",
    ],
)
def test_ordinary_words_and_ranges_break_as_usual(text: str) -> None:
    assert keep_together(text) == text


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_joining_twice_changes_nothing_more(text: str) -> None:
    once = keep_together(text)

    assert keep_together(once) == once


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_plain_undoes_what_was_joined(text: str) -> None:
    typed = plain(text)

    assert plain(keep_together(typed)) == typed


def test_plain_turns_every_kind_of_no_break_character_back() -> None:
    assert plain("số\u00a057\u2011NQ/TW 30\u202f%") == "số 57-NQ/TW 30 %"
