"""The requirement of 4 March 2025: each rule finds what it is for, and each part its verdict."""

from __future__ import annotations

from typing import Any

import pytest
from assessed import GOOD, TASK, good, one_target, one_task, rules_of, verdicts

from r57plans.checks import check
from r57plans.checks.run import pack_of
from r57plans.load import load_catalogue
from r57plans.model.plan import Plan

MANY = [TASK | {"id": f"local-{n}", "targets": ["local-1"]} for n in range(1, 11)]
COPIED = {"id": "1.1.1", "leads": ["van-phong-tinh-uy"], "products": ["Kế hoạch học tập"],
          "deadline": "quý II/2025"}  # fmt: skip
PASTED = COPIED | {"text": {"vi": load_catalogue().sub_tasks["1.1.1"].text.vi.upper()}}

BREAKING: dict[str, tuple[Plan, set[str]]] = {
    "R57-001": (good(committee=None), {"R57-003", "R57-004"}),
    "R57-002": (good(committee={"head": {"role": "chu-tich-ubnd"}, "deputies": [
        {"role": "pho-bi-thu-thuong-truc", "standing": True}]}), set()),
    "R57-003": (good(committee=None), {"R57-001", "R57-004"}),
    "R57-004": (good(committee=None), {"R57-001", "R57-003"}),
    "R57-005": (good(committee={"deputies": []}), set()),
    "R57-006": (good(committee={"deputies": ["chu-tich-ubnd"]}), set()),
    "R57-007": (good(committee={"members": []}), set()),
    "R57-008": (good(committee={"standing_agency": None}), set()),
    "R57-009": (good(committee={"working_group": None}), set()),
    "R57-010": (good(committee={"working_rules": None}), set()),
    "R57-011": (good(committee={"members": ["chu-tich-ubnd"]}), set()),
    "R57-012": (good(committee={"council": None}), set()),
    "R57-020": (good(document={"type": "NQ"}), set()),
    "R57-021": (good(document={"parents": ["nq193-qh15"]}), set()),
    "R57-022": (good(tasks=[]), {"R57-025"}),
    "R57-023": (good(targets=[], tasks=[TASK | {"targets": []}]), set()),
    "R57-024": (one_target(values=[]), set()),
    "R57-025": (one_task(targets=[]), set()),
    "R57-030": (one_task(deadline=None), set()),
    "R57-031": (one_task(deadline="quý V/2025"), set()),
    "R57-032": (one_task(deadline="thường xuyên"), set()),
    "R57-033": (one_task(deadline="hằng năm", products=[]), {"R57-040"}),
    "R57-034": (one_task(deadline="từ quý II/2025"), set()),
    "R57-035": (one_task(deadline="2025 - 2027"), set()),
    "R57-036": (one_target(values=[{"value": "≥ 20"}]), set()),
    "R57-037": (one_target(monitor=None), set()),
    "R57-038": (one_target(values=[{"year": 2030, "value": "≥ 20"}]), set()),
    "R57-040": (one_task(products=[]), set()),
    "R57-041": (one_task(products=["Báo cáo"]), set()),
    "R57-042": (one_task(products=["Xây dựng trung tâm đổi mới sáng tạo."]), set()),
    "R57-050": (good(context=None), set()),
    "R57-051": (good(context=["Tỉnh miền núi, biên giới."]), set()),
    "R57-052": (good(tasks=[COPIED | {"targets": ["local-1"]}]), {"R57-053"}),
    "R57-053": (good(tasks=[TASK, COPIED]), set()),
    "R57-054": (good(targets=[{"id": "digital-economy", "values": [
        {"year": 2026, "value": "20"}, {"year": 2030, "value": "30"}]}],
        tasks=[TASK | {"targets": ["digital-economy"]}]), set()),
    "R57-060": (one_task(leads=[]), set()),
    "R57-061": (one_task(leads=["so-thong-tin-va-truyen-thong"]), set()),
    "R57-063": (good(funding=None), set()),
    "R57-064": (good(tasks=[*(t | {"leads": ["cong-an-tinh"]} for t in MANY), TASK | {
        "id": "local-11"}, TASK | {"id": "local-12", "leads": ["so-tai-chinh"], "supports": []},
        TASK | {"id": "local-13", "leads": ["so-noi-vu"]}]), set()),
    "R57-065": (one_task(deadline="tháng 2/2025"), set()),
    "R57-066": (one_task(deadline="trước ngày 31/8/2025"), set()),
    "R57-067": (one_task(deadline="đến ngày 2/9/2025"), set()),
    "R57-068": (good(tasks=[TASK | {"after": ["local-2"]}, TASK | {
        "id": "local-2", "deadline": "quý IV/2025"}]), set()),
    "R57-070": (good(flexibility=None), set()),
    "R57-071": (good(flexibility={"review": None}), set()),
    "R57-072": (good(flexibility={"changed_by": None}), set()),
    "R57-073": (good(flexibility={"vi": None, "en": None}), set()),
    "R57-080": (good(document={"date": "2025-04-02"}), set()),
    "R57-081": (good(document={"status": "draft"}), set()),
    "R57-082": (good(documents=None), set()),
    "R57-083": (good(documents={"committee-decision": {
        "type": "QĐ", "date": "2025-04-01", "status": "issued"}}), set()),
    "R57-084": (good(documents={"committee-decision": {"type": "QĐ", "date": "2025-03"}}), set()),
}  # fmt: skip
# What ends after the document's date needs a body of the register that does.
BREAKING["R57-062"] = (
    one_task(leads=["chi-cuc-thong-ke-tinh"], deadline="quý III/2025"),
    set(),
)


