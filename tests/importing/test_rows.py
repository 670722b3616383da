"""Rows as offices write them: groups, parts, cells over several rows, tables cut by pages."""

from __future__ import annotations

from import_builders import ABOVE, LEFT, SIX, names, only, read, rules, texts, word

from r57plans.importing import Imported
from r57plans.model.task import Task

GROUP_1 = "Nâng cao nhận thức, đột phá về đổi mới tư duy, xác định quyết tâm chính trị mạnh mẽ"


def deadline(task: Task) -> str:
    """The wording of a task's deadline."""
    assert task.deadline is not None
    return task.deadline.deadline.wording


def row(number: str, text: str, deadline: str = "2025", lead: str = "Sở Y tế") -> list[str]:
    """A row of the six columns."""
    return [number, text, lead, "", "", deadline]


def merged(text: str) -> list[str]:
    """A row that is one cell."""
    return [text, LEFT, LEFT, LEFT, LEFT, LEFT]


def groups(imported: Imported) -> list[str | None]:
    """The groups of the tasks."""
    return [task.group for task in imported.plan.tasks]


def test_group_rows_with_the_titles_of_the_resolution_are_its_groups() -> None:
    imported = read(
        word([SIX, ["I", GROUP_1, LEFT, LEFT, LEFT, LEFT], row("1", "Một"),
              ["VII", "Tăng cường hợp tác quốc tế", "", "", "", ""], row("2", "Hai")])
    )  # fmt: skip

    assert groups(imported) == ["1", "7"]
    assert imported.plan.groups == ()


def test_other_group_rows_are_the_plans_own_groups() -> None:
    imported = read(
        word([SIX, merged("A. NHIỆM VỤ CHUNG"), row("1", "Một"), merged("Nhóm II: Hạ tầng số"),
              row("2", "Hai")])
    )  # fmt: skip

    assert [group.vi for group in imported.plan.groups] == ["NHIỆM VỤ CHUNG", "Hạ tầng số"]
    assert groups(imported) == [group.id for group in imported.plan.groups]


def test_groups_within_groups() -> None:
    imported = read(
        word([SIX, merged("A. Chính quyền số"), merged("I. Dữ liệu"), row("1", "Một"),
              merged("II. Dịch vụ công"), row("2", "Hai"), merged("B. Xã hội số"), row("3", "Ba")])
    )  # fmt: skip

    said = [(group.vi, group.parent) for group in imported.plan.groups]
    assert said == [("Chính quyền số", None), ("Dữ liệu", "nhom-1"), ("Dịch vụ công", "nhom-1"),
                    ("Xã hội số", None)]  # fmt: skip
    assert groups(imported) == ["nhom-2", "nhom-3", "nhom-4"]
    assert rules(imported) == []


def test_a_lettered_text_below_a_task_is_its_part_and_no_group() -> None:
    imported = read(
        word([SIX, row("1", "Đào tạo"), row("", "a) Lớp lãnh đạo", "", ""), row("2", "Hai")])
    )

    assert [part.vi for part in imported.plan.tasks[0].parts] == ["Lớp lãnh đạo"]


def test_groups_in_a_table_that_word_numbers_by_itself() -> None:
    imported = read(
        word([SIX, row("", "Phát triển nhân lực số", "", ""), row("", "Một"), row("", "Hai")])
    )

    assert [group.vi for group in imported.plan.groups] == ["Phát triển nhân lực số"]
    assert texts(imported.plan) == ["Một", "Hai"]


def test_groups_in_a_column_of_their_own() -> None:
    columns = ["TT", "Nhóm nhiệm vụ", "Nhiệm vụ", "Cơ quan chủ trì"]
    imported = read(
        word([columns, ["1", "Hạ tầng", "Một", "Sở Y tế"], ["2", ABOVE, "Hai", "Sở Nội vụ"],
              ["3", "Nhân lực", "Ba", "Sở Nội vụ"]])
    )  # fmt: skip

    assert [group.vi for group in imported.plan.groups] == ["Hạ tầng", "Nhân lực"]
    assert groups(imported) == ["nhom-1", "nhom-1", "nhom-2"]


