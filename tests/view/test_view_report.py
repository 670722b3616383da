"""What a progress report says of a plan: counts, words, results, targets, what is due."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_builders import plan, text_of
from status_builders import MID_YEAR, reported, status

from r57plans.load import load_catalogue, load_registers
from r57plans.view.progress_due import months_later
from r57plans.view.progress_targets import horizon
from r57plans.view.records import AnnexView
from r57plans.view.report import Reported, report_view

TASKS: list[dict[str, Any]] = [
    {"id": "1.1.1", "deadline": "Trước ngày 15/5/2025", "leads": ["so-khcn", "so-noi-vu"]},
    {"id": "1.1.2", "deadline": "Quý II/2025", "leads": ["so-khcn"], "origin": "trung-uong"},
    {"id": "2.1.1", "deadline": "Thường xuyên", "leads": ["so-tai-chinh"], "directives": ["D02"]},
    {"id": "2.2.1", "deadline": "Quý III/2025", "leads": ["so-noi-vu"]},
    {"id": "local-1", "group": "3", "text": {"vi": "Việc riêng", "en": "Own work"}},
]
PLAN = plan(tasks=TASKS)
DONE = {"id": "1.1.2", "state": "done", "done_on": "2025-06-20"}
OVERDUE = {"id": "1.1.1", "state": "running", "progress": 60}


def annex(view: Any, number: int) -> AnnexView:
    return view.annexes[number]  # type: ignore[no-any-return]


def cells(view: Any, number: int) -> list[list[str]]:
    return [
        [" / ".join(text_of(line) for line in cell.lines) for cell in row.cells]
        for row in annex(view, number).rows
        if row.kind == "item"
    ]


def test_the_whole_counts_each_task_once_and_the_leads_each_of_theirs() -> None:
    view = reported(PLAN, status(tasks=[DONE, OVERDUE])).progress

    whole = view.counts
    counts = {text_of(row.name): row.total for row in view.leads}
    assert (whole.total, whole.done, whole.on_time, whole.overdue, whole.standing) == (
        5, 1, 1, 1, 1,
    )  # fmt: skip
    assert (whole.not_due, whole.unknown, whole.late, whole.running) == (1, 1, 0, 0)
    assert counts == {
        "Sở Khoa học và Công nghệ": 2,
        "Sở Nội vụ": 2,
        "Sở Tài chính": 1,
        "Chưa phân công": 1,
    }


def test_a_body_is_one_lead_under_all_its_ids_and_the_note_on_shared_tasks_needs_one() -> None:
    leads = ["so-khcn"], ["so-khoa-hoc-va-cong-nghe"], ["so-khoa-hoc-va-cong-nghe", "so-khcn"]
    tasks = [{"id": f"1.1.{n}", "leads": who} for n, who in enumerate(leads, 1)]

    view = reported(plan(tasks=tasks), status())

    rows = [(text_of(row.name), row.total) for row in view.progress.leads]
    assert rows == [("Sở Khoa học và Công nghệ", 3)]
    assert annex(view, 1).notes == ()


def test_the_groups_add_up_to_the_whole() -> None:
    view = reported(PLAN, status(tasks=[DONE, OVERDUE])).progress

    assert [group.counts.total for group in view.groups] == [2, 2, 1]
    assert sum(group.counts.total for group in view.groups) == view.counts.total
    assert sum(group.counts.overdue for group in view.groups) == view.counts.overdue


@given(
    st.lists(st.sampled_from([None, "not-started", "running", "done", "standing"]), min_size=5,
             max_size=5),
    st.dates(date(2025, 1, 1), date(2026, 12, 31)),
)  # fmt: skip
def test_the_counts_add_up_whatever_the_states(states: list[str | None], on: date) -> None:
    entries = [
        {"id": task["id"], "state": state, "done_on": "2025-05-20" if state == "done" else None}
        for task, state in zip(TASKS, states, strict=True)
    ]

    view = reported(PLAN, status(tasks=entries), on).progress

    keys = ("on_time", "late", "running", "overdue", "not_due", "standing", "unknown")
    rows = [view.counts, *view.leads, *(group.counts for group in view.groups)]
    assert all(sum(getattr(row, key) for key in keys) == row.total for row in rows)
    assert sum(row.total for row in view.leads) == view.counts.total + 1


def test_only_counts_that_are_not_0_are_said() -> None:
    vietnamese = reported(PLAN, status(tasks=[DONE, OVERDUE])).progress
    english = reported(PLAN, status(tasks=[DONE, OVERDUE]), language="en").progress

    assert text_of(vietnamese.counts.said) == (
        "1 hoàn thành đúng hạn, 1 quá hạn, 1 chưa đến hạn, 1 thường xuyên và 1 chưa có thông tin"
    )
    assert text_of(english.counts.said) == (
        "1 done on time, 1 overdue, 1 not yet due, 1 standing and 1 not reported"
    )


@pytest.mark.parametrize(
    ("entry", "vi", "en"),
    [
        (DONE, "Hoàn thành đúng hạn (20/6/2025)", "Done on time (20 June 2025)"),
        ({"state": "not-started"}, "Chưa đến hạn", "Not yet due"),
        ({"state": "running", "progress": 60}, "Đang thực hiện (60%)", "In progress (60%)"),
        ({}, "Chưa đến hạn", "Not yet due"),
    ],
)
def test_a_task_says_how_it_stands(entry: dict[str, Any], vi: str, en: str) -> None:
    given_status = status(tasks=[{"id": "1.1.2", **entry}])

    said = [
        text_of(reported(PLAN, given_status, language=lang).progress.central[0].standing)
        for lang in ("vi", "en")
    ]

    assert said == [vi, en]


def test_late_and_overdue_tasks_say_by_how_many_days() -> None:
    late = {"id": "1.1.1", "state": "done", "done_on": "2025-05-15"}
    view = reported(PLAN, status(tasks=[late])).progress
    english = reported(PLAN, status(tasks=[late]), language="en").progress
    overdue = reported(PLAN, status(tasks=[OVERDUE]), language="en").progress

    assert text_of(view.groups[0].tasks[0].standing) == "Hoàn thành trễ hạn 1 ngày (15/5/2025)"
    assert text_of(english.groups[0].tasks[0].standing) == "Done late by 1 day (15 May 2025)"
    assert text_of(overdue.overdue[0].standing) == "Overdue by 47 days (in progress)"


def test_a_result_joins_the_words_and_the_products_delivered() -> None:
    entry = {
        **DONE,
        "result": "Đã ký.",
        "products": [
            {"vi": "Quyết định", "number": "45-QĐ/TU", "date": "2025-06-20"},
            {"vi": "Quy chế", "number": "46-QĐ/TU"},
            {"vi": "Kế hoạch", "date": "2025-06"},
            "Danh sách",
        ],
    }

    view = reported(PLAN, status(tasks=[entry])).progress

    (found,) = view.groups[0].results
    assert text_of(found.result) == (
        "Đã ký; Quyết định (số 45-QĐ/TU, ngày 20/6/2025); Quy chế (số 46-QĐ/TU); "
        "Kế hoạch (6/2025); Danh sách"
    )


def test_difficulties_and_proposals_come_with_the_name_of_their_task() -> None:
    entry = {"id": "local-1", "difficulty": "Thiếu vốn.", "proposal": "Bố trí vốn"}

    view = reported(
        PLAN, status(tasks=[entry], difficulties=["Chung"], proposals=["Sớm ban hành"])
    ).progress

    assert [text_of(line) for line in view.difficulties] == ["Chung", "Việc riêng: Thiếu vốn."]
    assert [text_of(line) for line in view.proposals] == ["Sớm ban hành", "Việc riêng: Bố trí vốn."]


def test_a_note_is_never_printed() -> None:
    given_status = status(tasks=[{"id": "1.1.1", "state": "running", "note": "KÍN"}])

    assert "KÍN" not in repr(reported(PLAN, given_status))


def test_tasks_of_the_centre_are_those_it_gave_and_those_that_answer_its_directives() -> None:
    view = reported(PLAN, status()).progress

    assert [task.id for task in view.central] == ["1.1.2", "2.1.1"]


def test_what_only_the_office_can_write_stays_empty() -> None:
    view = reported(PLAN, status()).progress

    parts = (view.leadership, view.results, view.limits, view.causes, view.next_tasks, view.funds)
    assert parts == ((), (), (), (), (), ())


def test_funds_are_said_as_the_office_writes_them() -> None:
    fund = {"name": "Ngân sách", "planned": "60.000", "unit": {"vi": "triệu đồng", "en": "m dong"}}

    vietnamese = reported(PLAN, status(funds=fund)).progress.funds[0]
    english = reported(PLAN, status(funds=fund), language="en").progress.funds[0]

    assert (vietnamese.planned, vietnamese.disbursed) == ("60.000 triệu đồng", "")
    assert english.planned == "60,000 m dong"


TARGET = {
    "id": "local-1",
    "name": "Tỉ lệ",
    "unit": "%",
    "values": [{"year": 2025, "value": "≥ 70"}, {"year": 2030, "value": "≥ 85"}],
}


def target_of(
    actual: list[dict[str, Any]], on: date = MID_YEAR, values: Any = None
) -> tuple[str, str, str]:
    target = {**TARGET, "values": values or TARGET["values"]}
    given_status = status(targets=[{"id": "local-1", "actual": actual}])
    (found,) = reported(plan(targets=[target]), given_status, on).progress.targets
    return text_of(found.planned), text_of(found.actual), text_of(found.assessment)


def test_the_target_of_the_year_stands_against_the_newest_value() -> None:
    values = [{"date": "2025-03", "value": "60"}, {"date": "2025-06", "value": "72"}]

    found = target_of(values)

    assert found == ("2025: ≥ 70%", "72% (đến tháng 6/2025)", "Đạt")


@pytest.mark.parametrize(
    ("actual", "on", "assessment"),
    [
        ({"date": "2025-06", "value": "65"}, MID_YEAR, "Đang phấn đấu"),
        ({"year": 2025, "value": "65"}, date(2025, 12, 31), "Chưa đạt"),
        ({"date": "2025-06", "value": "tăng"}, MID_YEAR, ""),
        ({"date": "2025-06", "value": "72", "unit": "người"}, MID_YEAR, ""),
        ({"date": "2025-06", "value": "72", "scope": "cấp xã"}, MID_YEAR, ""),
    ],
)
def test_a_target_is_judged_only_where_figures_can_be_compared(
    actual: dict[str, Any], on: date, assessment: str
) -> None:
    assert target_of([actual], on)[2] == assessment


@pytest.mark.parametrize(
    ("value", "actual", "reached"),
    [("≤ 5", "5", True), ("≤ 5", "6", False), ("> 5", "5", False), ("< 5", "4", True),
     ("40 - 50", "45", True), ("40 - 50", "39", False), ("100", "100", True),
     ("1.000", "999", False)],
)  # fmt: skip
def test_every_comparator_is_understood(value: str, actual: str, reached: bool) -> None:
    found = target_of(
        [{"date": "2025-06", "value": actual}], values=[{"year": 2025, "value": value}]
    )

    assert found[2] == ("Đạt" if reached else "Đang phấn đấu")


def test_values_later_than_the_report_are_not_printed() -> None:
    assert target_of([{"date": "2025-07", "value": "72"}])[1:] == ("", "")
    assert target_of([{"year": 2026, "value": "72"}])[1:] == ("", "")


def test_the_horizon_is_the_next_or_else_the_last() -> None:
    target = plan(targets=[TARGET]).targets[0]

    years = [horizon(target, year) for year in (2024, 2025, 2026, 2030, 2031)]

    assert years == [2025, 2025, 2030, 2030, 2030]
    assert horizon(plan(targets=[{"id": "local-1", "name": "x"}]).targets[0], 2025) is None


def test_what_is_due_in_the_next_six_months_is_listed_by_its_last_day() -> None:
    tasks = [
        {"id": "1.1.1", "deadline": "Quý IV/2025"},
        {"id": "1.1.2", "deadline": "Tháng 7/2025"},
        {"id": "2.1.1", "deadline": "Quý I/2026"},
        {"id": "2.2.1", "deadline": "Tháng 8/2025"},
        {"id": "local-1", "text": "Việc riêng", "deadline": "2025 - 2027",
         "milestones": [{"deadline": "Tháng 9/2025", "product": "Bản đồ"},
                        {"deadline": "Tháng 9/2026", "product": "Báo cáo"}]},
    ]  # fmt: skip
    done = {"id": "2.2.1", "state": "done", "done_on": "2025-06-01"}

    view = reported(plan(tasks=tasks), status(tasks=[done])).progress

    assert [text_of(item.deadline) for item in view.due] == [
        "Tháng 7/2025", "Tháng 9/2025", "Quý IV/2025"
    ]  # fmt: skip
    assert text_of(view.due[1].title) == "Việc riêng: Bản đồ"
    assert text_of(view.due_until) == "31/12/2025"


@pytest.mark.parametrize(
    ("day", "months", "meant"),
    [
        (date(2025, 6, 30), 6, date(2025, 12, 31)),
        (date(2025, 12, 31), 6, date(2026, 6, 30)),
        (date(2025, 8, 15), 6, date(2026, 2, 15)),
        (date(2025, 8, 30), 6, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months_are_added_by_the_calendar(day: date, months: int, meant: date) -> None:
    assert months_later(day, months) == meant


def test_the_annex_has_every_task_with_product_result_and_assigning_document() -> None:
    view = reported(PLAN, status(tasks=[{**DONE, "result": "Đã ký"}]))

    rows = cells(view, 0)
    assert len(rows) == len(TASKS)
    assert rows[1][4:] == [
        "Đã ký", "…-CTr/TU, 28/3/2025 / Trung ương", "Quý II/2025",
        "Hoàn thành đúng hạn (20/6/2025)",
    ]  # fmt: skip


def test_the_annex_by_lead_ends_in_the_total_and_says_how_leads_are_counted() -> None:
    view = reported(PLAN, status(tasks=[DONE]))

    rows = cells(view, 1)
    assert rows[-1][1:3] == ["Tổng cộng", "5"]
    assert "chỉ tính một lần" in text_of(annex(view, 1).notes[0])


def test_a_plan_without_tasks_has_no_annex() -> None:
    assert reported(plan(), status()).annexes == ()


def test_the_heads_name_the_months_and_the_plan() -> None:
    june = reported(plan({"number": "12"}, tasks=TASKS), status()).document
    december = reported(PLAN, status(), date(2025, 12, 31)).document
    october = reported(PLAN, status(), date(2025, 10, 15), "en").document

    assert text_of(june.subject).startswith("kết quả 6 tháng đầu năm 2025 thực hiện Nghị quyết")
    assert "Chương trình hành động số 12-CTr/TU, ngày 28/3/2025 của Tỉnh ủy Cao Bằng" in text_of(
        june.opening
    )
    assert text_of(june.opening).endswith(
        "báo cáo kết quả 6 tháng đầu năm 2025 thực hiện Chương trình hành động, cụ thể như sau:"
    )
    assert text_of(december.subject).startswith("kết quả năm 2025 thực hiện")
    assert text_of(october.subject).startswith("on the results up to 15 October 2025")


def test_the_plan_s_own_title_and_parents_are_kept() -> None:
    document = {"title": {"vi": "kết quả quý II", "en": "on Q2"}, "parents": ["nq57"]}

    view = reported(plan(document, tasks=TASKS), status()).document

    assert text_of(view.subject) == "kết quả quý II"
    assert "CTr/TU" not in text_of(view.opening)
    assert "báo cáo kết quả quý II" in text_of(view.opening)


def test_the_act_that_issues_the_plan_is_cited_in_its_place() -> None:
    given_plan = plan(
        {"issuer": "ubnd", "type": "KH", "cover": {"type": "QĐ", "number": "7"}}, tasks=TASKS
    )

    view = reported(given_plan, status())

    assert "Quyết định số 07/QĐ-UBND" in text_of(view.document.opening)
    assert cells(view, 0)[0][5] == "07/QĐ-UBND, 28/3/2025"


def test_texts_of_the_status_file_without_english_are_told_with_their_place() -> None:
    given_status = status(tasks=[{**DONE, "result": "Đã ký kết"}], limits=["Chậm"])
    catalogue, registers = load_catalogue(), load_registers()

    seen = report_view(Reported(PLAN, given_status, MID_YEAR), PLAN, catalogue, registers, "en")

    paths = [note.place.path for note in seen.untranslated]
    assert "tasks/0/result" in paths
    assert "limits/0" in paths
    assert text_of(seen.view.progress.limits[0]) == "[vi] Chậm"


def test_groups_of_the_plan_s_own_have_their_titles() -> None:
    groups = [{"id": "a", "vi": "Nhóm riêng", "en": "Own group"}]
    given_plan = plan(tasks=[{"id": "local-1", "group": "a", "text": "Việc"}], groups=groups)

    view = reported(given_plan, status()).progress

    assert [group.short for group in view.groups] == ["Nhóm riêng"]
    assert text_of(view.chart_words).endswith("Nhóm riêng 1.")
