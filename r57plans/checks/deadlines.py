"""Deadlines whose wording is not understood: printed as they are, and reported.

The pack's rule on them (`deadline-unknown`) says the same in the same words; a test holds it to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.checks.texts import Path
from r57plans.findings import Finding, Message
from r57plans.model.deadline import DeadlineKind
from r57plans.model.plan import Plan
from r57plans.model.task import Task
from r57plans.model.when import When

RULE = "plan.deadline-unknown"


def unknown_deadlines(plan: Plan) -> Iterator[Finding]:
    """A warning for each deadline, of a task or a milestone, that has no derived meaning."""
    for n, task, when, path in deadlines_of(plan):
        if when.deadline.kind is DeadlineKind.UNKNOWN:
            yield _finding(plan, task.id, when, "tasks", n, *path)


def deadlines_of(plan: Plan) -> Iterator[tuple[int, Task, When, Path]]:
    """Each deadline of the plan, of tasks and of milestones: its task's index, its place in it."""
    for n, task in enumerate(plan.tasks):
        yield n, task, task.deadline, ("deadline",)
        for k, milestone in enumerate(task.milestones):
            yield n, task, milestone.deadline, ("milestones", k, "deadline")


def _finding(plan: Plan, task: str, when: When, *where: str | int) -> Finding:
    wording = when.deadline.wording
    return Finding(
        RULE,
        "warning",
        Message(
            f"Không hiểu thời hạn “{wording}” của nhiệm vụ {task}; văn bản in nguyên văn.",
            f"The deadline “{wording}” of task {task} is not understood; it is printed as it is.",
        ),
        Message(
            "Viết như: quý II/2025, tháng 6/2025, trước ngày 30/11/2025, hằng năm, thường xuyên.",
            "Write it like: Q2 2025, June 2025, before 30 November 2025, every year, ongoing.",
        ),
        plan.place(*where),
    )
