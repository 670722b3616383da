"""An upgrade shows what changed, keeps what is the plan's own, writes only what is accepted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from version_builders import PLAN, catalogue, past_of, plan_of, sub_task

from r57plans.catalogue.accept import accept
from r57plans.catalogue.upgrade import Upgrade, upgrade_of
from r57plans.load import load_registers
from r57plans.model.catalogue import Catalogue

TODAY = catalogue(
    "2026.01",
    sub_task("1.1.1", "Lời mới.", leads=["so-tai-chinh"], horizon="Quý III/2025",
             products=[{"type": "de-an", "vi": "Đề án"}]),
    sub_task("1.1.2"),
    sub_task("1.1.4", since="2026.01"),
    sub_task("1.1.5", since="2026.01"),
    retired=[
        {"id": "1.1.3", "since": "2026.01", "into": ["1.1.4", "1.1.5"], "reason": "Hai việc."},
        {"id": "1.1.6", "since": "2026.01", "reason": "Trùng."},
    ],
)  # fmt: skip
PAST = past_of(TODAY, sub_task("1.1.1", "Lời cũ."), sub_task("1.1.3"), sub_task("1.1.6"))
AS_STARTED = """\
  - id: 1.1.1   # the first
    leads: [so-khcn]
    products:
      - {type: ke-hoach, vi: Kế hoạch}
    deadline: Quý II/2025
