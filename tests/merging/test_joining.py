"""What of two plans stands in the merged one, and what is kept beside it."""

from __future__ import annotations

from typing import Any

import pytest
from diff_plans import RICH, TASK
from merge_builders import DAY, Data, hung_yen, plan_of

from r57plans.findings import Message
from r57plans.load import check_plan
from r57plans.load.decision_file import parse_decisions
from r57plans.merging import Merged, merge
from r57plans.model.bilingual import texts_of
from r57plans.model.task import Task


def task(name: str = "1.1.1", **more: Any) -> Data:
    return {"id": name, "leads": ["van-phong-tinh-uy"], "deadline": "2025", **more}


def joined(a: Data, b: Data) -> Task:
    """The one task that both plans take."""
    (found,) = hung_yen({"tasks": [task(**a)]}, {"tasks": [task(**b)]}).plan.tasks
    return found


def note(found: Task) -> str:
    return found.note.vi if found.note else ""


@pytest.mark.parametrize(
    ("mine", "theirs", "stands"),
    [
        ("Quý II/2025", "Quý III/2025", "Quý II/2025"),
        ("2025", "Tháng 11/2025", "Tháng 11/2025"),
        ("2025 và những năm tiếp theo", "Quý IV/2025", "Quý IV/2025"),
        (None, "2026", "2026"),
        ("12/2025", "trước ngày 01/12/2025", "trước ngày 01/12/2025"),
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_the_stricter_deadline_is_taken_and_the_other_noted_with_whose_it_was(
    mine: str | None, theirs: str | None, stands: str, swapped: bool
) -> None:
    a, b = (theirs, mine) if swapped else (mine, theirs)

    found = joined({"deadline": a}, {"deadline": b})

    other, whose = (b, "Thái Bình") if a == stands else (a, "Hưng Yên")
    assert found.deadline.deadline.wording == stands
    assert note(found) == f"Thời hạn của {whose}: {other or '—'}."


def test_deadlines_that_mean_the_same_leave_no_note() -> None:
    assert joined({"deadline": "6/2025"}, {"deadline": "Tháng 06/2025"}).note is None


def test_deadlines_of_which_none_is_stricter_are_for_the_office() -> None:
    merged = hung_yen(
        {"tasks": [task(deadline="Hằng năm")]}, {"tasks": [task(deadline="Hằng quý")]}
    )

    (conflict,) = merged.report.open
    assert conflict.id == "tasks/1.1.1/deadline"
    assert [side.said.vi for side in conflict.sides] == ["Hằng năm", "Hằng quý"]


def test_bodies_are_those_of_the_day_and_who_leads_does_not_support() -> None:
    found = joined(
        {"leads": ["so-thong-tin-va-truyen-thong"], "supports": ["ubnd-cap-huyen"]},
        {"leads": ["so-khcn"], "supports": ["so-tai-chinh", "ubnd-cap-xa"]},
    )

    assert found.leads == ("so-khoa-hoc-va-cong-nghe",)
    assert found.supports == ("ubnd-cap-xa", "so-tai-chinh")
    assert found.note is None


def test_a_district_body_is_told_with_its_successor() -> None:
    merged = hung_yen({"tasks": [task(supports=["ubnd-cap-huyen"])]}, {"tasks": [task()]})

    (entry,) = merged.report.of("bodies")
    assert entry.title.vi == "Ủy ban nhân dân cấp huyện → Ủy ban nhân dân cấp xã"
    assert "Cấp huyện đã kết thúc hoạt động." in [n.vi for n in entry.notes]


def test_several_leads_lead_together_until_one_is_chosen() -> None:
    a, b = task(leads=["so-noi-vu"]), task(leads=["so-tai-chinh"])

    merged = hung_yen({"tasks": [a]}, {"tasks": [b]})

    assert merged.plan.tasks[0].leads == ("so-noi-vu", "so-tai-chinh")
    assert [c.id for c in merged.report.open] == ["tasks/1.1.1/leads"]


def test_supports_products_and_links_are_united() -> None:
    one = {"type": "quyet-dinh", "vi": "Quyết định thành lập"}

    found = joined(
        {"supports": ["so-noi-vu"], "products": [one], "directives": ["D18"]},
        {
            "supports": ["so-tai-chinh"],
            "products": [one | {"vi": "quyết định thành lập."}, {"vi": "Báo cáo"}],
            "targets": ["tfp"],
        },
    )

    assert found.supports == ("so-noi-vu", "so-tai-chinh")
    assert [product.vi for product in found.products] == ["Quyết định thành lập", "Báo cáo"]
    assert found.directives == ("D18",)
    assert found.targets == ("tfp",)


def test_another_wording_is_kept_in_the_note_and_is_open() -> None:
    merged = hung_yen(
        {"tasks": [task(text="Mở lớp học.")]}, {"tasks": [task(text="Tổ chức tập huấn.")]}
    )

    (found,) = merged.plan.tasks
    assert found.text is not None
    assert found.text.vi == "Mở lớp học."
    assert note(found) == "Nội dung của Thái Bình: Tổ chức tập huấn."
    assert [c.id for c in merged.report.open] == ["tasks/1.1.1/text"]


def test_local_tasks_stay_apart_with_their_origin_and_links_follow() -> None:
    local = task("local-1", group=3, text="Việc riêng.", after=["1.1.1"])
    a: Data = {"tasks": [task(after=["local-1"]), local | {"after": []}]}
    b: Data = {
        "tasks": [task(), local],
        "initiatives": [{"id": "sk", "vi": "S", "tasks": ["local-1"]}],
    }

    merged = hung_yen(a, b)

    assert [t.id for t in merged.plan.tasks] == [
        "1.1.1", "local-hung-yen-1", "local-thai-binh-1",
    ]  # fmt: skip
    assert merged.plan.tasks[0].after == ("local-hung-yen-1",)
    assert note(merged.plan.tasks[2]) == "Nhiệm vụ riêng của Thái Bình, mã cũ: local-1."
    assert merged.plan.initiatives[0].tasks == ("local-thai-binh-1",)
    assert [f.rule for f in merged.report.findings].count("merge.alike") == 1


def test_tasks_that_would_wait_for_each_other_are_told() -> None:
    a = {"tasks": [task("1.1.1", after=["1.1.2"]), task("1.1.2")]}
    b = {"tasks": [task("1.1.1"), task("1.1.2", after=["1.1.1"])]}

    merged = hung_yen(a, b)

    assert [t.after for t in merged.plan.tasks] == [("1.1.2",), ()]
    assert "merge.circle" in [f.rule for f in merged.report.findings]


def test_declared_bodies_of_one_id_and_other_names_are_told_apart() -> None:
    def own(name: str) -> Data:
        return {"bodies": [{"id": "bql", "vi": name}], "tasks": [task(leads=["bql"])]}

    merged = hung_yen(own("Ban Quản lý A"), own("Ban Quản lý B"))
    same = hung_yen(own("Ban Quản lý A"), own("Ban quản lý A"))

    assert [(b.id, b.vi) for b in merged.plan.bodies] == [
        ("bql", "Ban Quản lý A"), ("thai-binh-bql", "Ban Quản lý B"),
    ]  # fmt: skip
    assert merged.plan.tasks[0].leads == ("bql", "thai-binh-bql")
    assert [b.id for b in same.plan.bodies] == ["bql"]


def test_posts_take_their_highest_place_and_no_name_is_taken_over() -> None:
    a = {"head": {"role": "bi-thu", "name": "A"}, "members": ["chanh-van-phong", "chu-tich-mttq"]}
    b = {"head": "bi-thu", "deputies": [{"role": "chanh-van-phong", "standing": True}]}

    merged = hung_yen({"committee": a}, {"committee": b})

    committee = merged.plan.committee
    assert committee is not None
    assert [p.role for p in committee.deputies] == ["chanh-van-phong"]
    assert [p.role for p in committee.members] == ["chu-tich-mttq"]
    assert committee.head.name is None
    assert any("1 họ tên" in n.vi for n in merged.report.of("committee")[0].notes)


def test_the_parents_own_documents_are_replaced_by_number_and_day() -> None:
    earlier = {"number": "7-CTr/TU", "date": "2024-01-02"}
    own = {"number": "43", "status": "issued", "parents": ["nq57"], "replaces": [earlier]}
    a: Data = {"document": own}
    b: Data = {"document": {"parents": ["nq57", "nq03-cp"]}}

    merged = hung_yen(a, b)

    document = merged.plan.document
    assert [c.id for c in document.parents] == ["nq57", "nq03-cp"]
    assert [(c.number, str(c.date), c.province) for c in document.replaces] == [
        ("43-CTr/TU", "2025-03-28", "hung-yen"), (None, "None", "thai-binh"),
    ]  # fmt: skip
    assert document.replaces[1].issuer is not None
    assert document.replaces[1].issuer.vi == "Tỉnh ủy Thái Bình"
    assert (document.number, document.status, str(document.date)) == (None, "draft", "2025-07-01")
    notes = " ".join(n.vi for n in merged.report.of("document")[0].notes)
    assert "Đã được văn bản của Hưng Yên thay thế từ trước: 7-CTr/TU." in notes
    assert "Văn bản của Thái Bình chưa có số" in notes


def test_what_one_omits_and_the_other_does_is_not_omitted() -> None:
    omitted = [{"id": "1.1", "reason": "Không"}, {"id": "2.2", "reason": "Chưa"}]

    merged = hung_yen({"omitted": omitted}, {"tasks": [task("1.1.1")]})

    assert [o.id for o in merged.plan.omitted] == ["2.2"]
    assert [e.outcome for e in merged.report.of("omitted")] == ["dropped", "kept"]


def test_groups_of_one_plan_are_adopted_and_those_of_two_kept_apart() -> None:
    def own(*titles: str) -> list[Data]:
        return [{"id": str(n), "vi": title} for n, title in enumerate(titles, 1)]

    one = hung_yen({"groups": own("Nhóm A"), "tasks": [task()]}, {"tasks": [task(), task("2.2.1")]})
    two = hung_yen({"groups": own("Nhóm A"), "tasks": [task()]},
                   {"groups": own("Nhóm B"), "tasks": [task("1.1.2")]})  # fmt: skip

    assert one.plan.groups[0].vi == "Nhóm A"
    assert [g.id for g in one.plan.groups] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [g.vi for g in two.plan.groups] == ["Nhóm A", "Nhóm B"]
    assert [t.group for t in two.plan.tasks] == [None, two.plan.groups[1].id]


def test_the_report_has_tasks_in_the_order_of_the_plan() -> None:
    merged = hung_yen(
        {"tasks": [task("1.1.1"), task("1.1.3")]}, {"tasks": [task("1.1.2"), task("1.1.3")]}
    )

    assert [e.id for e in merged.report.of("tasks")] == [t.id for t in merged.plan.tasks]
    assert [e.id for e in merged.report.of("tasks")] == ["1.1.1", "1.1.2", "1.1.3"]


def test_the_report_says_clauses_in_words_of_both_languages() -> None:
    clauses = {
        "flexibility": {"review": "6 tháng", "vi": "Rà soát.", "en": "Review."},
        "reporting": [{"every": "6 tháng", "to": "ban-thuong-vu"}],
        "annexes": [{"kind": "roadmap"}],
    }
    merged = hung_yen(clauses, clauses)

    titles = [entry.title for entry in merged.report.entries]
    assert Message("Kỳ rà soát: 6 tháng", "Review: every six months") in titles
    assert Message("Chế độ báo cáo: 6 tháng", "Reporting: every six months") in titles
    assert (
        Message("Kiểu bỏ dấu: kiểu mới (hòa, ủy)", "Style of tone marks: new (hòa, ủy)") in titles
    )
    assert any("Lộ trình thực hiện nhiệm vụ" in title.vi for title in titles)


def rich(province: str) -> Data:
    """A plan that says something in every field, of a province that merged."""
    data = {key: value for key, value in RICH.items() if key not in ("unit", "english", "annexes")}
    document = {**RICH["document"], "parents": ["nq57"]}
    groups = [
        {"id": "1", "vi": "Nhóm một"},
        {"id": "3", "vi": f"Nhóm ba {province}", "parent": "1"},
    ]
    tasks = [{"id": "1.1.1"}, {**TASK, "version": None, "after": ["1.1.1"]}]
    made = data | {"document": document, "groups": groups, "tasks": tasks}
    return {key: value for key, value in made.items() if key != "province"}


def test_every_field_comes_through_and_the_text_reads_back() -> None:
    plans = [plan_of(name, **rich(name)) for name in ("hung-yen", "thai-binh")]

    merged = merge(plans, "hung-yen", DAY)

    plan, report = check_plan(merged.text.encode())
    assert report.errors == ()
    assert plan == merged.plan
    said = {text.vi for text in texts_of(merged.plan)}
    here = {text.vi for p in plans for text in texts_of(p)}
    gone = here - said - {n for e in merged.report.entries for n in (e.title.vi,)}
    assert {text for text in gone if not _noted(merged, text)} == set()


def _noted(merged: Merged, text: str) -> bool:
    """Whether a text stands in a note or a title of the report."""
    told = [said.vi for e in merged.report.entries for said in (e.title, *e.notes)]
    return any(text.rstrip(".") in line for line in told)


def test_marks_of_translations_follow_their_texts() -> None:
    text = {"vi": "Việc riêng.", "en": "Own work."}
    a = {
        "tasks": [task("local-1", group=1, text=text)],
        "english": {"tasks/local-1/text": "0123abcd"},
    }

    merged = hung_yen(a, {})

    assert merged.plan.english == {"tasks/local-hung-yen-1/text": "0123abcd"}


def test_work_of_districts_that_is_left_in_a_text_is_told() -> None:
    merged = hung_yen({"tasks": [task(text="Tập huấn cho cấp huyện.")]}, {})

    assert any("cấp huyện" in f.message.vi for f in merged.report.findings)


def test_local_figures_that_differ_are_for_the_office() -> None:
    def figure(said: str) -> Data:
        return {"tasks": [task("1.1.6", params={"ty_le": said})]}

    merged = hung_yen(figure("15%"), figure("20%"))

    (conflict,) = merged.report.open
    assert (conflict.id, conflict.proposed) == ("tasks/1.1.6/params/ty_le", "weighted")
    assert merged.plan.tasks[0].figures["ty_le"].vi == "20%"
    assert note(merged.plan.tasks[0]) == "Số liệu địa phương của Hưng Yên: 15%."


def test_a_recipient_is_named_as_the_merged_city_names_it() -> None:
    plans = [
        plan_of("hai-duong", document={"recipients": ["Các đồng chí Tỉnh ủy viên"]}),
        plan_of(
            "hai-phong",
            document={"issuer": "thanh-uy", "recipients": ["Các đồng chí Thành ủy viên"]},
        ),
    ]

    document = merge(plans, "hai-phong", DAY).plan.document

    assert document.issuer == "thanh-uy"
    assert [r.vi for r in document.recipients] == ["Các đồng chí Thành ủy viên"]


def test_a_lead_that_is_not_chosen_supports() -> None:
    text = "format: r57plans/decisions/1\ndecisions: [{id: tasks/1.1.1/leads, take: thai-binh}]\n"
    a, b = task(leads=["so-noi-vu"]), task(leads=["so-tai-chinh"])

    merged = hung_yen({"tasks": [a]}, {"tasks": [b]}, decisions=parse_decisions(text.encode()))

    (found,) = merged.plan.tasks
    assert (found.leads, found.supports) == (("so-tai-chinh",), ("so-noi-vu",))
    assert merged.report.open == ()
