"""Every body that a plan names, by its id or in words, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from r57plans.checks.texts import Path
from r57plans.model.actor import Actor
from r57plans.model.base import Text
from r57plans.model.document import Committee
from r57plans.model.plan import Plan
from r57plans.model.task import Task

Body = str | Text
Placed = tuple[Path, Body]


def bodies_of(plan: Plan) -> Iterator[Placed]:
    """The bodies of tasks, targets, duties, reports and the committee; persons are left out."""
    for n, task in enumerate(plan.tasks):
        yield from _of_task(task, ("tasks", n))
    for n, target in enumerate(plan.targets):
        yield from named(target.monitor, "targets", n, "monitor")
        yield from named(target.supplier, "targets", n, "supplier")
    for n, duty in enumerate(plan.implementation):
        yield from named(duty.bodies, "implementation", n, "bodies")
    for n, report in enumerate(plan.reporting):
        yield from named(report.from_, "reporting", n, "from")
        yield from _one(report.to, "reporting", n, "to")
    if plan.committee is not None:
        yield from _of_committee(plan.committee)
    if plan.flexibility is not None:
        yield from _one(plan.flexibility.changed_by, "flexibility", "changed_by")


def named(actors: Iterable[Actor], *path: str | int) -> Iterator[Placed]:
    """Those of the actors that are bodies, each with its place in the list."""
    for k, actor in enumerate(actors):
        if isinstance(actor, str | Text):
            yield (*path, k), actor


def _of_task(task: Task, path: Path) -> Iterator[Placed]:
    for field in ("leads", "supports", "requested"):
        yield from named(getattr(task, field), *path, field)
    for k, product in enumerate(task.products):
        yield from _one(product.issuer, *path, "products", k, "issuer")
    for k, milestone in enumerate(task.milestones):
        if milestone.product is not None:
            where = (*path, "milestones", k, "product", "issuer")
            yield from _one(milestone.product.issuer, *where)
    yield from _one(task.origin, *path, "origin")


def _of_committee(committee: Committee) -> Iterator[Placed]:
    yield from _one(committee.standing_agency, "committee", "standing_agency")
    if committee.working_group is not None:
        members = committee.working_group.members
        yield from named(members, "committee", "working_group", "members")


def _one(body: Body | None, *path: str | int) -> Iterator[Placed]:
    if body is not None:
        yield path, body
