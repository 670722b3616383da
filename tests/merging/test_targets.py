"""Targets that differ: both values, proposed rules, and what the office decides."""

from __future__ import annotations

from typing import Any

import pytest
from merge_builders import Data, hung_yen

from r57plans.errors import LoadError, MergeError
from r57plans.load.decision_file import parse_decisions
from r57plans.merging import Conflict, Merged
from r57plans.model.decision import Decisions


def target(value: str, unit: str | None = "%", name: str = "tfp", **more: Any) -> Data:
    values = [{"year": 2030, "value": value, **({"unit": unit} if unit else {})}]
    return {"id": name, "values": values, **more}


def decide(text: str) -> Decisions:
    return parse_decisions(f"format: r57plans/decisions/1\ndecisions:\n{text}\n".encode())


def merged(a: Data, b: Data, decisions: str = "") -> Merged:
    more = {"decisions": decide(decisions)} if decisions else {}
    return hung_yen({"targets": [a]}, {"targets": [b]}, **more)


def only(found: Merged) -> Conflict:
    (conflict,) = found.report.conflicts
    return conflict


def value(found: Merged) -> str:
    return found.plan.targets[0].values[0].value.vi


COUNT = {"name": "Số sản phẩm", "id": "local-1"}


@pytest.mark.parametrize(
    ("a", "b", "stands", "proposed"),
    [
        (target("≥ 30"), target("≥ 45"), "≥ 45", "weighted"),
        (target("> 45"), target("≥ 45"), "> 45", "stricter"),
        (target("≤ 5", None, "innovation-rank"), target("≤ 3", None, "innovation-rank"), "≤ 3",
         "stricter"),
        (target("≥ 4", "sản phẩm") | COUNT, target("≥ 6", "sản phẩm") | COUNT, "≥ 6", "sum"),
        (target("mức khá", None), target("mức cao", None), "mức khá", "hung-yen"),
        (target("≥ 3", "% tổng chi"), target("≥ 4"), "≥ 4", "weighted"),
        (target("≥ 30"), target("≤ 20"), "≥ 30", "hung-yen"),
    ],
)  # fmt: skip
def test_the_stricter_stands_with_a_note_while_nobody_decides(
    a: Data, b: Data, stands: str, proposed: str
) -> None:
    found = merged(a, b)

    assert value(found) == stands
    assert only(found).proposed == proposed
    assert not only(found).decided
    note = found.plan.targets[0].note
    assert note is not None
    assert ("Giá trị năm 2030 của " in note.vi) is True


def test_equal_shares_are_no_conflict_but_equal_counts_are_asked_for() -> None:
    share = merged(target("≥ 30"), target("30%") | {"values": target("≥ 30")["values"]})
    count = merged(target("≥ 5", "dự án") | COUNT, target("≥ 5", "dự án") | COUNT)

    assert share.report.conflicts == ()
    assert only(count).proposed == "sum"
    assert value(count) == "≥ 5"


@pytest.mark.parametrize(
    ("take", "stands"),
    [
        ("take: hung-yen", "≥ 30"),
        ("take: stricter", "≥ 45"),
        ('take: own, value: "≥ 40"', "≥ 40"),
        ("take: weighted, weights: {hung-yen: 1, thai-binh: 2}", "≥ 40"),
        ("take: weighted, weights: {hung-yen: 1.3, thai-binh: 1.9}", "≥ 38,9"),
    ],
)
def test_what_is_decided_stands(take: str, stands: str) -> None:
    found = merged(target("≥ 30"), target("≥ 45"), f"  - {{id: targets/tfp/2030, {take}}}")

    assert value(found) == stands
    assert only(found).decided
    assert f"take: {only(found).taken}" in found.decisions


def test_counts_add_up_where_that_is_decided() -> None:
    a, b = target("≥ 1.200", "dự án") | COUNT, target("≥ 900", "dự án") | COUNT

    found = merged(a, b, "  - {id: targets/local-hung-yen-1/2030, take: sum}")

    assert value(found) == "≥ 2.100"
    note = found.plan.targets[0].note
    assert note is not None
    assert "của Hưng Yên: ≥ 1.200" in note.vi
    assert "của Thái Bình: ≥ 900" in note.vi


def test_a_baseline_of_one_province_is_not_that_of_the_merged_one() -> None:
    a = target("≥ 30", baseline={"year": 2024, "value": "8", "unit": "%"})
    b = target("≥ 30", baseline={"year": 2024, "value": "12", "unit": "%"})

    found = merged(a, b)

    assert found.plan.targets[0].baseline is None
    assert only(found).taken == "none"
    note = found.plan.targets[0].note
    assert note is not None
    assert "Giá trị hiện trạng của Hưng Yên: 8% (2024)." in note.vi


def test_of_a_baseline_that_one_province_has_no_sum_is_proposed() -> None:
    count = target("≥ 5", "sản phẩm") | COUNT

    found = merged(count, {**count, "baseline": {"year": 2024, "value": "12"}})

    baseline = next(c for c in found.report.conflicts if c.id.endswith("/baseline"))
    assert baseline.proposed == "none"
    assert "sum" not in baseline.choices


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("{id: targets/tfp/2031, take: stricter}", "merge.unknown-decision"),
        ("{id: targets/tfp/2030, take: sum}", "merge.decision"),
        ("{id: targets/tfp/2030, take: weighted, weights: {hung-yen: 1}}", "merge.decision"),
        ("{id: targets/tfp/2030, take: weighted, weights: {hung-yen: 1, thai-binh: 0}}",
         "merge.decision"),
    ],
)  # fmt: skip
def test_a_decision_about_nothing_or_with_no_such_choice_is_told_with_its_line(
    entry: str, rule: str
) -> None:
    with pytest.raises(MergeError) as error:
        merged(target("≥ 30"), target("≥ 45"), f"  - {entry}")

    (finding,) = error.value.report
    assert finding.rule == rule
    assert finding.place.line == 3


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("{id: a, take: own}", "decisions.decision-value"),
        ("{id: a, take: weighted}", "decisions.decision-weights"),
        ("{id: a, tke: x}", "decisions.unknown-field"),
    ],
)
def test_a_faulty_file_of_decisions_is_refused(entry: str, rule: str) -> None:
    with pytest.raises(LoadError) as error:
        decide(f"  - {entry}")

    assert [finding.rule for finding in error.value.report] == [rule]


def test_the_relation_and_its_reason_are_those_of_the_value_that_stands() -> None:
    low = target("≥ 30", relation="lower", reason="Điểm xuất phát thấp")

    made = merged(low, target("≥ 60", relation="higher")).plan.targets[0]

    assert (made.relation, made.reason) == ("higher", None)
    assert made.note is not None
    assert "Lý do của Hưng Yên: Điểm xuất phát thấp." in made.note.vi
