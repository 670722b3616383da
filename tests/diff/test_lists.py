"""Lists of values: as sentences name what differs in them, and as tables show them."""

from __future__ import annotations

from typing import Any

import pytest
from plan_builders import plan

from r57plans.diff.compare import compare
from r57plans.model.change import Change

LONG = "Cao Bằng là tỉnh miền núi, biên giới; có cửa khẩu quốc tế; có công viên địa chất toàn cầu."
MORE = f"{LONG} Đó là lợi thế để phát triển kinh tế cửa khẩu số và du lịch thông minh của tỉnh."


def only(before: dict[str, Any], after: dict[str, Any]) -> Change:
    """The one change between two plans that differ in these parts."""
    (change,) = compare(plan(**before), plan(**after))
    return change


def supports(*names: str) -> dict[str, Any]:
    return {"tasks": [{"id": "2.1.1", "supports": list(names)}]}


def test_a_list_says_what_took_whose_place_and_not_what_stays() -> None:
    before = supports("so-tu-phap", "hoi-dong-nhan-dan")

    change = only(before, supports("so-tu-phap", "so-tai-chinh", "cong-an-tinh"))

    assert change.message.vi == (
        "Nhiệm vụ 2.1.1 đổi cơ quan phối hợp: Hội đồng nhân dân tỉnh → Sở Tài chính; Công an tỉnh"
    )


def test_of_a_paragraph_that_was_edited_among_others_the_edit_is_told() -> None:
    edited = MORE.replace("có cửa khẩu", "có nhiều cửa khẩu")

    change = only({"context": ["Mở đầu.", MORE]}, {"context": ["Mở đầu.", edited]})

    assert change.message.vi == (
        "Đặc điểm tình hình đổi: "
        "… biên giới; có cửa khẩu quốc … → … biên giới; có nhiều cửa khẩu quốc …"
    )


def test_each_of_several_edited_paragraphs_is_told_by_its_edit() -> None:
    old = [MORE, MORE.replace("Cao Bằng", "Lạng Sơn")]
    new = [text.replace("toàn cầu", "quốc gia") for text in old]

    change = only({"context": old}, {"context": new})

    assert change.message.vi.count("toàn cầu.") == change.message.vi.count("quốc gia.") == 2
    assert "Lạng Sơn" not in change.message.vi


def test_paragraphs_stand_a_line_each_and_never_close_before_a_semicolon() -> None:
    change = only({}, {"context": ["Đoạn một.", "Đoạn hai."]})

    assert change.message.vi == "Đặc điểm tình hình đổi: thêm Đoạn một; Đoạn hai"
    assert change.new.vi == "Đoạn một.\nĐoạn hai."


def test_values_that_hold_semicolons_are_told_apart_by_quotes() -> None:
    parts = {"tasks": [{"id": "2.1.1", "parts": ["Rà soát; bổ sung", "Công bố"]}]}

    change = only({"tasks": [{"id": "2.1.1"}]}, parts)

    assert change.message.vi.endswith("thêm “Rà soát; bổ sung”; “Công bố”")


def test_of_many_that_are_long_the_first_are_named_and_the_rest_counted() -> None:
    parts = [f"Phần {n}: rà soát, sửa đổi các quy định của tỉnh về dữ liệu số." for n in range(9)]

    change = only({"tasks": [{"id": "2.1.1"}]}, {"tasks": [{"id": "2.1.1", "parts": parts}]})

    assert change.message.vi.endswith("của tỉnh về dữ liệu số; và 5 mục khác")
    assert change.new.vi == "\n".join(parts)


def test_where_the_english_stayed_the_vietnamese_stands_for_both() -> None:
    old, new = (
        {"tasks": [{"id": "2.1.1", "products": [{"vi": vi, "en": "Plan"}, "Đề án"]}]}
        for vi in ("Kế hoạch", "Kế hoạch năm")
    )

    assert only(old, new).message.en.endswith(": Kế hoạch → Kế hoạch năm")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Trước 15/6/2025", "Trước 16/9/2025", "more than three months later: before 15 June 2025"),
        ("Trước 15/6/2025", "Trước 20/6/2025", "five days later: before 15 June 2025"),
        ("Tháng 6/2025", "Tháng 7/2025", "one month later: June 2025"),
        (
            "Quý II/2025",
            "Quý 2/2025",
            "is reworded, its meaning the same: quý II/2025 → quý 2/2025",
        ),
        (
            "Trong 60 ngày làm việc kể từ ngày ban hành",
            "Trong 100 ngày làm việc kể từ ngày ban hành",
            "40 working days later: within 60 working days",
        ),
    ],
)
def test_deadlines_stand_in_an_english_sentence(before: str, after: str, said: str) -> None:
    old, new = ({"tasks": [{"id": "2.1.1", "deadline": each}]} for each in (before, after))

    assert said in only(old, new).message.en
