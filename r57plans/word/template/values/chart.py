"""Charts as values: bars that Word draws itself, with the figures behind them to edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from r57plans.word.template.values.charts.bars import NAMESPACE, SHEET_RELATION, bars
from r57plans.word.template.values.charts.figures import ChartSeries, Figures, read_figures
from r57plans.word.template.values.charts.sheet import workbook
from r57plans.word.template.values.drawing import framed
from r57plans.word.template.values.host.parts import PartTree
from r57plans.word.template.values.host.relations import OFFICE
from r57plans.word.template.values.kinds import Inline
from r57plans.word.template.values.lengths import length
from r57plans.word.template.values.refusing import told
from r57plans.word.template.values.rendering import Rendering

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MILLIMETRE = 36_000
_ROW, _FRAME = 11 * _MILLIMETRE, 25 * _MILLIMETRE  # a bar's height; axis and legend


@dataclass(frozen=True, slots=True)
class _Size:
    width: int | None
    height: int | None


class Chart(Inline):
    """A chart of stacked bars for `{{ x }}`: one bar a category, one piece a series.

    Word draws it and opens its figures with "Edit Data". A width or height is as an `Image` has
    it; without them it is as wide as the page's text and as high as its bars need, but no higher
    than the page's text. Raises `R57Error` for figures that make no chart: a series of another
    length than the categories, a number below 0, none at all.
    """

    __slots__ = ("_description", "_figures", "_size")

    def __init__(
        self,
        categories: Sequence[str],
        series: Sequence[ChartSeries],
        width: object = None,
        height: object = None,
        description: str = "",
    ) -> None:
        with told():
            self._figures = read_figures(categories, series)
            sides = (None if side is None else length(side) for side in (width, height))
            self._size = _Size(*sides)
            self._description = description

    def run(self, runtime: Rendering, head: str) -> str:
        """The run that holds the chart, whose parts are added to the document."""
        tree = _parts(self._figures)
        runtime.budget.grow(tree.size)
        attachments = runtime.attachments
        relation = attachments.copy(runtime.part, f"{OFFICE}/chart", tree)
        content = f'<c:chart xmlns:c="{NAMESPACE}" r:id="{relation}"/>'
        size = self._shown(*attachments.text_area())
        number = attachments.drawing_id()
        names = ("Chart", number, self._description)
        return f"{head}{framed(content, NAMESPACE, size, names)}</w:r>"

    def __repr__(self) -> str:
        figures = self._figures
        return f"<Chart {len(figures.categories)} categories, {len(figures.series)} series>"

    def _shown(self, widest: int, highest: int) -> tuple[int, int]:
        needed = _FRAME + _ROW * len(self._figures.categories)
        return self._size.width or widest, self._size.height or min(needed, highest)


def _parts(figures: Figures) -> PartTree:
    """The chart's part, and the workbook that it leads to."""
    book = PartTree("word/embeddings/Workbook1.xlsx", workbook(figures), _WORKBOOK)
    lead = (SHEET_RELATION, f"{OFFICE}/package", book)
    return PartTree("word/charts/chart1.xml", bars(figures), _CHART, (lead,))


__all__ = ["Chart", "ChartSeries"]