def test_a_good_plan_meets_every_part_and_no_rule_finds_anything() -> None:
    found = check(good())

    assert [t.finding.text("en") for t in found.told if t.rule.id < "R57-100"] == []
    assert set(verdicts(found).values()) == {"met"}
    assert all(part.evidence for part in found.parts)


def test_every_rule_of_the_requirement_has_a_plan_that_breaks_it() -> None:
    rules = {rule.id for rule in pack_of().rules if rule.id < "R57-100"}

    assert set(BREAKING) == rules


@pytest.mark.parametrize("rule", sorted(BREAKING))
def test_a_rule_finds_what_breaks_it_and_no_other_rule_does(rule: str) -> None:
    broken, beside = BREAKING[rule]

    assert rules_of(broken, below=100) == {rule} | beside


@pytest.mark.parametrize(
    ("changed", "part", "verdict"),
    [
        (good(committee=None), "committee", "not"),
        (good(committee=None), "committee-model", "not"),
        (good(committee={"head": {"role": "chu-tich-ubnd"}}), "committee-head", "not"),
        (good(committee={"working_rules": None}), "committee-model", "partly"),
        (good(tasks=[]), "goals-and-tasks", "not"),
        (one_task(deadline=None), "roadmap", "not"),
        (good(tasks=[TASK, TASK | {"id": "local-2", "deadline": None}]), "roadmap", "partly"),
        (one_task(deadline="thường xuyên"), "roadmap", "partly"),
        (one_task(deadline="hằng năm"), "roadmap", "met"),
        (one_task(deadline="hằng quý"), "roadmap", "met"),
        (one_task(deadline="thường xuyên", milestones=[{"deadline": "quý II/2025"}]), "roadmap",
         "met"),
        (one_task(deadline="thường xuyên", products=["Báo cáo đánh giá hằng năm"]), "roadmap",
         "met"),
        (one_task(products=[]), "products", "not"),
        (one_task(products=["Báo cáo"]), "products", "not"),
        (good(tasks=[COPIED | {"targets": ["local-1"]}]), "local-character", "not"),
        (one_task(deadline="trước ngày 31/8/2025"), "feasible", "met"),
        (good(flexibility=None), "flexible", "partly"),
        (good(document={"date": "2025-04-02"}), "march-2025", "not"),
        (good(document={"date": "2025-03", "status": "draft"}), "march-2025", "unknown"),
        (good(documents=None), "march-2025", "unknown"),
        (good(document={"date": "2025-05-23", "replaces": [
            {"number": "309-KH/TU", "date": "2025-03-20"}]}), "march-2025", "met"),
        (good(document={"date": "2025-05-23", "replaces": [
            {"number": "309-KH/TU", "date": "2025-04-20"}]}), "march-2025", "not"),
        (good(document={"date": "2025-05-23", "replaces": [
            {"number": "30-KH/TU", "date": "2022-03-20"}]}), "march-2025", "not"),
        (good(documents={"committee-decision": {"type": "QĐ", "date": "2025-07-14",
            "status": "issued", "replaces": [{"number": "11-QĐ/TU", "date": "2025-03-10"}]}}),
         "march-2025", "met"),
        (good(committee=None, documents=None), "march-2025", "unknown"),
        (good(committee={"working_rules": {"vi": "…"}}), "committee-model", "partly"),
        (good(funding={"vi": " "}), "feasible", "partly"),
        (good(flexibility={"vi": "…"}), "flexible", "partly"),
        (good(context=["…"]), "local-character", "partly"),
        (good(context=["Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024, phủ sóng 5G."]),
         "local-character", "partly"),
        (good(tasks=[PASTED | {"targets": ["local-1"]}]), "local-character", "not"),
        (one_task(deadline="thường xuyên, báo cáo hằng quý"), "roadmap", "met"),
        (one_task(deadline="2025 - 2030, hằng năm"), "roadmap", "met"),
        (one_task(deadline="thường xuyên", products=["Hội nghị 6 tháng một lần"]), "roadmap",
         "met"),
        (one_task(deadline="thường xuyên", products=["Kế hoạch năm 2025"]), "roadmap", "partly"),
        (one_task(deadline="31/12/2026"), "roadmap", "partly"),
        (one_task(deadline="quý I/2026"), "roadmap", "met"),
        (one_task(deadline="năm 2026"), "roadmap", "met"),
        (one_task(products=["Báo cáo kết quả thực hiện"]), "products", "not"),
        (one_task(text={"vi": "Ban hành quy chế quản lý dữ liệu của tỉnh"},
                  products=["Quy chế quản lý dữ liệu của tỉnh"]), "products", "met"),
        (good(document={"issuer": "ubnd", "type": "KH"}), "committee", "not-applicable"),
        (good(document={"issuer": "ubnd", "type": "KH"}), "march-2025", "not-applicable"),
    ],
)  # fmt: skip
def test_a_part_stands_as_its_worst_rule_says(changed: Plan, part: str, verdict: str) -> None:
    assert verdicts(check(changed))[part] == verdict


