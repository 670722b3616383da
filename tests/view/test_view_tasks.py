"""Tasks and their groups in the body and in the table of assignment."""

from __future__ import annotations

import pytest
from plan_builders import plan, see, text_of, untranslated

from r57plans.findings import Language
from r57plans.load import load_catalogue, load_registers
from r57plans.model.annex import COLUMNS_OF, AnnexKind
from r57plans.view import view_of
from r57plans.view.printed import Printed
from r57plans.view.records import AnnexView, RowView


def task(name: str, **given: object) -> dict[str, object]:
    return {"id": name, "group": "3", "text": {"vi": f"Việc {name}", "en": f"Work {name}"}, **given}


def annex(view: object, kind: str) -> AnnexView:
    return next(a for a in view.annexes if a.kind == kind)  # type: ignore[attr-defined]


def cell(row: RowView, view: AnnexView, title: str) -> list[str]:
    index = [column.title for column in view.columns].index(title)
    return [text_of(line) for line in row.cells[index].lines]


def test_a_catalogue_task_prints_the_catalogue_wording_with_the_unit_filled_in() -> None:
    view = see(plan(tasks=[{"id": "1.1.1"}]))

    said = view.groups[0].tasks[0]

    assert "Tỉnh ủy" in said.text
    assert "{" not in said.text
    assert (said.letter, said.anchor) == ("a)", "_r57_body_1_1_1")


def test_local_wording_wins_over_the_catalogue() -> None:
    view = see(plan(tasks=[{"id": "1.1.1", "text": {"vi": "Của tỉnh", "en": "Our own"}}]))

    assert view.groups[0].tasks[0].text == "Của tỉnh"


def test_letters_of_tasks_hold_the_vietnamese_d() -> None:
    view = see(plan(tasks=[task(f"local-{n}") for n in range(1, 7)]))

    assert [t.letter for t in view.groups[0].tasks] == ["a)", "b)", "c)", "d)", "đ)", "e)"]


def test_english_points_run_through_the_english_alphabet() -> None:
    view = see(plan(tasks=[task(f"local-{n}") for n in range(1, 7)]), "en")

    assert [t.letter for t in view.groups[0].tasks] == ["a)", "b)", "c)", "d)", "e)", "f)"]


def test_a_class_of_bodies_begins_small_after_the_first() -> None:
    given = plan(tasks=[task("local-1", supports=["so-khcn", "cac-so-ban-nganh"])])

    supports = annex(see(given), "tasks").rows[1].cells[3].lines[0]

    assert str(supports).startswith("Sở Khoa học và Công nghệ; các ")


def test_only_groups_with_content_are_printed_and_numbered_without_a_gap() -> None:
    view = see(plan(tasks=[{"id": "2.1.1"}, task("local-1")]))

    rows = [row for row in annex(view, "tasks").rows if row.kind == "group"]

    assert len(view.groups) == 2
    assert [row.number for row in rows] == ["I", "II"]


def test_numbers_run_straight_through_the_groups_or_restart_when_asked() -> None:
    tasks = [{"id": "1.1.1"}, {"id": "2.1.1"}, task("local-1")]
    restarting = plan(tasks=tasks, annexes=[{"kind": "tasks", "numbering": "by-group"}])

    through = [r.number for r in annex(see(plan(tasks=tasks)), "tasks").rows if r.kind == "item"]
    by_group = [r.number for r in annex(see(restarting), "tasks").rows if r.kind == "item"]

    assert through == ["1", "2", "3"]
    assert by_group == ["1", "1", "1"]


def test_every_lead_carries_its_own_identity() -> None:
    tasks = [task("local-1", leads=["so-khcn", {"vi": "Doanh nghiệp", "en": "Enterprises"}])]

    view = see(plan(tasks=tasks))
    leads = annex(view, "tasks").rows[1].cells[2].lines[0]

    assert str(leads) == "Sở Khoa học và Công nghệ; Doanh nghiệp"
    assert [p.path for p in leads if isinstance(p, Printed)] == [
        "task/local-1/leads/0",
        "task/local-1/leads/1",
    ]


