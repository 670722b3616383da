"""Who does what: roles that exclude each other, and who may not be assigned but only asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.checks.actors import Body, Placed, named
from r57plans.checks.case import Case, Check, Hit, Settings, folded_name, of_task
from r57plans.checks.names import actor_name, body_name
from r57plans.checks.texts import Path
from r57plans.findings import Message
from r57plans.language import fill
from r57plans.model.actor import Actor
from r57plans.model.naming import unit_names
from r57plans.model.task import Task

_ASSIGNED = ("leads", "supports")
_HELPING = ("supports", "requested")
_CARRYING_OUT = Message("Phần tổ chức thực hiện", "In the part on carrying the plan out")
_REPORTING = Message("Chế độ báo cáo", "In the reporting duties")


def lead_supports(case: Case, settings: Settings) -> Iterator[Hit]:
    """A lead of a task also stands among those that support it, or that are asked to."""
    for n, task in case.tasks():
        leads = {identity(case, body) for _, body in _bodies(task, ("leads",))}
        for where, body in _bodies(task, _HELPING):
            if identity(case, body) in leads:
                yield of_task(n, task, *where, body=_named(case, body))


def body_twice(case: Case, settings: Settings) -> Iterator[Hit]:
    """A body stands twice among the leads, or among those that help, perhaps by two ids."""
    for n, task in case.tasks():
        for fields in (("leads",), _HELPING):
            seen: set[str] = set()
            for where, body in _bodies(task, fields):
                if identity(case, body) in seen:
                    yield of_task(n, task, *where, body=_named(case, body))
                seen.add(identity(case, body))


def issuer_supports(case: Case, settings: Settings) -> Iterator[Hit]:
    """The body that issues the plan stands in it as a support: it directs, and cannot be asked.

    The setting `issuers` says by which ids and names each issuer goes, at its own level.
    """
    issuer = case.plan.document.issuer or "tinh-uy"
    words = unit_names(case.plan, case.registers, "vi").own
    own = {folded_name(fill(name, words)) for name in settings["issuers"].get(issuer, ())}
    own = {name for name in own if _of_own_level(case, name)}
    for n, task in case.tasks():
        for where, body in _bodies(task, _HELPING):
            if identity(case, body) in own:
                yield of_task(n, task, *where, body=_named(case, body))


def _of_own_level(case: Case, name: str) -> bool:
    agency = case.registers.agency(name, case.day)
    return agency is None or (agency.level == "commune") == (case.plan.unit is not None)


def assigned(case: Case, settings: Settings) -> Iterator[Hit]:
    """A State document gives work to a body that it may only ask.

    They are the bodies of the settings' `sides`, and those named in `bodies`, but for an issuer's
    `own`. Where a text says what is to be done, words of asking (`asking`) make it a request.
    """
    if case.is_party:
        return
    for n, task in case.tasks():
        named_task = Message(f"Nhiệm vụ {task.id}", f"Task {task.id}")
        for where, body in _bodies(task, _ASSIGNED):
            if only_asked(case, body, settings):
                yield of_task(n, task, *where, where=named_task, body=_named(case, body))
    for path, actors, said, where in _duties(case):
        if not any(word in said.casefold() for word in settings["asking"]):
            for place, body in named(actors, *path):
                if only_asked(case, body, settings):
                    yield Hit(place, {"where": where, "body": _named(case, body)})


def only_asked(case: Case, body: Body, settings: Settings) -> bool:
    """Whether a State document may only ask that body."""
    agency = case.registers.agency(identity(case, body), case.day)
    own = settings["own"].get(case.plan.document.issuer, ())
    if agency is None or agency.id in own:
        return False
    return agency.side in settings["sides"] or agency.id in settings["bodies"]


def identity(case: Case, body: Body) -> str:
    """What a body is known by: its id, also where its name is written out; else its own words."""
    if isinstance(body, str):
        return canonical(case, body)
    words = folded_name(body.vi)
    return case.body_ids.get(words, words)


def canonical(case: Case, name: str) -> str:
    """A body's id, the same for each of its aliases."""
    if any(body.id == name for body in case.plan.bodies):
        return name
    ever = case.registers.agency_ever(name)
    agency = case.registers.agency(name, case.day) or (ever[-1] if ever else None)
    return agency.id if agency else name


def _named(case: Case, body: Body) -> Message:
    """The name of a body: the register's in both languages, also where it stands in words."""
    known = identity(case, body)
    return body_name(case, known) if known in case.body_ids.values() else actor_name(case, body)


def _bodies(task: Task, fields: tuple[str, ...]) -> Iterator[Placed]:
    for field in fields:
        yield from named(getattr(task, field), field)


def _duties(case: Case) -> Iterator[tuple[Path, tuple[Actor, ...], str, Message]]:
    """Who carries the plan out and who reports: the place, the bodies, what is said of them."""
    for n, duty in enumerate(case.plan.implementation):
        yield ("implementation", n, "bodies"), duty.bodies, duty.vi, _CARRYING_OUT
    for n, report in enumerate(case.plan.reporting):
        yield ("reporting", n, "from"), report.from_, report.vi or "", _REPORTING


CHECKS: Mapping[str, Check] = {
    "lead-supports": lead_supports,
    "body-twice": body_twice,
    "issuer-supports": issuer_supports,
    "body-assigned": assigned,
}
