"""The view as Excel and CSV: native colours and charts, real days, and text that stays text."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import datetime

import pytest
from matrix_builders import JUNE, beside, of, sample, task
from openpyxl import load_workbook

from r57plans.catalogue.csv_file import csv_of
from r57plans.catalogue.tables import Table
from r57plans.findings import Message
from r57plans.matrix.book import book_of
from r57plans.matrix.records import Matrix
from r57plans.matrix.tables import tables_of


@pytest.fixture(scope="module")
def found() -> Matrix:
    return sample()


@pytest.fixture(scope="module")
def data(found: Matrix) -> bytes:
    return book_of(found, "en")


def test_every_table_has_a_sheet_that_can_be_filtered_and_printed(
    found: Matrix, data: bytes
) -> None:
    book = load_workbook(io.BytesIO(data))

    assert book.sheetnames == [table.title.en for table in tables_of(found, "en")]
    for sheet in book.worksheets:
        assert (sheet.freeze_panes, sheet.page_setup.orientation) == ("B2", "landscape")
        assert sheet.page_setup.paperSize == 9
        assert sheet.auto_filter.ref
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_coverage_has_a_native_colour_scale_over_all_paragraphs(data: bytes) -> None:
    sheet = load_workbook(io.BytesIO(data))["Coverage"]

    rules = {str(area.sqref): [r.type for r in rules]
             for area, rules in sheet.conditional_formatting._cf_rules.items()}  # fmt: skip

    assert rules["C2:Z4"] == ["colorScale"]
    assert rules["B2:B4"] == ["dataBar"]
    assert (sheet["C2"].value, sheet["C2"].number_format) == (0.2, "0%")


def test_there_are_native_charts_of_paragraphs_and_of_bodies(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        charts = [n for n in package.namelist() if n.startswith("xl/charts/chart")]
        texts = "".join(package.read(name).decode() for name in charts)

    assert len(charts) == 2
    assert "The bodies with the most tasks" in texts
    assert "'Load by body'!$D$2:$D$" in texts


def test_days_are_days_and_words_never_formulas(data: bytes) -> None:
    book = load_workbook(io.BytesIO(data))
    days = [row[9].value for row in book["Tasks"].iter_rows(min_row=2) if row[9].value]
    names = [row[1] for row in book["Load by body"].iter_rows(min_row=2)]

    assert datetime(JUNE.year, JUNE.month, JUNE.day) in days  # noqa: DTZ001
    assert ("=Power & Co", "s") in [(cell.value, cell.data_type) for cell in names]


def test_the_same_view_gives_the_same_bytes(found: Matrix, data: bytes) -> None:
    assert book_of(found, "en") == data


def test_the_csv_has_a_row_for_each_province_and_sub_task(found: Matrix) -> None:
    tables = {table.name: table for table in tables_of(found, "vi")}

    text = csv_of(tables["tasks"]).decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0] == {
        "province": "Cao Bằng", "paragraph": "1.1", "sub_task": "1.1.1",
        "title": rows[0]["title"], "taken": "Có nhiệm vụ", "tasks": "1.1.1",
        "leads": "Sở Tài chính", "deadline": "Quý II/2025", "first": "2025-04-01",
        "last": "2025-06-30", "status": "Hoàn thành đúng hạn", "plan": "cao-bang.yaml",
    }  # fmt: skip
    assert len({row["province"] for row in rows}) == 3


def test_a_row_for_each_province_and_paragraph_says_how_much_who_when_and_how_it_stands(
    found: Matrix,
) -> None:
    table = next(table for table in tables_of(found, "vi") if table.name == "provinces")

    rows = {(row[0], row[1]): row[3:9] for row in table.rows}
    assert len(rows) == 3 * 24
    assert rows["Cao Bằng", "1.1"] == (
        *(2, 10, None, "Sở Tài chính", "2025-06-30"),
        "Hoàn thành đúng hạn: 1; Chưa có thông tin: 1",
    )
    assert rows["Hà Nam", "2.1"][:3] == (0, 1, 1)


@pytest.mark.parametrize("text", ["=1+1", "+84 24", "-x", "@SUM(A1)", "\t=1", "=\n1"])
def test_no_spreadsheet_takes_a_text_for_a_formula(text: str) -> None:
    table = Table("x", Message("x", "x"), ("a",), (Message("a", "a"),), ((text,),))

    assert csv_of(table).decode("utf-8-sig").splitlines()[1].strip('"').startswith("'")


@pytest.mark.parametrize("text", ["-5", "+3,5", "=", "-", "10%", "a=b", "≥ 5"])
def test_figures_and_plain_words_stay_as_they_are(text: str) -> None:
    table = Table("x", Message("x", "x"), ("a",), (Message("a", "a"),), ((text,),))

    assert list(csv.reader(io.StringIO(csv_of(table).decode("utf-8-sig"))))[1] == [text]


def test_files_that_could_not_be_read_have_a_table_of_their_own() -> None:
    other = of("hue").plan.model_copy(update={"catalogue": "nq59"})
    found = beside(of("hue", task("1.1.1")), of("ha-nam"), type(of("hue"))("x.yaml", other))

    table = tables_of(found, "en")[-1]

    assert (table.name, table.rows[0][0]) == ("unread", "x.yaml")
    assert re.search("not counted", str(table.rows[0][1]))
