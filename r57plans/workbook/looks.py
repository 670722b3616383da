"""What a sheet may have beyond its table: real days, shares, colour scales, bars, a chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from r57plans.catalogue.tables import Table
from r57plans.findings import Language, Message

_LOW, _MIDDLE, _HIGH = "#F8A5A5", "#FFE699", "#8FD19E"
_BAR = "#7FA7D9"
_COLOURS = ("#1F4E79", "#9DC3E6")
_ONE = {"max_type": "num", "max_value": 1}
_WIDTH, _ROW_HEIGHT, _HEIGHT = 900, 22, 120  # of a chart, in pixels
_MOST = 30  # rows that a chart shows


@dataclass(frozen=True, slots=True)
class ChartOf:
    """A chart of bars under its own title: one bar for each of the first rows, one series for each
    of the columns named."""

    title: Message
    names: str
    series: tuple[str, ...]
    kind: Literal["bar", "column"] = "bar"
    share: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How one table looks: columns by their machine names.

    `days` hold days as text, year first, and become real ones; `shares` run from 0 to 1; `scale`
    are coloured from low to high, all as one; `bars` have a bar in each cell; `marked` are rows of
    which the cell in that column begins with these words; `wide` are to be filled in; `lists` are
    what to pick from in a column, where other words may be written, too.
    """

    days: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()
    scale: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    marked: tuple[tuple[str, Message, str], ...] = ()
    chart: ChartOf | None = None
    wide: tuple[str, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


PLAIN = Look()


@dataclass(frozen=True)
class Dress:
    """The formats of a book by which sheets are dressed."""

    book: Workbook
    look: Look = field(default=PLAIN)

    def formats(self, base: dict[str, object]) -> dict[str, Format]:
        """The format of each column that is not plain text."""
        made: dict[str, Format] = {}
        if self.look.days:
            day = self.book.add_format({**base, "num_format": "dd/mm/yyyy", "align": "left"})
            made |= dict.fromkeys(self.look.days, day)
        if self.look.shares:
            share = self.book.add_format({**base, "num_format": "0%", "align": "center"})
            made |= dict.fromkeys(self.look.shares, share)
        return made

    def after(self, sheet: Worksheet, table: Table, language: Language) -> None:
        """Conditional formats and the chart, over the rows that are written."""
        if not table.rows:
            return
        last = len(table.rows)
        places = [table.columns.index(name) for name in self.look.scale]
        if places:
            scale = {
                "type": "3_color_scale",
                "min_color": _LOW,
                "mid_color": _MIDDLE,
                "max_color": _HIGH,
                **{f"{end}_type": "num" for end in ("min", "mid", "max")},
                **{"min_value": 0, "mid_value": 0.5, "max_value": 1},
            }
            sheet.conditional_format(1, min(places), last, max(places), scale)
        for name in self.look.bars:
            column = table.columns.index(name)
            bar: dict[str, object] = {"type": "data_bar", "bar_color": _BAR, "min_type": "num"}
            bar |= {"min_value": 0} | (_ONE if name in self.look.shares else {})
            sheet.conditional_format(1, column, last, column, bar)
        self._mark(sheet, table, language)
        for name, words in self.look.lists.items():
            column = table.columns.index(name)
            choice = {"validate": "list", "source": list(words), "show_error": False}
            sheet.data_validation(1, column, last, column, choice)
        if self.look.chart:
            self._chart(sheet, table, self.look.chart, language)

    def _mark(self, sheet: Worksheet, table: Table, language: Language) -> None:
        for name, words, colour in self.look.marked:
            column = table.columns.index(name)
            rule = {
                "type": "text",
                "criteria": "begins with",
                "value": words.say(language),
                "format": self.book.add_format({"bg_color": colour}),
            }
            sheet.conditional_format(1, column, len(table.rows), column, rule)

    def _chart(self, sheet: Worksheet, table: Table, given: ChartOf, language: Language) -> None:
        stacked = {"type": given.kind, "subtype": "stacked"}
        chart = self.book.add_chart(stacked if len(given.series) > 1 else {"type": given.kind})
        last = min(_MOST, len(table.rows))
        names = table.columns.index(given.names)
        for number, name in enumerate(given.series):
            column = table.columns.index(name)
            chart.add_series(
                {
                    "name": table.titles[column].say(language),
                    "categories": [sheet.name, 1, names, last, names],
                    "values": [sheet.name, 1, column, last, column],
                    "fill": {"color": _COLOURS[number % len(_COLOURS)]},
                    "gap": 40,
                }
            )
        chart.set_title({"name": given.title.say(language), "name_font": {"size": 12}})
        chart.set_legend({"none": True} if len(given.series) == 1 else {"position": "bottom"})
        values = {"num_format": "0%", "min": 0, "max": 1} if given.share else {"min": 0}
        if given.kind == "bar":
            chart.set_y_axis({"reverse": True})
            chart.set_x_axis({**values, "label_position": "high"})
        else:
            chart.set_y_axis(values)
        high = _HEIGHT + _ROW_HEIGHT * last if given.kind == "bar" else 3 * _HEIGHT
        chart.set_size({"width": _WIDTH, "height": high})
        sheet.insert_chart(1, len(table.columns) + 1, chart)


def day_of(cell: object) -> date | None:
    """The day that a text says, year first; None for any other cell."""
    try:
        return date.fromisoformat(cell) if isinstance(cell, str) else None
    except ValueError:
        return None
