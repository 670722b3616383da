"""Every task is in exactly one class on any day, and the counts add up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_builders import plan
from status_builders import status

from r57plans.model.deadline import parse_deadline
from r57plans.model.progress import Standing, Tally, reckon, standing_of
from r57plans.model.status import TaskStatus

ON = date(2025, 6, 30)
WORDINGS = (
    "30/5/2025", "Trước ngày 15/5/2025", "Tháng 6/2025", "Quý II/2025", "2025", "2025 - 2026",
    "2025 và những năm tiếp theo", "Từ quý III/2025", "Thường xuyên", "Hằng năm", "Hằng quý",
    "Thứ Sáu hằng tuần", "Giai đoạn 1 (đến 30/6/2025)", "Giai đoạn 2",
    "Khi có hướng dẫn của Trung ương", "Trong 60 ngày làm việc kể từ ngày ban hành", "", "gì đó",
)  # fmt: skip
STATES = (None, "not-started", "running", "done", "standing")

days = st.dates(date(2024, 1, 1), date(2031, 12, 31))
entries = st.none() | st.builds(
    lambda state, day: TaskStatus(id="1.1.1", state=state, done_on=day),
    st.sampled_from(STATES),
    st.none() | days,
)
deadlines = st.sampled_from(WORDINGS).map(parse_deadline)


def entry(state: str | None = None, done_on: str | None = None) -> TaskStatus:
    return TaskStatus.model_validate({"id": "1.1.1", "state": state, "done_on": done_on})


@pytest.mark.parametrize(
    ("deadline", "state", "done_on", "meant", "days"),
    [
        ("Quý II/2025", "done", "2025-06-30", Standing.ON_TIME, 0),
        ("Trước ngày 15/5/2025", "done", "2025-05-14", Standing.ON_TIME, 0),
        ("Trước ngày 15/5/2025", "done", "2025-05-15", Standing.LATE, 1),
        ("", "done", "2025-06-01", Standing.ON_TIME, 0),
        ("2025 và những năm tiếp theo", "done", "2025-06-01", Standing.ON_TIME, 0),
        ("Quý II/2025", "done", "2025-07-02", Standing.RUNNING, 0),
        ("30/5/2025", "done", "2025-07-02", Standing.OVERDUE, 31),
        ("30/5/2025", "running", None, Standing.OVERDUE, 31),
        ("30/5/2025", "not-started", None, Standing.OVERDUE, 31),
        ("30/5/2025", "standing", None, Standing.OVERDUE, 31),
        ("30/5/2025", None, None, Standing.UNKNOWN, 0),
        ("30/6/2025", "not-started", None, Standing.NOT_DUE, 0),
        ("2025", "running", None, Standing.RUNNING, 0),
        ("2025", "not-started", None, Standing.NOT_DUE, 0),
        ("2025", None, None, Standing.NOT_DUE, 0),
        ("Từ quý III/2025", None, None, Standing.NOT_DUE, 0),
        ("Từ quý I/2025", None, None, Standing.UNKNOWN, 0),
        ("Khi có hướng dẫn của Trung ương", None, None, Standing.UNKNOWN, 0),
        ("Khi có hướng dẫn của Trung ương", "not-started", None, Standing.NOT_DUE, 0),
        ("Khi có hướng dẫn của Trung ương", "standing", None, Standing.STANDING, 0),
        ("Thường xuyên", None, None, Standing.STANDING, 0),
        ("Hằng năm", "done", "2025-06-01", Standing.STANDING, 0),
        ("Hằng quý, từ năm 2023 đến năm 2024", "running", None, Standing.OVERDUE, 181),
    ],
)
def test_the_class_follows_from_deadline_state_and_day(
    deadline: str, state: str | None, done_on: str | None, meant: Standing, days: int
) -> None:
    found = standing_of(parse_deadline(deadline), entry(state, done_on), ON)

    assert found == (meant, days)


def test_a_task_done_without_a_day_counts_as_done_on_the_day_asked_for() -> None:
    found = standing_of(parse_deadline("30/5/2025"), entry("done"), ON)

    assert found == (Standing.LATE, 31)


@given(deadlines, entries, days)
def test_only_late_and_overdue_tasks_have_days(
    deadline: object, entry: TaskStatus | None, on: date
) -> None:
    standing, days_over = standing_of(deadline, entry, on)  # type: ignore[arg-type]

    assert (days_over > 0) == (standing in (Standing.LATE, Standing.OVERDUE))


@given(deadlines, st.sampled_from(["not-started", "running", "standing"]), days)
def test_what_is_not_done_is_never_counted_as_done(deadline: object, state: str, on: date) -> None:
    standing, _ = standing_of(deadline, entry(state), on)  # type: ignore[arg-type]

    assert not standing.done


@given(deadlines, days, days, st.integers(0, 800))
def test_what_is_done_stays_as_it_was_done(
    deadline: object, done_on: date, on: date, later: int
) -> None:
    done = TaskStatus(id="1.1.1", state="done", done_on=done_on)
    found = standing_of(deadline, done, on)  # type: ignore[arg-type]

    after = standing_of(deadline, done, on + timedelta(later))  # type: ignore[arg-type]

    assert not found[0].done or after == found


@given(st.lists(st.tuples(st.sampled_from(WORDINGS), st.sampled_from(STATES)), max_size=12), days)
def test_every_task_is_in_exactly_one_class(
    given_tasks: list[tuple[str, str | None]], on: date
) -> None:
    tasks = [{"id": f"local-{n}", "deadline": words} for n, (words, _) in enumerate(given_tasks)]
    entries = [{"id": f"local-{n}", "state": s} for n, (_, s) in enumerate(given_tasks)]

    found = reckon(plan(tasks=tasks), status(tasks=entries[::2]), on)

    assert [task.index for task in found] == list(range(len(tasks)))
    assert Tally.of(found).total == len(tasks)


def test_a_task_without_an_entry_has_only_what_its_deadline_says() -> None:
    tasks = [{"id": "1.1.1", "deadline": "2025"}, {"id": "1.1.2", "deadline": "Tháng 3/2025"}]

    found = reckon(plan(tasks=tasks), status(), ON)

    assert [task.standing for task in found] == [Standing.NOT_DUE, Standing.UNKNOWN]
