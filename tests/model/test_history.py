"""An earlier version of a catalogue is what it was, whatever has changed since."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from version_builders import catalogue, past_of, sub_task

from r57plans.load import load_catalogue
from r57plans.model.catalogue import SubTask
from r57plans.model.history import as_of, digest


def test_a_changed_sub_task_has_its_old_words_in_the_old_version() -> None:
    today = catalogue("2026.01", sub_task("1.1.1", "Mới."), sub_task("1.1.2"))

    past = past_of(today, sub_task("1.1.1", "Cũ."))

    assert past.name == "nq57@2025.03"
    assert past.sub_tasks["1.1.1"].text.vi == "Cũ."
    assert past.sub_tasks["1.1.2"] == today.sub_tasks["1.1.2"]


def test_a_sub_task_that_came_later_is_not_there_yet() -> None:
    today = catalogue("2026.01", sub_task("1.1.1"), sub_task("1.1.2", since="2026.01"))

    assert list(past_of(today).sub_tasks) == ["1.1.1"]


def test_a_retired_sub_task_is_there_still_and_in_its_place() -> None:
    gone = {"id": "1.1.2", "since": "2026.01", "reason": "Trùng."}
    today = catalogue("2026.01", sub_task("1.1.1"), sub_task("1.1.3"), retired=[gone])

    past = past_of(today, sub_task("1.1.2"))

    assert list(past.sub_tasks) == ["1.1.1", "1.1.2", "1.1.3"]
    assert past.retired == ()


def test_of_several_snapshots_the_first_after_the_version_counts() -> None:
    def at(text: str) -> tuple[SubTask, ...]:
        return (SubTask.model_validate(sub_task("1.1.1", text)),)

    today = catalogue("2027.01", sub_task("1.1.1", "Ba."))
    snapshots = {"2025.03": at("Một."), "2026.01": at("Hai.")}

    assert as_of(today, "2025.03", snapshots).sub_tasks["1.1.1"].text.vi == "Một."
    assert as_of(today, "2026.01", snapshots).sub_tasks["1.1.1"].text.vi == "Hai."


@given(st.text("abc ", min_size=1), st.text("abc ", min_size=1))
def test_the_digest_is_the_same_exactly_where_plans_take_the_same(one: str, other: str) -> None:
    first = catalogue("2026.01", sub_task("1.1.1", f"{one}."))
    second = catalogue("2026.02", sub_task("1.1.1", f"{other}.", basis="verified"))

    same = first.sub_tasks["1.1.1"].text == second.sub_tasks["1.1.1"].text

    assert (digest(first) == digest(second)) is same


def test_every_published_version_is_what_was_published() -> None:
    today = load_catalogue()

    found = {v: digest(load_catalogue(f"nq57@{v}")) for v in today.versions}

    assert found == today.digests


def test_the_first_version_has_the_sub_tasks_it_was_published_with() -> None:
    first = load_catalogue("nq57@2025.03")

    assert len(first.sub_tasks) == 87
    assert set(first.sub_tasks) < set(load_catalogue().sub_tasks)
    assert [g.id for g in first.groups] == [1, 2, 3, 4, 5, 6, 7]