"""


def upgrade(tasks: str, today: Catalogue = TODAY, past: Catalogue = PAST) -> Upgrade:
    return upgrade_of(plan_of(PLAN + tasks), past, today, load_registers())


def accepted(tasks: str, *ids: str) -> str:
    text = PLAN + tasks
    return accept(text, plan_of(text), upgrade(tasks), ids, load_registers())


def fields(found: Upgrade) -> dict[str, bool]:
    (change,) = found.changes
    return {field.field: field.open for field in change.fields}


def test_every_changed_field_that_the_plan_took_over_is_open() -> None:
    found = upgrade(AS_STARTED)

    assert fields(found) == {"text": True, "leads": True, "products": True, "deadline": True}
    assert found.changes[0].kind == "changed"
    assert [task.id for task in found.added] == ["1.1.4", "1.1.5"]


def test_what_the_office_wrote_itself_is_shown_and_stays() -> None:
    own = "  - {id: 1.1.1, text: Lời của tỉnh., leads: [so-noi-vu], deadline: 2027}\n"

    found = upgrade(own)

    assert fields(found) == {"text": False, "leads": False, "products": False, "deadline": False}
    assert found.pending == ()
    assert accepted(own) == (PLAN + own).replace("2025.03", "2026.01")


def test_a_plan_that_has_the_new_values_already_has_nothing_to_accept() -> None:
    done = ("  - {id: 1.1.1, text: {vi: Lời mới., en: LỜI MỚI.}, leads: so-tc, deadline: "
            "Quý III/2025, products: [{type: de-an, vi: Đề án}]}\n")  # fmt: skip

    assert upgrade(done).changes == ()


def test_an_unchanged_sub_task_is_not_mentioned() -> None:
    assert upgrade("  - {id: 1.1.2, leads: [so-khcn], deadline: Quý II/2025}\n").changes == ()


def test_the_same_bodies_in_another_order_are_no_change() -> None:
    bodies = ["so-noi-vu", "so-tai-chinh"]
    today = catalogue("2026.01", sub_task("1.1.1", supports=bodies))
    past = past_of(today, sub_task("1.1.1", supports=bodies[::-1]))

    assert upgrade("  - {id: 1.1.1}\n", today, past).changes == ()


def test_bodies_are_those_of_the_plan_s_day() -> None:
    today = catalogue("2026.01", sub_task("1.1.1", leads=["so-nong-nghiep-va-moi-truong"]))
    past = past_of(today, sub_task("1.1.1"))
    early = PLAN.replace("2025-03-28", "2025-02-10") + "  - {id: 1.1.1, leads: [so-khcn]}\n"

    (change,) = upgrade_of(plan_of(early), past, today, load_registers()).changes

    assert set(change.fields[0].new) == {
        "so-tai-nguyen-va-moi-truong", "so-nong-nghiep-va-phat-trien-nong-thon"
    }  # fmt: skip


def test_accepting_all_writes_the_new_values_and_moves_the_version() -> None:
    text = accepted(AS_STARTED, "1.1.1")

    assert "catalogue: nq57@2026.01   # the version" in text
    assert "- id: 1.1.1   # the first" in text
    task = plan_of(text).tasks[0]
    assert (task.leads, task.deadline.deadline.wording) == (("so-tai-chinh",), "Quý III/2025")
    assert [p.type for p in task.products] == ["de-an"]
    assert task.text is None


def test_accepting_one_of_two_leaves_the_other_and_the_version_and_holds_the_wording() -> None:
    text = accepted(AS_STARTED + "  - {id: 1.1.3}\n", "1.1.1")

    changed, other = plan_of(text).tasks
    assert "catalogue: nq57@2025.03" in text
    assert changed.text is not None
    assert changed.text.vi == "Lời mới."
    assert other.id == "1.1.3"


def test_the_second_step_finds_only_what_is_left_and_then_moves_the_version() -> None:
    first = accepted(AS_STARTED + "  - {id: 1.1.3}\n", "1.1.1")
    plan = plan_of(first)

    rest = upgrade_of(plan, PAST, TODAY, load_registers())
    second = accept(first, plan, rest, ["1.1.3"], load_registers())

    assert [change.task for change in rest.pending] == ["1.1.3"]
    assert "catalogue: nq57@2026.01" in second


def test_a_split_sub_task_becomes_its_parts() -> None:
    tasks = "  - {id: 1.1.3, leads: [so-noi-vu], deadline: 2026}\n  - {id: 1.1.2}\n"

    (change,) = upgrade(tasks).changes
    text = accepted(tasks, "1.1.3")

    assert (change.kind, change.into) == ("split", ("1.1.4", "1.1.5"))
    first, second, third = plan_of(text).tasks
    assert [first.id, second.id, third.id] == ["1.1.4", "1.1.5", "1.1.2"]
    assert first.leads == ("so-noi-vu",)
    assert second.leads == ("so-khoa-hoc-va-cong-nghe",)
    assert second.deadline.deadline.wording == "Quý II/2025"


def test_a_part_that_the_plan_has_already_is_not_added_twice() -> None:
    tasks = "  - {id: 1.1.3}\n"
    today = catalogue("2026.01", sub_task("1.1.4"), sub_task("1.1.5", since="2026.01"),
                      retired=[{"id": "1.1.3", "since": "2026.01", "into": ["1.1.4", "1.1.5"],
                                "reason": "Hai việc."}])  # fmt: skip
    past = past_of(today, sub_task("1.1.3"))
    text = PLAN + tasks + "  - {id: 1.1.4}\n"
    plan = plan_of(text)

    done = accept(text, plan, upgrade_of(plan, past, today, load_registers()), ["1.1.3"],
                  load_registers())  # fmt: skip

    assert [task.id for task in plan_of(done).tasks] == ["1.1.5", "1.1.4"]


def test_a_retired_sub_task_without_heirs_leaves_the_plan_once_that_is_accepted() -> None:
    tasks = "  - {id: 1.1.6}\n  # of the next\n  - {id: 1.1.2}\n"

    (change,) = upgrade(tasks).changes

    assert (change.kind, change.index) == ("retired", 0)
    assert upgrade(tasks).pending == (change,)
    assert [task.id for task in plan_of(accepted(tasks, "1.1.6")).tasks] == ["1.1.2"]
    assert "# of the next" in accepted(tasks, "1.1.6")


def test_what_names_a_split_sub_task_names_its_parts_instead() -> None:
    tasks = (
        "  - {id: local-1, group: 1, covers: [1.1.2, 1.1.3]}\n"
        "initiatives: [{id: sk, vi: X, tasks: [local-1]}]\n"
        "omitted:\n  - {id: 1.1.6, reason: Không có}\n  - {id: 1.1.1, reason: Chưa làm}\n"
    )

    plan = plan_of(accepted(tasks, "1.1.3", "1.1.6"))

    assert [change.task for change in upgrade(tasks).changes] == ["1.1.3", "1.1.6"]
    assert plan.tasks[0].covers == ("1.1.2", "1.1.4", "1.1.5")
    assert [omission.id for omission in plan.omitted] == ["1.1.1"]
    assert plan.catalogue == "nq57@2026.01"


def test_initiatives_and_waivers_follow_a_task_that_changes_its_id() -> None:
    tasks = (
        "  - {id: 1.1.3}\ninitiatives: [{id: sk, vi: X, tasks: [1.1.3]}]\n"
        "waive: [{rule: x, task: 1.1.3, reason: Y}]\n"
    )

    plan = plan_of(accepted(tasks, "1.1.3"))

    assert plan.initiatives[0].tasks == ("1.1.4", "1.1.5")
    assert plan.waive[0].task == "1.1.4"


@given(st.lists(st.sampled_from(["1.1.1", "1.1.2", "1.1.3", "1.1.6"]), unique=True), st.data())
def test_in_any_order_of_acceptance_the_plan_ends_the_same(ids: list[str], data: Any) -> None:
    text = PLAN + ("".join(f"  - {{id: {name}, leads: [so-khcn]}}\n" for name in ids) or "  []\n")
    at_once = _accept_all(text)

    step_by_step = text
    for name in data.draw(st.permutations(ids)):
        plan = plan_of(step_by_step)
        found = upgrade_of(plan, PAST, TODAY, load_registers())
        if name in [change.task for change in found.pending]:
            step_by_step = accept(step_by_step, plan, found, [name], load_registers())

    done, other = plan_of(step_by_step), plan_of(at_once)
    assert [task.id for task in done.tasks] == [task.id for task in other.tasks]
    assert [task.leads for task in done.tasks] == [task.leads for task in other.tasks]


def _accept_all(text: str) -> str:
    plan = plan_of(text)
    found = upgrade_of(plan, PAST, TODAY, load_registers())
    return accept(text, plan, found, [change.task for change in found.pending], load_registers())


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_all_else_in_the_file_is_as_it_was(ending: str) -> None:
    text = (PLAN + AS_STARTED + "# the end\n").replace("\n", ending)
    plan = plan_of(text)

    done = accept(text, plan, upgrade(AS_STARTED), ["1.1.1"], load_registers())

    assert done.startswith(f"# a plan of ours{ending}format: r57plans/plan/1{ending}")
    assert done.endswith(f"# the end{ending}")
    assert done.count("\r\n") == (done.count("\n") if ending == "\r\n" else 0)


def test_a_heir_that_has_gone_in_its_turn_is_followed_to_what_lives() -> None:
    today = catalogue(
        "2026.02",
        sub_task("1.1.1"),
        retired=[
            {"id": "1.1.2", "since": "2026.01", "into": ["1.1.3"], "reason": "Gộp."},
            {"id": "1.1.3", "since": "2026.02", "into": ["1.1.1"], "reason": "Gộp."},
        ],
    )
    past = past_of(today, sub_task("1.1.2"))

    (change,) = upgrade("  - {id: 1.1.2}\n", today, past).changes

    assert (change.kind, change.into) == ("replaced", ("1.1.1",))


def test_wordings_and_products_are_in_the_words_of_the_plan_s_unit() -> None:
    products = [{"type": "de-an", "vi": "Đề án của {tinh}", "en": "Scheme of {place}"}]
    today = catalogue("2026.01", sub_task("1.1.1", "Ở {dia_phuong}, {ty_le}.", products=products,
                                          parameters=[{"id": "ty_le", "vi": "x", "en": "x"}]),
                      sub_task("1.1.2", "Mới."))  # fmt: skip
    past = past_of(today, sub_task("1.1.1"), sub_task("1.1.2"))
    started = "  - {id: 1.1.1, params: {ty_le: 5%}, products: [{type: ke-hoach, vi: Kế hoạch}]}\n"
    text = PLAN + started + "  - {id: 1.1.2}\n"
    plan = plan_of(text)

    found = upgrade_of(plan, past, today, load_registers())
    task = plan_of(accept(text, plan, found, ["1.1.1"], load_registers())).tasks[0]

    assert [field.open for field in found.changes[0].fields] == [True, True]
    assert task.text is not None
    assert task.text.vi == "Ở tỉnh Cao Bằng, 5%."
    assert task.products[0].vi == "Đề án của tỉnh"
    assert task.products[0].en == "Scheme of Cao Bang Province"
