"""Targets in prose and in their table: horizons, bounds, scopes, sub-targets."""

from __future__ import annotations

from typing import Any

import pytest
from plan_builders import plan, see, text_of

NAME = {"vi": "Chỉ tiêu", "en": "Target"}


def target(name: str, *values: dict[str, Any], **given: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": {"vi": f"Chỉ tiêu {name}", "en": name},
        "values": list(values),
        **given,
    }


def grid(targets: list[dict[str, Any]], language: Any = "vi", **annex: Any) -> list[list[str]]:
    """The table of targets as text: headings, then rows; group rows are number and title."""
    view = see(plan(targets=targets, annexes=[{"kind": "targets", **annex}]), language).annexes[0]
    rows = [[column.title for column in view.columns]]
    for row in view.rows:
        if row.kind == "group":
            rows.append([row.number, text_of(row.title)])
        else:
            rows.append([text_of(cell.lines[0]) for cell in row.cells])  # type: ignore[union-attr]
    return rows


def test_horizons_are_columns_in_the_order_of_years() -> None:
    values = [{"year": 2045, "value": "50"}, {"year": 2026, "value": "10"}]

    rows = grid([target("local-1", *values)], columns=["number", "name", "values"])

    assert rows == [
        ["TT", "Chỉ tiêu", "Đến năm 2026", "Đến năm 2045"],
        ["1", "Chỉ tiêu local-1", "10", "50"],
    ]


def test_horizons_may_be_blocks_of_rows() -> None:
    first = target("local-1", {"year": 2030, "value": "30"}, {"year": 2045, "value": "50"})
    second = target("local-2", {"year": 2045, "value": "90"})

    rows = grid([first, second], horizons="rows", columns=["number", "name", "values"])

    assert rows[1:] == [
        ["I", "Đến năm 2030"],
        ["1", "Chỉ tiêu local-1", "30"],
        ["II", "Đến năm 2045"],
        ["1", "Chỉ tiêu local-1", "50"],
        ["2", "Chỉ tiêu local-2", "90"],
    ]


def test_sub_targets_follow_their_parent_and_are_numbered_under_it() -> None:
    targets = [
        target("local-3", {"year": 2030, "value": "1"}, parent="local-1"),
        target("local-1"),
        target("local-2", {"year": 2030, "value": "2"}, number="11.10"),
    ]

    rows = grid(targets, columns=["number", "name", "values"])

    assert [row[0] for row in rows[1:]] == ["1", "1.1", "11.10"]


def test_scopes_ranges_and_rates_read_as_a_person_writes_them() -> None:
    values = [
        {"year": 2030, "value": "≤ 3", "scope": {"vi": "Đông Nam Á", "en": "South-East Asia"}},
        {"year": 2030, "value": "≤ 50", "scope": {"vi": "thế giới", "en": "the world"}},
        {"from": 2025, "year": 2030, "value": "16 - 18", "unit": "%", "per": "năm"},
    ]
    given = plan(targets=[target("local-1", *values)])

    vi = text_of(see(given).horizons[0].targets[0].text)
    en = text_of(see(given, "en").horizons[0].targets[0].text)

    assert vi == (
        "Chỉ tiêu local-1: ≤ 3 (Đông Nam Á); ≤ 50 (thế giới); 16 - 18%/năm (giai đoạn 2025 - 2030)."
    )
    assert en == "local-1: ≤ 3 (South-East Asia); ≤ 50 (the world); 16–18% a year (2025–2030)."


def test_words_may_stand_for_a_value() -> None:
    given = plan(
        targets=[target("local-1", {"year": 2030, "value": {"vi": "mức khá", "en": "fair"}})]
    )

    assert text_of(see(given, "en").horizons[0].targets[0].text) == "local-1: fair."


def test_a_parent_without_a_value_introduces_its_sub_targets() -> None:
    targets = [target("local-1"), target("local-2", {"year": 2030, "value": "1"}, parent="local-1")]

    lines = see(plan(targets=targets)).horizons[0].targets

    assert [(text_of(x.text), x.depth) for x in lines] == [
        ("Chỉ tiêu local-1:", 0),
        ("Chỉ tiêu local-2: 1.", 1),
    ]


def test_an_author_s_own_full_stop_is_not_doubled() -> None:
    given = plan(targets=[target("local-1", {"year": 2030, "value": "hoàn thành."})])

    assert text_of(see(given).horizons[0].targets[0].text) == "Chỉ tiêu local-1: hoàn thành."


def test_a_value_without_a_year_has_a_horizon_of_its_own() -> None:
    given = plan(targets=[target("local-1", {"value": {"vi": "duy trì 100%", "en": "keep 100%"}})])

    assert see(given).horizons[0].title == "Không gắn mốc năm"


def test_every_column_of_the_targets_can_be_printed() -> None:
    columns = [
        "number",
        "name",
        "unit",
        "baseline",
        "values",
        "central",
        "relation",
        "monitor",
        "supplier",
        "note",
    ]
    given = target(
        "local-1",
        {"year": 2030, "value": "20", "unit": "% GRDP"},
        baseline={"year": 2024, "value": "8"},
        central={"value": "≥ 30", "source": "nq57"},
        relation="lower",
        monitor=["so-khcn"],
        supplier=["so-tai-chinh"],
        note={"vi": "xem lại", "en": "review"},
    )

    rows = grid([given], columns=columns)

    assert rows[1] == [
        "1", "Chỉ tiêu local-1", "% GRDP", "Năm 2024: 8", "20", "≥ 30", "thấp hơn",
        "Sở Khoa học và Công nghệ", "Sở Tài chính", "xem lại",
    ]  # fmt: skip


