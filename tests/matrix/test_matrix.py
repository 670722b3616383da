"""The view across provinces counts what plans take, when, by whom, and says what it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from weakref import ReferenceType, ref

import pytest
from matrix_builders import JUNE, beside, deadlines, of, sample, task

from r57plans.findings import Message
from r57plans.load import load_catalogue
from r57plans.matrix import PlanFile, matrix
from r57plans.matrix.gathering import _sub_tasks
from r57plans.matrix.records import Column, Matrix
from r57plans.model.progress import Standing


def paragraph(found: Matrix, name: str) -> Column:
    return next(each for each in found.paragraphs if each.id == name)


def test_a_sub_task_is_taken_by_its_own_task_or_joined_in_a_local_one_or_left_out() -> None:
    found = sample()

    taken = [found.cell(f"{name}.yaml", "1.1.1").taken for name in ("cao-bang", "ha-nam", "hue")]
    assert taken == ["own", "own", "joined"]
    assert found.cell("hue.yaml", "1.1.2").tasks == ("local-1",)
    assert found.cell("ha-nam.yaml", "2.1.1").taken == "omitted"
    assert found.cell("ha-nam.yaml", "1.1.2").taken == "no"


def test_a_cell_has_the_deadline_the_lead_and_how_it_stands() -> None:
    cell = sample().cell("cao-bang.yaml", "1.1.1")

    assert cell.when is not None
    assert cell.when.say("vi") == "Quý II/2025"
    assert (cell.last, cell.standing) == (JUNE, Standing.ON_TIME)
    assert [lead.vi for lead in cell.leads] == ["Sở Tài chính"]
    assert sample().cell("ha-nam.yaml", "1.1.1").standing is None


def test_of_several_tasks_that_join_one_the_latest_deadline_and_all_leads_count() -> None:
    joined = (
        task("local-1", "2025", group=1, covers=["1.1.1"]),
        task("local-2", "2026", lead="so-noi-vu", group=1, covers=["1.1.1"]),
    )

    cell = beside(of("hue", *joined)).cell("hue.yaml", "1.1.1")

    assert cell.last == date(2026, 12, 31)
    assert [lead.vi for lead in cell.leads] == ["Sở Tài chính", "Sở Nội vụ"]


def test_the_share_of_a_paragraph_counts_duties_of_provinces_and_what_is_taken() -> None:
    found = sample()
    first = paragraph(found, "1.1")
    duties = [c for c in found.sub_tasks if c.duty and c.paragraph == "1.1"]

    share = found.share("cao-bang.yaml", first)

    assert (len(found.paragraphs), share.taken, share.asked) == (24, 2, len(duties))
    assert share.part == pytest.approx(2 / len(duties))
    assert (share.last, share.done, share.known) == (JUNE, 1, 2)
    assert found.share("ha-nam.yaml", paragraph(found, "2.1")).part is None


def test_deadlines_are_spread_from_the_earliest_over_the_median_to_the_latest() -> None:
    spread = deadlines("Quý II/2025", "2025", "Quý III/2025", "Hằng năm").spreads[0]

    assert (spread.earliest, spread.median, spread.latest) == (
        date(2025, 6, 30),
        date(2025, 9, 30),
        date(2025, 12, 31),
    )
    assert (spread.dated, spread.undated, spread.outliers) == (3, 1, ())


def test_an_outlier_is_far_from_the_others_and_told_only_among_five() -> None:
    six = deadlines(*["Quý II/2025"] * 5, "2027").spreads[0]
    four = deadlines(*["Quý II/2025"] * 3, "2027").spreads[0]
    near = deadlines(*["Quý II/2025"] * 5, "Quý III/2025").spreads[0]

    assert [(each.plan, each.days) for each in six.outliers] == [("long-an.yaml", 914)]
    assert (four.outliers, near.outliers) == ((), ())


def test_targets_stand_beside_the_centres_in_their_rank() -> None:
    (spread,) = sample().targets

    assert (spread.id, spread.year, spread.central.vi) == ("digital-economy", 2030, "≥ 30% GDP")
    assert [(p.plan, p.compared, p.rank, p.gap) for p in spread.placed] == [
        ("cao-bang.yaml", "above", 1, 5.0),
        ("ha-nam.yaml", "below", 2, -10.0),
        ("hue.yaml", "none", None, None),
    ]
    assert spread.placed[0].value.vi == "≥ 35% GRDP"


def test_equal_figures_share_a_rank_whatever_their_sign() -> None:
    files = [
        of(name, targets=[{"id": "tfp", "values": [{"year": 2030, "value": value, "unit": "%"}]}])
        for name, value in (("hue", "≥ 55"), ("ha-nam", "> 55"), ("ha-noi", "50"))
    ]

    (spread,) = beside(*files).targets

    assert [(p.rank, p.compared) for p in spread.placed] == [
        (1, "equal"),
        (1, "equal"),
        (3, "below"),
    ]


def test_of_ranks_the_lower_is_the_first_and_one_in_the_world_is_no_measure() -> None:
    files = [
        of(name, targets=[{"id": "digital-transformation-rank",
                           "values": [{"year": 2045, "value": value}]}])
        for name, value in (("hue", "≤ 20"), ("ha-nam", "≤ 40"))
    ]  # fmt: skip

    (spread,) = beside(*files).targets

    assert [(p.plan, p.compared, p.rank) for p in spread.placed] == [
        ("hue.yaml", "none", 1),
        ("ha-nam.yaml", "none", 2),
    ]


def test_what_is_measured_otherwise_is_not_ranked_and_the_centre_may_have_no_value() -> None:
    given = (
        ("hue", "≥ 1.000", "doanh nghiệp"),
        ("ha-nam", "≥ 900", "doanh nghiệp"),
        ("ha-noi", "≥ 5", "nghìn doanh nghiệp"),
        ("an-giang", "nhiều", "doanh nghiệp"),
    )
    files = [
        of(
            name,
            targets=[{"id": "tfp", "values": [{"year": 2028, "value": value, "unit": unit}]}],
        )
        for name, value, unit in given
    ]

    (spread,) = beside(*files).targets

    assert [(p.plan, p.rank, p.compared) for p in spread.placed] == [
        ("hue.yaml", 1, "absent"),
        ("ha-nam.yaml", 2, "absent"),
        ("an-giang.yaml", None, "absent"),
        ("ha-noi.yaml", None, "absent"),
    ]


def test_what_plans_have_beyond_the_catalogue_comes_after_it_by_its_name() -> None:
    def own(name: str, value: str, **more: object) -> dict[str, object]:
        values = [{"year": 2030, "value": value, "unit": "%"}]
        return {"id": "local-1", "name": name, "values": values, **more}

    central = {"central": {"value": "≥ 50%", "source": "nq57"}}
    found = beside(
        of("hue", targets=[own("Hộ dân có chữ ký số", "≥ 60", **central)]),
        of("ha-nam", targets=[own("Hộ dân có chữ ký số", "≥ 40", **central)]),
        of("ha-noi", targets=[own("Trạm quan trắc", "≥ 5")]),
    ).targets

    assert [(spread.title.vi, spread.central.vi) for spread in found] == [
        ("Hộ dân có chữ ký số", "≥ 50%"),
        ("Trạm quan trắc", ""),
    ]
    assert [(p.plan, p.compared, p.rank, p.gap) for p in found[0].placed] == [
        ("hue.yaml", "above", 1, 10.0),
        ("ha-nam.yaml", "below", 2, -10.0),
    ]
    assert [(p.plan, p.compared, p.rank) for p in found[1].placed] == [("ha-noi.yaml", "absent", 1)]


def test_a_renamed_body_is_counted_with_its_successor_on_the_day() -> None:
    files = (
        of("hue", task("1.1.1", lead="so-thong-tin-va-truyen-thong")),
        of("ha-nam", task("1.1.1", lead="so-khcn", supports=["so-tai-chinh"])),
    )

    first, second = beside(*files).loads

    assert (first.id, first.leads) == ("so-khoa-hoc-va-cong-nghe", 2)
    assert first.former == ("so-thong-tin-va-truyen-thong",)
    assert first.leading == ("ha-nam.yaml", "hue.yaml")
    assert (second.id, second.leads, second.supports) == ("so-tai-chinh", 0, 1)


def test_bodies_that_no_register_knows_are_told_with_the_nearest() -> None:
    declared = [{"id": "local-so-kh", "vi": "Sở Khoa học, Công nghệ", "en": "Department of S&T"}]
    plan = of(
        "hue",
        task("1.1.1", lead="local-so-kh"),
        task("1.1.2", lead={"vi": "Sở Tài chính"}),
        task("1.1.3", lead={"vi": "Zzz 999"}),
        bodies=declared,
    )

    found = {named.name.vi: named for named in beside(plan).named}

    assert found["Sở Khoa học, Công nghệ"].nearest == "so-khoa-hoc-va-cong-nghe"
    assert found["Sở Khoa học, Công nghệ"].nature == "declared"
    assert (found["Sở Tài chính"].nature, found["Sở Tài chính"].nearest) == (
        "words",
        "so-tai-chinh",
    )
    assert (found["Zzz 999"].nearest, found["Zzz 999"].tasks) == ("", ("1.1.3",))


def test_a_known_body_in_words_is_counted_as_that_body() -> None:
    plan = of("hue", task("1.1.1"), task("1.1.2", lead={"vi": "Sở Tài chính"}))

    (load,) = beside(plan).loads

    assert (load.id, load.leads, load.nature) == ("so-tai-chinh", 2, "register")


@pytest.mark.parametrize("short", ["Sở KH&CN", "sở khcn", "SỞ KH-CN"])
def test_a_short_form_of_the_register_is_that_body(short: str) -> None:
    found = beside(of("hue", task("1.1.1", lead={"vi": short})))

    assert [load.id for load in found.loads] == ["so-khoa-hoc-va-cong-nghe"]
    assert [(n.name.vi, n.nearest) for n in found.named] == [(short, "so-khoa-hoc-va-cong-nghe")]


class Watched(PlanFile):
    """A plan file of which one can see whether anybody still keeps it."""

    __slots__ = ("__weakref__",)


def test_no_more_plans_are_kept_than_the_one_that_is_counted() -> None:
    left: list[ReferenceType[Watched]] = []
    kept: list[int] = []

    def one_by_one() -> Iterator[PlanFile]:
        for name in ("hue", "ha-nam", "ha-noi", "an-giang", "ca-mau"):
            plan = of(name, task("1.1.1"))
            file = Watched(plan.name, plan.plan)
            left.append(ref(file))
            yield file
            del file
            kept.append(sum(one() is not None for one in left))

    found = matrix(one_by_one(), JUNE)

    assert len(found.plans) == 5
    assert max(kept) == 1


def test_plans_are_in_vietnamese_order_and_twins_say_their_file() -> None:
    found = beside(of("ha-noi"), of("da-nang"), of("da-nang"), of("cao-bang"))

    assert [row.title for row in found.plans] == [
        Message("Cao Bằng", "Cao Bang"),
        Message("Đà Nẵng (da-nang.yaml)", "Da Nang (da-nang.yaml)"),
        Message("Đà Nẵng (da-nang.yaml)", "Da Nang (da-nang.yaml)"),
        Message("Hà Nội", "Ha Noi"),
    ]


def test_a_communes_plan_says_in_which_province_it_is() -> None:
    unit = {"level": "commune", "type": "xã", "vi": "Mẫu", "en": "Mau"}

    found = beside(of("khanh-hoa", task("1.1.1"), unit=unit))

    assert found.plans[0].title == Message("Mẫu (Khánh Hòa)", "Mau (Khanh Hoa)")


HEAD = (
    "format: r57plans/plan/1\ncatalogue: nq57\nprovince: hue\n"
    "document: {type: CTr, date: 2025-03-28}\n"
)
BODY = "tasks: [{id: 1.1.1, leads: [so-tai-chinh], deadline: Quý I/2025}]\n"
RUNNING = "format: r57plans/status/1\nprovince: hue\ntasks: [{id: 1.1.1, state: running}]\n"


def test_a_folder_gives_its_plans_with_their_status_and_what_cannot_be_read(tmp_path: Path) -> None:
    for name, text in {
        "hue.yaml": HEAD + BODY,
        "hue.status.yaml": RUNNING,
        "alone/plan.yaml": HEAD + BODY,
        "alone/status.yaml": RUNNING.replace("running", "sleeping"),
        "bad.yaml": HEAD + "tasks: [{id: 9.9.9}]\n",
        "notes.yaml": "a: 1\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    found = matrix(tmp_path, JUNE)

    assert {row.name: row.has_status for row in found.plans} == {
        "alone/plan.yaml": False,
        "hue.yaml": True,
    }
    assert found.cell("hue.yaml", "1.1.1").standing is Standing.OVERDUE
    assert [each.name for each in found.unread] == ["alone/status.yaml", "bad.yaml"]
    assert "9.9.9" in found.unread[1].findings[0].message.en


def test_a_plan_in_the_encoding_of_old_editors_is_told(tmp_path: Path) -> None:
    (tmp_path / "hue.yaml").write_text(HEAD + BODY, "utf-16")

    found = matrix(tmp_path, JUNE)

    assert [(each.name, each.findings[0].rule) for each in found.unread] == [
        ("hue.yaml", "plan.not-utf8")
    ]


def test_a_plan_of_another_catalogue_is_told_and_not_counted() -> None:
    other = of("hue").plan.model_copy(update={"catalogue": "nq59"})
    found = beside(of("hue", task("1.1.1")), of("ha-nam"), type(of("hue"))("x.yaml", other))

    assert [row.name for row in found.plans] == ["ha-nam.yaml", "hue.yaml"]
    assert [(u.name, u.findings[0].rule) for u in found.unread] == [
        ("x.yaml", "matrix.another-catalogue")
    ]


def test_no_plan_at_all_gives_an_empty_view() -> None:
    found = beside()

    assert (found.plans, found.cells, found.loads) == ((), {}, ())
    assert len(found.paragraphs) == 24


def test_plans_of_two_versions_of_the_catalogue_stand_side_by_side() -> None:
    old = of("hue", task("1.1.1"), catalogue="nq57@2025.03")

    found = beside(old, of("ha-nam", task("1.1.1")))

    assert [found.cell(row.name, "1.1.1").taken for row in found.plans] == ["own", "own"]
    assert found.unread == ()


def test_a_retired_sub_task_that_a_plan_still_takes_has_its_row() -> None:
    newest = load_catalogue()
    gone = newest.sub_tasks["1.1.1"].model_copy(update={"id": "1.1.99"})

    columns = {c.id: c for c in _sub_tasks(newest, {"1.1.99": gone, "1.1.98": gone}, {"1.1.99"})}

    assert len(columns) == len(newest.sub_tasks) + 1
    assert (columns["1.1.99"].duty, columns["1.1.99"].paragraph) == (False, "1.1")