def test_a_product_prints_its_name_or_its_type_and_issuer_and_its_quantity() -> None:
    products = [
        {"type": "ke-hoach", "issuer": "ban-thuong-vu"},
        {"vi": "xã có trạm phát sóng", "en": "communes with a station", "quantity": "10"},
    ]
    given = plan(tasks=[task("local-1", products=products)])

    vi, en = annex(see(given), "tasks"), annex(see(given, "en"), "tasks")

    assert cell(vi.rows[1], vi, "Sản phẩm") == [
        "Kế hoạch của Ban Thường vụ Tỉnh ủy",
        "10 xã có trạm phát sóng",
    ]
    assert cell(en.rows[1], en, "Product") == [
        "Plan of the Standing Committee of the Provincial Party Committee",
        "10 communes with a station",
    ]


def test_a_deadline_is_printed_in_the_words_of_the_document_s_language() -> None:
    given = plan(tasks=[task("local-1", deadline="quý II/2025")])

    vi, en = annex(see(given), "tasks"), annex(see(given, "en"), "tasks")

    assert cell(vi.rows[1], vi, "Thời hạn hoàn thành") == ["quý II/2025"]
    assert cell(en.rows[1], en, "Deadline") == ["Q2 2025"]


def test_a_deadline_given_in_both_languages_is_printed_as_given() -> None:
    deadline = {"vi": "khi Luật được thông qua", "en": "upon adoption of the Law"}
    given = plan(tasks=[task("local-1", deadline=deadline)])

    en = annex(see(given, "en"), "tasks")

    assert cell(en.rows[1], en, "Deadline") == ["upon adoption of the Law"]
    assert untranslated(given) == ()


def test_what_lacks_english_is_printed_in_vietnamese_marked_and_reported_once_with_its_place() -> (
    None
):
    given = plan(tasks=[{"id": "local-1", "group": "3", "text": "Dựng trạm"}])

    body = see(given, "en").groups[0].tasks[0].text
    notes = untranslated(given)

    assert body == "[vi] Dựng trạm"
    assert [note.place.path for note in notes] == ["tasks/0/text"]
    assert "Dựng trạm" in notes[0].message.en


def test_figures_and_abbreviations_need_no_translation() -> None:
    values = [{"year": 2030, "value": "≥ 1.234,5", "unit": "% GRDP"}]
    target = {"id": "local-1", "name": {"vi": "Chỉ số", "en": "Index"}, "values": values}
    given = plan(targets=[target])

    line = see(given, "en").horizons[0].targets[0].text

    assert text_of(line) == "Index: ≥ 1,234.5% GRDP."
    assert untranslated(given) == ()


def test_parts_are_numbered_and_each_has_its_line() -> None:
    parts = [{"vi": "khảo sát", "en": "survey"}, {"vi": "lắp đặt", "en": "install"}]
    given = plan(tasks=[task("local-1", parts=parts, each=[{"vi": "Thôn 1", "en": "Village 1"}])])

    said = see(given).groups[0].tasks[0]

    assert list(map(str, said.parts)) == ["(1) khảo sát", "(2) lắp đặt"]
    assert said.each == ("Thôn 1",)


def test_groups_of_the_plan_s_own_may_nest_and_carry_their_own_marks() -> None:
    groups = [
        {"id": "a", "vi": "Trụ cột", "en": "Pillar", "prose": [{"vi": "Lời dẫn", "en": "Lead-in"}]},
        {"id": "b", "vi": "Nhánh", "en": "Branch", "parent": "a", "style": "letter"},
        {"id": "c", "vi": "Riêng", "en": "Own", "mark": "C."},
    ]
    tasks = [task("local-1", group="b"), task("local-2", group="c")]

    view = see(plan(groups=groups, tasks=tasks))

    assert [(g.title, g.depth, g.mark) for g in view.groups] == [
        ("Trụ cột", 0, ""),
        ("Nhánh", 1, "a)"),
        ("Riêng", 0, "C."),
    ]
    assert view.groups[0].prose == ("Lời dẫn",)


