"""Charts: drawn by Word, their figures in a workbook, the same bytes each time."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich_values import finished, inline, rendering, saved
from validators import audit_errors, integrity_errors
from word_builders import rendered, rules
from word_packages import word_file

from r57plans import Chart, ChartSeries, R57Error
from r57plans.word.package import content_types, read_package
from r57plans.word.relations import read_relations
from r57plans.word.template import Template
from r57plans.word.template.values.charts.bars import LOOKS
from r57plans.word.template.values.charts.figures import read_figures
from r57plans.word.template.values.charts.sheet import letters, workbook
from r57plans.word.xml import Element, parse_part, qname

GROUPS = ("Thể chế", "Hạ tầng & số")
DONE = ChartSeries("Hoàn thành", (3, 0))
LATE = ChartSeries("Quá hạn", (1, 2.5))
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
BODY = "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>"


def chart(**options: object) -> Chart:
    return Chart(GROUPS, [DONE, LATE], **options)


def parts_of(*charts: Chart) -> dict[str, bytes]:
    runtime = rendering()
    runs = "".join(inline(one, runtime) for one in charts)
    return finished(f"<w:p>{runs}</w:p>", runtime)


def drawn(given: Chart) -> Element:
    return parse_part(parts_of(given)["word/charts/chart1.xml"], "chart1.xml")


def texts(root: Element, *names: str) -> list[str]:
    path = "/".join(f"{{{CHART}}}{name}" for name in names)
    return [found.text or "" for found in root.iterfind(f".//{path}")]


def test_a_chart_is_a_part_with_a_workbook_behind_it() -> None:
    parts = parts_of(chart())

    leads = read_relations(parts, "word/charts/chart1.xml")
    types = content_types(parts)
    assert [(r.kind, r.target) for r in leads] == [("package", "word/embeddings/Workbook1.xlsx")]
    assert types["word/charts/chart1.xml"].endswith("drawingml.chart+xml")
    assert types["word/embeddings/Workbook1.xlsx"].endswith("spreadsheetml.sheet")


def test_the_workbook_holds_the_figures_that_are_drawn() -> None:
    data = parts_of(chart())["word/embeddings/Workbook1.xlsx"]

    sheet = openpyxl.load_workbook(io.BytesIO(data))["Sheet1"]

    assert list(sheet.values) == [
        (None, "Hoàn thành", "Quá hạn"),
        ("Thể chế", 3, 1),
        ("Hạ tầng & số", 0, 2.5),
    ]


def test_each_series_says_which_cells_it_is_from() -> None:
    root = drawn(chart())

    assert texts(root, "tx", "strRef", "f") == ["Sheet1!$B$1", "Sheet1!$C$1"]
    assert texts(root, "cat", "strRef", "f") == ["Sheet1!$A$2:$A$3"] * 2
    assert texts(root, "val", "numRef", "f") == ["Sheet1!$B$2:$B$3", "Sheet1!$C$2:$C$3"]
    assert texts(root, "val", "numRef", "numCache", "pt", "v") == ["3", "0", "1", "2.5"]


def test_each_series_has_a_look_of_its_own_without_colour() -> None:
    series = [ChartSeries(str(n), (1,)) for n in range(len(LOOKS))]

    root = drawn(Chart(["x"], series))

    colours = {e.get("val", "") for e in root.iter(qname("a", "srgbClr"))}
    assert len(set(LOOKS)) == len(LOOKS)
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours)


def test_a_series_may_keep_its_look_wherever_it_stands() -> None:
    root = drawn(Chart(["x"], [ChartSeries("a", (1,), look=2)]))

    fill = root.find(f".//{{{CHART}}}ser/{{{CHART}}}spPr/{qname('a', 'solidFill')}/*")
    assert fill is not None
    assert fill.get("val") == "BFBFBF"


def test_two_charts_are_two_parts_and_have_two_numbers() -> None:
    parts = parts_of(chart(), chart())

    root = parse_part(parts["word/document.xml"], "document.xml")
    numbers = [e.get("id") for e in root.iter(qname("wp", "docPr"))]
    assert {"word/charts/chart1.xml", "word/charts/chart2.xml"} <= set(parts)
    assert {"word/embeddings/Workbook1.xlsx", "word/embeddings/Workbook2.xlsx"} <= set(parts)
    assert len(set(numbers)) == 2


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert parts_of(chart()) == parts_of(chart())


@pytest.mark.parametrize(
    ("options", "size"),
    [
        ({"width": 100, "height": 50}, ("3600000", "1800000")),
        ({"width": "10cm", "height": "5cm"}, ("3600000", "1800000")),
    ],
)
def test_it_has_the_size_asked_for(options: dict[str, object], size: tuple[str, str]) -> None:
    root = parse_part(parts_of(chart(**options))["word/document.xml"], "document.xml")

    extent = next(root.iter(qname("wp", "extent")))

    assert (extent.get("cx"), extent.get("cy")) == size


def test_without_a_size_it_is_as_wide_as_the_text_and_grows_with_its_bars() -> None:
    few, many = chart(), Chart([str(n) for n in range(9)], [ChartSeries("a", (1,) * 9)])
    lots = Chart([str(n) for n in range(99)], [ChartSeries("a", (1,) * 99)])

    sizes = [
        next(parse_part(parts_of(c)["word/document.xml"], "d").iter(qname("wp", "extent")))
        for c in (few, many, lots)
    ]

    widest, highest = rendering().attachments.text_area()
    assert {size.get("cx") for size in sizes} == {str(widest)}
    heights = [int(size.get("cy", "0")) for size in sizes]
    assert heights == sorted(set(heights))
    assert heights[-1] == highest


def test_its_description_is_the_alternative_text() -> None:
    root = parse_part(
        parts_of(chart(description='5 < 6 & "7"'))["word/document.xml"], "document.xml"
    )

    assert next(root.iter(qname("wp", "docPr"))).get("descr") == '5 < 6 & "7"'


def test_the_document_is_valid(tmp_path: Path) -> None:
    runtime = rendering()
    body = f"<w:p>{inline(chart(), runtime)}</w:p>"

    path = saved(body, runtime, tmp_path / "chart.docx")

    assert audit_errors(path) == []
    assert integrity_errors(path) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda: Chart([], [DONE]),
        lambda: Chart(GROUPS, []),
        lambda: Chart(GROUPS, [ChartSeries("a", (1,))]),
        lambda: Chart(GROUPS, [ChartSeries("a", (1, -1))]),
        lambda: Chart(GROUPS, [ChartSeries("a", (1, float("nan")))]),
        lambda: Chart(GROUPS, [ChartSeries("a", (1, float("inf")))]),
        lambda: Chart(GROUPS, [ChartSeries("a\x00", (1, 2))]),
        lambda: Chart(["a\x07", "b"], [DONE]),
        lambda: Chart([str(n) for n in range(501)], [ChartSeries("a", (1,) * 501)]),
        lambda: Chart(GROUPS, [DONE], width="wide"),
    ],
)
def test_figures_that_make_no_chart_are_refused(make: object) -> None:
    with pytest.raises(R57Error):
        make()  # type: ignore[operator]


def test_a_template_prints_it_and_cannot_look_into_it() -> None:
    data = rendered(BODY, x=chart())

    assert "word/charts/chart1.xml" in read_package(data)
    assert rules("<w:p><w:r><w:t>{{ x._figures }}</w:t></w:r></w:p>", x=chart())
    assert rules("<w:p><w:r><w:t>{{ Chart(x) }}</w:t></w:r></w:p>", x=chart())


def test_it_goes_into_a_process_apart() -> None:
    template = Template(word_file(BODY), isolate=True)

    apart = template.render({"x": chart()})

    assert (
        read_package(apart)["word/charts/chart1.xml"] == parts_of(chart())["word/charts/chart1.xml"]
    )
    assert repr(pickle.loads(pickle.dumps(chart()))) == "<Chart 2 categories, 2 series>"


@pytest.mark.parametrize(("column", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (50, "AY")])
def test_columns_have_letters(column: int, said: str) -> None:
    assert letters(column) == said


names = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
values = st.lists(st.integers(0, 10**9) | st.floats(0, 1e9), min_size=1, max_size=5)


@given(st.lists(names, min_size=1, max_size=4), values)
def test_any_figures_come_back_from_the_workbook(series: list[str], row: list[float]) -> None:
    figures = read_figures(
        [str(n) for n in range(len(row))], [ChartSeries(name, tuple(row)) for name in series]
    )

    sheet = openpyxl.load_workbook(io.BytesIO(workbook(figures))).active

    assert sheet is not None
    lines = list(sheet.values)
    assert [name or "" for name in lines[0][1:]] == series
    assert [line[1] for line in lines[1:]] == row
