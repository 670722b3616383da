"""The figures of a chart: categories along one side, a row of numbers for each series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from r57plans.word.template.values.refusing import refused
from r57plans.word.template.values.writing import check

MOST_CATEGORIES, MOST_SERIES = 500, 50


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One series: its name, a number for each category, and its look from 0; in turn unless said.

    The looks are greys and patterns that black-and-white printing keeps apart.
    """

    name: str
    values: tuple[float, ...]
    look: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a chart shows; every series has as many values as there are categories."""

    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]

    @property
    def highest(self) -> float:
        """The sum of the category that has most: how long the longest stacked bar is."""
        return max(map(sum, zip(*(one.values for one in self.series), strict=True)))


def read_figures(categories: Sequence[str], series: Sequence[ChartSeries]) -> Figures:
    """The figures. Raises `MisuseError` (`template.value`) where they make no chart."""
    made = Figures(tuple(map(str, categories)), tuple(series))
    if not 1 <= len(made.categories) <= MOST_CATEGORIES or not 1 <= len(made.series) <= MOST_SERIES:
        raise refused(
            f"biểu đồ cần 1 - {MOST_CATEGORIES} nhóm và 1 - {MOST_SERIES} dãy số liệu",
            f"a chart has 1–{MOST_CATEGORIES} categories and 1–{MOST_SERIES} series",
        )
    for one in made.series:
        _check_series(one, len(made.categories))
    for text in made.categories:
        check(text)
    return made


def _check_series(series: ChartSeries, wanted: int) -> None:
    check(series.name)
    if len(series.values) != wanted:
        raise refused(
            f"dãy “{series.name}” có {len(series.values)} số, cần {wanted}",
            f"the series “{series.name}” has {len(series.values)} numbers, not {wanted}",
        )
    if not all(isfinite(value) and value >= 0 for value in series.values):
        raise refused(
            f"dãy “{series.name}” có số không vẽ được",
            f"the series “{series.name}” has a number that no bar can be as long as",
        )
