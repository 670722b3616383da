"""Who does what: roles that exclude each other, and who may not be assigned but only asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings, of_task
from r57plans.checks.names import body_name
from r57plans.model.actor import Actor
from r57plans.model.task import Task

_ASSIGNED = ("leads", "supports")
_ALL = (*_ASSIGNED, "requested")
Placed = tuple[str, int, str]


def lead_supports(case: Case, settings: Settings) -> Iterator[Hit]:
    """A lead of a task also stands among those that support it, or that are asked to."""
    for n, task in case.tasks():
        leads = {canonical(case, name) for _, _, name in _bodies(task, ("leads",))}
        for field, k, name in _bodies(task, ("supports", "requested")):
            if canonical(case, name) in leads:
                yield of_task(n, task, field, k, body=body_name(case, name))


def body_twice(case: Case, settings: Settings) -> Iterator[Hit]:
    """A body stands twice among the leads, or among those that support, perhaps by two ids."""
    for n, task in case.tasks():
        for field in _ALL:
            seen: set[str] = set()
            for _, k, name in _bodies(task, (field,)):
                if canonical(case, name) in seen:
                    yield of_task(n, task, field, k, body=body_name(case, name))
                seen.add(canonical(case, name))


def issuer_supports(case: Case, settings: Settings) -> Iterator[Hit]:
    """The body that issues the plan stands in it as a support: it directs, and cannot be asked.

    The setting `issuers` says by which ids each issuer goes.
    """
    issuer = case.plan.document.issuer or "tinh-uy"
    own = set(settings["issuers"].get(issuer, ()))
    for n, task in case.tasks():
        for field, k, name in _bodies(task, ("supports", "requested")):
            if canonical(case, name) in own:
                yield of_task(n, task, field, k, body=body_name(case, name))


def assigned(case: Case, settings: Settings) -> Iterator[Hit]:
    """A State document gives work to a body that it may only ask.

    They are the bodies of the settings' `sides`, and those named in `bodies`. In the part on
    carrying the plan out, words of asking (`asking`) make it a request.
    """
    if case.is_party:
        return
    for n, task in case.tasks():
        for field, k, name in _bodies(task, _ASSIGNED):
            if only_asked(case, name, settings):
                yield of_task(n, task, field, k, body=body_name(case, name))
    for n, duty in enumerate(case.plan.implementation):
        if not any(word in duty.vi.casefold() for word in settings["asking"]):
            for k, name in _ids(duty.bodies):
                if only_asked(case, name, settings):
                    body = body_name(case, name)
                    yield Hit(("implementation", n, "bodies", k), {"task": "—", "body": body})


def only_asked(case: Case, name: str, settings: Settings) -> bool:
    """Whether a State document may only ask that body."""
    agency = case.registers.agency(name, case.day)
    if agency is None:
        return False
    return agency.side in settings["sides"] or agency.id in settings["bodies"]


def canonical(case: Case, name: str) -> str:
    """A body's id, the same for each of its aliases."""
    if any(body.id == name for body in case.plan.bodies):
        return name
    ever = case.registers.agency_ever(name)
    agency = case.registers.agency(name, case.day) or (ever[-1] if ever else None)
    return agency.id if agency else name


def _bodies(task: Task, fields: tuple[str, ...]) -> Iterator[Placed]:
    for field in fields:
        for k, name in _ids(getattr(task, field)):
            yield field, k, name


def _ids(actors: tuple[Actor, ...]) -> Iterator[tuple[int, str]]:
    return ((k, actor) for k, actor in enumerate(actors) if isinstance(actor, str))


CHECKS: Mapping[str, Check] = {
    "lead-supports": lead_supports,
    "body-twice": body_twice,
    "issuer-supports": issuer_supports,
    "body-assigned": assigned,
}