def test_days_late_are_counted() -> None:
    found = check(good(document={"date": "2025-04-02"}))

    said = next(t.finding.message for t in found.told if t.rule.id == "R57-080")
    assert "chậm 2 ngày" in said.vi
    assert "2 days after 31 March 2025" in said.en


def test_evidence_and_what_to_do_name_the_tasks() -> None:
    late: list[dict[str, Any]] = [TASK, TASK | {"id": "local-2", "deadline": None}]

    part = next(p for p in check(good(tasks=late)).parts if p.id == "roadmap")

    assert part.tasks == ("local-2",)
    assert any("1/2 nhiệm vụ có thời hạn" in said.vi for said in part.evidence)
    assert [said.en for said in part.todo] == ["Give a deadline, for example Q2 2025 (`deadline`)."]


def test_what_a_rule_finds_many_times_is_to_be_done_once() -> None:
    targets = [{**GOOD["targets"][0], "id": f"local-{n}"} for n in (1, 2, 3)]

    part = next(p for p in check(good(targets=targets)).parts if p.id == "roadmap")

    assert part.targets == ("local-2", "local-3")
    assert [said.en for said in part.todo] == [
        "Tie the target to a task that serves it (`targets: […]`)."
    ]


def test_a_plan_of_which_only_the_month_is_known_is_late_by_at_least_so_many_days() -> None:
    found = check(good(document={"date": "2025-04", "status": "draft", "number": None}))

    said = next(t.finding.message for t in found.told if t.rule.id == "R57-080")
    assert "đề tháng 4/2025, chậm ít nhất 1 ngày" in said.vi
    assert "dated April 2025, at least 1 day after" in said.en


def test_a_day_off_in_lieu_of_a_holiday_is_no_working_day() -> None:
    found = check(one_task(deadline="trước ngày 02/5/2025"))

    said = [t.finding.message.vi for t in found.told if t.rule.id == "R57-067"]
    assert [words for words in said if "rơi vào ngày nghỉ bù" in words] == said != []


def test_a_type_of_product_is_told_by_its_name_and_a_quarter_as_offices_write_it() -> None:
    report = check(one_task(products=[{"type": "bao-cao"}])).report
    load = check(BREAKING["R57-064"][0]).report

    assert "“Báo cáo”" in next(f.message.vi for f in report if f.rule == "R57-041")
    assert "quý III/2025" in next(f.message.vi for f in load if f.rule == "R57-064")
