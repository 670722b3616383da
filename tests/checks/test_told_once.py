"""What loading tells and a rule tells too is told once, by the rule."""

from __future__ import annotations

from check_builders import judged, pack_of
from plan_builders import plan

from r57plans.checks import check, examine
from r57plans.checks.registry import CHECKS
from r57plans.checks.told_once import SAID_BY, beside
from r57plans.load import check_plan

GONE = """\
format: r57plans/plan/1
catalogue: nq57@2026.11
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28, parents: [nq57, kh02-bcdtw]}
tasks:
  - id: local-1
    group: 3
    leads: [so-thong-tin-va-truyen-thong]
    supports: [so-giao-thong-van-tai]
  - {id: local-2, group: 3, leads: [ban-xay-dung-dang-xa]}
targets: [{id: tfp, monitor: [so-ke-hoach-va-dau-tu]}]
implementation: [{bodies: [so-tai-nguyen-va-moi-truong], vi: Việc}]
reporting: [{every: quý, from: [so-ke-hoach-va-dau-tu]}]
"""


def test_the_checks_that_stand_for_loading_exist() -> None:
    assert set().union(*SAID_BY.values()) <= set(CHECKS)


def test_each_warning_of_loading_is_told_by_a_rule_at_the_same_place() -> None:
    loaded, report = check_plan(GONE.encode())
    pack = pack_of()
    assert loaded is not None
    told = {f.place.path for f in judged(loaded, pack).report}

    assert len(report) == 7
    assert {f.place.path for f in report} <= told
    assert len(beside(report, pack)) == 0


def test_a_pack_without_such_a_rule_leaves_the_warning() -> None:
    _, report = check_plan(GONE.encode())
    pack = pack_of().model_copy(update={"rules": ()})

    assert beside(report, pack) == report


def test_what_no_rule_says_stays() -> None:
    _, report = check_plan(
        GONE.replace("implementation: [{", "implementation: [{bodys: 1, ").encode()
    )

    assert "plan.unknown-field" in {f.rule for f in beside(report, pack_of())}
    assert judged(plan(), pack_of()).told


WORDY = {
    "tasks": [{"id": "local-1", "deadline": "một ngày gần đây",
               "milestones": [{"deadline": "một ngày đẹp trời", "vi": "Mốc"}]}],
    "reporting": [{"every": "6 tháng", "by": ["32/6"]}],
}  # fmt: skip


def test_what_builds_remark_checks_tell_in_the_same_words_once() -> None:
    given = plan(**WORDY)
    remarks = [f for f in examine(given) if f.rule.startswith("plan.")]

    told = [(f.place.path, f.level, f.message, f.hint) for f in check(given).report]

    assert len(remarks) == 4
    for remark in remarks:
        assert told.count((remark.place.path, remark.level, remark.message, remark.hint)) == 1


def test_what_a_build_refuses_a_check_calls_an_error() -> None:
    given = plan({"status": "issued", "date": "2025-03"}, tasks=[{"id": "3.1.1"}])
    refused = {f.place.path for f in examine(given) if f.level == "error"}

    told = [f.place.path for f in check(given).report if f.level == "error"]

    assert len(refused) >= 4
    assert refused <= set(told)
    assert all(told.count(path) == 1 for path in refused - {"tasks/0"})
