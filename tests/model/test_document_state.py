"""A central document stands in its time: to come, in force, amended, replaced, ended."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from r57plans.model.central import KnownDocument, state_on

DAY = date(2025, 6, 30)


def document(name: str = "a", **fields: Any) -> KnownDocument:
    usual = {"id": name, "type": "Nghị quyết", "basis": "secondary", "source": "x"}
    return KnownDocument.model_validate(usual | fields)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, None),
        ({"date": "2025-07-01"}, "not-yet"),
        ({"date": "2025-06-30"}, "in-force"),
        ({"date": "2025-06"}, "in-force"),
        ({"date": "2025-07"}, "not-yet"),
        ({"date": "2025-01-01", "valid_from": "2025-07-01"}, "issued"),
        ({"date": "2025-01-01", "valid_from": "2025-06-30"}, "in-force"),
        ({"valid_from": "2025-07-01"}, "not-yet"),
        ({"date": "2025-01-01", "replaced_by": "waiting"}, "in-force"),
        ({"date": "2025-01-01", "valid_to": "2025-12-31", "replaced_by": "b"}, "in-force"),
        ({"date": "2025-01-01", "valid_to": "2025-06-30"}, "in-force"),
        ({"date": "2025-01-01", "valid_to": "2025-06-29"}, "ended"),
        ({"date": "2025-01-01", "valid_to": "2025-06-29", "replaced_by": "b"}, "replaced"),
        ({"date": "2025-01-01", "replaced_by": "b"}, "replaced"),
        ({"date": "2025-01-01", "replaced_by": "later"}, "in-force"),
        ({"date": "2025-01-01", "amended_by": ["b"]}, "amended"),
        ({"date": "2025-01-01", "amended_by": ["later", "unknown"]}, "in-force"),
        ({"replaced_by": "b"}, "replaced"),
    ],
)
def test_the_state_on_a_day(fields: dict[str, Any], state: str | None) -> None:
    others = (
        document("b", date="2025-03-01"),
        document("later", date="2026-01"),
        document("waiting", date="2025-01-01", valid_from="2025-07-01"),
    )
    known = {d.id: d for d in others}

    assert state_on(document(**fields), DAY, known) == state


def test_a_document_in_force_later_than_it_was_issued_may_be_cited_before() -> None:
    found = document(date="2025-01-01", valid_from="2025-03-01")

    assert (found.issued_on, found.first_day) == (date(2025, 1, 1), date(2025, 3, 1))
    assert document().first_day is None
