"""The rules of changes: each is told by some change, and its pair by the same the other way."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from diff_plans import RICH, Data, both, plan_of
from hypothesis import given, settings
from random_plans import as_plan, pairs_of_plans, plans, random_edits, random_plan

from r57plans.diff.compare import compare
from r57plans.load.change_rules import load_change_rules
from r57plans.model.change import Change
from r57plans.model.plan import Plan
from r57plans.view.groups import group_id

RULES = {rule.id: rule for rule in load_change_rules()}
BLANKS = {
    *("subject", "task", "name", "id", "document", "old", "new", "come", "gone"),
    *("difference", "by", "year"),
}

LEADS = ("tasks", 1, "leads")
CASES: dict[str, tuple[tuple[str | int, ...], Any, Any]] = {
    "task.version.changed": (("tasks", 1, "version"), "2026.11", "2025.03"),
    "task.lead.changed": (LEADS, ["so-y-te"], ["so-noi-vu"]),
    "task.lead.added": (LEADS, ["so-y-te"], ["so-y-te", "so-noi-vu"]),
    "task.lead.order": (LEADS, ["so-y-te", "so-noi-vu"], ["so-noi-vu", "so-y-te"]),
    "task.lead.succeeded": (
        LEADS, ["so-thong-tin-va-truyen-thong"], ["so-khoa-hoc-va-cong-nghe"],
    ),
    "body.succeeded": (
        ("tasks", 1, "supports"), ["so-thong-tin-va-truyen-thong"], ["so-khoa-hoc-va-cong-nghe"],
    ),
    "body.renamed": (LEADS, ["so-y-te"], [{"vi": "Sở Y tế"}]),
    "task.support.changed": (("tasks", 1, "supports"), ["so-y-te"], ["so-noi-vu"]),
    "task.support.added": (("tasks", 1, "supports"), [], ["so-noi-vu"]),
    "task.support.order": (
        ("tasks", 1, "supports"), ["so-y-te", "so-noi-vu"], ["so-noi-vu", "so-y-te"],
    ),
    "task.requested.changed": (("tasks", 1, "requested"), ["so-y-te"], ["so-noi-vu"]),
    "task.requested.added": (("tasks", 1, "requested"), [], ["so-noi-vu"]),
    "task.requested.order": (
        ("tasks", 1, "requested"), ["so-y-te", "so-noi-vu"], ["so-noi-vu", "so-y-te"],
    ),
    "task.product.changed": (("tasks", 1, "products"), ["Đề án"], ["Báo cáo"]),
    "task.product.added": (("tasks", 1, "products"), ["Đề án"], ["Đề án", "Báo cáo"]),
    "task.product.order": (("tasks", 1, "products"), ["A", "B"], ["B", "A"]),
    "task.milestone.added": (("tasks", 1, "milestones"), [], [{"deadline": "2025", "vi": "A"}]),
    "task.milestone.changed": (
        ("tasks", 1, "milestones"),
        [{"deadline": "2025", "vi": "A"}], [{"deadline": "2025", "vi": "B"}],
    ),
    "task.milestone.later": (
        ("tasks", 1, "milestones"),
        [{"deadline": "2025", "vi": "A"}], [{"deadline": "2026", "vi": "A"}],
    ),
    "task.milestone.order": (
        ("tasks", 1, "milestones"),
        [{"deadline": "2025", "vi": "A"}, {"deadline": "2026", "vi": "B"}],
        [{"deadline": "2026", "vi": "B"}, {"deadline": "2025", "vi": "A"}],
    ),
    "task.deadline.later": (("tasks", 1, "deadline"), "quý II/2025", "quý IV/2025"),
    "task.deadline.narrowed": (("tasks", 1, "deadline"), "quý II/2025", "tháng 6/2025"),
    "task.deadline.set": (("tasks", 1, "deadline"), None, "2025"),
    "task.deadline.opened": (("tasks", 1, "deadline"), "2025", "thường xuyên"),
    "task.deadline.rhythm": (("tasks", 1, "deadline"), "hằng năm", "hằng quý"),
    "task.deadline.unclear": (("tasks", 1, "deadline"), "2025", "khi có hướng dẫn"),
    "task.deadline.reworded": (("tasks", 1, "deadline"), "12/2025", "tháng 12/2025"),
    "task.parameters.changed": (("tasks", 0, "params"), {"ty_le": "1%"}, {"ty_le": "2%"}),
    "task.enabling.added": (("tasks", 1, "enabling"), False, True),
    "task.text.figures": (("tasks", 1, "text"), "Đạt 80% hồ sơ.", "Đạt 70,5% hồ sơ."),
    "task.product.figures": (("tasks", 1, "products"), ["A", "10 cơ sở"], ["A", "5 cơ sở"]),
    "task.funding.figures": (("tasks", 1, "funding"), "Ít nhất 3%", "Ít nhất 2%"),
    "committee.head.changed": (
        ("committee", "head"), {"role": "bi-thu", "name": "A"}, {"role": "bi-thu", "name": "B"},
    ),
    "committee.head.named": (("committee", "head"), "bi-thu", {"role": "bi-thu", "name": "A"}),
    "text.order": (("context",), ["Đoạn một.", "Đoạn hai."], ["Đoạn hai.", "Đoạn một."]),
    "text.spelling": (("tasks", 1, "text"), "Hỗ trợ, tư vấn.", "hỗ trợ, tư vấn"),
    "text.english": (("funding",), {"vi": "A", "en": "a"}, {"vi": "A", "en": "b"}),
    "text.written": (("tasks", 1, "products"), ["Đề án"], [{"type": "de-an", "vi": "Đề án"}]),
    "target.value.raised": (("targets", 0, "values", 0, "value"), "≥ 30", "≥ 40"),
    "target.value.changed": (("targets", 0, "values", 0, "value"), "≥ 30", "phấn đấu cao"),
    "target.value.reworded": (("targets", 0, "values", 0, "value"), "≥ 30", "≥ 30,0"),
    "target.value.added": (
        ("targets", 0, "values"), [{"year": 2025, "value": "1"}],
        [{"year": 2025, "value": "1"}, {"year": 2030, "value": "2"}],
    ),
    "target.value.order": (
        ("targets", 0, "values"),
        [{"year": 2025, "value": "1"}, {"year": 2030, "value": "2"}],
        [{"year": 2030, "value": "2"}, {"year": 2025, "value": "1"}],
    ),
}  # fmt: skip
"""Rules with the values between which they are told; the other rules fall out of the lists."""

LISTS: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    ("task", ("tasks",)),
    ("target", ("targets",)),
    ("group", ("groups",)),
    ("initiative", ("initiatives",)),
    ("omission", ("omitted",)),
    ("duty", ("implementation",)),
    ("reporting", ("reporting",)),
    ("waiver", ("waive",)),
)
MORE: dict[str, Data] = {
    "tasks": {"id": "local-5", "group": 3, "text": both("Việc khác")},
    "targets": {"id": "local-2", "name": both("Chỉ tiêu khác")},
    "groups": {"id": "5", **both("Nhóm năm")},
    "initiatives": {"id": "sk-2", **both("Sáng kiến khác")},
    "omitted": {"id": "2.3", "reason": both("Lý do khác")},
    "implementation": {"bodies": ["so-y-te"], **both("Việc khác")},
    "reporting": {"every": "3 tháng"},
    "waive": {"rule": "R57-013", "reason": both("Lý do khác")},
}


def put(path: tuple[str | int, ...], value: Any) -> Plan:
    """The rich plan with that value there."""
    made = copy.deepcopy(RICH)
    found: Any = made
    for key in path[:-1]:
        found = found[key]
    found[path[-1]] = copy.deepcopy(value)
    return plan_of(made)


def rules_of(changes: Iterable[Change]) -> Counter[tuple[str, str, str]]:
    return Counter((change.rule, change.target, change.field) for change in changes)


def paired(changes: Iterable[Change]) -> Counter[tuple[str, str, str]]:
    return Counter((RULES[change.rule].pair, change.target, change.field) for change in changes)


def test_pairs_are_mutual_and_messages_have_known_blanks_only() -> None:
    alone = [rule.id for rule in RULES.values() if RULES[rule.pair].pair != rule.id]
    blanks = {
        name
        for rule in RULES.values()
        for said in rule.message.message
        for name in re.findall(r"\{(\w+)\}", said)
    }

    assert alone == []
    assert blanks == BLANKS


def test_each_family_says_once_what_it_is_of() -> None:
    families = [rule.id.rpartition(".")[0] for rule in RULES.values() if rule.part]
    fields = {id.rpartition(".")[0] for id in RULES if id.endswith((".changed", ".reworded"))}

    assert len(families) == len(set(families))
    assert fields <= set(families)


@pytest.mark.parametrize("rule", CASES)
def test_a_change_is_told_by_its_rule_and_by_the_pair_when_it_is_undone(rule: str) -> None:
    path, before, after = CASES[rule]
    old, new = put(path, before), put(path, after)

    there, back = compare(old, new), compare(new, old)

    assert [change.rule for change in there] == [rule]
    assert [change.rule for change in back] == [RULES[rule].pair]


@pytest.mark.parametrize(("family", "path"), LISTS)
def test_a_record_of_a_list_comes_goes_and_moves(family: str, path: tuple[str | int, ...]) -> None:
    (key,) = path
    one, other = RICH[key][-1], MORE[str(key)]

    added = compare(put(path, [one]), put(path, [one, other]))
    gone = compare(put(path, [one, other]), put(path, [one]))
    moved = compare(put(path, [one, other]), put(path, [other, one]))

    assert {f"{family}.added"} == {c.rule for c in added}
    assert {f"{family}.removed"} == {c.rule for c in gone}
    assert {f"{family}.order"} == {c.rule for c in moved}


def test_every_rule_is_told_by_some_change() -> None:
    """A rule that nothing tells would be a promise that nobody keeps."""
    told = {rule for name in CASES for rule in (name, RULES[name].pair)}
    told |= {f"{name}.{kind}" for name, _ in LISTS for kind in ("added", "removed", "order")}
    told |= {"task.group", "task.renumbered", "committee.added", "committee.removed"}
    told |= {"document.added", "document.removed"}
    emptied = [put((key,), value) for key, value in EMPTIED.items()]
    told |= {change.rule for plan in emptied for change in compare(plan_of(RICH), plan)}
    told |= {change.rule for plan in REWRITTEN for change in compare(plan_of(RICH), plan)}

    assert set(RULES) - told == set()


EMPTIED: Data = {
    "province": "lang-son", "unit": None, "sections": {}, "context": [], "bodies": [],
    "funding": None, "annexes": [], "spelling": "new", "english": {}, "flexibility": None,
    "catalogue": "nq57",
    "committee": {"head": "pho-bi-thu"},
    "document": {"type": "KH", "date": "2025-04-01", "issuer": "dang-uy"},
    "targets": [RICH["targets"][0], {"id": "digital-economy"}],
    "tasks": [RICH["tasks"][0], {"id": "local-1"}],
    "groups": [RICH["groups"][0], {"id": "3", "vi": "Tên khác"}],
    "initiatives": [{"id": "sk-1", "vi": "Tên khác"}],
    "omitted": [{"id": "2.2", "reason": "Lý do khác"}],
    "implementation": [{"bodies": ["so-y-te"], "vi": "Khác"}],
    "reporting": [{"every": "3 tháng"}],
    "waive": [{"rule": "R57-012", "reason": "Lý do khác"}],
}  # fmt: skip
"""Values with which many a rule is told at once."""
REWRITTEN = (
    put(("tasks", 1, "leads"), ["so-y-te"]),
    put(("tasks", 1, "title"), "Tên khác"),
    put(("targets", 1, "unit"), "tỷ đồng"),
)


def test_a_group_change_a_new_id_and_whole_parts_are_told() -> None:
    group = compare(plan_of(RICH), put(("tasks", 1, "group"), 1))
    renumbered = compare(plan_of(RICH), put(("tasks", 1, "id"), "local-8"))
    committee = compare(plan_of(RICH), put(("committee",), None))
    documents = compare(put(("documents",), {}), plan_of(RICH))

    assert [c.rule for c in group] == ["task.group"]
    assert [c.rule for c in renumbered] == ["task.renumbered"]
    assert [c.rule for c in committee] == ["committee.removed"]
    assert [c.rule for c in documents] == ["document.added"] * 2


@settings(max_examples=20)
@given(plans())
def test_a_plan_does_not_differ_from_itself(data: Data) -> None:
    assert compare(as_plan(data), as_plan(data)) == ()


@settings(max_examples=30)
@given(pairs_of_plans())
def test_both_ways_round_the_rules_are_each_others_pairs(pair: tuple[Data, Data]) -> None:
    old, new = map(as_plan, pair)

    assert paired(compare(old, new)) == rules_of(compare(new, old))


@settings(max_examples=30)
@given(pairs_of_plans())
def test_what_edits_change_is_told_and_nothing_else(pair: tuple[Data, Data]) -> None:
    old, new = map(as_plan, pair)

    assert bool(compare(old, new)) == (in_groups(old) != in_groups(new))


def in_groups(plan: Plan) -> Plan:
    """The plan with its tasks as they are printed: group by group."""
    tasks = sorted(plan.tasks, key=lambda task: group_id(task) or "")
    return plan.model_copy(update={"tasks": tuple(tasks)})


def test_the_same_comparison_says_the_same_each_time() -> None:
    rng = Random(7)
    old = random_plan(rng)
    new = random_edits(old, rng)

    assert compare(as_plan(old), as_plan(new)) == compare(as_plan(old), as_plan(new))
