"""The roadmap: which quarters and years it has, which cells are shaded, where the marks stand."""

from __future__ import annotations

from typing import Any

import pytest
from plan_builders import plan, see

from r57plans.view.records import AnnexView
from r57plans.view.roadmap import GREY, LIGHT, MARK


def roadmap(*tasks: dict[str, Any], language: str = "vi") -> AnnexView:
    given = [
        {"id": f"local-{n}", "group": "3", "text": "Việc", **t} for n, t in enumerate(tasks, 1)
    ]
    view = see(plan(tasks=given, annexes=[{"kind": "roadmap"}]), language)  # type: ignore[arg-type]
    return view.annexes[0]


def bar(annex: AnnexView, row: int = 1) -> str:
    """One letter a cell: `#` shaded, `-` light, `.` empty."""
    letters = {GREY: "#", LIGHT: "-", "": "."}
    return "".join(letters[cell.fill] for cell in annex.rows[row].cells)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("quý II/2025", ".#......"),
        ("6/2025", ".#......"),
        (2025, "####...."),
        ("2025 - 2026", "########"),
        ("2025-11-30", "####...."),
        ("trước ngày 15/8/2025", "###....."),
        ("thường xuyên", "--------"),
        ("hằng năm", "--------"),
        ("từ quý III/2025 trở đi", "..######"),
        ("khi Luật được thông qua", "........"),
        ("", "........"),
    ],
)
def test_a_span_is_shaded_from_its_first_to_its_last_day(deadline: object, expected: str) -> None:
    assert bar(roadmap({"deadline": deadline})) == expected


def test_two_years_by_quarter_then_years_then_what_comes_after() -> None:
    annex = roadmap({"deadline": 2030}, {"deadline": 2045})

    assert [(year.title, year.span) for year in annex.years] == [
        ("Năm 2025", 4),
        ("Năm 2026", 4),
        ("Năm 2027", 1),
        ("Năm 2028", 1),
        ("Năm 2029", 1),
        ("Năm 2030", 1),
        ("Sau năm 2030", 1),
    ]
    assert [q.title for q in annex.quarters][:5] == ["I", "II", "III", "IV", "I"]
    assert bar(annex, 1)[-2:] == "#."
    assert bar(annex, 2)[-2:] == ".#"


def test_english_numbers_its_quarters() -> None:
    annex = roadmap({"deadline": 2025}, language="en")

    assert [q.title for q in annex.quarters][:4] == ["Q1", "Q2", "Q3", "Q4"]


def test_a_milestone_is_marked_in_its_quarter_only() -> None:
    milestones = [{"deadline": "15/4/2025"}, {"deadline": "khi xong"}]

    annex = roadmap({"deadline": 2025, "milestones": milestones})
    marks = [cell.mark for cell in annex.rows[1].cells]  # type: ignore[union-attr]

    assert marks == ["", MARK, "", "", "", "", "", ""]


def test_the_table_is_as_wide_as_the_page() -> None:
    annex = roadmap({"deadline": 2045})

    widths = [c.width for c in annex.columns] + [q.width for q in annex.quarters]

    assert sum(widths) == 14287
    assert sum(y.width for y in annex.years) == sum(q.width for q in annex.quarters)


def test_the_legend_explains_the_shades_and_rows_without_any_where_there_are_some() -> None:
    shaded, bare = {"deadline": 2025}, {"deadline": "khi Luật được thông qua"}

    assert len(roadmap(shaded).notes) == 1
    assert len(roadmap(shaded, bare).notes) == 2