def test_a_catalogue_target_needs_only_its_id() -> None:
    rows = grid([{"id": "digital-economy", "values": [{"year": 2030, "value": "≥ 20"}]}])

    assert "số" in rows[1][1]


def test_the_values_carry_their_horizon_in_their_identity() -> None:
    values = [{"year": 2030, "value": "1"}, {"year": 2030, "value": "2"}]

    line = see(plan(targets=[target("local-1", *values)])).horizons[0].targets[0].text

    assert [p.path for p in line[0][1]] == [
        "target/local-1/values/2030",
        "target/local-1/values/2030/1",
    ]  # type: ignore[union-attr, index]


def test_a_plan_without_targets_has_no_table_of_them_and_one_table_alone_has_no_number() -> None:
    view = see(plan(tasks=[{"id": "1.1.1"}], annexes=[{"kind": "targets"}, {"kind": "tasks"}]))

    assert [(a.kind, a.heading) for a in view.annexes] == [("tasks", "Phụ lục")]


def test_appendices_are_numbered_in_arabic_by_the_party_and_in_roman_by_the_state() -> None:
    sections: dict[str, Any] = {"tasks": [{"id": "1.1.1"}], "targets": [target("local-1")]}

    party = see(plan(**sections))
    state = see(plan({"issuer": "ubnd", "type": "KH"}, **sections))

    assert [a.heading for a in party.annexes] == ["Phụ lục 1", "Phụ lục 2", "Phụ lục 3"]
    assert [a.heading for a in state.annexes] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]


def test_a_value_takes_the_target_s_unit_where_it_has_none_of_its_own() -> None:
    values = [{"year": 2030, "value": "≥ 60"}, {"year": 2030, "value": {"vi": "cao", "en": "high"}}]
    given = plan(targets=[target("local-1", *values, unit="%")])

    assert text_of(see(given).horizons[0].targets[0].text) == "Chỉ tiêu local-1: ≥ 60%; cao."


def test_a_catalogue_target_has_the_catalogue_s_unit() -> None:
    given = plan(targets=[{"id": "tfp", "values": [{"year": 2030, "value": "≥ 60"}]}])

    assert text_of(see(given).horizons[0].targets[0].text).endswith(": ≥ 60%.")


def test_a_province_measures_a_catalogue_target_in_its_own_unit() -> None:
    given = plan(targets=[{"id": "digital-economy", "values": [{"year": 2030, "value": "≥ 20"}]}])

    assert text_of(see(given).horizons[0].targets[0].text).endswith(": ≥ 20% GRDP.")


def test_english_figures_are_left_as_their_author_wrote_them() -> None:
    unit = {"vi": "người/10.000 dân", "en": "per 10,000 people"}
    given = plan(targets=[target("local-1", {"year": 2030, "value": "12"}, unit=unit)])

    assert text_of(see(given, "en").horizons[0].targets[0].text) == "local-1: 12 per 10,000 people."


def test_a_target_stands_where_one_far_below_it_has_a_value_and_numbers_follow_the_depth() -> None:
    targets = [
        {"id": "local-1", "name": "A"},
        {"id": "local-2", "name": "B", "parent": "local-1"},
        {
            "id": "local-3",
            "name": "C",
            "parent": "local-2",
            "values": [{"year": 2030, "value": "5"}],
        },
    ]
    given = plan(targets=targets, annexes=[{"kind": "targets", "horizons": "rows"}])

    rows = see(given).annexes[0].rows

    assert [row.number for row in rows] == ["I", "1", "1.1", "1.1.1"]


@pytest.mark.parametrize(
    ("written", "vi", "en"),
    [
        ("2.5", "2,5", "2.5"),
        ("0.125", "0,125", "0.125"),
        ("12345.5", "12345,5", "12345.5"),
        ("1.000", "1.000", "1,000"),
        ("2,5", "2,5", "2.5"),
    ],
)
def test_a_figure_with_a_decimal_point_has_the_decimal_comma_in_vietnamese(
    written: str, vi: str, en: str
) -> None:
    values = [{"year": 2030, "value": written}]
    given = plan(targets=[{"id": "local-1", "name": {"vi": "A", "en": "A"}, "values": values}])

    printed = [str(see(given, lang).horizons[0].targets[0].text) for lang in ("vi", "en")]

    assert [said.removesuffix(".") for said in printed] == [f"A: {vi}", f"A: {en}"]


def test_in_blocks_a_target_without_values_stands_in_the_block_without_a_year() -> None:
    targets = [
        {"id": "local-1", "name": "A", "values": [{"year": 2030, "value": "5"}]},
        {"id": "local-2", "name": "B"},
        {"id": "local-3", "name": "C", "parent": "local-2"},
    ]
    given = plan(targets=targets, annexes=[{"kind": "targets", "horizons": "rows"}])

    rows = see(given).annexes[0].rows

    said = [text_of(row.title) or text_of(row.cells[1].lines[0]) for row in rows]
    assert said == ["Đến năm 2030", "A", "Không gắn mốc năm", "B", "C"]
