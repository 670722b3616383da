"""Comments for a redline stand where the document prints what changed."""

from __future__ import annotations

from plan_builders import plan

from r57plans.diff import compare, remarks_of
from r57plans.model.plan import Plan
from r57plans.view.printed import control_tag


def version(deadline: str, leads: list[str], value: str, note: str) -> Plan:
    return plan(
        tasks=[{"id": "1.1.1", "leads": leads, "deadline": deadline, "note": note}],
        targets=[{"id": "tfp", "values": [{"year": 2030, "value": value}]}],
    )


def test_each_major_change_has_a_comment_that_names_its_rule() -> None:
    old = version("2025", ["so-noi-vu"], "≥ 50", "A")
    new = version("2026", ["so-y-te"], "≥ 40", "B")

    remarks = remarks_of(compare(old, new))

    assert [(r.tag, r.bookmark) for r in remarks] == [
        ("r57:target/tfp/values/2030", "_r57_targets_tfp"),
        ("r57:task/1.1.1/deadline", "_r57_tasks_1_1_1"),
        ("r57:task/1.1.1/leads/0", "_r57_tasks_1_1_1"),
    ]
    assert remarks[1].paragraphs == (
        "Thời hạn nhiệm vụ 1.1.1 lùi một năm: 2025 → 2026",
        "task.deadline.later (quan trọng)",
    )


def test_a_renumbered_task_is_found_by_the_id_that_it_has_now() -> None:
    said = {"group": 1, "text": "Số hóa hồ sơ", "leads": ["so-y-te"]}
    old = plan(tasks=[{"id": "local-1", **said, "deadline": "2025"}])
    new = plan(tasks=[{"id": "local-2", **said, "deadline": "2026"}])

    (remark,) = remarks_of(compare(old, new), "en")

    assert remark.tag == control_tag("task/local-2/deadline")
