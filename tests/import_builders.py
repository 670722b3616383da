"""Plans as offices make them, by python-docx and openpyxl: tables of every set of columns."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import docx
import openpyxl
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from r57plans.importing import Imported, import_plan
from r57plans.model.plan import Plan
from r57plans.model.task import Task

LEFT, ABOVE = "<", "^"
"""A cell that is one with the cell to its left, or above it."""
Rows = Sequence[Sequence[str]]
SIX = ["TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả",
       "Thời gian hoàn thành"]  # fmt: skip
PARTY = (
    ("TỈNH ỦY CAO BẰNG\n*\nSố 12-CTr/TU", "ĐẢNG CỘNG SẢN VIỆT NAM"),
    ("", "Cao Bằng, ngày 28 tháng 3 năm 2025"),
)
STATE = (
    ("ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 1570/KH-UBND", "Lai Châu, ngày 09 tháng 5 năm 2025"),
)  # fmt: skip
TITLE = ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "thực hiện Nghị quyết số 57-NQ/TW")
OPENING = (
    "Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị, Nghị quyết số 03/NQ-CP "
    "ngày 09/01/2025 của Chính phủ, Ban Thường vụ Tỉnh ủy ban hành Chương trình hành động như sau:"
)


def word(
    *pieces: str | Rows, head: Rows = PARTY, title: Sequence[str] = TITLE, ending: Rows = ()
) -> bytes:
    """A Word file: letterhead, title, then paragraphs and tables in order, and the signature."""
    document = docx.Document()
    if head:
        add_table(document, head)
    for line in title:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True
    for piece in pieces:
        if isinstance(piece, str):
            document.add_paragraph(piece)
        else:
            add_table(document, piece, "Table Grid")
    if ending:
        add_table(document, ending)
    return saved(document)


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_table(document: Document, rows: Rows, style: str | None = None) -> None:
    """A table of these rows, merged where they say so; line feeds part paragraphs."""
    table = document.add_table(len(rows), max(map(len, rows)), style)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == LEFT:
                table.cell(r, c).merge(table.cell(r, c - 1))
            elif text == ABOVE:
                table.cell(r, c).merge(table.cell(r - 1, c))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text not in (LEFT, ABOVE):
                cell = table.cell(r, c)
                for extra in cell.paragraphs[1:]:
                    extra._p.getparent().remove(extra._p)
                first, *others = text.split("\n")
                cell.paragraphs[0].text = first
                for line in others:
                    cell.add_paragraph(line)


def excel(sheets: Mapping[str, Rows]) -> bytes:
    """An Excel file of these sheets, cells merged where the rows say so."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for r, row in enumerate(rows, 1):
            for c, value in enumerate(row, 1):
                if value not in (LEFT, ABOVE, ""):
                    sheet.cell(r, c, value)
        for r, row in enumerate(rows, 1):
            for c in range(1, len(row) + 1):
                across, down = _span(rows, r - 1, c - 1)
                if (across, down) != (1, 1):
                    sheet.merge_cells(
                        start_row=r, start_column=c, end_row=r + down - 1,
                        end_column=c + across - 1,
                    )  # fmt: skip
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _span(rows: Rows, r: int, c: int) -> tuple[int, int]:
    """How many columns and rows the cell takes that begins here; 1 and 1 within another."""
    if rows[r][c] in (LEFT, ABOVE):
        return 1, 1
    across = 1
    while c + across < len(rows[r]) and rows[r][c + across] == LEFT:
        across += 1
    down = 1
    while r + down < len(rows) and len(rows[r + down]) > c and rows[r + down][c] == ABOVE:
        down += 1
    return across, down


def read(data: bytes, file: str = "ke-hoach.docx", **asked: object) -> Imported:
    """What comes of importing a file."""
    return import_plan(data, file=file, **asked)  # type: ignore[arg-type]  # options by name


def only(data: bytes) -> Task:
    """The only task of a file."""
    (task,) = read(data).plan.tasks
    return task


def names(task: Task) -> tuple[list[object], list[object]]:
    """Leads and supports, free words as plain text."""
    return [_plain(each) for each in task.leads], [_plain(each) for each in task.supports]


def _plain(actor: object) -> object:
    return getattr(actor, "vi", None) or getattr(actor, "role", None) or actor


def rules(imported: Imported) -> list[str]:
    """The rules of what was not understood."""
    return [finding.rule for finding in imported.report.findings]


def texts(plan: Plan) -> list[str]:
    """The texts of the tasks."""
    return [task.text.vi for task in plan.tasks if task.text]
