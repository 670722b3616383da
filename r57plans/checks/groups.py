"""Tasks that stand in no group: printed last, under "Other tasks", and reported."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import Finding, Message
from r57plans.model.plan import Plan
from r57plans.model.task import Task

RULE = "plan.task-group"


def tasks_without_group(plan: Plan) -> Iterator[Finding]:
    """A warning for each task that names no group and whose id implies none."""
    own = {group.id for group in plan.groups}
    for n, task in enumerate(plan.tasks):
        if task.group is None and not _implied(task, own):
            yield Finding(
                RULE,
                "warning",
                Message(
                    f"Nhiệm vụ {task.id} chưa thuộc nhóm nào; in ở cuối, mục “Nhiệm vụ khác”.",
                    f"Task {task.id} is in no group; it is printed last, under “Other tasks”.",
                ),
                Message("Thêm `group` cho nhiệm vụ.", "Add `group` to the task."),
                plan.place("tasks", n, "id"),
            )


def _implied(task: Task, own: set[str]) -> bool:
    first = task.id.partition(".")[0]
    return task.of_catalogue and (not own or first in own)
