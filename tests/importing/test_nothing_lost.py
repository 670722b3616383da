"""Whatever stands in a table that is read is in the plan, or is told: no cell is lost silently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from random import Random

import pytest
from import_builders import LEFT, excel, read, word

from r57plans.errors import NoPlanError
from r57plans.model.base import DocumentDate

TASKS = {
    "number": "TT", "text": "Nhiệm vụ", "leads": "Cơ quan chủ trì", "supports": "Phối hợp",
    "both": "Cơ quan chủ trì, phối hợp", "products": "Sản phẩm", "deadline": "Thời hạn",
    "note": "Ghi chú", "state": "Kết quả hiện nay", "odd": "Cột lạ", "group": "Lĩnh vực",
    "charge": "Lãnh đạo phụ trách", "asked": "Cơ quan được đề nghị phối hợp", "fund": "Kinh phí",
    "start": "Thời gian bắt đầu",
}  # fmt: skip
TARGETS = {
    "number": "TT", "text": "Chỉ tiêu", "unit": "Đơn vị tính", "near": "2025",
    "far": "Đến năm 2030", "base": "Hiện trạng", "watch": "Cơ quan theo dõi",
    "data": "Cung cấp số liệu", "note": "Ghi chú", "odd": "Cách tính", "value": "Kết quả",
}  # fmt: skip
FIGURES = ("near", "far", "base", "value")
TOKEN = re.compile(r"w\d+z")
MARCH = DocumentDate.parse("2025-03")


def table(rng: Random) -> list[list[str]]:
    """Shuffled columns, rows of all sorts; each word in it stands there but once."""
    columns = rng.choice((TASKS, TARGETS))
    rest = rng.sample([field for field in columns if field != "text"], rng.randint(4, 9))
    fields = rng.sample([*rest, "text"], len(rest) + 1)
    words = (f"w{number}z" for number in count())
    rows = [[columns[field] for field in fields]]
    for _ in range(rng.randint(2, 7)):
        if rng.random() < 0.15:
            rows.append([f"II. Nhóm {next(words)}"] + [LEFT] * (len(fields) - 1))
        else:
            rows.append([cell(field, words, rng) for field in fields])
    return rows


def cell(field: str, words: Iterator[str], rng: Random) -> str:
    """What one cell says, often nothing."""
    if rng.random() < 0.25:
        return ""
    if field == "number":
        return rng.choice(["1", "2", "I", "a)", "1.1", "-"])
    if field == "text":
        start = rng.choice(["Việc", "- Việc", "a) Việc", "việc", "Việc lớn:\n(1)"])
        return f"{start} {next(words)}"
    if field in FIGURES:
        return rng.choice(["≥ 30 {}", "mức {}", "≤ 3 ({})", "{}"]).format(next(words))
    return rng.choice(["Tổ {}; Ban {}", "Tổ {}\nHội {}", "Tổ {}{}"]).format(
        next(words), next(words)
    )


@pytest.mark.parametrize("seed", range(24))
def test_every_word_of_a_table_is_in_the_plan_or_is_told(seed: int) -> None:
    rng = Random(seed)
    rows = table(rng)
    in_excel = bool(seed % 2)
    data = excel({"A": rows}) if in_excel else word(rows, head=(), title=())

    try:
        imported = read(data, "a.xlsx" if in_excel else "a.docx", province="cao-bang", on=MARCH)
    except NoPlanError:
        pytest.skip("a table that is told as a whole")

    told = " ".join(finding.message.vi for finding in imported.report.findings)
    written = {token for row in rows for text in row for token in TOKEN.findall(text)}
    assert written - set(TOKEN.findall(imported.text + told)) == set()
