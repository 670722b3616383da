"""Tables as an Excel workbook: a sheet each, with filters and a heading that stays in sight."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from r57plans.catalogue.columns import Cell
from r57plans.catalogue.tables import Table
from r57plans.findings import Language
from r57plans.workbook.looks import PLAIN, Dress, Look, day_of

# The file's own time, which Excel insists on; no clock, so that same tables give same bytes.
_MADE = datetime.datetime(2025, 1, 1)  # noqa: DTZ001 - Excel's times have no zone
_NARROW, _TO_FILL_IN, _WIDE, _LONG = 8, 18, 48, 40  # widths in characters
_BOLD = 2  # what the longest word of a heading needs more: it is bold, and is not to be broken
_A4 = 9
_CELL: dict[str, object] = {"text_wrap": True, "valign": "top"}
_LINE, _TALLEST = 15, 409  # heights in points; the latter is Excel's limit


def workbook_of(
    tables: Iterable[Table], language: Language, looks: Mapping[str, Look] | None = None
) -> bytes:
    """The workbook's bytes, the same for the same tables; headings in that language.

    `looks` says, by a table's name, what its sheet has beyond text and numbers.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _MADE})
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    cell = book.add_format(_CELL)
    for table in tables:
        dress = Dress(book, (looks or {}).get(table.name, PLAIN))
        sheet = book.add_worksheet(table.title.say(language))
        _fill(sheet, table, language, heading, cell, dress)
        dress.after(sheet, table, language)
    book.close()
    return stream.getvalue()


def _fill(
    sheet: Worksheet,
    table: Table,
    language: Language,
    heading: Format,
    cell: Format,
    dress: Dress,
) -> None:
    headings = tuple(title.say(language) for title in table.titles)
    least = [_TO_FILL_IN if name in dress.look.wide else _NARROW for name in table.columns]
    words = [max(map(len, title.split()), default=0) + _BOLD for title in headings]
    least = [max(pair) for pair in zip(least, words, strict=True)]
    widths = [max(least[column], _width(table, column)) for column in range(len(headings))]
    formats = dress.formats(_CELL)
    kinds = [formats.get(name, cell) for name in table.columns]
    for column, title in enumerate(headings):
        sheet.write_string(0, column, title, heading)
        sheet.set_column(column, column, widths[column], kinds[column])
    sheet.set_row(0, _height(headings, widths))
    days = {n for n, name in enumerate(table.columns) if name in dress.look.days}
    for number, row in enumerate(table.rows, 1):
        sheet.set_row(number, _height(row, widths))
        for column, value in enumerate(row):
            if column in days and (day := day_of(value)):
                sheet.write_datetime(number, column, day, kinds[column])
            elif isinstance(value, str):  # never a formula or a link, whatever it begins with
                sheet.write_string(number, column, value, kinds[column])
            elif value is not None:
                sheet.write_number(number, column, value, kinds[column])
    _set_up(sheet, table)


def _set_up(sheet: Worksheet, table: Table) -> None:
    """What stays in sight, filters, and paper."""
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.titles) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """In points: not every program finds the height of wrapped text by itself."""
    lines = (
        sum(ceil((len(line) + 1) / width) for line in str(value or "").split("\n"))
        for value, width in zip(row, widths, strict=True)
    )
    return min(_TALLEST, _LINE * max(lines, default=1))


def _width(table: Table, column: int) -> int:
    """In characters: wide for sentences, narrow for ids and figures."""
    lines = (line for row in table.rows for line in str(row[column] or "").split("\n"))
    longest = max(map(len, lines), default=0)
    return _WIDE if longest > _LONG else max(_NARROW, longest + 2)
