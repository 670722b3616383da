"""What templates may name: every field is told of in both languages, and the table is fresh."""

from __future__ import annotations

from dataclasses import fields

import pytest
import template_names
from plan_builders import plan, see

from r57plans.assets import template_examples_file
from r57plans.view.offered import OfferedName, offered
from r57plans.view.records import TaskView, View

NAMES = offered().names
# What no example plan has: a mark of urgency, a person's name, an issued English edition …
WITHOUT_EXAMPLE = {
    "document.urgency", "person.name", "group.mark", "signature.signed", "signature.name",
    "target.note", "requirements",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.name)
def test_every_name_is_explained_in_both_languages(name: OfferedName) -> None:
    assert name.description.vi.strip()
    assert name.description.en.strip()
    assert name.description.vi != name.description.en or name.description.vi.startswith("“")
    assert all(len(text) <= 100 for text in name.description)


def test_every_field_of_a_record_is_a_name() -> None:
    task = next(record for record in offered().records if record.variable == "task")

    assert [name.name for name in task.names] == [f"task.{f.name}" for f in fields(TaskView)]


def test_every_name_of_the_context_is_there() -> None:
    top = offered().records[0]

    context = see(plan(tasks=[{"id": "1.1.1"}])).context_for_template()

    assert [name.name for name in top.names] == list(context)


def test_a_name_knows_its_type_and_the_loops_that_lead_to_it() -> None:
    task = next(record for record in offered().records if record.variable == "task")
    deadline = next(name for name in task.names if name.name == "task.deadline")

    assert task.loops[:2] == ("for task in group.tasks", "for task in tasks")
    assert deadline.paths[:2] == ("groups[].tasks[].deadline", "tasks[].deadline")
    assert deadline.type == ("chữ", "text")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("groups", "list of group"),
        ("document", "record"),
        ("annexes[].rows", "list of row or bar"),
        ("committee.given", "yes or no"),
        ("annexes[].columns[].width", "number"),
        ("context", "list of texts"),
        ("tasks[].leads", "text; loops over its values"),
    ],
)
def test_types_are_said_in_words(path: str, said: str) -> None:
    name = offered().at(path)

    assert name is not None
    assert name.type.en == said


def test_an_unknown_path_leads_to_nothing() -> None:
    assert offered().at("tasks[].leeds") is None


def test_what_may_follow_a_dot_is_listed() -> None:
    assert offered().below("targets[].horizons[]") == ("measured", "text", "title")
    assert "tasks" in offered().below("groups[]")
    assert set(offered().below("")) == {f.name for f in fields(View)}


def test_examples_come_in_both_languages_wherever_a_plan_has_them() -> None:
    texts = {n.name for n in NAMES if n.type.en.startswith(("text", "list of texts"))}

    lacking = {n.name for n in NAMES if n.name in texts and not n.example_vi}

    assert lacking - WITHOUT_EXAMPLE == {"document.unofficial"}  # it is English only
    assert next(n for n in NAMES if n.name == "task.deadline").example == (
        "Trước ngày 15/5/2025",
        "Before 15 May 2025",
    )


def test_the_examples_are_those_of_the_plans() -> None:
    made = template_names.as_json(template_names.examples())

    assert template_examples_file().read_text("utf-8") == made, "run: make docs"


def test_the_page_in_the_documentation_is_fresh() -> None:
    assert template_names.TABLE.read_text("utf-8") == template_names.table(offered()), (
        "run: make docs"
    )
