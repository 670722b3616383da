"""An upgrade shows what changed, keeps what is the plan's own, writes only what is accepted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from version_builders import PLAN, catalogue, past_of, plan_of, sub_task

from r57plans.catalogue.accept import accept
from r57plans.catalogue.upgrade import Upgrade, upgrade_of
from r57plans.load import check_plan, load_registers
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


def accepted(tasks: str, *ids: str, today: Catalogue = TODAY, past: Catalogue = PAST) -> str:
    """The plan with these changes accepted, which is a plan that loads."""
    text = PLAN + tasks
    done = accept(text, plan_of(text), upgrade(tasks, today, past), ids, load_registers())
    assert [f.text("en") for f in check_plan(done.encode(), catalogue=past)[1]] == []
    return done


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


def test_accepting_one_of_two_leaves_the_other_and_brings_that_task_alone_to_the_version() -> None:
    text = accepted(AS_STARTED + "  - {id: 1.1.3}\n", "1.1.1")

    changed, other = plan_of(text).tasks
    assert "catalogue: nq57@2025.03" in text
    assert (changed.version, changed.text, changed.leads) == ("2026.01", None, ("so-tai-chinh",))
    assert PAST.taken(changed) == TODAY.sub_tasks["1.1.1"]
    assert (other.id, other.version) == ("1.1.3", None)
    assert PAST.taken(other) == PAST.sub_tasks["1.1.3"]


def test_an_accepted_task_s_version_goes_once_the_whole_plan_has_come_there() -> None:
    first = accepted("  - {id: 1.1.1}\n  - {id: 1.1.3}\n", "1.1.1").partition("tasks:\n")[2]

    whole = accepted(first, "1.1.3")

    assert "version:" not in whole
    assert "catalogue: nq57@2026.01" in whole


def test_an_accepted_split_holds_while_other_changes_wait() -> None:
    text = accepted("  - {id: 1.1.1}\n  - {id: 1.1.3}\n", "1.1.3")

    assert "catalogue: nq57@2025.03" in text
    assert [(t.id, t.version) for t in plan_of(text).tasks] == [
        ("1.1.1", None), ("1.1.4", "2026.01"), ("1.1.5", "2026.01")
    ]  # fmt: skip
    (left,) = upgrade(text.partition("tasks:\n")[2]).changes
    assert left.task == "1.1.1"


def test_what_is_covered_may_name_parts_before_the_plan_has_come_there() -> None:
    text = accepted(
        "  - {id: 1.1.1}\n  - {id: local-1, text: x, group: 1, covers: 1.1.3}\n", "1.1.3"
    )

    assert plan_of(text).tasks[1].covers == ("1.1.4", "1.1.5")
    assert "catalogue: nq57@2025.03" in text


def test_two_that_were_joined_become_one_task() -> None:
    retired = [{"id": name, "since": "2026.01", "into": ["1.1.3"], "reason": "Gộp."}
               for name in ("1.1.1", "1.1.2")]  # fmt: skip
    today = catalogue("2026.01", sub_task("1.1.3", since="2026.01"), retired=retired)
    past = past_of(today, sub_task("1.1.1"), sub_task("1.1.2"))
    tasks = "  - {id: 1.1.1, leads: [so-noi-vu]}\n  - {id: 1.1.2}\n"

    found = upgrade(tasks, today, past)
    done = plan_of(accepted(tasks, "1.1.1", "1.1.2", today=today, past=past))

    assert [change.merges for change in found.changes] == [False, True]
    assert [(task.id, task.leads) for task in done.tasks] == [("1.1.3", ("so-noi-vu",))]


def test_what_joins_a_task_already_there_is_told_and_goes() -> None:
    tasks = "  - {id: 1.1.4}\n  - {id: 1.1.3}\n  - {id: 1.1.5}\n"
    today = catalogue("2026.01", sub_task("1.1.4"), sub_task("1.1.5"),
                      retired=[{"id": "1.1.3", "since": "2026.01", "into": ["1.1.4", "1.1.5"],
                                "reason": "Hai việc."}])  # fmt: skip
    past = past_of(today, sub_task("1.1.3"))

    found = upgrade(tasks, today, past)

    assert [change.merges for change in found.changes] == [True]
    done = plan_of(accepted(tasks, "1.1.3", today=today, past=past))
    assert [task.id for task in done.tasks] == ["1.1.4", "1.1.5"]


def test_a_wording_that_was_the_old_catalogue_s_is_inherited_from_then_on() -> None:
    today = catalogue("2026.01", sub_task("1.1.1", "Mới {ty_le}.", parameters=OPEN))
    past = past_of(today, sub_task("1.1.1", "Cũ."))
    tasks = "  - {id: 1.1.1, text: {vi: Cũ., en: CŨ.}}\n"

    (task,) = plan_of(accepted(tasks, "1.1.1", today=today, past=past)).tasks

    assert task.text is None
    assert past.taken(task) == past.sub_tasks["1.1.1"]


def test_a_deadline_with_english_of_its_own_is_the_plan_s_own() -> None:
    own = "  - {id: 1.1.1, deadline: {vi: Quý II/2025, en: our own words}}\n"

    assert fields(upgrade(own))["deadline"] is False


def test_a_figure_that_would_go_is_shown_first() -> None:
    today = catalogue("2026.01", sub_task("1.1.1", "Mới."))
    past = past_of(today, sub_task("1.1.1", "Cũ {ty_le}.", parameters=OPEN))

    found = upgrade("  - {id: 1.1.1, text: Lời riêng., params: {ty_le: 5%}}\n", today, past)

    lost = found.changes[0].fields[-1]
    assert (lost.field, lost.open) == ("params", True)
    assert lost.old == {"ty_le": {"vi": "5%"}}


def test_what_the_plan_has_taken_is_not_new_to_it() -> None:
    half = accepted("  - {id: 1.1.1}\n  - {id: 1.1.3}\n", "1.1.3").partition("tasks:\n")[2]

    assert upgrade(half).added == ()


def test_no_sub_task_is_both_taken_and_left_out_or_left_out_twice() -> None:
    retired = [{"id": name, "since": "2026.01", "into": into, "reason": "Gộp."}
               for name, into in (("1.1.1", ["1.1.4"]), ("1.1.2", ["1.1.4"]),
                                  ("1.1.3", ["1.1.5"]), ("1.1.6", ["1.1.5"]))]  # fmt: skip
    today = catalogue("2026.01", sub_task("1.1.4", since="2026.01"),
                      sub_task("1.1.5", since="2026.01"), retired=retired)  # fmt: skip
    past = past_of(today, *(sub_task(f"1.1.{n}") for n in (1, 2, 3, 6)))
    tasks = (
        "  - {id: 1.1.1}\nomitted:\n  - {id: 1.1.2, reason: A}\n  - {id: 1.1.3, reason: B}\n"
        "  - {id: 1.1.6, reason: C}\n"
        "waive:\n  - {rule: x, task: 1.1.1, reason: D}\n  - {rule: y, task: 1.1.1, reason: E}\n"
    )

    plan = plan_of(accepted(tasks, "1.1.1", "1.1.2", "1.1.3", "1.1.6", today=today, past=past))

    assert [(o.id, o.reason.vi) for o in plan.omitted] == [("1.1.5", "B")]
    assert [(w.rule, w.task) for w in plan.waive] == [("x", "1.1.4"), ("y", "1.1.4")]


OPEN = [{"id": "ty_le", "vi": "tỷ lệ", "en": "share"}]


@pytest.mark.parametrize("own", ["", "text: Lời của tỉnh., "])
def test_a_figure_that_the_new_wording_does_not_ask_for_goes(own: str) -> None:
    figures = [*OPEN, {"id": "so", "vi": "số", "en": "number"}]
    today = catalogue("2026.01", sub_task("1.1.1", "Đạt {ty_le}.", parameters=OPEN),
                      sub_task("1.1.2", "Mới."))  # fmt: skip
    past = past_of(today, sub_task("1.1.1", "Đạt {ty_le}, {so}.", parameters=figures),
                   sub_task("1.1.2", "Cũ {ty_le}.", parameters=OPEN))  # fmt: skip
    tasks = f"  - {{id: 1.1.1, {own}params: {{ty_le: 5%, so: 7}}}}\n"
    tasks += f"  - {{id: 1.1.2, {own}params: {{ty_le: 5%}}}}\n"

    all_ids = [change.task for change in upgrade(tasks, today, past).pending]
    first, second = plan_of(accepted(tasks, *all_ids, today=today, past=past)).tasks

    assert list(first.params) == ["ty_le"]
    assert second.params == {}


def test_reasons_for_leaving_out_a_split_sub_task_hold_for_each_part() -> None:
    tasks = "  - {id: 1.1.2}\nomitted: {id: 1.1.3, reason: Chưa làm}\n"

    plan = plan_of(accepted(tasks, "1.1.3"))

    assert [(o.id, o.reason.vi) for o in plan.omitted] == [
        ("1.1.4", "Chưa làm"), ("1.1.5", "Chưa làm")
    ]  # fmt: skip


def test_of_many_reasons_the_right_ones_go_and_follow() -> None:
    tasks = (
        "  - {id: 1.1.2}\nomitted:\n  - {id: 1.1.6, reason: A}\n  - {id: 1.1.3, reason: B}\n"
        "  - {id: 1.1.1, reason: C}\nwaive:\n  - {rule: x, reason: D}\n"
    )

    plan = plan_of(accepted(tasks, "1.1.3", "1.1.6"))

    assert [(o.id, o.reason.vi) for o in plan.omitted] == [
        ("1.1.4", "B"), ("1.1.5", "B"), ("1.1.1", "C")
    ]  # fmt: skip
    assert [w.reason.vi for w in plan.waive] == ["D"]


def test_a_single_task_that_is_written_without_a_list_is_split_into_one() -> None:
    text = accepted("  {id: 1.1.3}\n", "1.1.3")

    assert [task.id for task in plan_of(text).tasks] == ["1.1.4", "1.1.5"]


def test_an_office_with_supports_of_its_own_asks_whom_it_wants() -> None:
    today = catalogue("2026.01", sub_task("1.1.1", supports=["so-tai-chinh"],
                                          requested=["cong-an-tinh"]))  # fmt: skip
    past = past_of(today, sub_task("1.1.1", supports=["so-noi-vu"]))

    own = upgrade("  - {id: 1.1.1, supports: [so-y-te]}\n", today, past)
    as_it_was = upgrade("  - {id: 1.1.1, supports: [so-noi-vu]}\n", today, past)

    assert fields(own) == {"supports": False, "requested": False}
    assert fields(as_it_was) == {"supports": True, "requested": True}


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
    at_once = _accept(text, *ids)

    step_by_step = text
    for name in data.draw(st.permutations(ids)):
        step_by_step = _accept(step_by_step, name)
        assert not check_plan(step_by_step.encode(), catalogue=PAST)[1].errors

    assert plan_of(step_by_step) == plan_of(at_once)


def _accept(text: str, *ids: str) -> str:
    plan = plan_of(text)
    found = upgrade_of(plan, PAST, TODAY, load_registers())
    there = [change.task for change in found.pending if change.task in ids]
    return accept(text, plan, found, there, load_registers()) if there else text


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

    wording, _ = found.changes[0].fields
    assert [field.open for field in found.changes[0].fields] == [True, True]
    assert wording.new["vi"] == "Ở tỉnh Cao Bằng, 5%."
    assert task.products[0].vi == "Đề án của tỉnh"
    assert task.products[0].en == "Scheme of Cao Bang Province"
