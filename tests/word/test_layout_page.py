"""The table of layout rules in the documentation is what the data say."""

from __future__ import annotations

from layout_rules_page import PAGE, page

from r57plans.load import load_layout_rules


def test_the_page_is_what_the_data_give() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `make docs` after changing a layout or a rule"


def test_every_rule_has_its_row() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| `layout.")]

    named = [row.split("`")[1] for row in rows]

    assert named == [rule.id for rule in load_layout_rules()]


def test_a_measure_that_is_not_verified_is_seen_to_give_notes() -> None:
    row = next(line for line in page().splitlines() if line.startswith("| `layout.line-break`"))

    assert "unverified: lưu ý, note" in row
