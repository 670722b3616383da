"""Names and lines of the English edition."""

from __future__ import annotations

import pytest

from r57plans.language import ProvinceKind, draft_line, english_place, province_en


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Cao Bang", "province", "Cao Bang Province"),
        ("Ba Ria - Vung Tau", "province", "Ba Ria - Vung Tau Province"),
        ("Da Nang", "city", "Da Nang City"),
        ("Ha Noi", "city", "Ha Noi City"),
        ("Ho Chi Minh", "city", "Ho Chi Minh City"),
        ("Ho Chi Minh City", "city", "Ho Chi Minh City"),
    ],
)
def test_the_kind_of_a_province_stands_after_its_name_once(
    name: str, kind: ProvinceKind, expected: str
) -> None:
    assert province_en(name, kind) == expected


def test_a_place_loses_its_diacritics_and_is_not_translated() -> None:
    assert english_place("Đắk Lắk") == "Dak Lak"
    assert english_place("Thừa Thiên Huế") == "Thua Thien Hue"


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (None, "DỰ THẢO", "DRAFT"),
        (0, "DỰ THẢO", "DRAFT"),
        (1, "DỰ THẢO LẦN 1", "FIRST DRAFT"),
        (2, "DỰ THẢO LẦN 2", "SECOND DRAFT"),
        (10, "DỰ THẢO LẦN 10", "TENTH DRAFT"),
        (11, "DỰ THẢO LẦN 11", "DRAFT NO. 11"),
    ],
)
def test_the_draft_line_counts_drafts_where_they_are_counted(
    number: int | None, vi: str, en: str
) -> None:
    assert draft_line(number, "vi") == vi
    assert draft_line(number, "en") == en


def test_a_draft_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="drafts count from 1"):
        draft_line(-1, "vi")