def test_a_task_without_a_known_group_is_not_lost() -> None:
    groups = [{"id": "a", "vi": "Trụ cột", "en": "Pillar"}]

    view = see(plan(groups=groups, tasks=[{"id": "1.1.1"}]))

    assert [(g.title, len(g.tasks)) for g in view.groups] == [("Nhiệm vụ khác", 1)]


def test_notes_and_draft_columns_are_never_in_what_is_signed() -> None:
    columns = ["number", "text", "note", {"key": "funding", "draft": True}]
    tasks = [task("local-1", note={"vi": "hỏi lại", "en": "ask again"})]
    sections = {"tasks": tasks, "annexes": [{"kind": "tasks", "columns": columns}]}

    draft = annex(see(plan(**sections)), "tasks")
    signing = annex(see(plan({"status": "signing"}, **sections)), "tasks")

    assert [c.title for c in draft.columns] == ["TT", "Nhiệm vụ", "Ghi chú", "Kinh phí"]
    assert [c.title for c in signing.columns] == ["TT", "Nhiệm vụ"]


def test_columns_come_in_the_plan_s_order_with_its_titles_and_fill_the_page() -> None:
    columns = [
        {"key": "deadline", "title": {"vi": "Hạn", "en": "Due"}},
        "number",
        {"key": "text", "width": 100},
    ]
    given = plan(tasks=[task("local-1")], annexes=[{"kind": "tasks", "columns": columns}])

    view = annex(see(given), "tasks")

    assert [c.title for c in view.columns] == ["Hạn", "TT", "Nhiệm vụ"]
    assert abs(view.columns[2].width - 5669) <= 1
    assert sum(c.width for c in view.columns) == 14287


def test_every_column_of_the_assignment_can_be_printed() -> None:
    columns = [
        "number", "text", "title", "leads", "supports", "requested", "in_charge", "products",
        "deadline", "milestones", "funding", "targets", "origin", "directives", "note",
    ]  # fmt: skip
    given = task(
        "local-1",
        title={"vi": "Tên", "en": "Name"},
        requested=["mttq"],
        in_charge={"role": "pho-chu-tich-ubnd"},
        milestones=[{"deadline": "15/4/2025", "product": {"vi": "Dự thảo", "en": "Draft"}}],
        funding={"vi": "Ngân sách", "en": "Budget"},
        targets=["local-9"],
        origin="ban-chi-dao",
        directives=["D18"],
        note={"vi": "Ghi", "en": "Note"},
    )
    targets = [{"id": "local-9", "name": {"vi": "Chỉ tiêu 9", "en": "Target 9"}}]
    annexes = [{"kind": "tasks", "columns": columns}]

    row = annex(see(plan(tasks=[given], targets=targets, annexes=annexes)), "tasks").rows[1]
    said = {key: text_of(c.lines[0]) for key, c in zip(columns, row.cells, strict=True)}

    assert said["title"] == "Tên"
    assert said["in_charge"] == "Phó Chủ tịch Ủy ban nhân dân tỉnh"
    assert said["milestones"] == "15/4/2025: Dự thảo"
    assert said["targets"] == "Chỉ tiêu 9"
    assert said["directives"] == "D18"
    assert said["supports"] == ""
    assert said["origin"].startswith("Ban Chỉ đạo tỉnh")


def test_old_spelling_is_applied_to_every_text() -> None:
    view = see(
        plan(spelling="old", tasks=[task("local-1", text={"vi": "Ủy quyền hóa đơn", "en": "x"})])
    )

    assert view.document.issuer == "TỈNH UỶ CAO BẰNG"
    assert view.groups[0].tasks[0].text == "Uỷ quyền hoá đơn"


