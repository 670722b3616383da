"""The catalogue as tables: every record in a row, every cell a plain word or number."""

from __future__ import annotations

import re
from typing import Any

import pytest
from version_builders import catalogue as tiny
from version_builders import sub_task

from r57plans.catalogue.tables import Cell, Table, register_tables, tables
from r57plans.findings import Message
from r57plans.load import load_registers
from r57plans.model.catalogue import Catalogue, CatalogueTarget

NAMES = (
    "sub-tasks", "sentences", "targets", "baselines", "principles", "duties", "directives",
    "requirement", "documents",
)  # fmt: skip
# What a record or nothing looks like where it was printed instead of its words.
_ODD = re.compile(
    r"\b(Text|When|Value|Measure|Person|Deadline|Source|Message|Product|Word|datetime|date)\("
    r"|\b(vi|en|role|text)=['\"]|<[\w.]+ object|(^|[:;] ?|\n)None($|[:;\n])"
    r"|(^|; )(True|False)($|;)|[{}]"
)


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> dict[str, Table]:
    return {table.name: table for table in tables(catalogue)}


def table_of(found: Catalogue, name: str) -> Table:
    return next(table for table in tables(found) if table.name == name)


def rows(table: Table) -> list[dict[str, Cell]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def with_targets(*targets: dict[str, Any]) -> Catalogue:
    usual = {"name": {"vi": "Chỉ tiêu", "en": "Target"}, "provincial": "yes", "basis": "verified",
             "source": {"document": "nq57", "sentences": ["II.1.s1"]}}  # fmt: skip
    made = tuple(CatalogueTarget.model_validate(usual | target) for target in targets)
    return tiny("1", sub_task("1.1.1")).model_copy(update={"targets": made})


def odd_cells(table: Table) -> list[str]:
    """Cells that are no plain word or number, or hold what was not meant for a reader."""
    return [
        f"{table.name}.{column}: {cell!r}"
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if isinstance(cell, bool)
        or not isinstance(cell, str | int | float | None)
        or (isinstance(cell, str) and (_ODD.search(cell) or cell != cell.strip()))
    ]


def test_each_kind_of_record_has_its_table(made: dict[str, Table]) -> None:
    assert tuple(made) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_as_wide_as_the_columns_and_their_titles(
    made: dict[str, Table], name: str
) -> None:
    table = made[name]

    assert table.rows
    assert len(table.columns) == len(table.titles)
    assert {len(row) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize("name", NAMES)
def test_no_two_columns_of_a_table_have_one_name_or_title(
    made: dict[str, Table], name: str
) -> None:
    table = made[name]

    assert len(set(table.columns)) == len(table.columns)
    assert len({title.vi for title in table.titles}) == len(table.columns)
    assert len({title.en for title in table.titles}) == len(table.columns)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", column) for column in table.columns)


def test_titles_of_tables_differ_in_both_languages(made: dict[str, Table]) -> None:
    assert len({t.title.vi for t in made.values()}) == len(NAMES)
    assert len({t.title.en for t in made.values()}) == len(NAMES)


def test_every_record_has_its_row_in_the_catalogues_order(
    catalogue: Catalogue, made: dict[str, Table]
) -> None:
    ids = {name: [row["id"] for row in rows(table)] for name, table in made.items()}

    assert ids["sub-tasks"] == list(catalogue.sub_tasks)
    assert ids["sentences"] == [s.id for s in catalogue.sentences()]
    assert ids["targets"] == [t.id for t in catalogue.targets for _ in t.values]
    assert set(ids["targets"]) == set(catalogue.target_by_id)
    for name in NAMES[3:]:
        assert ids[name] == [record.id for record in getattr(catalogue, name)], name


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_holds_what_was_not_meant_for_a_reader(made: dict[str, Table], name: str) -> None:
    assert odd_cells(made[name]) == []


@pytest.mark.parametrize(
    "cell",
    [
        "Text(vi='Sở', en=None)", "role='bi-thu'", "vi='Sở'", "<When object at 0x1>", "None",
        "ke-hoach: None", "None: Kế hoạch", "a; None", "x\nNone", "datetime.date(2025, 3, 4)",
        "True", " blank", "của {tinh}", True, ("so-noi-vu",), {"vi": "Sở"},
    ],
)  # fmt: skip
def test_the_check_sees_an_odd_cell(cell: Any) -> None:
    table = Table("x", Message("X", "X"), ("id",), (Message("Mã", "Id"),), ((cell,),))

    assert odd_cells(table) == [f"x.id: {cell!r}"]


@pytest.mark.parametrize("cell", ["None of them", "Sở Nội vụ; 5 xã", "a: b", None, 3, 2.5, "x"])
def test_the_check_lets_plain_words_and_numbers_pass(cell: Cell) -> None:
    table = Table("x", Message("X", "X"), ("id",), (Message("Mã", "Id"),), ((cell,),))

    assert odd_cells(table) == []


@pytest.mark.parametrize(
    ("written", "comparator", "low", "high"),
    [
        ("≥ 30", "≥", 30, 30),
        ("> 55", ">", 55, 55),
        ("≤ 3", "≤", 3, 3),
        ("80", "=", 80, 80),
        ("40 - 50", "range", 40, 50),
        ("8 - 10", "range", 8, 10),
        ("0,7", "=", 0.7, 0.7),
        ("toàn quốc", "text", None, None),
        ("thêm ít nhất 3", "text", None, None),
    ],
)
def test_a_value_is_a_row_with_comparator_and_bounds(
    written: str, comparator: str, low: float | None, high: float | None
) -> None:
    found = with_targets({"id": "t", "values": [{"year": 2030, "value": written}]})

    (row,) = rows(table_of(found, "targets"))

    assert (row["id"], row["year"], row["value_vi"]) == ("t", 2030, written)
    assert (row["comparator"], row["low"], row["high"]) == (comparator, low, high)


def test_a_target_has_a_row_for_each_of_its_values() -> None:
    values = [
        {"year": 2030, "value": "≥ 5", "unit": {"vi": "tỉ", "en": "billion"}},
        {"value": {"vi": "nhiều", "en": "many"}, "scope": {"vi": "thế giới", "en": "the world"}},
    ]
    found = with_targets({"id": "t", "unit": {"vi": "%", "en": "%"}, "values": values})

    first, second = rows(table_of(found, "targets"))

    assert (first["unit_vi"], first["unit_en"]) == ("tỉ", "billion")
    assert (second["unit_vi"], second["value_en"], second["scope_en"]) == ("%", "many", "the world")
    assert second["year"] is None
    assert first["sentences"] == "II.1.s1"


@pytest.mark.parametrize(
    ("target", "year", "comparator", "low", "high"),
    [
        ("digital-economy", 2030, "≥", 30, 30),
        ("digital-economy", 2045, "≥", 50, 50),
        ("tfp", 2030, ">", 55, 55),
        ("ranked-organisations", 2030, "range", 40, 50),
        ("commercialisation", 2030, "range", 8, 10),
        ("coverage-5g", 2030, "text", None, None),
    ],
)
def test_the_resolutions_figures_stand_in_their_rows(
    made: dict[str, Table], target: str, year: int, comparator: str, low: Any, high: Any
) -> None:
    found = [r for r in rows(made["targets"]) if (r["id"], r["year"]) == (target, year)]

    assert [(r["comparator"], r["low"], r["high"]) for r in found] == [(comparator, low, high)]


def test_a_sub_tasks_lists_and_marks_are_words_in_one_cell() -> None:
    found = tiny(
        "1",
        sub_task(
            "1.1.1",
            supports=["so-noi-vu", "so-tai-chinh"],
            requested=[{"vi": "Bộ Công an", "en": "Ministry of Public Security"}],
            recommended=True,
            recurring=True,
            choices=[{"vi": "một", "en": "one"}, {"vi": "hai", "en": "two"}],
            parameters=[{"id": "ty_le", "vi": "tỉ lệ", "en": "share"}],
            products=[
                {"type": "ke-hoach", "vi": "Kế hoạch", "en": "Plan"},
                {"type": "de-an", "vi": "Đề án", "en": "Scheme"},
            ],
        ),
    )

    (row,) = rows(table_of(found, "sub-tasks"))

    assert (row["group"], row["paragraph"]) == (1, "1.1")
    assert row["supports"] == "so-noi-vu; so-tai-chinh"
    assert row["requested"] == "Bộ Công an"
    assert (row["recommended"], row["recurring"], row["security"]) == ("x", "x", None)
    assert (row["choices_vi"], row["choices_en"]) == ("một; hai", "one; two")
    assert row["parameters"] == "ty_le: tỉ lệ"
    assert row["products_en"] == "ke-hoach: Plan\nde-an: Scheme"
    assert (row["horizon_vi"], row["horizon_en"]) == ("Quý II/2025", "Q2 2025")


def test_a_choice_that_nobody_has_translated_stands_in_its_cell() -> None:
    found = tiny("1", sub_task("1.1.1", choices=["Trạm thu phát"]))

    (row,) = rows(table_of(found, "sub-tasks"))

    assert row["choices_vi"] == "Trạm thu phát"
    assert row["choices_en"] in (None, "Trạm thu phát")


@pytest.mark.parametrize(
    "product",
    [
        {"type": "ke-hoach", "vi": "Kế hoạch"},
        {"vi": "Kế hoạch", "en": "Plan"},
        {"quantity": {"vi": "10", "en": "10"}, "type": "lop-tap-huan"},
    ],
)
def test_a_product_without_its_type_its_name_or_its_english_says_no_none(
    product: dict[str, Any],
) -> None:
    found = tiny("1", sub_task("1.1.1", products=[product]))

    assert odd_cells(table_of(found, "sub-tasks")) == []


def test_a_sentence_says_its_part_and_what_rests_on_it(
    catalogue: Catalogue, made: dict[str, Table]
) -> None:
    found = {str(row["id"]): row for row in rows(made["sentences"])}

    for task in catalogue.sub_tasks.values():
        for name in task.source.sentences:
            assert task.id in str(found[name]["resting"]).split(", ")
    assert {name: row["part"] for name, row in found.items()} == {
        name: name.partition(".")[0] if name[0].isalpha() else "III" for name in found
    }
    frames = [name for name, row in found.items() if row["frame"] == "x"]
    assert frames == [s.id for s in catalogue.sentences() if s.frame]


def test_days_are_written_with_the_year_first(made: dict[str, Table]) -> None:
    dates = [row["date"] for row in rows(made["documents"]) if row["date"]]

    assert dates
    assert all(re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", str(date)) for date in dates)


def test_a_duty_without_a_central_side_has_empty_cells_for_it(
    catalogue: Catalogue, made: dict[str, Table]
) -> None:
    found = {str(row["id"]): row for row in rows(made["duties"])}

    for duty in catalogue.duties:
        names = ("central_body_vi", "central_text_en", "when_vi", "to_vi", "now_vi")
        if duty.central is None:
            assert [found[duty.id][name] for name in names] == [None] * 5
        else:
            assert found[duty.id]["central_body_vi"] == duty.central.body.vi


def test_a_catalogue_without_further_records_has_empty_tables() -> None:
    found = {table.name: table for table in tables(tiny("1", sub_task("1.1.1")))}

    assert [name for name in NAMES if not found[name].rows] == [
        "sentences", "targets", "baselines", "principles", "duties", "directives", "requirement",
    ]  # fmt: skip


def test_a_sub_task_s_row_names_its_issuers_and_directives(
    catalogue: Catalogue, made: dict[str, Table]
) -> None:
    table = made["sub-tasks"]
    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}

    for directive in catalogue.directives:
        for name in directive.sub_tasks:
            assert directive.id in str(rows[name]["directives"]).split("; ")
    for name, task in catalogue.sub_tasks.items():
        assert str(rows[name]["issuers"]).count("\n") == len(task.products) - 1
    product = catalogue.sub_tasks["1.1.1"].products[0]
    assert str(rows["1.1.1"]["issuers"]).split("\n")[0] == product.issuer


def test_a_target_s_row_has_its_baseline(catalogue: Catalogue, made: dict[str, Table]) -> None:
    table = made["targets"]
    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}

    known = [t for t in catalogue.targets if t.baseline and t.baseline.value]
    assert known
    for target in known:
        assert target.baseline is not None
        assert target.baseline.value is not None
        assert rows[target.id]["baseline_vi"] == target.baseline.value.vi


def test_every_body_province_and_post_has_a_row_with_its_days() -> None:
    registers = load_registers()
    found = {table.name: table for table in register_tables(registers)}

    assert list(found) == ["agencies", "provinces", "roles"]
    assert [row[0] for row in found["agencies"].rows] == [a.id for a in registers.agencies]
    assert [row[0] for row in found["provinces"].rows] == [p.id for p in registers.provinces]
    assert [row[0] for row in found["roles"].rows] == list(registers.roles)
    columns = found["provinces"].columns
    district = next(
        dict(zip(columns, r, strict=True)) for r in found["provinces"].rows if r[0] == "ha-giang"
    )
    assert district["valid_to"] == "2025-06-30"
    assert not [c for t in found.values() for r in t.rows for c in r if _ODD.search(str(c or ""))]
