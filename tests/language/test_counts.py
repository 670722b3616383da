"""Totals in words: what a text says how many there are of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57plans.language.counts import counts_in


def said(text: str) -> list[tuple[int, str, str | None]]:
    return [(count.number, count.noun, count.standing) for count in counts_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch gồm 7 nhóm nhiệm vụ, giải pháp", [(7, "group", None)]),
        (
            "có 12 nhiệm vụ cụ thể và tổng số 22 chỉ tiêu",
            [(12, "task", None), (22, "target", None)],
        ),
        (
            "08 chỉ tiêu vượt, 2 chỉ tiêu đóng góp",
            [(8, "target", "higher"), (2, "target", "share")],
        ),
        ("cho ý kiến về ba sáng kiến lớn", [(3, "initiative", None)]),
        ("BAO GỒM BẢY NHÓM NHIỆM VỤ", [(7, "group", None)]),
        ("có 1 nhiệm vụ cụ thể và 5 chỉ tiêu", [(1, "task", None), (5, "target", None)]),
        ("gồm hai mươi mốt đầu việc", [(21, "task", None)]),
        ("gồm mười lăm nhiệm vụ", [(15, "task", None)]),
        ("Tổng số nhiệm vụ: 12", [(12, "task", None)]),
        ("Nghị quyết này gồm 9 nhiệm vụ", [(9, "task", None)]),
        ("Kế hoạch của tỉnh gồm 9 nhiệm vụ", [(9, "task", None)]),
    ],
)
def test_totals_are_read(text: str, expected: list[tuple[int, str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "gồm 3 nhiệm vụ trọng tâm",
        "có 140 nhiệm vụ của Chính phủ",
        "đã hoàn thành 5 nhiệm vụ",
        "có 12 nhiệm vụ do Trung ương giao",
        "có 2025 nhiệm vụ",
        "trong năm nhiệm vụ được giao nhiều hơn",
        "mỗi thành viên phụ trách một nhóm nhiệm vụ",
        "mỗi xã, phường có 2 chỉ tiêu",
        "Nghị quyết số 03/NQ-CP gồm 140 nhiệm vụ",
        "Tỉnh bám sát Trung ương. Chương trình của Chính phủ có 140 nhiệm vụ",
    ],
)
def test_some_of_a_kind_are_no_total(text: str) -> None:
    assert said(text) == []


@given(st.integers(0, 999), st.sampled_from(["nhiệm vụ", "chỉ tiêu", "nhóm nhiệm vụ"]))
def test_any_figure_is_read_back(number: int, noun: str) -> None:
    assert [count[0] for count in said(f"Chương trình gồm {number} {noun}.")] == [number]


@given(st.text())
def test_any_text_may_be_counted_in(text: str) -> None:
    assert all(0 <= number <= 999 for number, _, _ in said(text))
