"""Every way in which people edit a workbook is read right, or refused with the cell."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from workbook_builders import (
    FIRST,
    GENERAL,
    PLAN,
    PROSE,
    SEATS,
    TASKS,
    VALUES,
    column,
    edited,
    plan,
    proposed,
    put,
    read,
    saved_by_office,
)

from r57plans.findings import Report
from r57plans.model.plan import Plan
from r57plans.model.task import Task
from r57plans.pull.pulling import Pulled
from r57plans.workbook.exporting import export

Edit = Callable[[Workbook], object]
NEW = FIRST + 3
"""The first blank row below the three tasks."""


def whole(edit: Edit) -> Plan:
    found, report = read(edited(edit))
    assert found is not None, report.text("en")
    return found


def refused(edit: Edit) -> Report:
    found, report = read(edited(edit))
    assert found is None
    return report


def both(*edits: Edit) -> Edit:
    def edit(book: Workbook) -> None:
        for each in edits:
            each(book)

    return edit


def task(found: Plan, name: str) -> Task:
    return next(each for each in found.tasks if each.id == name)


def ids(pulled: Pulled) -> set[str]:
    return {each.id for each in pulled.proposals}


def sort_backwards(book: Workbook) -> None:
    sheet = book[TASKS]
    rows = [[cell.value for cell in sheet[row]] for row in range(FIRST, NEW)]
    for row, values in enumerate(reversed(rows), FIRST):
        for place, value in enumerate(values, 1):
            sheet.cell(row, place).value = value


def copy_row(book: Workbook) -> None:
    sheet = book[TASKS]
    for cell in sheet[FIRST]:
        sheet.cell(NEW, cell.column).value = cell.value


def test_a_new_row_without_an_id_gets_the_next_one() -> None:
    found = whole(both(put(NEW, "text.vi", "Việc mới"), put(NEW, "group", 2)))

    assert (task(found, "local-2").group, task(found, "local-2").text.vi) == ("2", "Việc mới")  # type: ignore[union-attr]


def test_a_row_put_in_between_stands_there() -> None:
    def edit(book: Workbook) -> None:
        book[TASKS].insert_rows(FIRST + 1)
        put(FIRST + 1, "id", "2.1.1")(book)
        put(FIRST + 1, "leads", "Sở Nội vụ")(book)

    assert [each.id for each in whole(edit).tasks] == ["1.1.1", "2.1.1", "1.1.2", "local-1"]


def test_a_deleted_row_takes_its_milestones_with_it() -> None:
    found, report = read(edited(lambda book: book[TASKS].delete_rows(FIRST + 1)))

    assert found is not None
    assert [each.id for each in found.tasks] == ["1.1.1", "local-1"]
    assert [each.rule for each in report] == ["workbook.gone-with"]


def test_a_row_whose_cells_were_cleared_is_gone() -> None:
    def edit(book: Workbook) -> None:
        for cell in book[TASKS][FIRST + 2][1:]:
            cell.value = None

    assert [each.id for each in whole(edit).tasks] == ["1.1.1", "1.1.2"]


def test_sorted_rows_propose_nothing(tmp_path: Path) -> None:
    assert ids(proposed(edited(sort_backwards), tmp_path)) == set()


def test_a_pasted_row_with_a_cleared_id_is_a_new_task(tmp_path: Path) -> None:
    found = proposed(edited(both(copy_row, put(NEW, "id", None))), tmp_path)

    # The copy still has the identity of the row that it was copied from.
    assert ids(found) == {"add/task/local-2"}


def test_a_pasted_row_with_its_id_is_refused_with_the_cell() -> None:
    report = refused(copy_row)

    assert str(report.errors[0].place) == "plan.xlsx: Nhiệm vụ!B6"
    assert "1.1.1" in report.errors[0].message.vi


def test_an_identity_that_was_deleted_changes_nothing(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for row in range(FIRST, NEW):
            book[TASKS].cell(row, 1).value = None

    assert ids(proposed(edited(edit), tmp_path)) == set()


def test_a_cleared_id_is_that_of_the_row() -> None:
    assert whole(put(FIRST, "id", None)) == plan()


def test_columns_may_be_hidden_moved_and_put_between(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[TASKS]
        leads, supports = column(sheet, "leads"), column(sheet, "supports")
        for row in range(1, NEW):
            one, other = sheet.cell(row, leads), sheet.cell(row, supports)
            one.value, other.value = other.value, one.value
        sheet.insert_cols(4)
        sheet.column_dimensions["F"].hidden = True

    assert ids(proposed(edited(edit), tmp_path)) == set()


def test_a_column_of_ones_own_is_told() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[TASKS]
        sheet.cell(FIRST, sheet.max_column + 1).value = "ý kiến"

    found, report = read(edited(edit))

    assert found == plan()
    assert [each.rule for each in report] == ["workbook.unread-column"]


def test_without_the_hidden_row_columns_are_known_by_their_headings() -> None:
    assert whole(lambda book: book[TASKS].delete_rows(1)) == plan()


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("deadline.vi", datetime.datetime(2025, 6, 30), "30/6/2025"),  # noqa: DTZ001
        ("deadline.vi", "30/6/2025", "30/6/2025"),
        ("deadline.vi", 45838, "30/6/2025"),
        ("deadline.vi", "45838", "30/6/2025"),
        ("deadline.vi", 2027, "2027"),
        ("text.vi", "  Đạt 95%\r\n", "Đạt 95%"),
        ("text.vi", 18.5, "18,5"),
        ("text.vi", True, "có"),
    ],
)
def test_dates_and_figures_are_read_as_they_are_meant(key: str, value: object, said: str) -> None:
    found = task(whole(put(FIRST, key, value)), "1.1.1")

    words = found.deadline.deadline.wording if key.startswith("deadline") else found.text.vi  # type: ignore[union-attr]
    assert words == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (datetime.datetime(2025, 4, 2), "2025-04-02"),  # noqa: DTZ001
        ("2/4/2025", "2025-04-02"),
        (45749, "2025-04-02"),
        ("4/2025", "2025-04"),
        ("2025-04", "2025-04"),
    ],
)
def test_the_document_s_date_may_be_written_in_any_way(value: object, said: str) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[GENERAL]
        row = next(cell.row for cell in sheet["A"] if cell.value == "document/date")
        sheet.cell(row, 3).value = value  # type: ignore[assignment]

    assert str(whole(edit).document.date) == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [("mmm\\-yy", "6/2025"), ('"Tháng "m/yyyy', "6/2025"), ("yyyy", "2025"),
     ("[$-42A]dd/mm/yyyy", "1/6/2025")],
)  # fmt: skip
def test_a_month_that_excel_took_for_its_first_day_is_the_month(shown: str, said: str) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[TASKS]
        cell = sheet.cell(FIRST, column(sheet, "deadline.vi"))
        cell.value = datetime.datetime(2025, 6, 1)  # noqa: DTZ001
        cell.number_format = shown

    when = task(whole(edit), "1.1.1").deadline

    assert when is not None
    assert when.deadline.wording == said


def test_a_share_formatted_as_percent_is_read_with_its_sign() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[VALUES]
        cell = sheet.cell(FIRST, column(sheet, "value.vi"))
        cell.value, cell.number_format = 0.8, "0%"

    assert whole(edit).targets[0].values[0].value.vi == "80%"


def test_bodies_are_read_by_name_and_short_name_and_as_words() -> None:
    found = whole(put(FIRST, "leads", "Sở KH&CN; Công an tỉnh\nCông ty ABC | ABC Company; so-y-te"))

    leads = task(found, "1.1.1").leads
    assert leads[:2] == ("so-khoa-hoc-va-cong-nghe", "cong-an-tinh")
    assert (leads[2].vi, leads[2].en) == ("Công ty ABC", "ABC Company")  # type: ignore[union-attr]
    assert leads[3] == "so-y-te"


def test_a_misspelt_body_is_told_with_the_nearest() -> None:
    _, report = read(edited(put(FIRST, "leads", "Sở Nội vụu")))

    finding = next(each for each in report if each.rule == "workbook.unknown-body")
    assert str(finding.place) == "plan.xlsx: Nhiệm vụ!E3"
    assert finding.hint.vi == "Gần nhất: “Sở Nội vụ”."


@pytest.mark.parametrize(
    ("edit", "cell", "said"),
    [
        (put(FIRST, "id", "1.1.99"), "Nhiệm vụ!B3", "1.1.99"),
        (put(FIRST, "covers", "1.1.99"), "Nhiệm vụ!X3", "1.1.99"),
        (put(FIRST, "parent", "local-9", VALUES), "Mức chỉ tiêu!B3", "local-9"),
        (put(FIRST, "label", "Đặc điểm tình hình", PROSE), "Lời văn!B3", "Đặc điểm tình hình"),
        (put(FIRST, "seat", "Trưởng bann", SEATS), "Ban Chỉ đạo!B3", "Trưởng bann"),
    ],
)
def test_what_is_not_known_is_refused_with_cell_value_and_the_nearest(
    edit: Edit, cell: str, said: str
) -> None:
    error = next(each for each in refused(edit).errors if cell in str(each.place))

    assert str(error.place) == f"plan.xlsx: {cell}"
    assert said in error.message.vi
    assert error.hint.vi


@pytest.mark.parametrize("site", ["context/7/vi", "a/" * 5000 + "b", "tasks/1.1.1/leads/9/x"])
def test_a_key_that_leads_nowhere_is_refused_with_the_cell(site: str) -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Phần khác"]
        row = sheet.max_row + 1
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = site, "x"

    found, report = read(edited(edit))

    assert found is None or found == plan()
    assert found is not None or "Phần khác!A" in str(report.errors[0].place)


def test_a_formula_counts_by_its_value_or_is_refused() -> None:
    # openpyxl writes no values beside formulas, as a program that never computed them.
    error = refused(put(FIRST, "deadline.vi", '="Quý "&"III/2025"')).errors[0]

    assert (error.rule, str(error.place)) == ("workbook.formula", "plan.xlsx: Nhiệm vụ!H3")


def test_the_computed_name_is_never_read() -> None:
    assert whole(put(FIRST, "catalogue", "=1/0")) == plan()


def test_cells_merged_down_a_column_hold_for_each_row() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[TASKS]
        place = column(sheet, "deadline.vi")
        sheet.merge_cells(start_row=FIRST, end_row=FIRST + 1, start_column=place, end_column=place)

    found = whole(edit)

    assert task(found, "1.1.2").deadline == task(found, "1.1.1").deadline


def test_cells_merged_across_columns_are_refused() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[TASKS]
        place = column(sheet, "leads")
        sheet.merge_cells(start_row=FIRST, end_row=FIRST, start_column=place, end_column=place + 1)

    error = refused(edit).errors[0]

    assert (error.rule, str(error.place)) == ("workbook.merged", "plan.xlsx: Nhiệm vụ!F3")


def test_what_is_missing_is_told_at_the_cell_where_it_belongs() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[GENERAL]
        row = next(cell.row for cell in sheet["A"] if cell.value == "province")
        sheet.cell(row, 3).value = None

    assert "province" in refused(edit).text("en")


def test_accepted_edits_leave_the_comments_of_the_plan_file(tmp_path: Path) -> None:
    edits = both(
        put(FIRST, "deadline.vi", "Quý IV/2025"),
        put(FIRST + 1, "leads", "Sở Khoa học và Công nghệ; Công ty ABC"),
        put(FIRST + 2, "text.en", "Cover the hamlets"),
        put(FIRST + 1, "vi", "Dân cư thưa thớt.", PROSE),
        put(NEW, "id", "2.1.1"),
        put(NEW, "leads", "Sở Nội vụ"),
    )
    found = proposed(edited(edits), tmp_path)

    done = found.apply(found.chosen(["all"]))

    assert done.refused == ()
    old, new = PLAN.splitlines(), done.text.splitlines()
    assert [line for line in old if line not in new] == [
        "  - {vi: Dân cư phân tán., en: Scattered.}",
        "    deadline: Quý II/2025",
        "    leads: [so-khoa-hoc-va-cong-nghe]",
        "  - {id: local-1, group: 3, text: Phủ sóng thôn bản, leads: [so-tai-chinh]}",
    ]
    assert plan(done.text) == read(edited(edits))[0]


def test_what_both_changed_is_a_conflict_and_what_both_say_is_none(tmp_path: Path) -> None:
    edits = both(put(FIRST, "deadline.vi", "Quý IV/2025"), put(FIRST + 1, "deadline.vi", "2027"))
    today = PLAN.replace("Quý II/2025", "Quý III/2025").replace("12/2025", "2027")

    found = proposed(edited(edits), tmp_path, today)

    assert [each.id for each in found.conflicts] == ["task/1.1.1/deadline"]
    assert found.conflicts[0].mine == ("Quý III/2025",)
    assert [each.id for each in found.already] == ["task/1.1.2/deadline"]
    assert found.proposals == ()


def test_a_new_task_makes_way_for_one_that_the_plan_has_since(tmp_path: Path) -> None:
    today = f"{PLAN}  - {{id: local-2, group: 1, text: Việc khác, leads: [so-y-te]}}\n"

    found = proposed(edited(put(NEW, "text.vi", "Việc mới")), tmp_path, today)

    assert ids(found) == {"add/task/local-3"}


def test_a_removed_and_an_added_text_are_written(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[PROSE].delete_rows(FIRST)
        put(FIRST + 1, "label", "Mục đích", PROSE)(book)
        put(FIRST + 1, "vi", "Quán triệt.", PROSE)(book)

    found = proposed(edited(edit), tmp_path)

    text = found.apply(found.chosen(["all"])).text
    assert [each.vi for each in plan(text).context] == ["Dân cư phân tán."]
    assert [each.vi for each in plan(text).sections.purpose] == ["Quán triệt."]


def test_a_workbook_that_lost_what_it_was_is_compared_with_today_s_plan(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["r57-goc"]["A2"].value = "0" * 64
        put(FIRST, "deadline.vi", "2027")(book)

    found = proposed(edited(edit), tmp_path)

    assert ids(found) == {"task/1.1.1/deadline"}
    assert [each.rule for each in found.findings] == ["workbook.no-base"]


@pytest.mark.word
def test_a_workbook_that_libreoffice_saved_proposes_the_same(tmp_path: Path) -> None:
    edits = both(put(FIRST, "deadline.vi", "Quý IV/2025"), put(NEW, "text.vi", "Việc mới"))
    saved = saved_by_office(edited(edits), tmp_path)

    assert ids(proposed(saved, tmp_path)) == ids(proposed(edited(edits), tmp_path))


def test_the_exported_workbook_opens_in_another_program_unchanged() -> None:
    stream = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(export(plan()))).save(stream)

    assert read(stream.getvalue())[0] == plan()


def general(site: str, value: object) -> Edit:
    """The edit that writes a particular."""

    def edit(book: Workbook) -> None:
        sheet = book[GENERAL]
        row = next(cell.row for cell in sheet["A"] if cell.value == site)
        sheet.cell(row, 3).value = value  # type: ignore[assignment]

    return edit


@pytest.mark.parametrize(
    ("site", "value", "path", "said"),
    [
        ("document/status", "Trình ký", ("document", "status"), "signing"),
        ("document/issuer", "Tỉnh uỷ", ("document", "issuer"), "tinh-uy"),
        ("province", "tỉnh Cao Bằng", ("province",), "cao-bang"),
        ("document/signer/role", "Bí thư Tỉnh ủy", ("document", "signer", "role"), "bi-thu"),
        ("flexibility/changed_by", "Ban Thường vụ", ("flexibility", "changed_by"), "ban-thuong-vu"),
        ("committee/standing_agency", "Sở KH&CN", ("committee", "standing_agency"),
         "so-khoa-hoc-va-cong-nghe"),
        ("document/date", "ngày 02 tháng 4 năm 2025", ("document", "date"), "2025-04-02"),
    ],
)  # fmt: skip
def test_particulars_are_read_in_the_words_of_an_office(
    site: str, value: str, path: tuple[str, ...], said: str
) -> None:
    found: object = whole(general(site, value)).data

    for key in path:
        found = found[key]  # type: ignore[index]
    assert found == said


def test_a_choice_that_is_not_on_the_list_is_refused_with_the_list() -> None:
    (error,) = refused(general("document/status", "trình lãnh đạo")).errors

    assert str(error.place).startswith("plan.xlsx: Thông tin chung!C")
    assert error.hint.vi == "Chọn: dự thảo; trình ký; đã ban hành."


def test_a_wrong_province_is_told_alone_and_not_in_every_cell_that_depends_on_it() -> None:
    found = refused(general("province", "Cao Bằn"))

    assert [each.rule for each in found.errors] == [
        "workbook.particulars-first",
        "workbook.no-such-choice",
    ]


def test_a_wrong_post_of_the_signer_leaves_the_committee_as_it_is() -> None:
    assert len(refused(general("document/signer/role", "Bí thư huyện X")).errors) == 1


def test_findings_are_told_sheet_by_sheet() -> None:
    def edit(book: Workbook) -> None:
        put(FIRST, "id", "1.1.99")(book)
        put(FIRST, "seat", "Trưởng bann", SEATS)(book)
        put(FIRST + 1, "id", "1.1.98")(book)

    sheets = [str(each.place).partition("!")[0] for each in refused(edit).errors]

    assert sheets == sorted(sheets)


def _without(sheet: str, key: str = "") -> Edit:
    def edit(book: Workbook) -> None:
        if key:
            book[sheet].delete_cols(column(book[sheet], key))
        else:
            book.remove(book[sheet])

    return edit


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (_without(TASKS, "leads"), "Trang “Nhiệm vụ” thiếu cột “Cơ quan chủ trì”."),
        (_without(TASKS, "id"), "Trang “Nhiệm vụ” thiếu cột “Mã nhiệm vụ”."),
        (_without("Mốc thực hiện"), "Sổ thiếu trang “Mốc thực hiện”."),
        (_without(PROSE), "Sổ thiếu trang “Lời văn”."),
    ],
)
def test_a_deleted_column_or_sheet_does_not_take_out_what_it_held(edit: Edit, said: str) -> None:
    (error,) = refused(edit).errors

    assert error.message.vi == said


def test_a_deleted_column_that_held_nothing_is_not_missed() -> None:
    assert whole(_without(TASKS, "funding.vi")) == plan()


def test_several_bodies_in_one_line_are_several() -> None:
    said = "1. Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ và Công an tỉnh\n2) Công ty A, B và C"

    leads = task(whole(put(FIRST, "leads", said)), "1.1.1").leads

    assert leads[:3] == ("so-van-hoa-the-thao-va-du-lich", "so-noi-vu", "cong-an-tinh")
    assert [each.vi for each in leads[3:]] == ["Công ty A, B và C"]  # type: ignore[union-attr]
