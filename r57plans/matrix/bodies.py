"""Who carries the tasks over all plans, and who is named in ways that no register knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from r57plans.catalogue.general import say
from r57plans.checks.case import Case
from r57plans.checks.names import actor_name
from r57plans.diff.lineage import Lineage
from r57plans.findings import Message
from r57plans.language import nearest
from r57plans.matrix.records import Load, Named, Nature
from r57plans.model.actor import Actor, Person
from r57plans.model.base import Text
from r57plans.model.registers import Agency, Registers, Role


@dataclass(frozen=True, slots=True)
class Body:
    """Who is meant by an actor: the id by which all plans are counted together, and how he is
    named; `written` is the id or the words of the plan."""

    id: str
    name: Message
    nature: Nature
    written: str
    unsure: bool = False


@dataclass
class _Tally:
    body: Body
    leads: int = 0
    supports: int = 0
    leading: set[str] = field(default_factory=set)
    supporting: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)


class Bodies:
    """The bodies of all plans, as they stand on one day."""

    def __init__(self, registers: Registers, on: date) -> None:
        self._registers, self._on = registers, on
        self._tallies: dict[str, _Tally] = {}
        self._named: list[Named] = []

    def count(self, name: str, case: Case) -> None:
        """Add all that one plan says of bodies; `name` is the plan's."""
        lineage = Lineage(case, self._on)
        odd: dict[str, list[tuple[Body, str, str]]] = {}
        for n, task in enumerate(case.plan.tasks):
            for kind in ("leads", "supports", "requested"):
                for k, actor in enumerate(getattr(task, kind)):
                    body = self._body(actor, case, lineage)
                    self._add(body, name, kind == "leads")
                    if body.unsure:
                        place = str(case.plan.place("tasks", n, kind, k))
                        odd.setdefault(body.written, []).append((body, task.id, place))
        self._named += (self._told(name, found, case) for found in odd.values())

    def loads(self) -> tuple[Load, ...]:
        """All bodies, those with the most tasks to lead first."""
        loads = (
            Load(
                tally.body.id,
                tally.body.name,
                tally.body.nature,
                tally.leads,
                tally.supports,
                tuple(sorted(tally.leading)),
                tuple(sorted(tally.supporting)),
                tuple(sorted(tally.former)),
            )
            for tally in self._tallies.values()
        )
        return tuple(sorted(loads, key=lambda load: (-load.leads, -load.supports, load.id)))

    def named(self, plans: Sequence[str]) -> tuple[Named, ...]:
        """Those that are declared or in words, in the order of the plans."""
        order = {plan: n for n, plan in enumerate(plans)}
        return tuple(sorted(self._named, key=lambda named: order[named.plan]))

    def _add(self, body: Body, plan: str, leads: bool) -> None:
        tally = self._tallies.setdefault(body.id, _Tally(body))
        if body.nature == "register" and body.written != body.id:
            tally.former |= self._former(body)
        if leads:
            tally.leads += 1
            tally.leading.add(plan)
        else:
            tally.supports += 1
            tally.supporting.add(plan)

    def _former(self, body: Body) -> set[str]:
        """The full id that the plan's own stood for, where that body is no more."""
        ids = {agency.id for agency in self._registers.agency_ever(body.written)}
        return ids - {body.id}

    def _body(self, actor: Actor, case: Case, lineage: Lineage) -> Body:
        if isinstance(actor, Person):
            role = self._registers.roles.get(actor.role)
            name = _general(role) if role else actor_name(case, actor)
            return Body(f"post:{actor.role}", name, "post", actor.role)
        if isinstance(actor, Text):
            return self._in_words(actor, case, lineage)
        if any(body.id == actor for body in case.plan.bodies):
            name = actor_name(case, actor)
            known = lineage.known(Text(vi=name.vi))
            if known and known != actor:
                return self._registered(lineage.heir(known), actor, unsure=True)
            return Body(f"declared:{name.vi.casefold()}", name, "declared", actor, True)
        return self._registered(lineage.heir(actor), actor)

    def _in_words(self, text: Text, case: Case, lineage: Lineage) -> Body:
        if known := lineage.known(text):
            return self._registered(lineage.heir(known), text.vi, unsure=True)
        return Body(f"words:{text.vi.casefold()}", text.message, "words", text.vi, True)

    def _registered(self, name: str, written: str, *, unsure: bool = False) -> Body:
        ever = self._registers.agency_ever(name)
        agency = self._registers.agency(name, self._on) or (ever[-1] if ever else None)
        named = _general(agency) if agency else Message(name, name)
        return Body(agency.id if agency else name, named, "register", written, unsure)

    def _told(self, plan: str, found: list[tuple[Body, str, str]], case: Case) -> Named:
        body, _, place = found[0]
        near = body.id if body.nature == "register" else self._near(body, case)
        nature: Nature = "words" if body.nature == "register" else body.nature
        if any(declared.id == body.written for declared in case.plan.bodies):
            nature = "declared"
        written = body.name if body.nature != "register" else Message(body.written, body.written)
        tasks = tuple(dict.fromkeys(task for _, task, _ in found))
        return Named(plan, written, nature, tasks, near, place)

    def _near(self, body: Body, case: Case) -> str:
        own = {declared.id for declared in case.plan.bodies}
        ids = {name: known for name, known in case.body_ids.items() if known not in own}
        return ", ".join(ids[name] for name in nearest(body.name.vi.casefold(), ids))


def _general(record: Agency | Role) -> Message:
    return Message(say(record, "vi"), say(record, "en"))
