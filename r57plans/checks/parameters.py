"""Local figures that the catalogue's wording leaves to the plan: `{ty_le}`, `{so_luong}`."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.checks.blanks import blank
from r57plans.checks.readiness import RULE as REQUIRED
from r57plans.findings import Finding, Message
from r57plans.load import load_catalogue
from r57plans.model.catalogue import Parameter
from r57plans.model.plan import Plan


def local_figures(plan: Plan) -> Iterator[Finding]:
    """A note for each figure that is still to be given; an error once the plan is to be signed.

    A task with a wording of its own leaves nothing open.
    """
    if not plan.tasks:
        return
    catalogue = load_catalogue(plan.catalogue)
    for index, task in enumerate(plan.tasks):
        if task.text is None and (sub_task := catalogue.taken(task)):
            for parameter in sub_task.parameters:
                if parameter.id not in task.figures:
                    yield _open(plan, index, parameter)


def _open(plan: Plan, index: int, parameter: Parameter) -> Finding:
    task = plan.tasks[index].id
    vi, en = f"{parameter.vi} (nhiệm vụ {task})", f"{parameter.en} (task {task})"
    hint = Message(
        f"Nhiệm vụ {task}: ghi `params: {{{parameter.id}: …}}`, hoặc viết lại `text`.",
        f"Task {task}: write `params: {{{parameter.id}: …}}`, or `text` of your own.",
    )
    if plan.document.status == "draft":
        return blank(plan, vi, en, "tasks", index, "params", hint=hint)
    said = Message(
        f"Văn bản trình ký, ban hành còn thiếu {vi}.",
        f"A document to be signed or issued still lacks {en}.",
    )
    return Finding(REQUIRED, "error", said, hint, plan.place("tasks", index, "params"))
