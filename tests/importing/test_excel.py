"""Excel files of offices: a sheet or several, dates as dates, merged cells."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from import_builders import ABOVE, LEFT, excel, read, rules, texts

from r57plans.errors import NoPlanError
from r57plans.load import parse_plan
from r57plans.workbook.exporting import export

HEAD = [
    ["TỈNH ỦY HÀ GIANG", "", "", "ĐẢNG CỘNG SẢN VIỆT NAM"],
    ["PHÂN CÔNG NHIỆM VỤ", LEFT, LEFT, LEFT, LEFT],
    ["(Kèm theo Chương trình hành động số 45-CTr/TU ngày 01/4/2025 của Tỉnh ủy)", LEFT, LEFT, LEFT,
     LEFT],
]  # fmt: skip
COLUMNS = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Sản phẩm", "Thời gian hoàn thành"]
PLAN = """\
format: r57plans/plan/1
catalogue: nq57
province: cao-bang
document: {type: CTr, date: 2025-03-28, parents: [nq57]}
tasks: [{id: 1.1.1, leads: [so-tai-chinh], deadline: 2025}]
"""


def test_tasks_and_targets_of_two_sheets() -> None:
    imported = read(
        excel(
            {
                "Nhiệm vụ": [
                    *HEAD,
                    COLUMNS,
                    ["I", "Hạ tầng số", LEFT, LEFT, LEFT],
                    [1, "Phủ sóng", "Sở Y tế", "Kế hoạch", datetime.date(2025, 6, 30)],
                    [2, "Dữ liệu", ABOVE, "", 2026],
                ],
                "Chỉ tiêu": [["TT", "Chỉ tiêu", "ĐVT", 2025, 2030], [1, "Hộ có mạng", "%", 80, 95]],
            }
        ),
        "phu-luc.xlsx",
    )

    document = imported.plan.document
    assert (imported.plan.province, document.number) == ("ha-giang", "45")
    first, second = imported.plan.tasks
    assert first.deadline.deadline.wording == "30/6/2025"
    assert second.leads == ("so-y-te",)
    (target,) = imported.plan.targets
    assert [(value.year, value.value.vi) for value in target.values] == [(2025, "80"), (2030, "95")]
    assert imported.report.tasks[0].place.words("vi") == "trang “Nhiệm vụ”, ô A6"


def test_a_month_that_excel_made_a_day_of_stays_a_month() -> None:
    data = excel({"A": [*HEAD, COLUMNS, [1, "Việc", "Sở Y tế"]]})
    book = openpyxl.load_workbook(io.BytesIO(data))
    cell = book.active["E5"]
    cell.value, cell.number_format = datetime.date(2025, 6, 1), "mm/yyyy"
    buffer = io.BytesIO()
    book.save(buffer)

    (task,) = read(buffer.getvalue(), "a.xlsx").plan.tasks

    assert task.deadline.deadline.wording == "6/2025"


def test_two_tables_one_below_the_other_and_a_row_that_is_no_task() -> None:
    imported = read(
        excel(
            {
                "A": [
                    *HEAD,
                    COLUMNS,
                    [1, "Một", "Sở Y tế", "", "2025"],
                    ["", "", "", "", ""],
                    ["TT", "Nội dung", "Đơn vị phối hợp", "Đơn vị chủ trì", "Thời hạn"],
                    [1, "Hai", "Sở Nội vụ", "Sở Y tế", "2026"],
                    ["Người lập biểu", LEFT, LEFT, LEFT, LEFT],
                ]
            }
        ),
        "a.xlsx",
    )

    assert texts(imported.plan) == ["Một", "Hai"]
    assert imported.plan.tasks[1].supports == ("so-noi-vu",)
    (left,) = (f for f in imported.report.findings if f.rule == "import.row")
    assert left.place.words("en") == "sheet “A”, cell A9"
    assert "Người lập biểu" in left.message.vi


def test_a_workbook_of_ours_is_no_file_to_import() -> None:
    with pytest.raises(NoPlanError) as caught:
        read(export(parse_plan(PLAN.encode()), "vi"), "plan.xlsx")

    (finding,) = caught.value.report
    assert "workbook" in finding.hint.en


def test_a_cell_far_to_the_right_is_told_and_hinders_nothing() -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel({"A": [*HEAD, COLUMNS, [1, "Một", "Sở Y tế"]]})))
    book.active["XFD9"] = "x"
    buffer = io.BytesIO()
    book.save(buffer)

    imported = read(buffer.getvalue(), "a.xlsx")

    assert texts(imported.plan) == ["Một"]
    assert "import.far-cells" in rules(imported)


def test_a_line_above_the_headings_is_told() -> None:
    imported = read(
        excel({"A": [*HEAD, ["Đơn vị nhập: Phòng A"], COLUMNS, [1, "Một", "Sở Y tế", "", "2025"]]}),
        "a.xlsx",
    )

    assert rules(imported) == ["import.line", "import.line"]


def test_a_row_whose_task_is_a_formula_without_value_is_told_and_never_part_of_another() -> None:
    imported = read(
        excel(
            {
                "Nhiệm vụ": [
                    *HEAD,
                    COLUMNS,
                    [1, "Phủ sóng", "Sở Y tế", "Kế hoạch", 2025],
                    [2, "=A1", "Sở Tài chính", "Sàn dữ liệu", 2026],
                ],
                "Chỉ tiêu": [["TT", "Chỉ tiêu", "ĐVT", 2030], [1, "Hộ", "%", 95], [2, "", "%", 7]],
            }
        ),
        "phu-luc.xlsx",
    )

    (task,), (target,) = imported.plan.tasks, imported.plan.targets
    assert (task.leads, len(task.products)) == (("so-y-te",), 1)
    assert [value.value.vi for value in target.values] == ["95"]
    told = [f.message.vi for f in imported.report.findings if f.rule == "import.row"]
    assert told == [
        "Không đưa vào kế hoạch: “2 | Sở Tài chính | Sàn dữ liệu | 2026”.",
        "Không đưa vào kế hoạch: “2 | % | 7”.",
    ]
    (formula,) = [
        f.place.words("vi") for f in imported.report.findings if f.rule == "import.formula"
    ]
    assert formula == "trang “Nhiệm vụ”, ô B6"


def test_figures_of_cells_have_a_decimal_comma_and_a_total_is_no_task() -> None:
    columns = ["TT", "Nhiệm vụ", "Chủ trì", "Kinh phí (tỷ đồng)"]
    tasks = [*HEAD, columns, [1, "Phủ sóng", "Sở Y tế", 1.5], ["", "Tổng cộng", "", 1.5]]
    heads = ["TT", "Chỉ tiêu", "ĐVT", 2030]
    imported = read(
        excel(
            {
                "Nhiệm vụ": tasks,
                "Chỉ tiêu": [heads, [1, "Chi", "%", 1.2], [1.1, "Của tỉnh", "%", 60]],
            }
        ),
        "phu-luc.xlsx",
    )  # fmt: skip

    (task,) = imported.plan.tasks
    assert task.funding is not None
    assert task.funding.vi == "1,5 tỷ đồng"
    first, second = imported.plan.targets
    assert [value.value.vi for value in first.values] == ["1,2"]
    assert second.parent == first.id
    assert "import.row" in rules(imported)
