"""Numbers of documents: how they are read, and how slips are put right."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57plans.language.document_numbers import (
    TYPES,
    document_number,
    document_numbers,
)

NUMBERS = st.integers(1, 99_999).map(str) | st.sampled_from(["05", "0155"])
YEARS = st.integers(2000, 2045).map(str)
TYPE = st.sampled_from(TYPES)
PARTY_BODIES = st.sampled_from(["TW", "TU", "ĐU", "BCĐ", "BCĐTW", "VPTU", "ĐĐQH15"])
PARTY = st.builds("{}-{}/{}".format, NUMBERS, TYPE, PARTY_BODIES)
STATE_BODIES = st.sampled_from(["CP", "TTg", "UBND", "HĐND", "VPCP", "BGDĐT", "BKHCN", "SKHCN"])
STATE = st.builds("{}/{}-{}".format, NUMBERS, TYPE, STATE_BODIES)
DATED = st.builds("{}/{}/{}-{}".format, NUMBERS, YEARS, TYPE, STATE_BODIES)
PARLIAMENT = st.builds("{}/{}/QH{}".format, NUMBERS, YEARS, st.integers(11, 17))
PROPER = PARTY | STATE | DATED | PARLIAMENT


@given(PROPER)
def test_a_number_as_it_should_be_stays(written: str) -> None:
    found = document_number(written)

    assert found is not None
    assert (found.proper, found.is_proper) == (written, True)


@given(PARTY | STATE)
def test_hyphen_and_slash_that_changed_places_are_put_right(written: str) -> None:
    mistyped = written.translate(str.maketrans("-/", "/-"))

    found = document_number(mistyped)

    assert found is not None
    assert (found.proper, found.is_proper) == (written, False)


@given(st.lists(PROPER, max_size=4))
def test_numbers_in_a_sentence_are_found_in_order(numbers: list[str]) -> None:
    text = "Theo " + ", ngày 01/4/2025; số ".join(numbers) + " của Trung ương, giai đoạn 2025-2030."

    assert [each.written for each in document_numbers(text)] == numbers


@given(st.text())
def test_any_text_may_be_read(text: str) -> None:
    found = list(document_numbers(text))

    assert all(each.written in unicodedata.normalize("NFC", text) for each in found)


@pytest.mark.parametrize(
    ("written", "proper"),
    [
        ("71-NQ/CP", "71/NQ-CP"),
        ("57/NQ-TW", "57-NQ/TW"),
        ("57-NQ/TƯ", "57-NQ/TW"),
        ("43-CTtr/TU", "43-CTr/TU"),
        ("45/2025/ND-CP", "45/2025/NĐ-CP"),
        ("193-2025-QH15", "193/2025/QH15"),
        ("57 - NQ/TW", "57-NQ/TW"),
        ("12/QD-UBND", "12/QĐ-UBND"),
        ("899/QĐ-TTG", "899/QĐ-TTg"),
        ("57 – NQ/TW", "57-NQ/TW"),
        ("193/2025/QH-15", "193/2025/QH15"),
        ("15-BC/SKHCN", "15/BC-SKHCN"),
    ],
)
def test_slips_that_were_seen_are_put_right(written: str, proper: str) -> None:
    found = document_number(written)

    assert found is not None
    assert found.proper == proper


@pytest.mark.parametrize(
    "text", ["15/6/2025", "2025-2030", "24/7", "5G/4G", "12-XYZ/TW", "12/KH-ABC", "12-CTr", "KH/TU"]
)
def test_what_is_no_number_of_a_known_kind_is_left_alone(text: str) -> None:
    assert document_number(text) is None
    assert list(document_numbers(f"Từ {text} đến nay")) == []
