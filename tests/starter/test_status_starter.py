"""A status file begins with every task and no state; later only what is missing is added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_builders import plan
from status_builders import MID_YEAR

from r57plans.errors import LoadError
from r57plans.load import check_status
from r57plans.starter import starter_status, updated_status

TASKS = [
    {"id": "1.1.1", "deadline": "Quý II/2025"},
    {"id": "1.1.2"},
    {"id": "2.1.1", "deadline": "Hằng năm"},
    {"id": "local-1", "group": "3", "text": "Việc #1: riêng", "deadline": "2025"},
]
TARGETS = [{"id": "digital-economy", "values": [{"year": 2030, "value": "≥ 20"}]}]
PLAN = plan(tasks=TASKS, targets=TARGETS)
HAND = (
    "# Tệp của văn phòng   \n"
    + """format: r57plans/status/1
province: 'cao-bang'

tasks:
  # nhóm một
  - id: 1.1.2   # ghi chú
    state: "running"
    result: >-
      Đã họp,
      đã giao việc.
  # nhóm hai
  - {id: 2.1.1, state: standing}

limits: []  # chưa có
"""
)


def without(text: str, added: list[str]) -> str:
    """The text without the two lines of each entry that was added."""
    lines, kept, skip = text.splitlines(keepends=True), [], 0
    for line in lines:
        if any(line.lstrip().startswith(f"- id: {name} ") for name in added):
            skip = 2
        skip -= 1
        if skip < 0:
            kept.append(line)
    return "".join(kept)


def test_a_new_file_loads_and_says_nothing_of_any_task() -> None:
    found, report = check_status(starter_status(PLAN).encode(), "status.yaml", PLAN, MID_YEAR)

    assert not report
    assert found is not None
    assert [entry.id for entry in found.tasks] == [task["id"] for task in TASKS]
    assert {entry.state for entry in found.tasks} == {None}
    assert [entry.id for entry in found.targets] == ["digital-economy"]


def test_each_task_has_its_name_and_deadline_beside_it() -> None:
    text = starter_status(PLAN, "en")

    lines = [line for line in text.splitlines() if "- id: " in line]
    assert lines[0].endswith("| Q2 2025")
    assert lines[3].startswith("  - id: local-1  # [vi] Việc #1: riêng | 2025")
    assert lines[4].startswith("  - id: digital-economy  # ")
    assert "2030: ≥ 20" in lines[4]


def test_the_file_names_the_plan_s_document_and_unit() -> None:
    unit = {"type": "xã", "vi": "Công Hải"}
    commune = plan({"number": "05"}, unit=unit, tasks=TASKS)

    text = starter_status(commune, schema="file:///status.schema.json")

    assert text.startswith("# yaml-language-server: $schema=file:///status.schema.json\n")
    assert 'document: {type: CTr, number: "05", date: 2025-03-28}' in text
    assert not check_status(text.encode(), "status.yaml", commune, MID_YEAR)[1]


def test_missing_tasks_are_added_in_their_places_and_all_else_stays() -> None:
    text, added = updated_status(HAND.encode(), PLAN, "status.yaml")

    found, report = check_status(text.encode(), "status.yaml", PLAN, MID_YEAR)
    assert added == ["1.1.1", "local-1"]
    assert without(text, added) == HAND
    assert not report
    assert found is not None
    assert [entry.id for entry in found.tasks] == ["1.1.1", "1.1.2", "2.1.1", "local-1"]


def test_a_file_that_has_all_is_left_as_it_is() -> None:
    whole = starter_status(PLAN)

    assert updated_status(whole.encode(), PLAN, "status.yaml") == (whole, [])


@pytest.mark.parametrize("tasks", ["", "tasks:\n", "tasks: []\n"])
def test_a_file_without_tasks_gets_them_all(tasks: str) -> None:
    head = f"format: r57plans/status/1\nprovince: cao-bang\n{tasks}limits: []\n"

    text, added = updated_status(head.encode(), PLAN, "status.yaml")

    found, report = check_status(text.encode(), "status.yaml", PLAN, MID_YEAR)
    assert added == [task["id"] for task in TASKS]
    assert not report
    assert found is not None
    assert len(found.tasks) == len(TASKS)


def test_windows_line_ends_stay() -> None:
    text, added = updated_status(HAND.replace("\n", "\r\n").encode(), PLAN, "status.yaml")

    assert without(text, added) == HAND.replace("\n", "\r\n")


@pytest.mark.parametrize("data", [b"", b"tasks: [", b"\xff\xfe", b"- 1\n"])
def test_what_is_no_status_file_is_refused(data: bytes) -> None:
    with pytest.raises(LoadError):
        updated_status(data, PLAN, "status.yaml")


@given(st.sets(st.sampled_from([task["id"] for task in TASKS])))
def test_whatever_is_missing_comes_back_and_nothing_else_changes(gone: set[str]) -> None:
    whole = starter_status(PLAN)
    small = without(whole, sorted(gone, key=len))

    text, added = updated_status(small.encode(), PLAN, "status.yaml")

    assert set(added) == gone
    assert without(text, added) == small
