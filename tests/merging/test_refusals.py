"""What cannot be merged is refused, with the reason and what to do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from merge_builders import DAY, plan_of

from r57plans.errors import MergeError
from r57plans.merging import merge
from r57plans.model.plan import Plan

A, B = plan_of("hung-yen"), plan_of("thai-binh")
STATE = plan_of("thai-binh", document={"issuer": "ubnd", "type": "KH"})
COMMUNE = plan_of("thai-binh", unit={"type": "xã", "vi": "Mẫu"})
AFTER = plan_of("hung-yen", document={"date": "2025-08-01"})
OLD = plan_of("thai-binh", catalogue="nq57@2025.03")
TASK: dict[str, Any] = {"id": "1.1.1", "leads": ["so-noi-vu"]}
ONE, OTHER = (plan_of(name, tasks=[TASK | {"version": version}])
              for name, version in (("hung-yen", "2026.11"), ("thai-binh", None)))  # fmt: skip


@pytest.mark.parametrize(
    ("plans", "into", "on", "rule"),
    [
        ([A, plan_of("cao-bang")], "hung-yen", DAY, "merge.not-parent"),
        ([A, B], "cao-bang", DAY, "merge.not-merged"),
        ([A, B], "hue", DAY, "merge.not-merged"),
        ([A, B], "thai-binh", DAY, "merge.not-merged"),
        ([A, B], "khong-co", DAY, "plan.unknown-province"),
        ([A, B], "hung-yen", date(2025, 6, 30), "merge.too-early"),
        ([A, A], "hung-yen", DAY, "merge.twice"),
        ([A], "hung-yen", DAY, "merge.too-few"),
        ([A, STATE], "hung-yen", DAY, "merge.issuers"),
        ([A, COMMUNE], "hung-yen", DAY, "merge.unit"),
        ([AFTER, B], "hung-yen", DAY, "merge.already"),
        ([A, OLD], "hung-yen", DAY, "merge.catalogue"),
        ([ONE, OTHER], "hung-yen", DAY, "merge.task-version"),
    ],
)
def test_what_did_not_merge_or_does_not_belong_together_is_refused(
    plans: list[Plan], into: str, on: date, rule: str
) -> None:
    with pytest.raises(MergeError) as error:
        merge(plans, into, on)

    (finding,) = error.value.report
    assert finding.rule == rule
    assert finding.level == "error"


def test_the_refusal_names_the_provinces_that_did_merge() -> None:
    with pytest.raises(MergeError) as error:
        merge([A, plan_of("cao-bang")], "hung-yen", DAY)

    (finding,) = error.value.report
    assert finding.message.vi == "Cao Bằng không hợp nhất vào Hưng Yên."
    assert finding.hint.vi == "Hưng Yên được hợp nhất từ: Hưng Yên, Thái Bình."


def test_two_of_three_are_merged_and_the_missing_one_is_told() -> None:
    merged = merge([plan_of("hoa-binh"), plan_of("phu-tho")], "phu-tho", DAY)

    assert [name.vi for name in merged.report.missing] == ["Vĩnh Phúc"]
    (finding,) = [f for f in merged.report.findings if f.rule == "merge.parent-missing"]
    assert finding.level == "warning"
    assert "Vĩnh Phúc" in finding.message.vi


def test_a_province_that_became_a_city_later_can_still_be_merged() -> None:
    parents = [plan_of("binh-phuoc"), plan_of("dong-nai")]

    merged = merge(parents, "dong-nai", date(2026, 5, 1))

    assert merged.plan.document.issuer == "thanh-uy"
    assert merged.report.missing == ()


def test_a_state_plan_keeps_its_issuer() -> None:
    document = {"issuer": "ubnd", "type": "KH", "number": "63", "status": "issued"}

    merged = merge([plan_of(n, document=document) for n in ("hung-yen", "thai-binh")],
                   "hung-yen", DAY)  # fmt: skip

    assert merged.plan.document.issuer == "ubnd"
    assert [c.number for c in merged.plan.document.replaces] == ["63/KH-UBND"] * 2
