"""A common plan, tables of provinces as people fill them in, and what comes of them."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from r57plans.batch.edits import edited
from r57plans.batch.rows import Drafts, sources_from
from r57plans.batch.sources import Source
from r57plans.load import read_yaml

Cell = str | int | float | datetime.date | None
COMMON = """\
# Kế hoạch chung
format: r57plans/plan/1
catalogue: nq57
province: cao-bang   # whose it was
document:
  issuer: tinh-uy
  type: CTr
  number:
  date: 2025-03-28   # kept
  place: Cao Bằng
  parents: [nq57]
  signer: {authority: ban-thuong-vu, role: bi-thu, name: }
  recipients:
    - {vi: Các đồng chí Tỉnh ủy viên, en: Members of the Provincial Party Committee}
documents:
  committee-decision: {type: QĐ, number: , date: 2025-03}
targets:
  - id: digital-economy
    values:
      - {year: 2027, value: "≥ 15", unit: "% GRDP"}
      - {year: 2030, value: "≥ 20", unit: "% GRDP"}
  - {id: online-public-services, values: []}
  - id: local-1
    name: {vi: Hộ dân có mạng, en: Households online}
    values: [{year: 2030, value: ≥ 95, unit: "%"}]
tasks:
  # about the first
  - id: 1.1.1
    leads: [van-phong-tinh-uy]
    deadline: Quý II/2025
    products: [{type: ke-hoach, vi: Kế hoạch của tỉnh}]
  - {id: 1.1.2, leads: [van-phong-tinh-uy], deadline: 12/2025}
  - {id: local-1, group: 3, text: Phủ sóng thôn bản của Cao Bằng, leads: [so-tai-chinh]}
"""


def xlsx(rows: Sequence[Sequence[Cell]], merged: Sequence[str] = ()) -> bytes:
    """An Excel file with those rows on its one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tỉnh"
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def drafts(
    folder: Path, table: bytes | str, name: str = "", common: str = COMMON, **given: Any
) -> Drafts:
    """What a table makes of a common plan; a text is a CSV file."""
    data = table.encode() if isinstance(table, str) else table
    file = folder / (name or ("t.csv" if isinstance(table, str) else "t.xlsx"))
    file.write_bytes(data)
    (folder / "common.yaml").write_text(common, "utf-8")
    return sources_from(folder / "common.yaml", file, **given)


def text_of(source: Source) -> str:
    """The plan file that a row makes."""
    assert source.drafted is not None
    assert source.drafted.report.errors == ()
    return edited(source.drafted.data, source.drafted.edits).decode()


def data_of(source: Source) -> dict[str, Any]:
    """The plan data that a row makes."""
    read = read_yaml(text_of(source).encode(), "made.yaml")
    assert read.report.errors == ()
    data: dict[str, Any] = read.data
    return data


def said(source: Source) -> list[str]:
    """What is wrong with a row: rule, place and the hint, as one line each."""
    assert source.drafted is not None
    return [
        f"{each.rule} {Path(each.place.file).name} {getattr(each.place, 'cell', '')} "
        f"{each.message.en} {each.hint.en}".strip()
        for each in source.drafted.report
    ]
