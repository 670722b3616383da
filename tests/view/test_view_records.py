"""Tasks and targets as records: what an office's own template may print of them."""

from __future__ import annotations

from typing import Any

import pytest
from plan_builders import plan, see, text_of

from r57plans.load import load_catalogue, load_registers
from r57plans.view import view_of
from r57plans.view.printed import Joined, Printed, Record
from r57plans.view.records import AnnexView, TaskView, View
from r57plans.view.targets import measured

FULL: dict[str, Any] = {
    "id": "local-1",
    "group": "3",
    "text": {"vi": "Dựng trạm", "en": "Build stations"},
    "title": {"vi": "Trạm", "en": "Stations"},
    "leads": ["so-khcn", "so-tai-chinh"],
    "supports": ["so-noi-vu"],
    "requested": ["mttq"],
    "in_charge": {"role": "pho-chu-tich-ubnd"},
    "products": [{"vi": "Đề án", "en": "A scheme"}, {"vi": "Báo cáo", "en": "A report"}],
    "deadline": "quý II/2025",
    "milestones": [{"deadline": "15/4/2025", "vi": "Trình ký", "en": "For signature"}],
    "funding": {"vi": "Ngân sách tỉnh", "en": "The provincial budget"},
    "targets": ["local-9"],
    "directives": ["D18"],
    "origin": "ban-chi-dao",
    "note": {"vi": "Hỏi lại Sở", "en": "Ask again"},
}
TARGET: dict[str, Any] = {
    "id": "local-9",
    "name": {"vi": "Kinh tế số", "en": "Digital economy"},
    "unit": "% GRDP",
    "values": [{"year": 2026, "value": "12"}, {"year": 2030, "value": "≥ 20"}],
    "baseline": {"year": 2024, "value": "8"},
    "monitor": ["so-khcn"],
    "note": "Rà lại",
}
COLUMNS = ("leads", "supports", "requested", "in_charge", "products", "deadline", "milestones",
           "funding", "targets", "origin", "directives", "title", "note")  # fmt: skip


def full(language: Any = "vi", **given: Any) -> View:
    return see(plan(tasks=[FULL], targets=[TARGET], **given), language)


def annex(view: View, kind: str) -> AnnexView:
    return next(a for a in view.annexes if a.kind == kind)


