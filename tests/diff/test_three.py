"""Two versions of one base: what conflicts, and what does not."""

from __future__ import annotations

from typing import Any

from plan_builders import plan

from r57plans.diff.three import ThreeWay, three_way


def task(name: str = "1.1.1", **fields: Any) -> dict[str, Any]:
    return {"id": name, "group": 1, "leads": ["so-noi-vu"], "deadline": "2025", **fields}


def compared(
    a: list[dict[str, Any]], b: list[dict[str, Any]], base: list[dict[str, Any]] | None = None
) -> ThreeWay:
    return three_way(*(plan(tasks=tasks) for tasks in ([task()] if base is None else base, a, b)))


def test_the_same_field_changed_otherwise_is_a_conflict_with_all_three_values() -> None:
    found = compared([task(deadline="2026")], [task(deadline="2027")])

    (conflict,) = found.conflicts
    assert (conflict.task, conflict.field, conflict.base.vi) == ("1.1.1", "deadline", "2025")
    assert [c.new.vi for c in conflict.a + conflict.b] == ["2026", "2027"]
    assert found.only_a == found.only_b == found.both == ()


def test_other_fields_and_equal_changes_are_no_conflicts() -> None:
    a, b = task(deadline="2026", note="A"), task(deadline="2026", leads=["so-y-te"])

    found = compared([a], [b])

    assert found.conflicts == ()
    assert [c.field for c in found.only_a] == ["note"]
    assert [c.field for c in found.only_b] == ["leads"]
    assert [c.field for c in found.both] == ["deadline"]


def test_a_task_dropped_here_and_changed_there_is_a_conflict() -> None:
    found = compared([], [task(deadline="2026")])

    (conflict,) = found.conflicts
    assert [c.rule for c in conflict.a + conflict.b] == ["task.removed", "task.deadline.later"]


def test_a_task_dropped_on_both_sides_is_none() -> None:
    found = compared([], [])

    assert found.conflicts == ()
    assert [c.rule for c in found.both] == ["task.removed"]


def test_two_tasks_added_under_one_id_conflict_unless_they_say_the_same() -> None:
    mine, theirs = task("local-1", text="A"), task("local-1", text="A", deadline="2030")

    apart = compared([task(), mine], [task(), theirs])
    alike = compared([task(), mine], [task(), mine])

    assert [(c.task, c.field) for c in apart.conflicts] == [("local-1", "")]
    assert alike.conflicts == ()
    assert [c.rule for c in alike.both] == ["task.added"]
