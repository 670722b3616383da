"""What the comparison says: medians of pairs, bars that are met or not, one layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from bench.contest import Timing
from bench.figure import Figure, milliseconds
from bench.measure import Paired, in_pairs
from bench.report import batch_report, report

TIMING = Timing("docxtpl", 80, Paired(first=0.002, second=0.04, ratio=20.0, pairs=3))


def told(*times: float) -> Callable[[], float]:
    left = iter(times)
    return lambda: next(left)


def test_the_ratio_is_the_median_of_the_ratios_of_pairs() -> None:
    paired = in_pairs(told(1, 2, 4), told(3, 4, 40), pairs=3)

    assert paired == Paired(first=2, second=4, ratio=3, pairs=3)


@pytest.mark.parametrize(
    ("figure", "met"),
    [
        (Figure("speed", 15, 15.0, "", at_least=True), True),
        (Figure("speed", 15, 14.9, "", at_least=True), False),
        (Figure("cost", 4, 4.0, ""), True),
        (Figure("cost", 4, 4.1, ""), False),
        (Figure("cost", None, 4.1, ""), None),
        (Figure("cost", 4, None, "there is no node"), None),
    ],
)
def test_a_bar_is_met_on_its_own_side(figure: Figure, met: bool | None) -> None:
    assert figure.met is met


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.0005, "0.500 ms"), (0.0123, "12.30 ms"), (1.5, "1500 ms")]
)
def test_times_are_in_milliseconds(seconds: float, said: str) -> None:
    assert milliseconds(seconds) == said


def rows(text: str) -> Iterable[list[str]]:
    for line in text.splitlines():
        if line.startswith("| "):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def test_the_report_has_figures_times_and_the_machine() -> None:
    figures = [
        Figure("times faster", 15, 20.0, "3 pairs", at_least=True),
        Figure("memory", 4, None, "not with --quick"),
    ]

    text = report(figures, [TIMING], [("Python", "3.11")], "make bench")

    assert list(rows(text)) == [
        ["Figure", "Bar", "Measured", "", "How"],
        ["times faster", "≥ 15 ×", "20.00 ×", "met", "3 pairs"],
        ["memory", "≤ 4 ×", "left out", "", "not with --quick"],
        ["Engine", "80 tasks", "800 tasks", "3200 tasks", "12800 tasks"],
        ["r57plans", "2.00 ms", "", "", ""],
        ["docxtpl", "40.00 ms (20.0 ×)", "", "", ""],
        ["What", "Which"],
        ["Python", "3.11"],
        ["Command", "`make bench`"],
    ]


def test_the_report_on_batches_says_what_was_measured() -> None:
    figures = [Figure("second run", 0.25, 0.2, "first 4000 ms, second 800 ms; 5 pairs")]

    text = batch_report(figures, [("Python", "3.11")], "make bench")

    assert ["second run", "≤ 0.25 ×", "0.20 ×", "met", figures[0].how] in list(rows(text))
