"""The report for the committee says what is wrong, of what, in words that need no plan file."""

from __future__ import annotations

from assessed import TASK, good

from r57plans.checks import check
from r57plans.compliance import compliance_report
from r57plans.model.plan import Plan
from r57plans.word.package import read_package


def text_of(made: Plan) -> str:
    document = read_package(compliance_report(made, check(made), "vi"))["word/document.xml"]
    return document.decode()


def test_what_a_rule_finds_of_several_tasks_is_said_as_a_fault_and_counted() -> None:
    tasks = [TASK | {"id": f"local-{n}", "deadline": None} for n in (1, 2, 3)]

    said = text_of(good(tasks=tasks))

    assert "Nhiệm vụ … chưa có thời hạn (3)." in said
    assert "Nhiệm vụ cần xem lại: local-1, local-2, local-3." in said


def test_targets_are_named_and_not_by_their_ids() -> None:
    targets = [
        {"id": "local-1", "name": "Số doanh nghiệp số", "monitor": ["so-noi-vu"]},
        {"id": "tfp", "values": [{"year": 2030, "value": "≥ 55"}]},
    ]

    said = text_of(good(targets=targets))

    assert "Chỉ tiêu “Số doanh nghiệp số” chưa có giá trị." in said
    assert "Trung ương: Trình độ công nghệ" in said