@pytest.mark.parametrize("kind", ["tasks", "targets"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_column_that_a_table_may_have_is_printed_under_a_heading(
    kind: AnnexKind, language: Language
) -> None:
    sections = {"tasks": [task("local-1")], "targets": [{"id": "tfp"}]}
    given = plan(**sections, annexes=[{"kind": kind, "columns": COLUMNS_OF[kind]}])

    view = see(given, language).annexes[0]

    # A target without a value has no horizon, and so no column of values.
    wanted = [key for key in COLUMNS_OF[kind] if key != "values"]
    assert len(view.columns) == len(wanted)
    assert all(column.title for column in view.columns)
    items = [row.cells for row in view.rows if row.kind == "item"]
    assert [len(cells) for cells in items] == [len(wanted)]


def test_the_roadmap_keeps_number_and_name_in_their_places_whatever_order_is_given() -> None:
    columns = [{"key": "text", "title": "Việc"}, "number"]
    given = plan(tasks=[task("local-1")], annexes=[{"kind": "roadmap", "columns": columns}])

    view = see(given).annexes[0]

    assert [column.title for column in view.columns] == ["TT", "Việc"]


def test_tasks_without_a_group_are_numbered_after_the_top_groups_alone() -> None:
    groups = [{"id": "a", "vi": "A"}, {"id": "b", "vi": "B", "parent": "a"}]
    tasks = [task("local-1", group="b"), task("local-2", group=None)]
    given = plan(groups=groups, tasks=tasks, annexes=[{"kind": "tasks"}])

    rows = see(given).annexes[0].rows

    assert [row.number for row in rows if row.kind == "group"] == ["I", "1.", "II"]


@pytest.mark.parametrize(
    ("province", "unit", "issuer", "said"),
    [
        ("cao-bang", None, "thanh-uy", "Kế hoạch của Ban Thường vụ Thành ủy"),
        ("da-nang", None, "ubnd", "Kế hoạch của Ủy ban nhân dân thành phố"),
        ("quang-ninh", {"type": "phường", "vi": "Hồng Gai"}, "dang-uy",
         "Kế hoạch của Ban Thường vụ Đảng ủy phường"),
        ("quang-ninh", {"type": "phường", "vi": "Hồng Gai"}, "chinh-phu", "Kế hoạch của Chính phủ"),
    ],
)  # fmt: skip
def test_a_product_names_its_issuer_at_the_unit_s_own_level(
    province: str, unit: dict[str, str] | None, issuer: str, said: str
) -> None:
    tasks = [task("local-1", products=[{"type": "ke-hoach", "issuer": issuer}])]

    view = see(plan({"issuer": None}, province=province, unit=unit, tasks=tasks))

    table = next(a for a in view.annexes if a.kind == "tasks")
    printed = [text_of(line) for row in table.rows for cell in row.cells for line in cell.lines]
    assert said in printed


def test_an_english_deadline_in_the_vietnamese_file_is_marked_and_reported_as_english() -> None:
    given = plan(tasks=[task("local-1", deadline="when the Law on Data is passed")])

    seen = view_of(given, load_catalogue(), load_registers(), "vi")

    table = annex(seen.view, "tasks")
    said = cell(table.rows[1], table, "Thời hạn hoàn thành")
    assert said == ["[en] when the Law on Data is passed"]
    assert [f.rule for f in seen.untranslated] == ["build.no-vietnamese"]
    assert untranslated(given) == ()


def test_a_milestone_says_what_is_reached_then_what_is_there() -> None:
    milestones = [
        {"deadline": "15/4/2025", "vi": "Trình ký"},
        {"deadline": "6/2025", "vi": "Ban hành", "product": "Kế hoạch"},
        {"deadline": "9/2025"},
    ]
    annexes = [{"kind": "tasks", "columns": ["number", "milestones"]}]
    given = plan(tasks=[task("local-1", milestones=milestones)], annexes=annexes)

    table = see(given).annexes[0]

    assert cell(table.rows[1], table, "Mốc thực hiện") == [
        "15/4/2025: Trình ký",
        "6/2025: Ban hành; Kế hoạch",
        "9/2025",
    ]


def test_a_table_s_own_title_is_printed_in_capitals() -> None:
    annexes = [{"kind": "tasks", "title": {"vi": "Việc cần làm", "en": "To do"}}]
    given = plan(tasks=[task("local-1")], annexes=annexes)

    titles = [see(given, language).annexes[0].title for language in ("vi", "en")]

    assert [str(title) for title in titles] == ["VIỆC CẦN LÀM", "TO DO"]
