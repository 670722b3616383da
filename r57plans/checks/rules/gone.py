"""Bodies and levels that do not exist on the document's date, by their ids and in the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.names import body_name, day_words
from r57plans.checks.rules.feasible import gone, successor
from r57plans.checks.texts import PlanText, printed_texts
from r57plans.findings import Message
from r57plans.model.actor import Actor
from r57plans.model.base import Text
from r57plans.model.task import Product, Task

Path = tuple[str | int, ...]
_SENTENCE = re.compile(r"[^.;\n]+")


def body_gone(case: Case, settings: Settings) -> Iterator[Hit]:
    """A body ended before the document's date, anywhere but among the leads of tasks."""
    for path, name in named_bodies(case):
        if "leads" not in path and gone(case, name):
            heir = successor(case, name)
            yield _hit(case, path, {"body": body_name(case, name), "successor": heir})


def body_to_come(case: Case, settings: Settings) -> Iterator[Hit]:
    """A body begins only after the document's date."""
    for path, name in named_bodies(case):
        starts = [a.valid_from for a in case.registers.agency_ever(name) if a.valid_from]
        coming = min((start for start in starts if start > case.day), default=None)
        if coming and case.registers.agency(name, case.day) is None and not gone(case, name):
            since = day_words(coming)
            yield _hit(case, path, {"body": body_name(case, name), "since": since})


def named_in_text(case: Case, settings: Settings) -> Iterator[Hit]:
    """A text names a body that has ended, in a sentence that does not speak of its end.

    The settings' `past` are the words by which a sentence speaks of what is over.
    """
    ended = _ended_names(case)
    if not ended:
        return
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ended))})(?!\w)", re.IGNORECASE)
    for text in printed_texts(case.plan):
        for name in _spoken_of(text, names, tuple(settings["past"])):
            body = ended[name.casefold()]
            yield _hit(case, text.path, {"body": name, "successor": successor(case, body)})


def district_in_text(case: Case, settings: Settings) -> Iterator[Hit]:
    """A text gives work to the district level after its last day (`last`).

    `words` are names of what that level had, `past` those by which a sentence speaks of its end.
    """
    if case.day.isoformat() <= str(settings["last"]):
        return
    words = re.compile(rf"(?<!\w)(?:{'|'.join(settings['words'])})(?!\w)", re.IGNORECASE)
    for text in printed_texts(case.plan):
        for name in dict.fromkeys(_spoken_of(text, words, tuple(settings["past"]))):
            yield _hit(case, text.path, {"words": name})


def named_bodies(case: Case) -> Iterator[tuple[Path, str]]:
    """Every body that the plan names by its id, with its place."""
    for n, task in case.tasks():
        yield from _of_task(task, ("tasks", n))
    for n, target in enumerate(case.plan.targets):
        yield from _actors(target.monitor, ("targets", n, "monitor"))
        yield from _actors(target.supplier, ("targets", n, "supplier"))
    for n, duty in enumerate(case.plan.implementation):
        yield from _actors(duty.bodies, ("implementation", n, "bodies"))
    for n, report in enumerate(case.plan.reporting):
        yield from _actors(report.from_, ("reporting", n, "from"))
        yield from _one(report.to, ("reporting", n, "to"))
    committee = case.plan.committee
    if committee is not None:
        yield from _one(committee.standing_agency, ("committee", "standing_agency"))
        if committee.working_group is not None:
            members = committee.working_group.members
            yield from _actors(members, ("committee", "working_group", "members"))
    if case.plan.flexibility is not None:
        yield from _one(case.plan.flexibility.changed_by, ("flexibility", "changed_by"))


def _of_task(task: Task, path: Path) -> Iterator[tuple[Path, str]]:
    for field in ("leads", "supports", "requested"):
        yield from _actors(getattr(task, field), (*path, field))
    for k, product in enumerate(task.products):
        yield from _issuer(product, (*path, "products", k))
    for k, milestone in enumerate(task.milestones):
        if milestone.product is not None:
            yield from _issuer(milestone.product, (*path, "milestones", k, "product"))
    yield from _one(task.origin, (*path, "origin"))


def _actors(actors: tuple[Actor, ...], path: Path) -> Iterator[tuple[Path, str]]:
    return (((*path, k), actor) for k, actor in enumerate(actors) if isinstance(actor, str))


def _issuer(product: Product, path: Path) -> Iterator[tuple[Path, str]]:
    if not isinstance(product.issuer, Text):
        yield from _one(product.issuer, (*path, "issuer"))


def _one(name: str | None, path: Path) -> Iterator[tuple[Path, str]]:
    if name is not None:
        yield path, name


def _ended_names(case: Case) -> dict[str, str]:
    """The names of bodies that have ended and that no living body bears; each to its id."""
    living = {
        body_name(case, agency.id).vi.casefold()
        for agency in case.registers.agencies
        if agency.valid_on(case.day)
    }
    ended = {
        body_name(case, agency.id).vi.casefold(): agency.id
        for agency in case.registers.agencies
        if agency.valid_to and agency.valid_to < case.day and agency.level != "district"
    }
    fresh = [name for name in ended if not any(name in alive for alive in living)]
    return {name: ended[name] for name in sorted(fresh, key=len, reverse=True)}


def _spoken_of(text: PlanText, names: re.Pattern[str], past: tuple[str, ...]) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text.vi):
        if not any(word in sentence.casefold() for word in past):
            yield from names.findall(sentence)


def _hit(case: Case, path: Path, blanks: Mapping[str, str | Message]) -> Hit:
    task = case.plan.tasks[int(path[1])].id if path[0] == "tasks" else ""
    target = case.plan.targets[int(path[1])].id if path[0] == "targets" else ""
    return Hit(path, blanks, task=task, target=target)


CHECKS: Mapping[str, Check] = {
    "body-gone": body_gone,
    "body-to-come": body_to_come,
    "text-body-gone": named_in_text,
    "text-district": district_in_text,
}
