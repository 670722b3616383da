"""All 23 real mergers: nothing is lost, every task of every parent is accounted for."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_builders import DAY, MERGERS, demo, lost, plan_of, random_of

from r57plans.load import check_plan, load_registers
from r57plans.load.decision_file import parse_decisions
from r57plans.merging import Merged, merge

REGISTERS = load_registers()


ENDED = sorted(
    {a.id for a in REGISTERS.agencies if a.valid_to and a.valid_to < DAY and a.level != "centre"}
)


def sound(merged: Merged) -> list[str]:
    """What is wrong with the merged plan's text or with its bodies."""
    plan, report = check_plan(merged.text.encode())
    wrong = [finding.text("en") for finding in report.errors]
    if plan is None:
        return wrong
    gone = [
        f"{task.id}: {lead}"
        for task in plan.tasks
        for lead in (*task.leads, *task.supports, *task.requested)
        if isinstance(lead, str)
        and REGISTERS.agency_ever(lead)
        and REGISTERS.agency(lead, DAY) is None
    ]
    return wrong + gone


def test_there_are_23() -> None:
    assert len(MERGERS) == 23
    assert sum(map(len, MERGERS.values())) == 52


@pytest.mark.parametrize("province", MERGERS)
def test_of_full_plans_nothing_is_lost(province: str) -> None:
    parents = [demo(name) for name in MERGERS[province]]

    merged = merge(parents, province, DAY)

    assert list(lost(parents, merged)) == []
    assert sound(merged) == []
    assert merged.report.missing == ()
    assert merged.plan.province == province
    assert {c.province for c in merged.plan.document.replaces} == set(MERGERS[province])
    counted = merged.report.counted("tasks")
    assert counted["in"] == sum(len(plan.tasks) for plan in parents)
    assert counted["out"] == len(merged.plan.tasks) == counted["joined"] + counted["kept"]


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(sorted(MERGERS)), st.randoms(use_true_random=False))
def test_of_random_plans_nothing_is_lost_whatever_their_order(province: str, rng: Random) -> None:
    parents = [random_of(name, rng.randrange(10**9)) for name in MERGERS[province]]

    merged = [merge(order, province, DAY) for order in (parents, parents[::-1])]

    assert list(lost(parents, merged[0])) == []
    assert sound(merged[0]) == []
    assert {each.text for each in merged} == {merged[0].text}
    assert {each.decisions for each in merged} == {merged[0].decisions}
    assert all(each.report == merged[0].report for each in merged)


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_what_is_decided_stands_and_the_file_of_decisions_reads_back(rng: Random) -> None:
    parents = [random_of(name, rng.randrange(10**9)) for name in ("hung-yen", "thai-binh")]
    asked = merge(parents, "hung-yen", DAY)
    lines = asked.decisions.replace("    take:  #", "    take: thai-binh  #")
    if not all("thai-binh" in {s.province for s in c.sides} for c in asked.report.conflicts):
        return

    decided = merge(parents, "hung-yen", DAY, parse_decisions(lines.encode()))

    assert decided.report.open == ()
    assert all(conflict.taken == "thai-binh" for conflict in decided.report.conflicts)
    again = merge(parents, "hung-yen", DAY, parse_decisions(decided.decisions.encode()))
    assert again.text == decided.text
    assert again.decisions == decided.decisions


def test_every_body_that_ended_has_a_successor_of_the_day() -> None:
    tasks = [
        {"id": f"local-{n}", "group": 1, "text": "Việc", "leads": [name], "supports": [name]}
        for n, name in enumerate(ENDED)
    ]
    duties = [{"bodies": ENDED, "vi": "Phối hợp thực hiện"}]
    parents = [plan_of("hung-yen", tasks=tasks, implementation=duties), plan_of("thai-binh")]

    merged = merge(parents, "hung-yen", DAY)

    assert len(ENDED) > 30
    assert sound(merged) == []
    assert all(task.leads for task in merged.plan.tasks)
    assert {o.id for e in merged.report.of("bodies") for o in e.origins} == set(ENDED)
    rules = {finding.rule for finding in merged.report.findings}
    assert "plan.agency-not-then" not in rules
