"""A table as a CSV file that Excel opens as it is meant."""

from __future__ import annotations

import csv
import io
import re

from r57plans.catalogue.columns import Cell
from r57plans.catalogue.tables import Table

_FORMULA = re.compile(r"[=+\-@\t\r](?=.)", re.DOTALL)
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?")


def csv_of(table: Table) -> bytes:
    """The table under its machine names, with the byte order mark by which Excel knows UTF-8.

    A text that a spreadsheet would take for a formula stands behind an apostrophe.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_spared(cell) for cell in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig")


def _spared(cell: Cell) -> Cell:
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
