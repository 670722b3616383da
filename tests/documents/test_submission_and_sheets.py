"""The submission of the draft plan, and the task sheets of its leads."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from built_examples import NAMES, Case
from plan_builders import plan
from printed_lines import lines

from r57plans.documents import build
from r57plans.errors import RefusedError

STATE = {"issuer": "ubnd", "type": "KH"}
TASKS = [
    {"id": "1.1.1", "leads": ["so-khcn", "cong-an-tinh"], "supports": ["so-tai-chinh"]},
    {"id": "1.1.2", "leads": ["so-khoa-hoc-va-cong-nghe"], "products": ["Kế hoạch"]},
    {"id": "2.1.1", "leads": [{"role": "bi-thu"}], "supports": ["so-khcn"]},
    {"id": "2.4.1"},
]


def submission(**particulars: Any) -> dict[str, Any]:
    return {"submission": {"type": "TTr", "date": "2025-03", **particulars}}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({}, ["VĂN PHÒNG", "Số -TTr/VPTU", "Kính trình: Ban Thường vụ Tỉnh ủy", "CHÁNH VĂN PHÒNG"]),
        (
            STATE,
            ["SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: /TTr-SKHCN",
             "Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng", "GIÁM ĐỐC"],
        ),
    ],
)  # fmt: skip
def test_the_usual_submitter_signs_in_his_own_right_and_writes_to_the_issuer(
    document: dict[str, Any], said: list[str]
) -> None:
    found = [" ".join(line.split()) for line in lines(plan(document, tasks=TASKS), "submission")]

    assert [line for line in said if line not in found] == []
    assert not [line for line in found if line.startswith(("T/M", "TM."))]


def test_a_commune_s_office_submits_to_its_own_committee() -> None:
    unit = {"type": "xã", "vi": "Mẫu", "en": "Mau"}

    said = lines(plan({"issuer": "dang-uy", "date": "2026-03"}, unit=unit, tasks=TASKS),
                 "submission")  # fmt: skip

    assert "Kính trình: Ban Thường vụ Đảng ủy xã" in said
    assert "ĐẢNG ỦY XÃ MẪU" in said


def test_another_submitter_and_addressee_are_as_the_plan_says() -> None:
    documents = submission(issuer="ubnd", to=["ban-chap-hanh", "chu-tich-hdnd"],
                           signer={"role": "pho-chu-tich-ubnd"})  # fmt: skip

    said = lines(plan(tasks=TASKS, documents=documents), "submission")

    assert any(line.startswith("Kính gửi: ") and "Hội đồng nhân dân" in line for line in said)
    assert "KT. CHỦ TỊCH" in said


def test_a_deputy_of_a_party_office_signs_for_its_head() -> None:
    documents = submission(issuer="van-phong-tinh-uy", signer={"role": "pho-chanh-van-phong"})

    said = lines(plan(tasks=TASKS, documents=documents), "submission")

    assert "K/T CHÁNH VĂN PHÒNG" in said
    assert "PHÓ CHÁNH VĂN PHÒNG" in said


def test_a_submission_counts_targets_and_tasks_group_by_group() -> None:
    targets = [{"id": "digital-economy", "values": [{"year": 2030, "value": "20"}]}]

    said = lines(plan(tasks=TASKS, targets=targets), "submission")

    assert "Dự thảo có 1 chỉ tiêu và 4 nhiệm vụ, chia theo các nhóm:" in said
    groups = [
        line.rpartition(": ")[2] for line in said if line.endswith(("2 nhiệm vụ;", "2 nhiệm vụ."))
    ]
    assert groups == ["2 nhiệm vụ;", "2 nhiệm vụ."]


def test_a_submission_counts_a_group_with_its_sub_groups_and_says_nothing_of_no_targets() -> None:
    groups = [{"id": "a", "vi": "Hạ tầng"}, {"id": "b", "vi": "Dữ liệu", "parent": "a"}]
    tasks = [{**task, "group": "b"} for task in TASKS[:3]]

    said = lines(plan(tasks=tasks, groups=groups), "submission")

    assert "Dự thảo có 3 nhiệm vụ, chia theo các nhóm:" in said
    assert said[said.index("Hạ tầng: 3 nhiệm vụ;") + 1] == "Dữ liệu: 3 nhiệm vụ."


def test_a_submission_names_the_appendices_in_small_letters() -> None:
    annexes = [{"kind": "tasks", "title": "Bảng giao việc"}, {"kind": "roadmap"}]

    said = lines(plan(tasks=TASKS, annexes=annexes), "submission")

    assert "Phụ lục 1: Bảng giao việc;" in said
    assert "Phụ lục 2: Lộ trình thực hiện nhiệm vụ." in said


@pytest.mark.parametrize("example", NAMES)
def test_each_lead_has_one_sheet_with_all_its_tasks(example: str) -> None:
    view = Case(example, "vi", document="task-sheets").view
    given = Counter((str(lead).lower(), t.id) for t in view.tasks for lead in t.leads if lead)

    found = Counter((sheet.lead.lower(), t.id) for sheet in view.sheets for t in sheet.tasks)

    assert found == given
    assert len({sheet.lead for sheet in view.sheets}) == len(view.sheets) > 2


def test_a_body_has_one_sheet_under_all_its_ids_and_a_task_without_a_lead_has_none() -> None:
    said = lines(plan(tasks=TASKS), "task-sheets")

    titles = [line for before, line in pairwise(said)
              if before == "PHIẾU NHIỆM VỤ"]  # fmt: skip
    assert titles == ["Sở Khoa học và Công nghệ", "Công an tỉnh", "Bí thư Tỉnh ủy"]
    assert [line for line in said if line.startswith("Nhiệm vụ")
            and line.endswith(")")] == ["Nhiệm vụ chủ trì (2)", "Nhiệm vụ phối hợp (1)",
                                        "Nhiệm vụ chủ trì (1)", "Nhiệm vụ chủ trì (1)"]  # fmt: skip


def test_a_task_of_two_leads_names_the_other_one_on_either_sheet() -> None:
    said = lines(plan(tasks=TASKS), "task-sheets")

    assert [line for line in said if line.startswith("Cùng chủ trì")] == [
        "Cùng chủ trì: Công an tỉnh",
        "Cùng chủ trì: Sở Khoa học và Công nghệ",
    ]


def test_a_sheet_has_the_milestones_and_who_is_in_charge() -> None:
    step = {"deadline": "15/4/2025", "product": "Dự thảo đề án"}
    task = {**TASKS[1], "milestones": [step], "in_charge": "pho-bi-thu-thuong-truc"}

    said = lines(plan(tasks=[task]), "task-sheets")

    assert said[said.index("Mốc thực hiện:") + 1] == "15/4/2025: Dự thảo đề án"
    assert "Phụ trách: Phó Bí thư Thường trực Tỉnh ủy" in said


def test_numbers_are_a_task_s_own_even_where_each_group_begins_at_1() -> None:
    annexes = [{"kind": "tasks", "numbering": "by-group"}]

    said = lines(plan(tasks=TASKS, annexes=annexes), "task-sheets")

    assert [line for line in said if line in ("I.1", "I.2", "II.1")] == [
        "I.1", "I.2", "II.1", "I.1", "II.1"
    ]  # fmt: skip


def test_a_plan_without_leads_gives_no_sheets() -> None:
    with pytest.raises(RefusedError, match="No task has a lead body"):
        build(plan(tasks=[{"id": "1.1.1"}]), ["vi"], ["task-sheets"])


def test_sheets_in_english_note_what_is_not_translated() -> None:
    given = plan(tasks=[{**TASKS[0], "text": "Chỉ có tiếng Việt"}], context="Cũng vậy")

    notes = build(given, ["en"], ["task-sheets"]).report

    told = [f.place.path for f in notes if f.rule == "build.untranslated"]
    assert told == ["tasks/0/text"]
