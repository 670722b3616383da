"""A table of provinces as cells, whether Excel or CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from r57plans.batch.rows import told
from r57plans.batch.rows.columns import is_province
from r57plans.errors import LoadError
from r57plans.findings import Place, Report
from r57plans.language import nfc
from r57plans.load.files import read_file
from r57plans.workbook.cells import CellText, SheetCells, read_sheets
from r57plans.workbook.fields import clean
from r57plans.workbook.guarding import MAX_BYTES

EXCEL, TEXT = (".xlsx",), (".csv", ".tsv", ".txt")
MOST_COLUMNS = 500
_MOST_LINES = 10_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_TABLE = "table"


def open_table(path: Path) -> tuple[SheetCells, ...]:
    """The sheets of an Excel file, or the one of a CSV file; raises LoadError for any other."""
    kind = path.suffix.lower()
    if kind not in (*EXCEL, *TEXT):
        raise LoadError(Report((told.other_kind(Place(str(path))),)))
    if not path.exists():
        raise LoadError(Report((told.no_table(Place(str(path))),)))
    data = read_file(path, _TABLE, MAX_BYTES)
    if kind in EXCEL:
        return read_sheets(data, str(path))
    return (_sheet(_text(data, str(path)), str(path)),)


def _text(data: bytes, file: str) -> str:
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LoadError(Report((told.not_utf8(Place(file, line), data[error.start]),))) from None
    if "\0" in text:
        raise LoadError(Report((told.other_kind(Place(file)),)))
    return text


def _sheet(text: str, file: str) -> SheetCells:
    """The table, its columns parted by the sign that parts all its rows like its headings."""
    signs: tuple[str, ...] = (",", ";", "\t")
    start = text[:6].strip().lower()
    if start[:4] == "sep=" and len(start) > 4:
        text = "\n" + text.partition("\n")[2]  # the line counts in Excel, too
        signs = (start[4],)
    tables, broken = [], 0
    for sign in signs:
        try:
            tables.append(_records(text, sign, file))
        except csv.Error as error:
            broken = int(str(error))
    if broken and all(_even(table)[0] < 0 for table in tables):
        raise LoadError(Report((told.broken_csv(Place(file, broken)),)))
    return _cells(max(tables, key=_even))


def _records(text: str, sign: str, file: str) -> list[list[str]]:
    """The rows; raises csv.Error with the number of the line where quotes do not match."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    found: list[list[str]] = []
    try:
        for record in reader:
            found.append(record[:MOST_COLUMNS])
            if len(found) > _MOST_LINES:
                raise LoadError(Report((told.too_many(Place(file, len(found)), _MOST_LINES),)))
    except csv.Error as error:
        raise csv.Error(reader.line_num) from error
    return found


def _even(records: list[list[str]]) -> tuple[float, int]:
    """How many of the rows below the headings are as wide as these, and how wide."""
    head = next((n for n, row in enumerate(records) if any(map(is_province, row))), None)
    if head is None:
        return -1.0, max(map(len, records), default=0)
    rows = [row for row in records[head + 1 :] if any(row)]
    width = len(records[head])
    return sum(len(row) == width for row in rows) / max(1, len(rows)), width


def _cells(records: list[list[str]]) -> SheetCells:
    cells = {
        (row, column): CellText(words)
        for row, fields in enumerate(records, 1)
        for column, said in enumerate(fields, 1)
        if (words := nfc(clean(said)).strip())
    }
    return SheetCells("", cells)
