"""Opening a file to import: Word or Excel, from anywhere, and none that this package made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from r57plans.errors import NoPlanError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.importing import told
from r57plans.importing.grids import Grid, Paragraph, is_wide, of_sheets, of_word, without_value
from r57plans.importing.heads import Head, sheet_head, word_head
from r57plans.importing.sections import Section
from r57plans.load.files import read_file
from r57plans.load.plan_files import is_workbook
from r57plans.word.layout.reading import read_document
from r57plans.word.layout.recognise import recognise
from r57plans.word.layout.wording import folded, is_heading
from r57plans.word.manifest import has_manifest
from r57plans.word.package import open_package
from r57plans.word.reading import notes_of, read_printed
from r57plans.workbook.cells import read_sheets
from r57plans.workbook.grids import is_marked
from r57plans.workbook.places import CellPlace

MOST_ROWS = 3_000
"""Rows of all tables; the Government's own programme has 140 tasks."""
_LARGEST = 32 * 1024 * 1024
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"
_EXCEL = b"xl/workbook.xml"
_SMALL_ROWS, _SMALL_WIDTH = 4, 3


@dataclass(frozen=True)
class Opened:
    """A file that was opened: its paragraphs and tables, and how its head is read."""

    pieces: tuple[Grid | Paragraph, ...]
    head: Callable[[Sequence[Section]], Head]
    findings: tuple[Finding, ...] = ()

    def frames(self, section: Section) -> bool:
        """Whether a table is the letterhead or the signature, which are read apart."""
        grid = section.grid
        if grid.width > _SMALL_WIDTH or len(grid.rows) > _SMALL_ROWS:
            return False
        said = [folded(line) for row in grid.rows for cell in row.cells for line in cell.lines]
        marks = ("NOI NHAN", "T/M", "TM.", "SO:", "SO ", "DU THAO")
        return any(is_heading(line) or line.startswith(marks) for line in said)


def read_bytes(source: Path | str | bytes, file: str) -> tuple[bytes, str]:
    """The bytes and the name of what is to be imported; raises LoadError where it is not read."""
    if isinstance(source, bytes):
        return source, file
    return read_file(source, "import", _LARGEST), file or str(source)


def open_file(data: bytes, file: str) -> Opened:
    """The file's contents, Word or Excel by what it holds.

    Raises LoadError or WordFileError where it cannot be read, NoPlanError where it is ours.
    """
    if is_workbook(file) or (data.startswith(_ZIP) and _EXCEL in data):
        return _excel(data, file)
    return _word(data, file)


def _word(data: bytes, file: str) -> Opened:
    package = open_package(data, file)
    if has_manifest(package.parts):
        raise NoPlanError(Report((_our_word_file(file),)))
    pieces = tuple(of_word(read_printed(data, file).blocks, file))
    _refuse_too_many(sum(len(p.rows) for p in pieces if isinstance(p, Grid)), file)
    document = read_document(package, file)
    found = recognise(document)
    notes = [_changes_accepted(file)] if document.changed else []
    notes += [told.note_left(Place(file), text) for text in notes_of(package, file)]
    return Opened(pieces, lambda _: word_head(found, file), tuple(notes))


def _excel(data: bytes, file: str) -> Opened:
    sheets = read_sheets(data, file)
    if any(map(is_marked, sheets)):
        raise NoPlanError(Report((_our_workbook(file),)))
    _refuse_too_many(sum(len(sheet.rows) for sheet in sheets), file)
    pieces = tuple(of_sheets(sheets, file))
    wide = [told.far_cells(CellPlace(file, sheet=s.name)) for s in sheets if is_wide(s)]
    faults = [told.no_value(place) for place in without_value(sheets, file)]

    def head(sections: Sequence[Section]) -> Head:
        return sheet_head(pieces, [row for s in sections if s.heading for row in s.rows])

    return Opened(pieces, head, (*wide, *faults))


def _refuse_too_many(rows: int, file: str) -> None:
    if rows > MOST_ROWS:
        raise NoPlanError(Report((_too_many(file),)))


def _too_many(file: str) -> Finding:
    return Finding(
        "import.too-many", "error",
        Message(f"Các bảng có hơn {MOST_ROWS} hàng; không đọc.",
                f"The tables have more than {MOST_ROWS} rows; they are not read."),
        Message("Tách tệp thành nhiều phần.", "Cut the file into parts."),
        Place(file),
    )  # fmt: skip


def _our_word_file(file: str) -> Finding:
    return Finding(
        "import.ours", "error",
        Message("Tệp Word này do r57plans tạo; nội dung sửa trong tệp được đưa về bằng lệnh pull.",
                "This Word file was made by r57plans; `pull` brings its edits back."),
        Message("Chạy: r57plans pull TỆP --plan plan.yaml. Nếu không còn tệp kế hoạch: "
                "r57plans clean TỆP -o ban-sao.docx, rồi nhập bản sao đó.",
                "Run: r57plans pull FILE --plan plan.yaml. Where the plan file is lost: "
                "r57plans clean FILE -o copy.docx, and import that copy."),
        Place(file),
    )  # fmt: skip


def _our_workbook(file: str) -> Finding:
    return Finding(
        "import.ours", "error",
        Message("Sổ Excel này do r57plans tạo; dùng thẳng như một tệp kế hoạch.",
                "This workbook was made by r57plans; it serves as a plan file as it is."),
        Message("Chạy: r57plans check TỆP.xlsx, r57plans build TỆP.xlsx; hoặc r57plans workbook "
                "import TỆP.xlsx --plan plan.yaml.",
                "Run: r57plans check FILE.xlsx, r57plans build FILE.xlsx; or r57plans workbook "
                "import FILE.xlsx --plan plan.yaml."),
        Place(file),
    )  # fmt: skip


def _changes_accepted(file: str) -> Finding:
    return Finding(
        "import.tracked-changes", "note",
        Message("Tệp có nội dung sửa theo dõi (Track Changes); đọc như đã chấp nhận hết.",
                "The file has tracked changes; it is read as if all were accepted."),
        place=Place(file),
    )  # fmt: skip
