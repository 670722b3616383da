"""A table of provinces as cells, whether Excel or CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from r57plans.batch.rows import told
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
    """The sheets of an Excel file; of a CSV file one for each way in which it may be parted.

    Raises LoadError for what is no such file.
    """
    kind = path.suffix.lower()
    if kind not in (*EXCEL, *TEXT):
        raise LoadError(Report((told.other_kind(Place(str(path))),)))
    if not path.exists():
        raise LoadError(Report((told.no_table(Place(str(path))),)))
    data = read_file(path, _TABLE, MAX_BYTES)
    if kind in EXCEL:
        return read_sheets(data, str(path))
    return tuple(_parted(_text(data, str(path)), str(path)))


def is_text(file: str) -> bool:
    """Whether a table's name is that of a CSV file."""
    return file.lower().endswith(TEXT)


def _text(data: bytes, file: str) -> str:
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LoadError(Report((told.not_utf8(Place(file, line), data[error.start]),))) from None
    if "\0" in text:
        raise LoadError(Report((told.other_kind(Place(file)),)))
    return text


def _parted(text: str, file: str) -> Iterator[SheetCells]:
    """The table by each sign that may part its columns; Excel writes some in a first line."""
    signs: tuple[str, ...] = (",", ";", "\t")
    start = text[:6].strip().lower()
    if start[:4] == "sep=" and len(start) > 4:
        text = "\n" + text.partition("\n")[2]  # the line counts in Excel, too
        signs = (start[4],)
    for sign in signs:
        yield _cells(text, sign, file)


def _cells(text: str, sign: str, file: str) -> SheetCells:
    cells = {}
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        for row, fields in enumerate(reader, 1):
            if row > _MOST_LINES:
                raise LoadError(Report((told.too_many(Place(file, row), _MOST_LINES),)))
            for column, said in enumerate(fields[:MOST_COLUMNS], 1):
                if words := nfc(clean(said)).strip():
                    cells[row, column] = CellText(words)
    except csv.Error:
        line = reader.line_num
        if sign == "," or (1, 1) in cells:
            raise LoadError(Report((told.broken_csv(Place(file, line)),))) from None
    return SheetCells("", cells)
