"""Every set of columns that was seen in plans of provinces and communes is read."""

from __future__ import annotations

import pytest
from import_builders import ABOVE, LEFT, SIX, STATE, names, only, read, rules, texts, word

GOVERNMENT = [
    "TT", "Nhiệm vụ", "Kết quả yêu cầu", "Thời gian", "Cơ quan thực hiện", "Tiến độ",
    "Kết quả hiện nay",
]  # fmt: skip


def test_the_six_columns_of_a_task_annex() -> None:
    task = only(
        word(
            [SIX, ["1", "Phủ sóng 5G", "Sở Khoa học và Công nghệ", "Công an tỉnh; Sở Xây dựng",
                   "Quyết định của Ủy ban nhân dân tỉnh; Báo cáo", "Quý II/2025"]]
        )
    )  # fmt: skip

    assert task.text is not None
    assert task.text.vi == "Phủ sóng 5G"
    assert names(task) == (["so-khoa-hoc-va-cong-nghe"], ["cong-an-tinh", "so-xay-dung"])
    said = [product.vi for product in task.products]
    assert said == ["Quyết định của Ủy ban nhân dân tỉnh", "Báo cáo"]
    assert task.deadline.deadline.wording == "Quý II/2025"


def test_the_columns_of_a_tracker_keep_state_and_results_in_the_note() -> None:
    columns = [*GOVERNMENT, "Văn bản giao việc", "Đề xuất, kiến nghị"]
    row = ["1", "Xây dựng trung tâm dữ liệu", "Trung tâm", "Tháng 10/2025", "Sở Tài chính",
           "Đang làm", "Đã duyệt dự án", "12-TB/TU", "Bố trí vốn"]  # fmt: skip

    imported = read(word([columns, row], head=STATE))

    (task,) = imported.plan.tasks
    assert task.leads == ("so-tai-chinh",)
    assert task.deadline.deadline.wording == "Tháng 10/2025"
    assert [product.vi for product in task.products] == ["Trung tâm"]
    assert task.note is not None
    assert task.note.vi == (
        "Tiến độ: Đang làm; Kết quả hiện nay: Đã duyệt dự án; Văn bản giao việc: 12-TB/TU; "
        "Đề xuất, kiến nghị: Bố trí vốn"
    )
    assert rules(imported).count("import.column") == 4


def test_the_columns_of_a_commune_without_a_deadline() -> None:
    columns = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Sản phẩm", "Chỉ tiêu liên quan",
               "Ghi chú"]  # fmt: skip
    task = only(word([columns, ["1", "Lớp học số", "Sở Y tế", "Lớp", "CT 3", "thí điểm"]]))

    assert task.leads == ("so-y-te",)
    assert task.deadline.deadline.wording == ""
    assert task.note is not None
    assert task.note.vi == "thí điểm; Chỉ tiêu liên quan: CT 3"


@pytest.mark.parametrize(
    ("headings", "key"),
    [
        (["STT", "Nhiệm vụ", "CƠ QUAN\nCHỦ TRÌ", "Thời hạn"], "leads"),
        (["Stt", "NHIỆM VỤ, GIẢI PHÁP", "Đơn vị thực hiện", "Tiến độ hoàn thành"], "leads"),
        (["Số TT", "Nội dung", "Trách nhiệm thực hiện", "Thời gian thực hiện"], "leads"),
        (["TT", "Nhiem vu", "Co quan chu tri", "Thoi gian hoan thanh"], "leads"),
        (["TT", "Nhiệm vụ cụ thể", "Cơ quan chủ trì thực hiện", "Lộ trình"], "leads"),
        (["No.", "Task", "Lead agency", "Deadline"], "leads"),
        (["TT", "Tên nhiệm vụ", "Phân công thực hiện", "Hoàn thành"], "leads"),
        (["TT", "Công việc", "Đơn vị phối hợp", "Thời hạn hoàn thành"], "supports"),
    ],
)
def test_headings_are_known_in_other_words(headings: list[str], key: str) -> None:
    task = only(word([headings, ["1", "Phủ sóng", "Sở Y tế", "6/2025"]]))

    assert getattr(task, key) == ("so-y-te",)
    assert task.deadline.deadline.wording == "6/2025"


def test_several_rows_of_headings_and_numbered_columns() -> None:
    task = only(
        word(
            [
                ["STT", "Nhiệm vụ", "Cơ quan thực hiện", LEFT, "Thời gian", LEFT, "Sản phẩm"],
                [ABOVE, ABOVE, "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", ABOVE],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
                ["1", "Việc", "Sở Y tế", "Sở Nội vụ", "01/2025", "Quý II/2025", "Kế hoạch"],
            ]
        )
    )

    assert names(task) == (["so-y-te"], ["so-noi-vu"])
    assert task.deadline.deadline.wording == "Quý II/2025"
    assert task.note is not None
    assert task.note.vi == "Thời gian / Bắt đầu: 01/2025"


def test_leads_and_supports_of_one_column_are_told_apart_where_the_words_do() -> None:
    columns = ["STT", "Nội dung", "Cơ quan chủ trì, phối hợp", "Tiến độ hoàn thành"]
    imported = read(
        word(
            [
                columns,
                ["1", "Một", "Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ, Sở Tài chính", "2025"],
                ["2", "Hai", "Sở Y tế chủ trì, phối hợp với Sở Nội vụ", "2025"],
                ["3", "Ba", "Sở Y tế (chủ trì); Sở Nội vụ", "2025"],
                ["4", "Bốn", "Sở Y tế, Sở Nội vụ", "2025"],
            ]
        )
    )

    said = [names(task) for task in imported.plan.tasks]
    assert said[0] == (["so-y-te"], ["so-noi-vu", "so-tai-chinh"])
    assert said[1] == said[2] == (["so-y-te"], ["so-noi-vu"])
    assert said[3] == (["so-y-te", "so-noi-vu"], [])
    assert rules(imported).count("import.owners") == 1


def test_names_with_commas_classes_and_bodies_of_another_day() -> None:
    columns = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"]
    imported = read(
        word(
            [
                columns,
                ["1", "Một", "Sở Văn hóa, Thể thao và Du lịch, Sở KH&CN",
                 "Các sở, ban, ngành; UBND các xã, phường"],
                ["2", "Hai", "Sở Thông tin và Truyền thông", "- Công an tỉnh\n- Hội Nông dân"],
            ]
        )
    )  # fmt: skip

    one, two = imported.plan.tasks
    assert names(one) == (
        ["so-van-hoa-the-thao-va-du-lich", "so-khoa-hoc-va-cong-nghe"],
        ["cac-so-ban-nganh", "UBND các xã, phường"],
    )
    assert names(two)[0] == ["Sở Thông tin và Truyền thông"]
    assert "import.body-gone" in rules(imported)


def test_a_table_that_is_none_of_tasks_is_told_with_its_place() -> None:
    imported = read(
        word([["Năm", "Dân số"], ["2024", "500"]], [SIX, ["1", "Việc", "Sở Y tế", "", "", "2025"]])
    )

    (finding,) = (f for f in imported.report.findings if f.rule == "import.table")
    assert finding.place.words("vi") == "bảng 2, hàng 1"
    assert texts(imported.plan) == ["Việc"]
