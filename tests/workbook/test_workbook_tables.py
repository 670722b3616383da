"""The Excel workbook read back: its sheets, cells, headings, and that text stays text."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from r57plans.catalogue.tables import Cell, Table, tables
from r57plans.findings import Language, Message
from r57plans.load import load_catalogue
from r57plans.workbook import workbook_of

LANGUAGES: tuple[Language, ...] = ("vi", "en")
RISKY = [
    "=1+1",
    "=HYPERLINK(\"x\")",
    "+84 24",
    "-5",
    "@SUM(A1)",
    "http://example.org",
    "https://example.org",
    "mailto:a@example.org",
    "internal:Sheet1!A1",
    "external:c:\\x.xlsx",
    "{=A1}",
    "00123",
    "TRUE",
    "1/2",
    "_x0041_",
    "<b>&amp;</b>",
]  # fmt: skip


def table(*rows: tuple[Cell, ...], name: str = "x", title: Message | None = None) -> Table:
    """Two columns, a text and a number."""
    titles = (Message("Nội dung", "Text"), Message("Năm", "Year"))
    return Table(name, title or Message("Bảng", "Table"), ("text", "year"), titles, rows)


def read(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def cells(data: bytes, sheet: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in read(data)[sheet].iter_rows()]


def formulas_and_links(data: bytes) -> list[str]:
    """Every formula and link that the parts of a workbook hold."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [
            f"{name}: {found[0]}"
            for name in package.namelist()
            if name.startswith("xl/worksheets/")
            for found in re.finditer(
                r"<f[ >]|<hyperlink\b|/hyperlink\"", package.read(name).decode()
            )
        ]


def bad_sheet_names(names: Iterable[str]) -> list[str]:
    """Names that Excel refuses, and those that differ in capitals only."""
    seen: set[str] = set()
    bad = []
    for name in names:
        forbidden = re.search(r"[\[\]:*?/\\]", name) or name.startswith("'") or name.endswith("'")
        reserved = name.casefold() in seen | {"history"}
        if not 0 < len(name) <= 31 or forbidden or reserved:
            bad.append(name)
        seen.add(name.casefold())
    return bad


def plain(rows: Iterable[Iterable[object]]) -> list[list[object]]:
    """Rows with nothing for an empty text, which looks the same."""
    return [[None if cell == "" else cell for cell in row] for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_tables_come_back_sheet_by_sheet_and_cell_by_cell(language: Language) -> None:
    made = tables(load_catalogue())

    book = read(workbook_of(made, language))

    assert book.sheetnames == [t.title.say(language) for t in made]
    for t in made:
        headings = [title.say(language) for title in t.titles]
        found = plain(book[t.title.say(language)].iter_rows(values_only=True))
        assert found == [headings, *plain(t.rows)], t.name


@pytest.mark.parametrize(("language", "heading"), [("vi", "Nội dung"), ("en", "Text")])
def test_headings_are_bold_in_the_chosen_language_and_stay_in_sight(
    language: Language, heading: str
) -> None:
    sheet = read(workbook_of([table(("a", 1), ("b", 2))], language)).worksheets[0]

    assert sheet["A1"].value == heading
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"


def test_every_column_has_a_filter_over_all_rows() -> None:
    sheet = read(workbook_of([table(("a", 1), ("b", 2), ("c", 3))], "en")).worksheets[0]

    assert sheet.auto_filter.ref == "A1:B4"


def test_numbers_are_numbers_text_is_text_and_nothing_is_an_empty_cell() -> None:
    data = workbook_of([table(("2030", 2030), (None, 0.7), ("a", None))], "en")

    sheet = read(data).worksheets[0]
    assert cells(data, "Table")[1:] == [["2030", 2030], [None, 0.7], ["a", None]]
    assert (sheet["A2"].data_type, sheet["B2"].data_type) == ("s", "n")


@pytest.mark.parametrize("text", RISKY)
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    data = workbook_of([table((text, 1))], "vi")

    cell = read(data).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert formulas_and_links(data) == []


def test_the_shipped_workbook_has_no_formula_and_no_link() -> None:
    assert formulas_and_links(workbook_of(tables(load_catalogue()), "vi")) == []


def test_the_check_sees_a_formula_and_a_link() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "=1+1"
    sheet["A2"] = "x"
    sheet["A2"].hyperlink = "http://example.org"
    stream = io.BytesIO()
    book.save(stream)

    found = formulas_and_links(stream.getvalue())

    assert [line.partition(": ")[2] for line in found] == ["<f>", "<hyperlink", '/hyperlink"']


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1),
            st.none() | st.integers(-(10**9), 10**9),
        ),
        max_size=4,
    )
)
def test_any_text_and_number_come_back_as_they_were(rows: list[tuple[str, int | None]]) -> None:
    data = workbook_of([table(*rows)], "en")

    assert [tuple(row) for row in cells(data, "Table")[1 : 1 + len(rows)]] == rows
    assert formulas_and_links(data) == []


def test_lines_of_a_cell_stay_apart_and_its_row_is_high_enough_for_them() -> None:
    sheet = read(workbook_of([table(("a\nb\nc", 1), ("a", 1))], "en")).worksheets[0]

    usual = sheet.sheet_format.defaultRowHeight
    several, one = (sheet.row_dimensions[number].height or usual for number in (2, 3))
    assert sheet["A2"].value == "a\nb\nc"
    assert sheet["A2"].alignment.wrap_text
    assert several >= 3 * one


def test_no_row_is_higher_and_no_column_wider_than_excel_allows() -> None:
    sheet = read(workbook_of([table(("dài " * 5000, 1))], "en")).worksheets[0]

    height, width = sheet.row_dimensions[2].height, sheet.column_dimensions["A"].width
    assert height is not None
    assert 400 < height <= 409.5
    assert width <= 255


def test_an_empty_table_has_its_headings_and_a_filter() -> None:
    data = workbook_of([table(), table(("a", 1), name="y", title=Message("Khác", "Other"))], "en")

    assert cells(data, "Table") == [["Text", "Year"]]
    assert cells(data, "Other") == [["Text", "Year"], ["a", 1]]
    assert read(data)["Table"].freeze_panes == "B2"
    assert read(data)["Table"].auto_filter.ref == "A1:B2"


def test_the_same_tables_give_the_same_bytes_also_some_seconds_later() -> None:
    made = tables(load_catalogue())

    first = workbook_of(made, "vi")
    again = workbook_of(made, "vi")
    time.sleep(2.1)  # the times in a zip go in steps of two seconds
    later = workbook_of(made, "vi")

    assert first == again == later


def test_another_language_or_another_cell_gives_other_bytes() -> None:
    made = workbook_of([table(("a", 1))], "vi")

    assert made != workbook_of([table(("a", 1))], "en")
    assert made != workbook_of([table(("b", 1))], "vi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_the_sheets_are_such_as_excel_takes(language: Language) -> None:
    assert bad_sheet_names(t.title.say(language) for t in tables(load_catalogue())) == []


@pytest.mark.parametrize(
    "name", ["", "x" * 32, "4/3/2025", "a:b", "a*", "a?", "[a]", "a\\b", "'a", "a'", "History"]
)
def test_the_check_sees_a_name_that_excel_refuses(name: str) -> None:
    assert bad_sheet_names(["Good", name]) == [name]


def test_the_check_sees_a_name_that_is_there_already_in_other_capitals() -> None:
    assert bad_sheet_names(["Targets", "TARGETS"]) == ["TARGETS"]
    assert bad_sheet_names(["x" * 31, "Chỉ đạo 4-3-2025"]) == []
