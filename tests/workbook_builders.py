"""Workbooks to edit as people do, with openpyxl, and what comes of them."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from r57plans.findings import Report
from r57plans.load import check_source, parse_plan
from r57plans.model.plan import Plan
from r57plans.pull.pulling import Pulled
from r57plans.workbook.exporting import export
from r57plans.workbook.proposing import import_workbook
from r57plans.workbook.reading import read_workbook

TASKS, VALUES, PROSE, GENERAL, SEATS = (
    "Nhiệm vụ", "Mức chỉ tiêu", "Lời văn", "Thông tin chung", "Ban Chỉ đạo",
)  # fmt: skip
FIRST = 3
"""The row of the first record: the keys of the columns are hidden above the headings."""
PLAN = """\
format: r57plans/plan/1
catalogue: nq57
province: cao-bang  # kept
document: {type: CTr, date: 2025-03-28, parents: [nq57], status: draft}
context:
  - Tỉnh miền núi, biên giới.  # the first
  - {vi: Dân cư phân tán., en: Scattered.}
committee:
  head: {role: bi-thu}
  deputies: [{role: chu-tich-ubnd}]
targets:
  - {id: local-1, name: Hộ dân có mạng, values: [{year: 2030, value: "≥ 95", unit: "%"}]}
tasks:
  # about the first
  - id: 1.1.1
    leads: [van-phong-tinh-uy]   # who
    supports: [so-tai-chinh, so-noi-vu]
    products: [{type: ke-hoach, vi: Kế hoạch}]
    deadline: Quý II/2025
  - id: 1.1.2
    leads: [so-khoa-hoc-va-cong-nghe]
    deadline: 12/2025
    milestones: [{deadline: Tháng 6/2025, vi: Dự thảo}]
  - {id: local-1, group: 3, text: Phủ sóng thôn bản, leads: [so-tai-chinh]}
"""


def plan(text: str = PLAN) -> Plan:
    """The plan of a text."""
    return parse_plan(text.encode())


def column(sheet: Worksheet, key: str) -> int:
    """The number of the column of a key such as `leads`."""
    marks = {str(cell.value): cell.column for cell in sheet[1] if cell.value}
    return next(n for mark, n in marks.items() if mark in (f"r57:{key}", f"r57:tasks:{key}"))


@cache
def exported(text: str = PLAN) -> bytes:
    """The workbook of a plan, made once; without its lists, which nobody reads, to be quicker."""
    book = openpyxl.load_workbook(io.BytesIO(export(plan(text))))
    del book["Danh mục để chọn"], book["Hướng dẫn"]
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def edited(edit: Callable[[Workbook], object], text: str = PLAN) -> bytes:
    """The workbook of a plan after an edit."""
    book = openpyxl.load_workbook(io.BytesIO(exported(text)))
    edit(book)
    return _saved(book)


def put(row: int, key: str, value: object, sheet: str = TASKS) -> Callable[[Workbook], None]:
    """The edit that writes into one cell."""

    def edit(book: Workbook) -> None:
        page = book[sheet]
        page.cell(row, column(page, key)).value = value  # type: ignore[assignment]

    return edit


def read(data: bytes) -> tuple[Plan | None, Report]:
    """The plan that a workbook says, and what is found."""
    return check_source(read_workbook(data, "plan.xlsx"))


def proposed(data: bytes, folder: Path, text: str = PLAN) -> Pulled:
    """What a workbook proposes to a plan file."""
    (folder / "plan.yaml").write_text(text, "utf-8")
    (folder / "plan.xlsx").write_bytes(data)
    return import_workbook(folder / "plan.xlsx", folder / "plan.yaml")


def saved_by_office(data: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it."""
    (folder / "sent.xlsx").write_bytes(data)
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "xlsx", "--outdir", str(folder / "saved"), str(folder / "sent.xlsx"),
        ],
        capture_output=True, timeout=180, check=True,
    )  # fmt: skip
    return (folder / "saved" / "sent.xlsx").read_bytes()
