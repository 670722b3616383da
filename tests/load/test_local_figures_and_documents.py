"""A plan's local figures have the sub-task's names; cited documents belong to their time."""

from __future__ import annotations

import pytest

from r57plans.findings import Finding
from r57plans.load import check_plan, load_catalogue

HEAD = """\
format: r57plans/plan/1
catalogue: %s
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: %s, parents: [%s]}
"""


def findings(
    day: str = "2025-03-28", parents: str = "nq57", rest: str = "", catalogue: str = "nq57"
) -> list[Finding]:
    _, report = check_plan((HEAD % (catalogue, day, parents) + rest).encode(), "p.yaml")
    return list(report)


def with_figure() -> str:
    tasks = load_catalogue().sub_tasks.values()
    return next(t.id for t in tasks if [p.id for p in t.parameters] == ["ty_le"])


def test_a_figure_of_another_name_is_refused_with_the_right_one() -> None:
    tasks = f"tasks:\n  - id: {with_figure()}\n    params: {{ty_lee: 5%}}\n"

    (found,) = findings(rest=tasks)

    assert (found.rule, found.place.line, found.place.column) == ("plan.unknown-parameter", 7, 22)
    assert "ty_le" in found.hint.en


def test_a_task_without_open_figures_takes_none() -> None:
    (found,) = findings(rest="tasks: [{id: local-1, text: x, group: 1, params: {ty_le: 5%}}]\n")

    assert found.rule == "plan.unknown-parameter"


def test_the_right_name_is_no_fault() -> None:
    assert findings(rest=f"tasks: [{{id: {with_figure()}, params: {{ty_le: 5%}}}}]\n") == []


def new_only() -> str:
    then = load_catalogue("nq57@2025.03").sub_tasks
    return next(name for name in load_catalogue().sub_tasks if name not in then)


def of_version(task: str, version: str) -> list[Finding]:
    task = f"tasks:\n  - id: {task}\n    version: {version}\n"
    return findings(rest=task, catalogue="nq57@2025.03")


def test_one_task_may_be_of_a_newer_version_than_the_plan() -> None:
    newest = load_catalogue().version

    assert of_version(new_only(), f'"{newest}"') == []
    assert of_version("1.1.1", f'"{newest}"') == []
    assert of_version("1.1.1", newest) == []  # without quotes


def test_the_figures_of_such_a_task_are_those_of_its_version() -> None:
    then = load_catalogue("nq57@2025.03").sub_tasks
    name = next(
        t.id
        for t in load_catalogue().sub_tasks.values()
        if [p.id for p in t.parameters] == ["ty_le"] and t.id in then and not then[t.id].parameters
    )
    task = f"tasks: [{{id: {name}, params: {{ty_le: 5%%}}, version: '%s'}}]\n"

    here = findings(rest=task % load_catalogue().version, catalogue="nq57@2025.03")
    (then_found,) = findings(rest=task % "2025.03")

    assert here == []
    assert then_found.rule == "plan.unknown-parameter"


@pytest.mark.parametrize("task", ["1.1.1", "9.9.9"])
@pytest.mark.parametrize("version", ["'2020.01'", "2020.10", "2020"])
def test_a_version_that_is_not_there_is_said_with_those_that_are(task: str, version: str) -> None:
    (found,) = of_version(task, version)

    assert (found.rule, found.place.line) == ("plan.task-version", 7)
    assert "2025.03, " in found.hint.en


def test_an_id_that_the_task_s_version_does_not_have_is_said() -> None:
    (found,) = findings(rest=f"tasks:\n  - id: {new_only()}\n    version: '2025.03'\n")

    assert (found.rule, found.place.line) == ("plan.unknown-sub-task", 6)


def test_what_a_plan_only_mentions_may_be_of_the_newest_version() -> None:
    new = new_only()
    rest = f"tasks: [{{id: local-1, text: x, group: 1, covers: [{new}]}}]\n"
    rest += f"omitted: [{{id: {new}, reason: x}}]\n"

    assert findings(rest=rest, catalogue="nq57@2025.03") == []
    assert findings(rest=f"tasks: [{{id: {new}}}]\n", catalogue="nq57@2025.03") != []


@pytest.mark.parametrize(
    ("day", "document", "rule"),
    [
        ("2025-03-28", "nq71-cp", "plan.document-not-yet"),
        ("2025-04-01", "nq71-cp", None),
        ("2025-03", "nq03-cp", None),
        ("2026-06-01", "hd36-vptw", "plan.document-replaced"),
        ("2026-05-26", "hd36-vptw", None),
        ("2026-01-08", "qi66-tw", None),
        ("2026-01-09", "qi66-tw", "plan.document-replaced"),
    ],
)
def test_a_document_cited_out_of_its_time_is_a_warning(
    day: str, document: str, rule: str | None
) -> None:
    found = [f for f in findings(day, document) if f.rule.startswith("plan.document")]

    assert [f.rule for f in found] == ([rule] if rule else [])
    assert all(f.level == "warning" and f.place.line == 4 for f in found)


def test_a_document_given_by_its_mapping_is_looked_up_too() -> None:
    (found,) = findings(parents="{id: nq71-cp}")

    assert found.rule == "plan.document-not-yet"
    assert "01/4/2025" in found.message.vi


def test_another_document_of_the_plan_cites_on_its_own_day() -> None:
    cover = "documents:\n  decision: {issuer: tinh-uy, type: QĐ, date: %s, parents: [nq71-cp]}\n"

    early = findings("2025-04-01", rest=cover % "2025-03-28")
    late = findings("2025-03-28", rest=cover % "2025-04-01")

    assert [(f.rule, f.place.line) for f in early] == [("plan.document-not-yet", 6)]
    assert late == []


@pytest.mark.parametrize(
    ("document", "day"), [("hd36-vptw", "2026-06-01"), ("qi66-tw", "2026-02-01")]
)
def test_how_far_the_end_of_a_document_was_checked_is_said(document: str, day: str) -> None:
    (found,) = (f for f in findings(day, document) if "document" in f.rule)

    checked = load_catalogue().document_by_id[document].status_basis != "unverified"
    assert ("(unverified)" not in found.message.en) is checked
    assert ("(chưa đối chiếu)" not in found.message.vi) is checked


def test_the_warning_names_what_took_its_place() -> None:
    (found,) = (f for f in findings("2026-02-01", "qi66-tw") if "document" in f.rule)

    assert "qi399-tw" in found.hint.vi
    assert "399-QĐ/TW" in found.hint.en
