"""Local figures that the catalogue's wording leaves open are told, and printed once given."""

from __future__ import annotations

from typing import Any

import pytest
from plan_builders import plan, see, text_of

from r57plans.checks.parameters import local_figures
from r57plans.load import load_catalogue
from r57plans.model.catalogue import SubTask


def open_task() -> SubTask:
    """A sub-task whose text leaves one figure to the province."""
    tasks = load_catalogue().sub_tasks.values()
    return next(t for t in tasks if [p.id for p in t.parameters] == ["ty_le"])


def findings(status: str = "draft", **task: Any) -> list[tuple[str, str]]:
    given = plan({"status": status}, tasks=[{"id": open_task().id, **task}])
    return [(f.rule, f.level) for f in local_figures(given)]


@pytest.mark.parametrize("params", [{}, {"ty_le": None}])
def test_a_figure_not_given_is_a_note_in_a_draft(params: dict[str, Any]) -> None:
    assert findings(params=params) == [("build.blank", "note")]


@pytest.mark.parametrize("status", ["signing", "issued"])
def test_it_stops_a_document_that_is_to_be_signed(status: str) -> None:
    assert findings(status) == [("build.required", "error")]


def test_the_finding_says_what_the_figure_is_and_what_to_write() -> None:
    task = open_task()

    (found,) = local_figures(plan(tasks=[{"id": task.id}]))

    assert task.parameters[0].vi in found.message.vi
    assert task.parameters[0].en in found.message.en
    assert "params: {ty_le: …}" in found.hint.en


def test_a_figure_given_or_a_text_of_one_s_own_leaves_nothing_open() -> None:
    assert findings(params={"ty_le": "80%"}) == []
    assert findings(text="Lời của tỉnh.") == []


def test_a_figure_is_printed_in_both_languages_and_its_gap_where_it_is_missing() -> None:
    task = open_task()

    def printed(language: Any, **fields: Any) -> str:
        seen = see(plan(tasks=[{"id": task.id, **fields}]), language)
        return text_of(seen.groups[0].tasks[0].text)

    assert "80,5%" in printed("vi", params={"ty_le": "80,5%"})
    assert "80.5%" in printed("en", params={"ty_le": "80,5%"})
    assert "…" in printed("vi")
    assert "{" not in printed("vi") + printed("en")
