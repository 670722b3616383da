"""A province on the command line is looked up as in a plan file."""

from __future__ import annotations

import pytest

from r57plans.load import check_province
from r57plans.model.base import DocumentDate


def test_a_province_of_the_day_has_no_finding() -> None:
    assert list(check_province("cao-bang", DocumentDate(2025, 3))) == []


@pytest.mark.parametrize("name", ["63", "caobang", "", "\udcff", 'a"b: {'])
def test_anything_else_is_said_without_a_place(name: str) -> None:
    report = check_province(name, DocumentDate(2025, 3))

    assert report.errors
    assert all(not str(finding.place) for finding in report)


def test_what_to_do_speaks_of_what_was_typed() -> None:
    hint = check_province("ha-giang", DocumentDate(2025, 8)).findings[0].hint

    assert "tuyen-quang" in hint.en
    assert "--on" in hint.vi
    assert "document.date" not in "".join(hint)
