"""Status files: what is wrong with one is said with its line, before any of it is used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plan_builders import plan
from status_builders import MID_YEAR, checked

from r57plans.errors import LoadError
from r57plans.load import check_status, check_status_file, load_status
from r57plans.model.plan import Plan
from r57plans.model.status import Status

TASKS = [{"id": "1.1.1", "deadline": "Quý II/2025"}, {"id": "1.1.2"}]
TARGETS = [{"id": "digital-economy"}]
PLAN = plan({"number": "12"}, tasks=TASKS, targets=TARGETS)
BOTH = "tasks: [{id: 1.1.1}, {id: 1.1.2}]\n"


def rules(text: str, given: Plan = PLAN, on: date = MID_YEAR) -> dict[str, int]:
    """The rules of what is found, each with its line."""
    return {finding.rule: finding.place.line for finding in checked(text, given, on)[1]}


def test_all_that_a_file_may_say_is_read() -> None:
    text = """
document: {type: CTr, number: 12, date: 2025-03-28}
leadership: [{vi: Đã họp., en: Met.}]
tasks:
  - id: 1.1.1
    state: done
    done_on: 2025-06-20
    progress: 100%
    products: [Báo cáo, {vi: Quyết định, number: 45-QĐ/TU, date: 2025-06}]
    result: Xong
    difficulty: Khó
    proposal: Đề nghị
    note: riêng
  - {id: 1.1.2, state: }
targets:
  - id: digital-economy
    actual: {date: 2025-06, value: 7.2, unit: "%", source: Chi cục Thống kê}
funds: [{name: Ngân sách, planned: "60.000", disbursed: "18.000", unit: triệu đồng}]
"""

    found, report = checked(text, PLAN)

    assert not report
    assert found is not None
    first, second = found.tasks
    assert (first.done_on, first.progress) == (date(2025, 6, 20), 100)
    assert [p.vi for p in first.products] == ["Báo cáo", "Quyết định"]
    assert second.state is None
    assert found.targets[0].actual[0].value.vi == "7.2"
    assert found.place("tasks", 0, "done_on").line == 9


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("tasks:\n  - {id: 1.1.22, state: running}\n", "status.unknown-task", 4),
        ("targets:\n  - {id: digital-economi}\n", "status.unknown-target", 4),
        ("tasks:\n  - {id: 1.1.1}\n  - {id: 1.1.1}\n", "status.duplicate-id", 5),
        ("tasks:\n  - {id: 1.1.1, state: done}\n", "status.done-undated", 4),
        ("tasks:\n  - {id: 1.1.1, done_on: 2025-06-01}\n", "status.done-state", 4),
        ("tasks:\n  - {id: 1.1.1, state: done, done_on: 2025-07-01}\n", "status.done-later", 4),
        ("tasks:\n  - {id: 1.1.1, state: done, done_on: 2025-06}\n", "status.date", 4),
        ("tasks:\n  - {id: 1.1.1, state: done, done_on: 2025-06-31}\n", "status.date", 4),
        ("tasks:\n  - {id: 1.1.1, state: xong}\n", "status.choice", 4),
        ("tasks:\n  - {id: 1.1.1, progress: 120}\n", "status.number", 4),
        ("tasks:\n  - {id: 1.1.1, progres: 12}\n", "status.unknown-field", 4),
        (BOTH + "targets: [{id: digital-economy, actual: {date: 2025-07, value: 1}}]\n",
         "status.value-later", 4),
        ("document: {type: KH}\n", "status.other-document", 3),
        ("document: {number: 13}\n", "status.other-document", 3),
        ("unit: Công Hải\n", "status.other-plan", 3),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(text: str, rule: str, line: int) -> None:
    assert rules(text)[rule] == line


def test_a_file_of_another_province_is_refused() -> None:
    text = b"format: r57plans/status/1\nprovince: lang-son\n"

    found, report = check_status(text, "status.yaml", PLAN, MID_YEAR)

    assert found is None
    assert report.errors[0].rule == "status.other-plan"


def test_an_unknown_task_is_told_with_the_nearest_that_there_is() -> None:
    report = checked("tasks: [{id: 1.1.22}]\n", PLAN)[1]

    assert "1.1.2" in report.errors[0].hint.en


def test_warnings_do_not_stop_the_work() -> None:
    found, report = checked("document: {type: KH}\n" + BOTH, PLAN)

    assert isinstance(found, Status)
    assert [f.level for f in report] == ["warning"]


def test_tasks_that_the_file_lacks_are_noted_together() -> None:
    one, both = rules("tasks: [{id: 1.1.2}]\n"), rules(BOTH)

    assert one == {"status.missing-task": 3}
    assert both == {}


def test_entries_of_any_shape_are_told_and_nothing_is_raised() -> None:
    for text in ("tasks: 5\n", "tasks: [x, 3, null]\n", "targets: {id: [1]}\n", "document: 7\n"):
        found, report = checked(text, PLAN)

        assert found is None
        assert report.errors


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "status.yaml"
    path.write_text("format: r57plans/status/1\nprovince: cao-bang\n" + BOTH, "utf-8")

    assert load_status(path, PLAN, MID_YEAR).province == "cao-bang"


def test_what_cannot_be_read_is_told_as_a_status_file(tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_bytes(b"")

    missing = check_status_file(tmp_path / "no.yaml", PLAN, MID_YEAR)[1]
    nothing = check_status_file(empty, PLAN, MID_YEAR)[1]

    assert [f.rule for f in missing] == ["status.file-missing"]
    assert [f.rule for f in nothing] == ["status.empty"]
    assert "status init" in nothing.findings[0].hint.en
    with pytest.raises(LoadError):
        load_status(empty, PLAN, MID_YEAR)
