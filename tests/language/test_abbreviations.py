"""Abbreviations: those that a text uses, and those that it explains."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57plans.language.abbreviations import abbreviations_in, explained_in

SHORT = st.text("BCDĐGHKLMNPQSTV", min_size=2, max_size=6).filter(
    lambda s: not set(s) <= set("IVXLCDM")
)


@given(SHORT)
def test_an_abbreviation_is_found_used_and_explained(short: str) -> None:
    text = f"Chuyển đổi số ({short}) là nhiệm vụ chung; {short} được đẩy mạnh."

    assert list(abbreviations_in(text)) == [short, short]
    assert list(explained_in(text)) == [short]


@given(st.text())
def test_any_text_may_be_read(text: str) -> None:
    assert all(len(short) >= 2 for short in [*abbreviations_in(text), *explained_in(text)])


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 57-NQ/TW và 45/2025/NĐ-CP",
        "khóa XIII, quý II, phần IV",
        "ĐẨY MẠNH CĐS",
        "ứng dụng VNeID, mạng 5G, sổ A",
        "trang ABC.vn, hộp thư a@BCD",
    ],
)
def test_numbers_of_documents_roman_numbers_and_names_are_none(text: str) -> None:
    assert list(abbreviations_in(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khoa học, công nghệ (KHCN, ĐMST)", ["KHCN", "ĐMST"]),
        ("Ban Chỉ đạo (sau đây gọi tắt là BCĐ)", ["BCĐ"]),
        ("viết tắt là “CĐS”", ["CĐS"]),
        ("cơ quan (trừ Công an)", []),
    ],
)
def test_explanations_are_read(text: str, expected: list[str]) -> None:
    assert list(explained_in(text)) == expected
