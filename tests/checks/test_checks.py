"""What is said about a plan before and after it is built."""

from __future__ import annotations

from typing import Any

import pytest
from plan_builders import plan

from r57plans.checks import examine

TASK = {
    "id": "local-1",
    "group": "3",
    "text": "Việc",
    "leads": ["so-khcn"],
    "products": ["Báo cáo"],
    "deadline": 2025,
}
COMPLETE: dict[str, Any] = {
    "signer": {"authority": "ban-thuong-vu", "role": "bi-thu"},
    "recipients": ["Văn phòng"],
}
SECTIONS: dict[str, Any] = {
    "tasks": [TASK],
    "committee": {"head": "bi-thu"},
    "context": ["Miền núi"],
}


def errors(document: dict[str, Any], **sections: Any) -> list[str]:
    return [f.message.en for f in examine(plan(document, **sections)).errors]


def test_a_draft_may_lack_anything() -> None:
    assert errors({}) == []


def test_signing_needs_all_but_number_and_day() -> None:
    assert errors({**COMPLETE, "status": "signing", "date": "2025-03"}, **SECTIONS) == []
    assert len(errors({"status": "signing"})) == 4


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"number": None, "date": "2025-03-28"}, "number"),
        ({"number": 12, "date": "2025-03"}, "day"),
    ],
)
def test_issued_needs_number_and_day_as_well(given: dict[str, Any], word: str) -> None:
    found = errors({**COMPLETE, **given, "status": "issued"}, **SECTIONS)

    assert len(found) == 1
    assert word in found[0]


def test_a_refusal_says_what_to_fill_in_in_both_languages() -> None:
    finding = examine(plan({**COMPLETE, "status": "issued"}, **SECTIONS)).errors[0]

    assert "document.number" in finding.hint.vi
    assert "document.number" in finding.hint.en
    assert "số văn bản" in finding.message.vi


def test_a_deadline_that_is_not_understood_is_a_warning_with_the_words() -> None:
    task = {**TASK, "deadline": "khoảng mùa xuân gì đó", "milestones": [{"deadline": "lúc ấy"}]}

    found = [f for f in examine(plan(tasks=[task])) if f.rule == "plan.deadline-unknown"]

    assert [f.level for f in found] == ["warning", "warning"]
    assert "khoảng mùa xuân gì đó" in found[0].message.vi


def test_blanks_are_told_one_line_a_kind() -> None:
    bare = {"id": "local-1", "group": "3", "text": "Việc"}

    said = " ".join(f.message.en for f in examine(plan(tasks=[bare])) if f.rule == "build.blank")

    for word in (
        "number",
        "signer",
        "recipients",
        "committee",
        "situation",
        "a lead",
        "a product",
        "a deadline",
    ):
        assert word in said


def test_nothing_is_blank_in_a_complete_plan() -> None:
    document = {**COMPLETE, "number": 12, "signer": {"role": "bi-thu", "name": "N. V. A."}}

    assert list(examine(plan(document, **SECTIONS))) == []


def test_only_a_provincial_party_committee_must_name_the_steering_committee() -> None:
    state = {**COMPLETE, "status": "signing", "issuer": "ubnd", "type": "KH"}

    assert errors(state, tasks=[TASK]) == []
    assert len(errors({**COMPLETE, "status": "signing"}, tasks=[TASK])) == 1


def test_targets_without_values_are_told_but_not_their_parents() -> None:
    targets = [
        {"id": "local-1", "name": "Nhóm"},
        {"id": "local-2", "name": "Con", "parent": "local-1"},
    ]

    said = [f.message.en for f in examine(plan(targets=targets))]

    assert any("values of 1 target (local-2)" in message for message in said)


def test_a_task_without_a_group_is_a_warning() -> None:
    local = {"id": "local-1", "text": "Việc"}
    groups = [{"id": "a", "vi": "Trụ cột"}]

    alone = [f.rule for f in examine(plan(tasks=[local, {"id": "1.1.1"}]))]
    among_own = [f.rule for f in examine(plan(groups=groups, tasks=[{"id": "1.1.1"}]))]

    assert alone.count("plan.task-group") == 1
    assert among_own.count("plan.task-group") == 1


def test_an_attachment_is_signed_numbered_and_sent_by_the_act_that_issues_it() -> None:
    cover = {"type": "QĐ", "number": 512, "date": "2025-03-21"}
    blank = {"type": "QĐ"}

    ready = errors({"cover": cover, "status": "issued", "date": "2025-03"}, **SECTIONS)
    refused = examine(
        plan({"cover": blank, "status": "issued", "date": "2025-03"}, **SECTIONS)
    ).errors
    notes = [f.place.path for f in examine(plan({"cover": blank}, **SECTIONS))]

    assert ready == []
    assert [f.place.path for f in refused] == ["document/cover/number", "document/cover/date"]
    assert notes == ["document/cover/number"]


def test_a_task_of_its_own_without_words_is_told() -> None:
    tasks = [{"id": "local-1", "group": "1"}, {"id": "1.1.1"}, {"id": "local-2", "title": "A"}]

    said = [f.message.en for f in examine(plan(tasks=tasks))]

    assert "still blank: the text for 1 task (local-1)" in said
    assert "still blank: a lead for 3 tasks (local-1, 1.1.1, local-2)" in said


def test_a_reporting_day_that_does_not_exist_is_a_warning() -> None:
    reporting = [{"every": "6 tháng", "by": ["15/6", "31/2", "abc"]}]

    found = [f for f in examine(plan(reporting=reporting)) if f.rule == "plan.report-day"]

    assert ["31/2" in found[0].message.vi, "abc" in found[1].message.en] == [True, True]
    assert len(found) == 2