def test_a_row_that_leads_to_others_stands_in_their_notes() -> None:
    imported = read(
        word([SIX, merged("I. Hạ tầng"), row("1", "Thể chế:", "", ""), row("a)", "Quy chế"),
              row("b)", "Đề án"), row("2", "Đào tạo")])
    )  # fmt: skip

    assert texts(imported.plan) == ["Quy chế", "Đề án", "Đào tạo"]
    notes = [task.note.vi if task.note else "" for task in imported.plan.tasks]
    assert notes == ["Thuộc: Thể chế:", "Thuộc: Thể chế:", ""]


def test_rows_below_a_task_that_say_nothing_else_are_its_parts() -> None:
    imported = read(
        word([SIX, row("1", "Đào tạo"), row("", "- Lớp lãnh đạo", "", ""),
              row("-", "Lớp cán bộ", "", ""), row("2", "Hai")])
    )  # fmt: skip

    first = imported.plan.tasks[0]
    assert [part.vi for part in first.parts] == ["Lớp lãnh đạo", "Lớp cán bộ"]
    assert len(imported.plan.tasks) == 2


def test_paragraphs_of_a_cell_are_parts_where_they_are_a_list_and_else_one_text() -> None:
    imported = read(
        word([SIX, row("1", "Thí điểm, gồm:\n(1) Bến xe;\n(2) Chợ."),
              row("2", "Số hóa.\nVùng na;\nVùng hồi."), row("3", "Xây dựng\nnền tảng\nDùng chung")])
    )  # fmt: skip

    said = [(task.text.vi, [p.vi for p in task.parts]) for task in imported.plan.tasks if task.text]
    assert said == [
        ("Thí điểm, gồm:", ["Bến xe;", "Chợ."]),
        ("Số hóa.", ["Vùng na;", "Vùng hồi."]),
        ("Xây dựng nền tảng Dùng chung", []),
    ]


def test_a_lead_over_several_rows_leads_all_of_them() -> None:
    imported = read(word([SIX, row("1", "Một"), row("2", "Hai", lead=ABOVE)]))

    assert [names(task)[0] for task in imported.plan.tasks] == [["so-y-te"], ["so-y-te"]]


def test_a_task_over_several_rows_has_all_its_products_and_the_other_deadline_in_its_note() -> None:
    imported = read(
        word([SIX, ["1", "Một", "Sở Y tế", "", "Đề án", "2026"],
              [ABOVE, ABOVE, ABOVE, "", "Báo cáo", "2027"]])
    )  # fmt: skip

    (task,) = imported.plan.tasks
    assert [product.vi for product in task.products] == ["Đề án", "Báo cáo"]
    assert task.deadline.deadline.wording == "2026"
    assert task.note is not None
    assert task.note.vi == "Thời hạn: 2027"
    assert rules(imported) == ["import.second-deadline"]


def test_a_table_goes_on_over_pages_with_and_without_its_headings() -> None:
    imported = read(
        word([SIX, row("1", "Một")], [row("2", "Hai"), row("3", "Ba")], [SIX, row("4", "Bốn"),
             SIX, row("5", "Năm")])
    )  # fmt: skip

    assert texts(imported.plan) == ["Một", "Hai", "Ba", "Bốn", "Năm"]


def test_a_row_that_a_page_cut_is_one_task_and_is_told() -> None:
    imported = read(
        word([SIX, row("1", "Xây dựng trung tâm")], [["", "dữ liệu của tỉnh", "", "Sở Nội vụ", "",
              ""], row("2", "Hai")])
    )  # fmt: skip

    assert texts(imported.plan) == ["Xây dựng trung tâm dữ liệu của tỉnh", "Hai"]
    assert names(imported.plan.tasks[0]) == (["so-y-te"], ["so-noi-vu"])
    assert "import.row-joined" in rules(imported)