def paths(value: object) -> list[str]:
    """The places of a value, and of all values inside it."""
    if isinstance(value, Printed):
        return [value.path]
    return [p for item in value for p in paths(item)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("key", COLUMNS)
def test_a_field_says_what_its_column_says_and_keeps_the_same_place(
    key: str, language: str
) -> None:
    view = full(language, annexes=[{"kind": "tasks", "columns": ["number", key]}])

    cell = annex(view, "tasks").rows[1].cells[1]
    value = getattr(view.tasks[0], key)

    lines = cell.lines  # type: ignore[union-attr]
    assert "\n".join(map(str, lines)) == str(value)
    assert paths(lines) == paths(value)


def test_each_value_has_its_place_in_the_plan() -> None:
    task = full().tasks[0]

    assert paths(task.leads) == ["task/local-1/leads/0", "task/local-1/leads/1"]
    assert paths(task.deadline) == ["task/local-1/deadline"]
    assert paths(task.products) == ["task/local-1/products/0", "task/local-1/products/1"]
    assert paths(task.note) == []


def test_bodies_are_parted_by_semicolons_and_products_stand_on_lines_of_their_own() -> None:
    task = full().tasks[0]

    assert text_of(task.leads) == "Sở Khoa học và Công nghệ; Sở Tài chính"
    assert text_of(task.products) == "Đề án\nBáo cáo"
    assert [text_of(product) for product in task.products] == ["Đề án", "Báo cáo"]


EMPTY = ("leads", "supports", "requested", "products", "milestones", "targets", "parts", "each",
         "in_charge", "deadline", "funding", "origin", "directives", "note")  # fmt: skip


@pytest.mark.parametrize("key", EMPTY)
def test_what_a_task_lacks_is_false_in_an_if(key: str) -> None:
    task = see(plan(tasks=[{"id": "local-1", "group": "3", "text": "Việc"}])).tasks[0]

    assert not getattr(task, key)


@pytest.mark.parametrize("key", ["leads", "supports", "requested", "products"])
def test_what_a_task_lacks_still_has_a_place_to_be_typed_into(key: str) -> None:
    task = see(plan(tasks=[{"id": "local-1", "group": "3", "text": "Việc"}])).tasks[0]

    assert paths(getattr(task, key)) == [f"task/local-1/{key}/0"]


@pytest.mark.parametrize(
    ("status", "notes"), [("draft", ("Hỏi lại Sở", "Rà lại")), ("signing", ("", ""))]
)
def test_notes_are_seen_in_drafts_only(status: str, notes: tuple[str, str]) -> None:
    view = full(document={"status": status})

    assert (view.tasks[0].note, view.targets[0].note) == notes


def test_all_tasks_stand_in_printed_order_with_the_numbers_of_the_table() -> None:
    tasks = [{"id": "2.1.1"}, {"id": "1.1.1"}, {"id": "1.1.2"}]
    view = see(plan(tasks=tasks))

    numbers = [(task.id, task.number) for task in view.tasks]
    rows = [row for row in annex(view, "tasks").rows if row.kind == "item"]

    assert numbers == [("1.1.1", "1"), ("1.1.2", "2"), ("2.1.1", "3")]
    assert [(row.id, row.number) for row in rows] == numbers
    assert [task.anchor for task in view.tasks] == [row.anchor for row in rows]


def test_numbers_restart_with_each_group_where_the_table_s_do() -> None:
    tasks = [{"id": "1.1.1"}, {"id": "2.1.1"}]

    view = see(plan(tasks=tasks, annexes=[{"kind": "tasks", "numbering": "by-group"}]))

    assert [task.number for task in view.tasks] == ["1", "1"]


def test_a_task_is_the_same_within_its_group_but_for_the_bookmark() -> None:
    view = full()
    listed, grouped = view.tasks[0], view.groups[0].tasks[0]

    same = [f for f in TaskView.__dataclass_fields__ if f != "anchor"]

    assert [getattr(listed, f) for f in same] == [getattr(grouped, f) for f in same]
    assert (listed.anchor, grouped.anchor) == ("_r57_tasks_local_1", "_r57_body_local_1")


def test_a_group_has_its_id_and_the_number_of_its_row() -> None:
    view = see(plan(tasks=[{"id": "2.1.1"}, FULL]))

    assert [(g.id, g.number) for g in view.groups] == [("2", "I"), ("3", "II")]
    assert view.tasks[1].group == view.groups[1].title


def test_a_target_has_its_values_horizon_by_horizon() -> None:
    target = full().targets[0]

    assert text_of(target.values) == "Đến năm 2026: 12% GRDP\nĐến năm 2030: ≥ 20% GRDP"
    assert [text_of(v.text) for v in target.horizons] == ["12", "≥ 20"]
    assert [text_of(v.measured) for v in target.horizons] == ["12% GRDP", "≥ 20% GRDP"]
    assert paths(target.horizons[1].text) == ["target/local-9/values/2030"]


def test_every_target_has_a_place_for_every_horizon() -> None:
    other = {"id": "local-8", "name": "Khác", "values": [{"year": 2045, "value": "50"}]}

    view = see(plan(targets=[TARGET, other]))

    titles = [horizon.title for horizon in view.horizons]
    assert len(titles) == 3
    assert [[v.title for v in t.horizons] for t in view.targets] == [titles, titles]
    assert [text_of(v.text) for v in view.targets[1].horizons] == ["", "", "50"]


def test_sub_targets_follow_theirs_with_their_depth_and_number() -> None:
    child = {"id": "local-8", "name": "Trong đó", "parent": "local-9"}

    view = see(plan(targets=[child, TARGET]))

    assert [(t.id, t.number, t.depth) for t in view.targets] == [
        ("local-9", "1", 0),
        ("local-8", "1.1", 1),
    ]


@pytest.mark.parametrize("key", ["name", "unit", "baseline", "monitor", "supplier"])
def test_a_target_s_field_keeps_the_place_that_its_cell_has(key: str) -> None:
    view = full(annexes=[{"kind": "targets", "columns": ["number", key]}])

    cell = annex(view, "targets").rows[0].cells[1]

    assert paths(cell.lines) == paths(getattr(view.targets[0], key))  # type: ignore[union-attr]
    assert paths(cell.lines)  # type: ignore[union-attr]


def test_records_say_which_task_or_target_they_are_of() -> None:
    view = full()

    rows = {a.kind: a.rows for a in view.annexes}
    said = [
        record.subject
        for record in (view.tasks[0], view.targets[0], rows["tasks"][1], rows["roadmap"][1])
        if isinstance(record, Record)
    ]

    assert [m and m.en for m in said] == [
        "task local-1", "target local-9", "task local-1", "task local-1",
    ]  # fmt: skip
    assert rows["targets"][0].subject == ("chỉ tiêu local-9", "target local-9")
    assert rows["tasks"][0].subject is None


def test_the_province_of_a_commune_has_names_of_its_own() -> None:
    unit = {"level": "commune", "type": "xã", "vi": "Công Hải", "en": "Cong Hai"}

    vi, en = (see(plan({"issuer": None}, unit=unit), lang) for lang in ("vi", "en"))  # type: ignore[arg-type]

    assert (vi.unit.name, vi.unit.short, vi.unit.kind) == ("xã Công Hải", "Công Hải", "xã")
    assert (vi.province.name, vi.province.short) == ("tỉnh Cao Bằng", "Cao Bằng")
    assert (en.province.name, en.province.committee) == (
        "Cao Bang Province",
        "Provincial Party Committee",
    )


def test_place_and_date_can_be_had_one_by_one() -> None:
    document = full().document

    assert Joined((document.place, document.date), ", ") == document.place_date
    assert paths(document.date) == ["document/date"]


def test_what_only_other_templates_print_is_noted_apart() -> None:
    lacking = {**FULL, "funding": "Ngân sách", "text": "Việc", "note": "Hỏi"}

    seen = view_of(plan(tasks=[lacking]), load_catalogue(), load_registers(), "en")

    assert [note.place.path for note in seen.untranslated] == ["tasks/0/text"]
    assert [note.place.path for note in seen.beyond] == ["tasks/0/funding", "tasks/0/note"]


def test_joined_values_of_which_nothing_is_seen_are_false() -> None:
    assert not Joined([Printed("", "task/1/leads/0")])
    assert Joined([Printed("", "a"), Joined(["b"])])


@pytest.mark.parametrize(
    ("origin", "vi", "en"),
    [
        ("trung-uong", "Trung ương", "The central authorities"),
        ("chinh-phu", "Chính phủ", "Government"),
        ("so-khcn", "Sở Khoa học và Công nghệ", "Department of Science and Technology"),
    ],
)
def test_who_gave_a_task_is_named_whether_it_is_a_body_or_an_issuer(
    origin: str, vi: str, en: str
) -> None:
    given = plan(tasks=[{**FULL, "origin": origin}])

    assert [see(given, lang).tasks[0].origin for lang in ("vi", "en")] == [vi, en]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [("≥ 20", "%", "≥ 20%"), ("từ 30% trở lên", "%", "từ 30% trở lên"), ("12", "km", "12 km")],
)
def test_a_unit_stands_once_beside_its_figure(value, unit, said):
    assert measured(value, unit) == said
