"""Fingerprints notice a changed source and overlook how it was typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.model.fingerprint import fingerprint, normalised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chuyển  đổi\n số.", "chuyển đổi số"),
        ("CHUYỂN ĐỔI SỐ", "chuyển đổi số"),
        (unicodedata.normalize("NFD", "Chuyển đổi số"), "Chuyển đổi số"),
        ("- “Digital learning” movement;", "\"digital learning' movement"),
        ("Vietnam’s databases", "Vietnam's databases"),
        ("40–50 organisations", "40-50 organisations"),
        ("chuyển\u00a0đổi số", "chuyển đổi số"),
    ],
)
def test_the_way_a_sentence_is_typed_does_not_change_its_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at least 3% of the budget", "at least 5% of the budget"),
        ("năng lượng mới", "năng lượng mơi"),
        ("men, women", "men women"),
        ("can not", "cannot"),
    ],
)
def test_a_changed_word_mark_or_comma_changes_the_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_fingerprint_is_sixteen_hexadecimal_digits_and_never_changes() -> None:
    assert fingerprint("Chuyển đổi số.") == fingerprint("chuyển đổi số")
    assert fingerprint("") == "e3b0c44298fc1c14"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalised(text)

    assert normalised(once) == once
    assert fingerprint(once) == fingerprint(text)
