"""A target's value as a machine reads it: at least, more than, from … to …, or words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57plans.model.base import Text
from r57plans.model.target import Measure, Value

SIGNS = st.sampled_from(["≥", "≤", ">", "<"])
FIGURES = st.tuples(st.integers(0, 10**6), st.integers(0, 99)).map(lambda n: f"{n[0]},{n[1]}")
BLANKS = st.sampled_from(["", " ", "  "])


def number(figure: str) -> float:
    return float(figure.replace(",", "."))


@pytest.mark.parametrize(
    ("written", "comparator", "low", "high"),
    [
        ("≥ 30", "≥", 30, 30),
        ("≥30", "≥", 30, 30),
        ("> 55", ">", 55, 55),
        ("≤ 3", "≤", 3, 3),
        ("< 1,5", "<", 1.5, 1.5),
        ("80", "=", 80, 80),
        ("0,7", "=", 0.7, 0.7),
        ("0.7", "=", 0.7, 0.7),
        ("40 - 50", "range", 40, 50),
        ("40-50", "range", 40, 50),
        ("16 – 18", "range", 16, 18),
        ("8,5 - 10,25", "range", 8.5, 10.25),
        ("8.5 - 10", "range", 8.5, 10),
        ("ít nhất 45%", "≥", 45, 45),
        ("Từ 30% trở lên", "≥", 30, 30),
        ("không quá 5", "≤", 5, 5),
        ("trên 80", ">", 80, 80),
        ("dưới 0,5%", "<", 0.5, 0.5),
    ],
)
def test_a_figure_with_its_sign_is_bounds_and_a_comparator(
    written: str, comparator: str, low: float, high: float
) -> None:
    measure = Value(value=Text(vi=written)).measure

    assert (measure.comparator, measure.low, measure.high) == (comparator, low, high)


@pytest.mark.parametrize(
    "written",
    [
        "toàn quốc",
        "thêm ít nhất 3",
        "duy trì trên 0,7",
        "≥",
        "-",
        "",
        "44/133",
        "3 tỉ",
        "40 - ",
        "- 50",
        "40 - 50 - 60",
        "1,",
        ",5",
        "1,2,3",
        "> > 5",
        "≥ một",
        "30\n40",
    ],
)
def test_anything_else_is_words_without_figures(written: str) -> None:
    assert Value(value=Text(vi=written)).measure == Measure("text", None, None)


def test_a_figure_that_yaml_reads_as_a_number_is_measured_too() -> None:
    assert Value.model_validate({"value": 80}).measure == Measure("=", 80, 80)
    assert Value.model_validate({"value": {"vi": 0.7}}).measure == Measure("=", 0.7, 0.7)


def test_the_vietnamese_is_measured_and_not_its_english() -> None:
    value = Value(value=Text(vi="≥ 18,3", en="about a fifth"))

    assert value.measure == Measure("≥", 18.3, 18.3)


def test_a_point_before_three_figures_parts_thousands_as_it_does_in_vietnamese() -> None:
    assert Value(value=Text(vi="≥ 5.000")).measure == Measure("≥", 5000, 5000)


@given(SIGNS, BLANKS, FIGURES)
def test_any_figure_after_a_sign_is_both_bounds(sign: str, blank: str, figure: str) -> None:
    measure = Value(value=Text(vi=f"{sign}{blank}{figure}")).measure

    assert (measure.comparator, measure.low, measure.high) == (sign, number(figure), number(figure))


@given(FIGURES)
def test_a_bare_figure_is_equal_whichever_decimal_sign_it_has(figure: str) -> None:
    comma = Value(value=Text(vi=figure)).measure
    point = Value(value=Text(vi=figure.replace(",", "."))).measure

    assert comma == point == Measure("=", number(figure), number(figure))


@given(FIGURES, FIGURES, BLANKS, st.sampled_from("-–"))
def test_any_two_figures_with_a_dash_are_a_range(
    low: str, high: str, blank: str, dash: str
) -> None:
    measure = Value(value=Text(vi=f"{low}{blank}{dash}{blank}{high}")).measure

    assert measure == Measure("range", number(low), number(high))


@given(st.text(alphabet="0123456789,.-–≥≤>< %abđ", max_size=12))
def test_every_value_has_a_measure_with_both_figures_or_none(written: str) -> None:
    measure = Value(value=Text(vi=written)).measure

    assert (measure.low is None) == (measure.high is None) == (measure.comparator == "text")


@given(FIGURES, st.text(alphabet="abđ/x", min_size=1, max_size=5))
def test_a_figure_with_words_behind_it_is_words(figure: str, tail: str) -> None:
    assert Value(value=Text(vi=figure + tail)).measure == Measure("text")


@pytest.mark.parametrize("written", ["≥ 30%", "≥ 30 %", "≥ 30"])
def test_a_share_is_measured_with_its_sign_and_without(written: str) -> None:
    assert Value(value=Text(vi=written)).measure == Measure("≥", 30.0, 30.0)
