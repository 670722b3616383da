"""A plan goes into a workbook and comes out of it as it was."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from pages import ROOT
from random_plans import as_plan, random_plan
from validators import audit_errors, sdk_errors
from workbook_builders import FIRST, PLAN, TASKS, column, plan, proposed, read

from r57plans.load import load_plan
from r57plans.workbook.exporting import export

EXAMPLES = sorted((ROOT / "examples").glob("*/plan.yaml"))
LONG = ("cao-bang", "da-nang", "hue-ubnd")
HARD = """\
format: r57plans/plan/1
catalogue: nq57
province: cao-bang
document:
  {type: CTr, date: 2025-03-28, title: "=1+1", parents: [{number: 03/NQ-CP, date: 2025-01-09}]}
context: ["-- dash", "line one\\nline two", "@x", "+84", "_x0041_"]
committee:
  head: {role: bi-thu, name: Nguyễn A}
  members: [chanh-van-phong]
  working_group: {members: [so-tai-chinh]}
groups: [{id: a, vi: Nhóm a, prose: [x]}, {id: "3", vi: Nhóm ba, prose: [y, {vi: z, en: zz}]}]
targets:
  - id: local-1
    name: t
    values: [{year: 2030, value: "≥ 20", unit: "%"}, {value: {vi: "a\\nb"}, scope: s}]
    baseline: {year: 2024, value: 8, scope: q}
tasks:
  - id: 1.1.1
    leads: [{vi: "a; b"}, {vi: x | y}, {role: bi-thu, name: N}, so-khcn]
    deadline: {vi: 2025, en: in 2025}
    products: [{type: quyet-dinh, issuer: {vi: Ai đó}}, "+84"]
    milestones: [{deadline: 2025, product: {type: bao-cao, quantity: 3}}, {deadline: Q, vi: x}]
    note: → Phần khác
    title: "=A1"
  - {id: local-1, group: a, text: "[x]", parts: [a, "b\\nc"], enabling: true, in_charge: bi-thu,
     supports: [{vi: Công ty A, en: Company A}], added: {date: 2025-04}}
