"""The table of opinions: one row an opinion, grouped by who gave it, with what came of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from assessed import TASK
from plan_builders import plan, text_of
from validators import audit_errors, integrity_errors, sdk_errors

from r57plans.findings import Language, Message
from r57plans.model.proposal import Proposal, Source
from r57plans.opinions import Decided, opinions
from r57plans.word.outline import outline
from r57plans.word.package import read_package

PLAN = plan(tasks=[TASK, TASK | {"id": "local-2"}])
SCIENCE = Source("in/so-khcn.docx", "Nguyễn Văn A")
HER = Source("du-thao.docx", "Trần Thị B")


def change(field: str, old: str, new: str, **more: Any) -> Proposal:
    task = more.pop("task", "local-1")
    return Proposal("change", f"task/{task}/{field}", field, tuple(filter(None, old.split("; "))),
                    tuple(filter(None, new.split("; "))), task=task, **more)  # fmt: skip


def table(*decided: Decided, language: Language = "vi") -> str:
    """The file as text without formats."""
    told = text_of(outline(opinions(decided, PLAN, language)).replace("°", " ").replace("⁻", "-"))
    told = re.sub(r"¶\[R57Table\w+\]", "¶", told)
    return told.replace("| ¶ ", "| ").replace(") ¶ ", ") ")


LATER = change("deadline", "Quý III/2025", "Quý IV/2025", source=SCIENCE)
OTHER = change("leads", "Sở Khoa học và Công nghệ", "Sở Tài chính", source=SCIENCE)


def test_what_one_body_says_of_a_task_is_one_opinion_answered_point_by_point() -> None:
    said = table(Decided(LATER, True), Decided(OTHER, False, "Đã có chủ trương."))

    assert (
        "| (↓) 1 | (↓) Sở Khoa học và Công nghệ "
        "| Nhiệm vụ 1 “Xây dựng trung tâm đổi mới sáng tạo”: "
        "¶ - Thời hạn, sửa “Quý III/2025” thành “Quý IV/2025”. "
        "¶ - Cơ quan chủ trì, sửa “Sở Khoa học và Công nghệ” thành “Sở Tài chính”. "
        "| Tiếp thu một phần: ¶ - Thời hạn: tiếp thu. "
        "¶ - Cơ quan chủ trì: giữ nguyên như dự thảo. Lý do: Đã có chủ trương. |"
    ) in said


def test_opinions_of_others_stand_under_their_own_names_and_are_counted() -> None:
    hers = change("text", "Xây dựng trung tâm", "Mở trung tâm", task="local-2", source=HER)

    said = table(Decided(LATER, True), Decided(hers, False), Decided(OTHER, True))

    assert "Tổng số 2 ý kiến của 2 cơ quan, đơn vị, cá nhân; trong đó tiếp thu: 1; " in said
    assert "giải trình, giữ nguyên như dự thảo: 1." in said
    assert "| (↓) 2 | (↓) Trần Thị B | Nhiệm vụ 2 " in said


@pytest.mark.parametrize(
    ("file", "who"),
    [
        ("Góp ý Sở KHCN.docx", "Sở Khoa học và Công nghệ"),
        ("du-thao-2.vi (van-phong-tinh-uy).docx", "Văn phòng Tỉnh ủy"),
        ("gop-y.docx", "Nguyễn Văn A"),
    ],
)
def test_a_file_named_after_a_body_is_that_body_s(file: str, who: str) -> None:
    later = replace(LATER, source=Source(file, "Nguyễn Văn A"))

    assert f"| (↓) 1 | (↓) {who} |" in table(Decided(later, True))


def test_what_is_not_taken_without_a_reason_leaves_room_for_one() -> None:
    assert "| Giữ nguyên như dự thảo. Lý do: … |" in table(Decided(LATER, False))


def test_of_a_list_only_what_comes_or_goes_is_quoted() -> None:
    more = change("supports", "Sở Tài chính; Sở Nội vụ", "Sở Tài chính; Công an tỉnh; Sở Nội vụ")

    assert "cơ quan phối hợp, bổ sung “Công an tỉnh”." in table(Decided(more, True))


def test_of_a_long_text_only_the_words_around_the_change_are_quoted() -> None:
    old = "Phát triển " + "hạ tầng số, dữ liệu số " * 12 + "trên toàn tỉnh."

    said = table(Decided(change("text", old, old.replace("toàn tỉnh", "địa bàn tỉnh")), True))

    assert "số trên toàn tỉnh.” thành “… " in said
    assert "Phát triển hạ tầng" not in said


def test_new_rows_dropped_tasks_and_comments_are_said_as_such() -> None:
    row = (("text", ("Xây dựng kho dữ liệu",)), ("deadline", ("2026",)))
    new = Proposal("add", "task/new", row=row, after="local-1", source=HER)
    gone = Proposal("remove", "task/local-2", task="local-2", source=HER)
    note = Proposal("note", "task/local-1/text", new=("Cần làm rõ.",), task="local-1", source=HER)

    said = table(Decided(new, True), Decided(gone, False), Decided(note, True, "Đã làm rõ."))

    assert "Bổ sung nhiệm vụ: “Xây dựng kho dữ liệu”; thời hạn: 2026." in said
    assert "trung tâm đổi mới sáng tạo”: đề nghị bỏ." in said
    assert "trung tâm đổi mới sáng tạo”: ý kiến: “Cần làm rõ.” | Tiếp thu. Đã làm rõ. |" in said


def test_the_english_table_says_the_same() -> None:
    reason = Message("Đã có chủ trương.", "It was decided before.")

    said = table(Decided(LATER, False, reason), language="en")

    assert "on the draft Action Programme of Cao Bang Province" in said
    assert "Department of Science and Technology" in said
    assert "deadline, “Quý III/2025” to be changed to “Quý IV/2025”." in said
    assert "Kept as in the draft. Reason: It was decided before." in said


def test_opinions_stand_in_the_order_of_the_document_and_people_in_that_of_their_files() -> None:
    last = change("deadline", "2026", "2027", task="local-2", source=SCIENCE)
    context = Proposal("change", "context/0", "context", ("a",), ("b",), source=SCIENCE)
    theirs = change("deadline", "2026", "2027", source=HER)

    said = table(Decided(last, True), Decided(theirs, True), Decided(context, True))

    order = ("Sở Khoa học", "Đặc điểm, tình hình: sửa", "Nhiệm vụ 2 ", "Trần Thị B", "Nhiệm vụ 1 ")
    assert [*sorted(order, key=said.index)] == [*order]


def test_changed_words_of_the_template_and_general_comments_are_said_as_such() -> None:
    fixed = Proposal("fixed", "", old=("Kinh phí được bố trí",), new=("Kinh phí bảo đảm",))
    note = Proposal("note", "", new=("Nhất trí với dự thảo.",), source=HER)

    said = table(Decided(fixed, False), Decided(note, True))

    assert "(↓) Không rõ tên | Câu chữ chung của văn bản: sửa “Kinh phí được bố trí” thành " in said
    assert "(↓) Trần Thị B | Ý kiến chung: “Nhất trí với dự thảo.” | Tiếp thu. |" in said


def test_paragraphs_and_targets_that_come_or_go_are_said_as_such() -> None:
    gone = Proposal("remove", "context/1", old=("Đoạn cũ.",), source=HER)
    come = Proposal("add", "context", new=("Đoạn mới.",), after="context/0", source=HER)
    member = Proposal("add", "committee/members", new=("Giám đốc Sở Y tế",), source=HER)
    target = Proposal("add", "target/new-1", row=(("name", ("Số hóa",)),), source=HER)

    said = table(*(Decided(each, None) for each in (gone, come, member, target)))

    assert "Đặc điểm, tình hình: đề nghị bỏ “Đoạn cũ”." in said
    assert "Đặc điểm, tình hình: bổ sung “Đoạn mới”." in said
    assert "Ban Chỉ đạo: bổ sung ủy viên “Giám đốc Sở Y tế”." in said
    assert "Bổ sung chỉ tiêu: “Số hóa”." in said


@pytest.mark.parametrize(
    "validator",
    [pytest.param(sdk_errors, marks=pytest.mark.word), audit_errors, integrity_errors],
)
def test_no_validator_complains(validator: Callable[[Path], list[str]], tmp_path: Path) -> None:
    file = tmp_path / "opinions.docx"
    file.write_bytes(opinions([Decided(LATER, True), Decided(OTHER, False)], PLAN))

    assert validator(file) == []


def test_without_opinions_it_says_so() -> None:
    assert "Không có ý kiến góp ý." in table()


def test_the_pages_are_landscape_and_the_head_stands_on_each() -> None:
    document = read_package(opinions([Decided(LATER, True)], PLAN))["word/document.xml"]

    assert document.count(b'w:orient="landscape"') == 1
    assert b"<w:tblHeader/>" in document


def test_the_same_opinions_give_the_same_bytes() -> None:
    assert opinions([Decided(LATER, True)], PLAN) == opinions([Decided(LATER, True)], PLAN)