def test_what_is_no_task_is_told_with_its_place_and_never_lost() -> None:
    imported = read(word([SIX, row("1", "Một"), merged("Ghi chú: số liệu tạm tính")]))

    (finding,) = imported.report.findings
    assert finding.place.words("en") == "table 2, row 3"
    assert "số liệu tạm tính" in finding.message.vi


def test_a_deadline_that_is_not_understood_keeps_its_words_and_is_told() -> None:
    imported = read(word([SIX, row("1", "Một", "nhiệm kỳ")]))

    assert imported.plan.tasks[0].deadline.deadline.wording == "nhiệm kỳ"
    assert rules(imported) == ["import.deadline"]


def test_a_roadmap_beside_the_tasks_is_not_read_twice() -> None:
    roadmap = [["TT", "Nhiệm vụ", "2025", "2026", "2027"], ["1", "Một", "x", "", ""]]
    imported = read(word([SIX, row("1", "Một")], "Lộ trình", roadmap))

    assert texts(imported.plan) == ["Một"]
    assert rules(imported) == ["import.roadmap"]


def test_a_roadmap_alone_gives_the_tasks_and_keeps_its_cells() -> None:
    imported = read(
        word([["TT", "Nhiệm vụ", "2025", "2026"], ["1", "Một", "lập đề án", "vận hành"]])
    )

    (task,) = imported.plan.tasks
    assert task.note is not None
    assert task.note.vi == "2025: lập đề án; 2026: vận hành"


def test_a_nested_table_is_part_of_its_cell() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("TỈNH ỦY CAO BẰNG")
    document.add_paragraph("Cao Bằng, ngày 28 tháng 3 năm 2025")
    table = document.add_table(2, 6)
    for column, text in enumerate(SIX):
        table.cell(0, column).text = text
    table.cell(1, 1).text = "Việc"
    inner = table.cell(1, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Sở Y tế", "Sở Nội vụ"
    from import_builders import saved

    (task,) = read(saved(document)).plan.tasks

    assert task.leads == ("so-y-te", "so-noi-vu")


def test_a_column_without_a_heading_that_counts_numbers_the_rows() -> None:
    table = [
        ["", *SIX[1:]],
        ["I", "Hạ tầng số", LEFT, LEFT, LEFT, LEFT],
        ["1", "Phủ sóng 5G", "Sở Y tế", "", "", "2025"],
        ["-", "Cáp quang đến thôn", "", "", "", ""],
    ]

    (task,) = read(word(table)).plan.tasks

    assert [part.vi for part in task.parts] == ["Cáp quang đến thôn"]
    assert task.note is None


def test_a_code_that_stands_for_the_number_is_kept() -> None:
    task = only(word([["Mã NV", *SIX[1:]], ["DN-01", "Phủ sóng 5G", "Sở Y tế", "", "", "2025"]]))

    assert task.note is not None
    assert task.note.vi == "Mã NV: DN-01"


def test_a_row_beside_one_that_led_to_others_is_not_among_those() -> None:
    table = [
        SIX,
        ["1", "Ban hành văn bản", "", "", "", ""],
        row("a)", "Nghị quyết chuyên đề"),
        row("b)", "Quy chế làm việc"),
        row("2", "Hạ tầng"),
    ]

    first, second, third = read(word(table)).plan.tasks

    assert first.group == second.group != third.group
    assert (first.note, second.note, third.group) == (None, None, None)


def test_a_heading_that_says_before_is_part_of_the_deadline() -> None:
    table = [[*SIX[:5], "Hoàn thành trước ngày"], row("1", "Phủ sóng 5G", "15/8/2025")]

    assert deadline(only(word(table))) == "trước 15/8/2025"


def test_a_further_table_is_not_in_the_last_group_of_the_one_before() -> None:
    first = [SIX, ["I", "Chợ số", LEFT, LEFT, LEFT, LEFT], row("1", "Phủ sóng")]
    projects, group = [SIX, row("1", "Trung tâm")], [SIX, row("1", "Quán triệt")]

    tasks = read(word(first, "Danh mục dự án", projects, f"I. {GROUP_1}", group)).plan.tasks

    assert [task.group for task in tasks] == ["nhom-1", None, "1"]