omitted: [{id: "2.2", reason: r}]
english: {"tasks/1.1.1/text": abcdefgh}
annexes: [{kind: tasks, columns: [number, text, {key: note, draft: true, width: 20}]}]
waive: [{rule: r, reason: why}]
flexibility: {review: 6 tháng, vi: f}
funding: "123"
"""


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(path, marks=[pytest.mark.word] if path.parent.name in LONG else [])
        for path in EXAMPLES
    ],
    ids=lambda path: path.parent.name,
)
def test_every_example_comes_back_as_it_was(example: Path) -> None:
    before = load_plan(example)

    after, report = read(export(before))

    assert report.errors == ()
    assert after == before


@pytest.mark.parametrize("seed", range(2))
def test_random_plans_come_back_as_they_were(seed: int) -> None:
    before = as_plan(random_plan(Random(seed)))

    after, _ = read(export(before))

    assert after == before


def test_what_no_cell_can_hold_comes_back_too() -> None:
    before = plan(HARD)

    after, report = read(export(before))

    assert report.errors == ()
    assert after == before


def test_texts_longer_than_a_cell_come_back() -> None:
    long = "Nội dung rất dài. " * 4000 + "hết"
    lines = "|\n      ".join(("", *(f"dòng {n}" for n in range(400))))
    text = f"{PLAN}    note: {long}\n".replace(
        "- Tỉnh miền núi, biên giới.", f"- {lines}\n  - {long}"
    )
    before = plan(text.replace("leads: [so-tai-chinh]}", "leads: [so-tai-chinh]}\n  - id: 2.1.1"))

    after, _ = read(export(before))

    assert len(before.context) == 3
    assert after == before


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert export(plan()) == export(plan())


def test_without_an_edit_there_is_nothing_to_propose(tmp_path: Path) -> None:
    found = proposed(export(plan(HARD)), tmp_path, HARD)

    assert (found.proposals, found.conflicts, found.findings) == ((), (), ())


def test_a_workbook_with_english_headings_says_the_same() -> None:
    after, _ = read(export(plan(), "en"))

    assert after == plan()


@pytest.fixture(scope="module")
def tasks() -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(export(plan(HARD))))[TASKS]


def test_text_that_looks_like_a_formula_is_text(tasks: Worksheet) -> None:
    cell = tasks.cell(FIRST, column(tasks, "title.vi"))

    assert cell.value == "=A1"
    assert cell.data_type == "s"


def test_a_cell_that_begins_with_a_sign_keeps_its_apostrophe() -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(plan(HARD))))
    cells = [cell for row in book["Lời văn"].iter_rows() for cell in row if cell.value]

    risky = [cell for cell in cells if str(cell.value)[0] in "=+-@"]

    assert {cell.value for cell in risky} == {"-- dash", "@x", "+84"}
    assert all(cell.quotePrefix for cell in risky)


def test_its_prompts_and_titles_are_within_the_limits_of_excel(tasks: Worksheet) -> None:
    rules = tasks.data_validations.dataValidation

    assert len(rules) > 20
    assert max(len(rule.prompt or "") for rule in rules) <= 255
    assert max(len(rule.promptTitle or "") for rule in rules) <= 32
    picked = [rule.formula1 for rule in rules if rule.type == "list"]
    assert picked
    assert all(formula.startswith("'Danh mục để chọn'!$") for formula in picked)


def test_its_sheets_are_ready_for_work_and_for_print(tasks: Worksheet) -> None:
    assert tasks.freeze_panes == "C3"
    assert tasks.auto_filter.ref.startswith("A2:")
    assert tasks.protection.sheet
    assert (tasks.page_setup.orientation, tasks.page_setup.paperSize) == ("landscape", 9)
    assert tasks.column_dimensions["A"].hidden
    assert tasks.row_dimensions[1].hidden
    assert tasks.parent is not None
    assert tasks.parent.security.lockStructure


def test_ids_of_targets_have_their_names_beside_them() -> None:
    text = PLAN.replace(
        "targets:\n",
        "targets:\n  - {id: tfp, values: [{year: 2030, value: 50}]}\n"
        "  - {id: local-2, name: Con, parent: local-1, values: [{year: 2030, value: 1}]}\n",
    )
    book = openpyxl.load_workbook(io.BytesIO(export(plan(text))), data_only=True)

    for name in ("Chỉ tiêu", "Mức chỉ tiêu"):
        said = {row[1]: row[2] for row in book[name].iter_rows(min_row=FIRST, values_only=True)}
        assert str(said["tfp"]).startswith("Đóng góp của năng suất các nhân tố tổng hợp")
        assert (said["local-1"], said["local-2"]) == ("Hộ dân có mạng", "Con")


def test_figures_that_are_still_to_be_given_stand_ready_to_be_filled_in() -> None:
    text = PLAN.replace("id: 1.1.2\n", "id: 1.1.3\n    params: {ty_le: }\n")
    sheet = openpyxl.load_workbook(io.BytesIO(export(plan(text))))[TASKS]

    assert sheet.cell(FIRST + 1, column(sheet, "params")).value == "ty_le:"
    assert read(export(plan(text)))[0] == plan(text)


def test_bodies_are_those_of_the_date() -> None:
    late = PLAN.replace("2025-03-28", "2025-02-10")

    def names(text: str) -> set[object]:
        sheet = openpyxl.load_workbook(io.BytesIO(export(plan(text))))["Danh mục để chọn"]
        place = [cell.value for cell in sheet[1]].index("r57:bodies") + 1
        return {sheet.cell(row, place).value for row in range(3, sheet.max_row + 1)}

    assert "Sở Thông tin và Truyền thông" in names(late)
    assert "Sở Thông tin và Truyền thông" not in names(PLAN)


def test_what_was_exported_is_kept_out_of_sight_in_small_pieces() -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(load_plan(EXAMPLES[0]))))
    sheet = book["r57-goc"]

    cells = [str(row[0].value) for row in sheet.iter_rows()]

    assert sheet.sheet_state == "veryHidden"
    assert len(cells) > 3
    assert max(map(len, cells)) < 32_767


@pytest.mark.word
def test_the_open_xml_sdk_finds_nothing_wrong(tmp_path: Path) -> None:
    for number, example in enumerate(EXAMPLES):
        file = tmp_path / f"{number}.xlsx"
        file.write_bytes(export(load_plan(example)))

        assert sdk_errors(file) == []
        assert audit_errors(file) == []
