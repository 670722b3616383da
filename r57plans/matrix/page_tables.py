"""The tables of the page: short ones as HTML, long ones as data that its script shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any

from r57plans.catalogue.columns import Cell
from r57plans.catalogue.tables import Table
from r57plans.findings import Language
from r57plans.language import date_short
from r57plans.matrix.heat import percent
from r57plans.matrix.words import COMPARED
from r57plans.model.progress import Standing
from r57plans.view.progress_words import STANDINGS

STEP = 200
"""How many rows of a long table are shown at once."""

_DAYS = frozenset({"earliest", "median", "latest", "first", "last"})
_COUNTS = "taken asked omitted lead support"
_OTHERS = "plans dated undated lead_plans support_plans full none year gap rank"
_NUMBERS = frozenset((*(f"{name}_count" for name in _COUNTS.split()), *_OTHERS.split()))
_SHARES = frozenset({"total", "share"})
_MARKS = (
    ("bad", COMPARED["below"]),
    ("good", COMPARED["above"]),
    ("bad", STANDINGS[Standing.OVERDUE]),
    ("good", STANDINGS[Standing.ON_TIME]),
)


@dataclass
class Tables:
    """Makes the tables of one page, and keeps the data of the long ones."""

    language: Language
    data: dict[str, Any] = field(default_factory=dict)
    _texts: dict[str, int] = field(default_factory=dict)

    def html(self, table: Table, columns: Sequence[str] = (), choices: Sequence[str] = ()) -> str:
        """The table with its filters; `choices` are columns that have a list to choose from."""
        columns = columns or table.columns
        places = [table.columns.index(name) for name in columns]
        kinds = [self._kind(table, place) for place in places]
        titles = (escape(table.titles[place].say(self.language)) for place in places)
        head = "".join(f'<th scope="col">{title}</th>' for title in titles)
        chosen = " ".join(str(columns.index(name)) for name in choices)
        rows = self._rows(table, places, kinds)
        name, said = f"{table.name}-table", escape(table.title.say(self.language))
        return (
            f'<form class="filters" id="{name}-filters" aria-label="{said}" hidden></form>\n'
            f'<div class="scroll" role="region" tabindex="0" aria-label="{said}">'
            f'<table class="data" id="{name}" data-choices="{chosen}">'
            f"<thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table></div>\n"
        )

    def for_script(self) -> dict[str, Any]:
        """The long tables: their texts, each once, and rows of numbers of texts."""
        marks = {words.say(self.language): mark for mark, words in _MARKS}
        return {"texts": list(self._texts), "tables": self.data, "marks": marks}

    def _rows(self, table: Table, places: Sequence[int], kinds: Sequence[str]) -> str:
        if len(table.rows) > STEP:
            rows = [[self._text(table, row, place) for place in places] for row in table.rows]
            self.data[f"{table.name}-table"] = {"kinds": list(kinds), "rows": rows}
            return ""
        return "".join(self._row(table, row, places, kinds) for row in table.rows)

    def _row(
        self, table: Table, row: Sequence[Cell], places: Iterable[int], kinds: Sequence[str]
    ) -> str:
        made = []
        for place, kind in zip(places, kinds, strict=True):
            sort, shown = self._said(table, row, place)
            marks = [mark for mark, words in _MARKS if words.say(self.language) == shown]
            names = " ".join(filter(None, [kind, *marks]))
            class_ = f' class="{names}"' if names else ""
            key = f' data-sort="{escape(sort)}"' if sort != shown else ""
            made.append(f"<td{class_}{key}>{escape(shown)}</td>")
        return f"<tr>{''.join(made)}</tr>\n"

    def _text(self, table: Table, row: Sequence[Cell], place: int) -> int:
        sort, shown = self._said(table, row, place)
        text = shown if sort == shown else f"{sort}\t{shown}"
        return self._texts.setdefault(text.replace("\n", " "), len(self._texts))

    def _said(self, table: Table, row: Sequence[Cell], place: int) -> tuple[str, str]:
        """What a cell sorts by, and what it shows."""
        value, name = row[place], table.columns[place]
        if value is None:
            return "", ""
        if name in _DAYS:
            return str(value), date_short(date.fromisoformat(str(value)), self.language)
        if isinstance(value, float) and (name in _SHARES or "." in name):
            return f"{value:g}", f"{percent(value)}%"
        if isinstance(value, float):
            said = f"{value:+g}" if name == "gap" else f"{value:g}"
            return f"{value:g}", said.replace(".", ",") if self.language == "vi" else said
        text = str(value).replace("\t", " ")
        return text, text

    def _kind(self, table: Table, place: int) -> str:
        name = table.columns[place]
        if name in _DAYS:
            return "d"
        share = name in _SHARES or (table.name == "coverage" and name != "province")
        return "n" if share or name in _NUMBERS else ""
