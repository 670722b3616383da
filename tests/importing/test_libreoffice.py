"""Files that LibreOffice made, from pages and from tables of values; one saved again by it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from import_builders import LEFT, OPENING, SIX, names, read, texts, word

pytestmark = pytest.mark.word

PAGE = """<html><head><meta charset="utf-8"></head><body>
<table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH LAI CHÂU</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr>
<tr><td>Số: 1570/KH-UBND</td><td>Lai Châu, ngày 09 tháng 5 năm 2025</td></tr></table>
<p align="center"><b>KẾ HOẠCH</b></p><p align="center"><b>Thực hiện Nghị quyết số 57-NQ/TW</b></p>
<table border="1">
<tr><th rowspan="2">STT</th><th rowspan="2">Nhiệm vụ</th><th colspan="2">Cơ quan</th>
<th rowspan="2">Thời hạn</th></tr>
<tr><th>Chủ trì</th><th>Phối hợp</th></tr>
<tr><td colspan="5">I. Tăng cường hợp tác quốc tế</td></tr>
<tr><td>1</td><td>Việc một</td><td rowspan="2">Sở Y tế</td><td>Sở Nội vụ</td><td>6/2025</td></tr>
<tr><td>2</td><td>Việc hai</td><td></td><td>Thường xuyên</td></tr>
</table></body></html>"""
VALUES = """TỈNH ỦY CAO BẰNG;;;
"Cao Bằng, ngày 28 tháng 3 năm 2025";;;
TT;Nhiệm vụ;Cơ quan chủ trì;Thời hạn
1;Việc một;Sở Y tế;Quý II/2025
2;Việc hai;Sở Nội vụ;2026
"""


def converted(folder: Path, source: Path, to: str, *options: str) -> bytes:
    """What LibreOffice makes of a file."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    out = folder / "out"
    command += [*options, "--convert-to", to, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (made,) = out.iterdir()
    return made.read_bytes()


def merged(rows: Sequence[Sequence[str]]) -> bytes:
    """A plan with a group over all columns."""
    return word(OPENING, [SIX, ["I", "Hạ tầng số của tỉnh", LEFT, LEFT, LEFT, LEFT], *rows])


def test_a_page_with_spans_made_into_a_word_file(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")

    plan = read(converted(tmp_path, page, "docx:MS Word 2007 XML", "--writer")).plan

    assert (plan.province, plan.document.number) == ("lai-chau", "1570")
    assert texts(plan) == ["Việc một", "Việc hai"]
    assert [task.group for task in plan.tasks] == ["7", "7"]
    assert [names(task) for task in plan.tasks] == [(["so-y-te"], ["so-noi-vu"]), (["so-y-te"], [])]
    wordings = [task.deadline.deadline.wording for task in plan.tasks]
    assert wordings == ["6/2025", "Thường xuyên"]


def test_values_made_into_an_excel_file(tmp_path: Path) -> None:
    values = tmp_path / "values.csv"
    values.write_text(VALUES, "utf-8")

    data = converted(tmp_path, values, "xlsx", "--infilter=CSV:59,34,76")

    plan = read(data, "values.xlsx").plan
    assert plan.province == "cao-bang"
    assert texts(plan) == ["Việc một", "Việc hai"]
    assert plan.tasks[1].leads == ("so-noi-vu",)


def test_a_word_file_that_libreoffice_saved_says_the_same(tmp_path: Path) -> None:
    rows = [["1", "Một", "Sở Y tế", "Sở Nội vụ", "Kế hoạch;\nBáo cáo", "2025"]]
    file = tmp_path / "plan.docx"
    file.write_bytes(merged(rows))

    again = converted(tmp_path, file, "docx:MS Word 2007 XML")

    assert read(again).plan == read(file.read_bytes()).plan
