"""What a change says: the sentence that a reviewer reads, in both languages."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from plan_builders import plan

from r57plans.diff.compare import compare
from r57plans.language import small_first
from r57plans.model.change import Change


def task(**fields: Any) -> dict[str, Any]:
    return {"id": "3.5.2", "leads": ["so-khoa-hoc-va-cong-nghe"], **fields}


def only_change(before: dict[str, Any], after: dict[str, Any], **document: Any) -> Change:
    """The one change between two plans with a task each."""
    (change,) = compare(plan(document, tasks=[before]), plan(document, tasks=[after]))
    return change


def deadline(before: str, after: str) -> Change:
    return only_change(task(deadline=before), task(deadline=after))


@pytest.mark.parametrize(
    ("before", "after", "rule", "head"),
    [
        ("quý II/2025", "quý IV/2025", "later", "Thời hạn nhiệm vụ 3.5.2 lùi hai quý"),
        ("Quý II/2025", "Tháng 3/2025", "earlier", "Thời hạn nhiệm vụ 3.5.2 sớm hơn ba tháng"),
        ("2025", "2030", "later", "Thời hạn nhiệm vụ 3.5.2 lùi năm năm"),
        ("30/5/2025", "15/6/2025", "later", "Thời hạn nhiệm vụ 3.5.2 lùi 16 ngày"),
        ("15/5/2025", "15/8/2025", "later", "Thời hạn nhiệm vụ 3.5.2 lùi ba tháng"),
        ("từ quý II/2025", "từ quý I/2026", "later", "Thời hạn nhiệm vụ 3.5.2 lùi ba quý"),
        (
            "2025 - 2027", "2026 - 2027", "narrowed",
            "Thời gian thực hiện nhiệm vụ 3.5.2 thu hẹp, hạn cuối như cũ",
        ),
        ("Tháng 6/2025", "6/2025", "reworded", "Thời hạn nhiệm vụ 3.5.2 viết lại, nghĩa như cũ"),
        ("Quý II/2025", "Thường xuyên", "opened", "Nhiệm vụ 3.5.2 không còn hạn cuối"),
        (
            "Quý II/2025", "khi Luật được thông qua", "unclear",
            "Thời hạn nhiệm vụ 3.5.2 đổi, không so sánh được sớm hay muộn",
        ),
    ],
)  # fmt: skip
def test_a_deadline_says_which_way_it_moves_and_how_far(
    before: str, after: str, rule: str, head: str
) -> None:
    change = deadline(before, after)

    said = f"{head}: {small_first(before)} → {small_first(after)}"
    assert (change.rule, change.message.vi) == (f"task.deadline.{rule}", said)


def test_the_same_in_english_with_the_english_words_of_both_deadlines() -> None:
    assert deadline("quý II/2025", "quý IV/2025").message.en == (
        "The deadline of task 3.5.2 is two quarters later: Q2 2025 → Q4 2025"
    )


def test_a_deadline_in_the_other_language_is_only_reworded() -> None:
    assert deadline("quý II/2025", "Q2 2025").rule == "task.deadline.reworded"


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        (["so-thong-tin-va-truyen-thong"], ["so-khoa-hoc-va-cong-nghe"], "succeeded"),
        (["so-tttt"], ["so-khcn"], "succeeded"),
        (
            ["so-thong-tin-va-truyen-thong", "so-khoa-hoc-va-cong-nghe"],
            ["so-khoa-hoc-va-cong-nghe"],
            "succeeded",
        ),
        (["so-khoa-hoc-va-cong-nghe"], ["so-thong-tin-va-truyen-thong"], "reverted"),
        (["so-thong-tin-va-truyen-thong"], ["so-tai-chinh"], "changed"),
        (["so-tai-chinh"], ["so-tai-chinh", "so-y-te"], "added"),
    ],
)
def test_a_renamed_or_merged_body_is_no_other_lead(
    before: list[str], after: list[str], rule: str
) -> None:
    change = only_change(task(leads=before), task(leads=after))

    assert change.rule == f"task.lead.{rule}"
    assert change.severity == ("wording" if rule in ("succeeded", "reverted") else "major")


def test_ids_that_only_the_file_knows_are_told_in_words() -> None:
    origin = only_change(task(origin="trung-uong"), task(origin="ban-chi-dao"))
    served = only_change(task(), task(targets=["tfp", "digital-economy"]))

    assert origin.message.vi.startswith("Nơi giao nhiệm vụ 3.5.2 đổi: Trung ương → Ban Chỉ đạo")
    assert "Quy mô kinh tế số" in served.message.vi
    assert "tfp" not in served.message.vi


def test_an_alias_of_a_body_is_no_change() -> None:
    old, new = (
        plan(tasks=[task(leads=[name])]) for name in ("so-khcn", "so-khoa-hoc-va-cong-nghe")
    )

    assert compare(old, new) == ()


def test_a_wording_that_is_the_catalogues_is_no_change() -> None:
    inherited = plan(tasks=[task()])
    (taken,) = compare(inherited, plan(tasks=[task(text="Việc khác")]))

    own = plan(tasks=[task(text={"vi": taken.old.vi, "en": taken.old.en})])

    assert taken.rule == "task.text.changed"
    assert compare(inherited, own) == ()


def test_a_long_text_is_told_around_the_words_that_differ() -> None:
    words = " ".join(f"chữ{n}" for n in range(100))
    before, after = task(text=words), task(text=words.replace("chữ50", "mới"))

    change = only_change(before, after)

    assert change.message.vi == (
        "Nội dung nhiệm vụ 3.5.2 đổi: … chữ47 chữ48 chữ49 chữ50 chữ51 chữ52 chữ53 … → "
        "… chữ47 chữ48 chữ49 mới chữ51 chữ52 chữ53 …"
    )
    assert change.new.vi.startswith("chữ0 chữ1 ")


def test_local_tasks_are_matched_by_text_where_their_ids_are_new() -> None:
    said = {"group": 3, "text": "Số hóa hồ sơ đất đai"}
    before, after = {"id": "local-1", **said}, {"id": "local-4", **said, "deadline": "2026"}

    found = compare(plan(tasks=[before]), plan(tasks=[after]))

    assert [change.rule for change in found] == ["task.renumbered", "task.deadline.set"]


def test_an_id_that_went_to_another_local_task_does_not_take_its_text_along() -> None:
    """A task put first, with all that follow counted anew, is one task more and no other."""
    said = ["Số hóa hồ sơ đất đai", "Cửa khẩu số", "Trạm y tế từ xa"]
    old, new = (
        plan(tasks=[{"id": f"local-{n}", "group": 3, "text": text} for n, text in enumerate(texts)])
        for texts in (said[:2], said[2:] + said[:2])
    )

    assert Counter(c.rule for c in compare(old, new)) == {"task.renumbered": 2, "task.added": 1}
    assert Counter(c.rule for c in compare(new, old)) == {"task.renumbered": 2, "task.removed": 1}
    assert {c.name.vi for c in compare(old, new)} == set(said)  # though two go by one id


def test_a_local_task_that_kept_its_id_is_the_same_in_other_words() -> None:
    before, after = ({"id": "local-1", "group": 3, "text": text} for text in ("Việc A", "Việc B"))

    assert only_change(before, after).rule == "task.text.changed"


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("≥ 20", "≥ 25", "raised"),
        ("≥ 20", "≥ 15", "lowered"),
        ("≤ 3", "≤ 5", "lowered"),
        ("40 - 50", "45 - 55", "raised"),
        ("40 - 50", "30 - 60", "changed"),
        ("≥ 5.000", "≥ 5000", "reworded"),
        ("≥ 20", "≤ 20", "changed"),
        ("≥ 20", "≥ 20%", "reworded"),
        ("≥ 20", "ít nhất 20%", "reworded"),
        ("từ 30% trở lên", "từ 25% trở lên", "lowered"),
        ("không quá 3", "không quá 5", "lowered"),
    ],
)
def test_a_target_says_whether_it_asks_for_more_or_less(before: str, after: str, rule: str) -> None:
    old, new = (
        plan(targets=[{"id": "local-1", "name": "A", "unit": "%",
                       "values": [{"year": 2030, "value": value}]}])
        for value in (before, after)
    )  # fmt: skip

    (change,) = compare(old, new)

    assert (change.rule, change.field) == (f"target.value.{rule}", "values/2030")


@pytest.mark.parametrize(
    "rank",
    [
        {"id": "local-1", "name": "Thứ hạng chuyển đổi số của tỉnh"},
        {"id": "local-1", "name": "Chuyển đổi số cấp tỉnh", "unit": "thứ hạng"},
        {"id": "innovation-rank"},
    ],
)
def test_a_rank_that_is_a_larger_figure_is_lower(rank: dict[str, Any]) -> None:
    old, new = (
        plan(targets=[rank | {"values": [{"year": 2030, "value": value}]}])
        for value in ("10", "15")
    )

    assert [change.rule for change in compare(old, new)] == ["target.value.lowered"]
    assert [change.rule for change in compare(new, old)] == ["target.value.raised"]


def test_a_unit_that_only_moves_in_the_file_is_no_change_and_another_is_told_once() -> None:
    value = {"year": 2030, "value": "≥ 20"}
    at_value = plan(targets=[{"id": "local-1", "values": [value | {"unit": "%"}]}])
    at_target, other = (
        plan(targets=[{"id": "local-1", "unit": unit, "values": [value]}])
        for unit in ("%", "tỷ đồng")
    )

    found = compare(at_target, other)

    assert compare(at_value, at_target) == ()
    assert [change.rule for change in found] == ["target.unit.changed"]


def test_a_fingerprint_stays_while_the_change_does() -> None:
    before, after = task(deadline="2025"), task(deadline="2026")
    alone = only_change(before, after)
    moved = compare(plan(tasks=[task(id="1.1.1"), before]), plan(tasks=[after], context=["Khác"]))

    assert alone.fingerprint in {change.fingerprint for change in moved}
    assert alone.fingerprint != only_change(before, task(deadline="2027")).fingerprint
