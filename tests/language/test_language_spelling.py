"""The two styles of tone marks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.language import SpellingStyle, nfc, spell

PAIRS = [
    ("hòa", "hoà"),
    ("hóa", "hoá"),
    ("tỏa", "toả"),
    ("họa", "hoạ"),
    ("xõa", "xoã"),
    ("khỏe", "khoẻ"),
    ("xòe", "xoè"),
    ("ủy", "uỷ"),
    ("thúy", "thuý"),
    ("tùy", "tuỳ"),
    ("lũy", "luỹ"),
    ("ngụy", "nguỵ"),
    ("úy", "uý"),
    ("Ủy ban", "Uỷ ban"),
    ("TỈNH ỦY HÒA BÌNH", "TỈNH UỶ HOÀ BÌNH"),
    ("chuyển đổi số; HÓA", "chuyển đổi số; HOÁ"),
    ("(khóa XIII),ủy_viên.", "(khoá XIII),uỷ_viên."),
    ("Nghĩa-Hòa", "Nghĩa-Hoà"),
]
SAME_IN_BOTH = [
    "hoàn toán khoảng thuyền giúp loại xoáy ngoéo khuỷu",
    "quý quỳ quả quỷ quỵ QUÝ Quý quốc",
    "huyện nguyên tuyến suýt huýt hoạt hoạch",
    "của lúa mùa nghĩa ngoằn ngoèo",
    "Communist Party of Viet Nam, on behalf of the Standing Committee; oak, shoe, buy",
    "Chloé Voilà coöperate",
    "hoa khoe uy",
    "",
]
WORDS = [word for pair in PAIRS for word in pair] + SAME_IN_BOTH
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=5)).map(" ".join)
STYLES = st.sampled_from(["new", "old"])


@pytest.mark.parametrize(("new", "old"), PAIRS)
def test_each_style_has_its_own_place_for_the_mark(new: str, old: str) -> None:
    assert spell(old, "new") == spell(new, "new") == new
    assert spell(new, "old") == spell(old, "old") == old


@pytest.mark.parametrize("text", SAME_IN_BOTH)
@pytest.mark.parametrize("style", ["new", "old"])
def test_closed_syllables_qu_and_other_languages_keep_their_form(
    text: str, style: SpellingStyle
) -> None:
    assert spell(text, style) == text


def test_a_decomposed_text_comes_back_composed_and_respelled() -> None:
    decomposed = unicodedata.normalize("NFD", "Tỉnh uỷ Hoà Bình")

    assert spell(decomposed, "new") == "Tỉnh ủy Hòa Bình"


@given(TEXTS, STYLES)
@settings(max_examples=150, deadline=None)
def test_spelling_twice_changes_nothing_more(text: str, style: SpellingStyle) -> None:
    once = spell(text, style)

    assert spell(once, style) == once == nfc(once)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_text_in_one_style_survives_the_way_to_the_other_and_back(text: str) -> None:
    new, old = spell(text, "new"), spell(text, "old")

    assert spell(spell(new, "old"), "new") == new
    assert spell(spell(old, "new"), "old") == old


@given(TEXTS, STYLES)
@settings(max_examples=100, deadline=None)
def test_only_the_places_of_marks_change(text: str, style: SpellingStyle) -> None:
    before = sorted(unicodedata.normalize("NFD", text))
    after = sorted(unicodedata.normalize("NFD", spell(text, style)))

    assert before == after
