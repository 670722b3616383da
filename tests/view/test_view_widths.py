"""Widths of a landscape table's columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57plans.model.annex import COLUMNS_OF
from r57plans.view.widths import TABLE_WIDTH, shared_widths

KEYS = ["number", "text", "leads", "supports", "products", "deadline", "unit", "values", "note"]


@given(
    st.lists(
        st.tuples(st.sampled_from(KEYS), st.one_of(st.none(), st.integers(5, 250))),
        min_size=1,
        max_size=20,
    )
)
def test_widths_always_fill_the_table(columns: list[tuple[str, int | None]]) -> None:
    widths = shared_widths(columns, TABLE_WIDTH)

    assert sum(widths) == TABLE_WIDTH
    assert all(width > 0 for width in widths)


def test_no_usual_column_is_narrower_than_its_words() -> None:
    columns: list[tuple[str, int | None]] = [
        (key, None)
        for key in ("number", "text", "leads", "supports", "requested", "products", "deadline")
    ]

    widths = dict(
        zip((key for key, _ in columns), shared_widths(columns, TABLE_WIDTH), strict=True)
    )

    assert widths["deadline"] >= 1927
    assert widths["number"] >= 680


@pytest.mark.parametrize("width", [20, 60])
def test_given_millimetres_are_kept(width: int) -> None:
    columns: list[tuple[str, int | None]] = [("deadline", width), ("text", None)]

    assert shared_widths(columns, TABLE_WIDTH)[0] == round(width * 56.6929)


def test_where_all_columns_do_not_fit_the_sentences_keep_the_widest() -> None:
    columns = [(key, None) for key in COLUMNS_OF["tasks"]]

    widths = dict(zip(COLUMNS_OF["tasks"], shared_widths(columns, TABLE_WIDTH), strict=True))

    assert max(widths, key=widths.__getitem__) == "text"
    assert widths["text"] > 2 * widths["note"]
    assert widths["number"] == 680  # 12 mm: a number does not break
    assert sum(widths.values()) == TABLE_WIDTH
