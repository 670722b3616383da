"""No field of a plan changes without a change being told, and none is told for nothing."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from diff_plans import RICH, Data, plan_of
from pydantic import BaseModel, ValidationError

from r57plans.diff import documents, targets, tasks, whole
from r57plans.diff.compare import compare
from r57plans.model.document import Committee, CommitteeGroup, Marks, Particulars
from r57plans.model.plan import Flexibility, Group, Initiative, Omission, Plan
from r57plans.model.target import Target
from r57plans.model.task import Task

Path = tuple[str | int, ...]
OTHERS: tuple[str, ...] = (
    *("Khác hẳn", "lang-son", "local-9", "5.1.4", "so-y-te", "pho-bi-thu"),
    *("dang-uy", "draft", "paragraph", "higher", "columns", "through", "new", "province"),
    *("appendix", "hoa-toc", "decimal", "2", "targets", "leads", "2025-02-27", "ffff0000"),
)
"""What a text may become: the first that its field can hold and that it is not already."""


def leaves(data: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of all single values, and of all lists and records as wholes."""
    items = (
        data.items() if isinstance(data, dict) else
        enumerate(data) if isinstance(data, list) else ()
    )  # fmt: skip
    for key, value in items:
        yield (*path, key)
        yield from leaves(value, (*path, key))


def at(data: Data, path: Path) -> Any:
    found: Any = data
    for key in path:
        found = found[key]
    return found


def changed(path: Path) -> Iterator[Data]:
    """The rich plan with another value at the path, and without what stands there."""
    value = at(RICH, path)
    others: list[Any] = [o for o in OTHERS if o != value] if isinstance(value, str) else []
    if path == ("catalogue",):
        others = ["nq57"]
    if isinstance(value, bool):
        others = [not value]
    elif isinstance(value, int):
        others = [value + 1]
    for other in others:
        made = copy.deepcopy(RICH)
        at(made, path[:-1])[path[-1]] = other
        if valid(made):
            yield made
            break
    made = copy.deepcopy(RICH)
    del at(made, path[:-1])[path[-1]]
    if valid(made):
        yield made


def valid(data: Data) -> bool:
    try:
        plan_of(data)
    except ValidationError:
        return False
    return True


PATHS = [*leaves(RICH)]


@pytest.mark.parametrize("part", sorted({str(path[0]) for path in PATHS}))
def test_every_value_that_changes_or_goes_is_told(part: str) -> None:
    old = plan_of(RICH)

    silent = [
        path
        for path in PATHS
        if path[0] == part
        for made in changed(path)
        if (plan_of(made) != old) != bool(compare(old, plan_of(made)))
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("model", "told"),
    [
        (Plan, {f.name for f in whole.FIELDS} | {*whole.OWN_WAY, "document", "documents",
                "committee", "targets", "tasks", "format"}),
        (Task, {f.name for f in tasks.FIELDS} | {*tasks.OWN_WAY}),
        (Target, {f.name for f in targets.FIELDS} | {*targets.OWN_WAY}),
        (Particulars, {f.name for f in documents.FIELDS} | {*documents.OWN_WAY}),
        (Marks, {f.name for f in documents.MARKS}),
        (Committee, {f.name for f in documents.COMMITTEE} | {*documents.COMMITTEE_OWN_WAY}),
        (CommitteeGroup, {f.name for f in documents.GROUP}),
        (Flexibility, {f.name for f in whole.FLEXIBILITY} | {*whole.FLEXIBILITY_OWN_WAY}),
        (Group, {"id", "vi", "en", "parent", "style", "mark", "prose"}),
        (Initiative, {"id", "vi", "en", "tasks"}),
        (Omission, {"id", "reason"}),
    ],
)  # fmt: skip
def test_a_new_field_of_a_record_needs_its_line_here(
    model: type[BaseModel], told: set[str]
) -> None:
    assert set(model.model_fields) == told


def test_the_rich_plan_says_something_in_every_field() -> None:
    """Else the first test would say nothing of the field."""
    plan = plan_of(RICH)
    records: list[BaseModel] = [
        plan, plan.document, plan.tasks[1], plan.targets[1], plan.tasks[1].milestones[0],
        plan.targets[1].values[1], plan.reporting[0], plan.annexes[0], plan.annexes[0].columns[0],
    ]  # fmt: skip

    unsaid = {
        f"{type(record).__name__}.{name}"
        for record in records
        for name in type(record).model_fields
        if name not in record.model_fields_set
    }

    assert unsaid == {"Task.params"}  # of a sub-task of the catalogue alone
