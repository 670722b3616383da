"""Texts, ids and dates, of which every record is made."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from r57plans.findings import NOWHERE, Place
from r57plans.load import RawFloat
from r57plans.model.base import Dated, DocumentDate, GroupId, Many, TaskId, Text
from r57plans.model.plan import Places


@pytest.mark.parametrize(
    ("given", "said", "last"),
    [
        ("2025-03-28", "2025-03-28", date(2025, 3, 28)),
        ("2025-3-5", "2025-03-05", date(2025, 3, 5)),
        ("2024-02", "2024-02", date(2024, 2, 29)),
        (date(2025, 3, 28), "2025-03-28", date(2025, 3, 28)),
        (DocumentDate(2025, 3), "2025-03", date(2025, 3, 31)),
    ],
)
def test_a_documents_date_is_a_day_or_a_month(given: object, said: str, last: date) -> None:
    parsed = DocumentDate.parse(given)

    assert str(parsed) == said
    assert parsed.last == last


@pytest.mark.parametrize(
    "given", ["2025-02-30", "2025-13", "2025-03-00", "2025", "28/3/2025", 2025]
)
def test_a_date_that_does_not_exist_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match=r"\d|month|day"):
        DocumentDate.parse(given)


def test_a_text_without_english_says_its_vietnamese() -> None:
    assert Text(vi="Kế hoạch").say("en") == "Kế hoạch"
    assert Text(vi="Kế hoạch", en="Plan").say("en") == "Plan"
    assert Text(vi="Kế hoạch", en="Plan").say("vi") == "Kế hoạch"


def test_texts_are_kept_in_nfc_and_without_outer_blanks() -> None:
    decomposed = unicodedata.normalize("NFD", "  Ủy ban ")

    assert Text.model_validate(decomposed).vi == "Ủy ban"


def test_a_number_without_quotes_is_text_as_it_was_written() -> None:
    assert Text.model_validate(5).vi == "5"
    assert Text.model_validate(RawFloat("2.10")).vi == "2.10"


@pytest.mark.parametrize("given", [True, None, ["x"], {"vi": "x", "fr": "y"}, {"en": "x"}, "a\x07"])
def test_what_is_no_text_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        Text.model_validate(given)


@pytest.mark.parametrize("given", [1, "1", "a", "local-1"])
def test_a_group_is_named_with_or_without_quotes(given: object) -> None:
    assert TypeAdapter(GroupId).validate_python(given) == str(given)


@pytest.mark.parametrize("given", ["1.1", "1.1.0", "1.1.1.1", "-a", "a-", "a b", "đ", "", 1, 1.1])
def test_what_is_no_id_of_a_task_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(TaskId).validate_python(given)


def test_one_item_may_stand_without_its_list() -> None:
    several: TypeAdapter[tuple[str, ...]] = TypeAdapter(Many[str])

    assert several.validate_python("x") == ("x",)
    assert several.validate_python(["x", "y"]) == ("x", "y")
    assert several.validate_python(None) == ()


def test_what_is_dated_exists_on_its_first_and_its_last_day() -> None:
    record = Dated(valid_from=date(2025, 3, 1), valid_to=date(2025, 6, 30))

    days = [date(2025, 2, 28), date(2025, 3, 1), date(2025, 6, 30), date(2025, 7, 1)]

    assert [record.valid_on(day) for day in days] == [False, True, True, False]
    assert Dated().valid_on(date(1900, 1, 1))


def test_places_never_make_two_plans_different() -> None:
    here = Places({("a",): Place("x.yaml", 3, 1)})

    assert here == Places()
    assert hash(here) == hash(Places())
    assert here.of("a", 0) == Place("x.yaml", 3, 1, "a/0")
    assert Places().of("a") == Place(path="a")
    assert str(NOWHERE) == ""
