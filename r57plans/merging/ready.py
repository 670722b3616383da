"""A parent's plan as the merged province has it: unique ids, bodies of the day, no names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from r57plans.checks.case import Case
from r57plans.diff.lineage import Lineage
from r57plans.load.raw_walk import walk_all
from r57plans.load.references import BODIES, ISSUERS, ROLES
from r57plans.load.yaml_source import Path
from r57plans.merging.ids import Renames
from r57plans.merging.parents import Merger, Parent
from r57plans.merging.records import Origin
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers

_PEOPLE = (
    "committee.head",
    "committee.deputies.*",
    "committee.members.*",
    "committee.working_group.lead",
    "tasks.*.in_charge",
    "document.signer",
    "documents.{}.signer",
    *BODIES,
    "document.to.*",
    "documents.{}.to.*",
)
_TASK_REFERENCES = ("tasks.*.id", "tasks.*.after.*", "initiatives.*.tasks.*", "waive.*.task")
_TARGET_REFERENCES = ("targets.*.id", "targets.*.parent", "tasks.*.targets.*", "waive.*.task")
_GROUP_REFERENCES = ("groups.*.id", "groups.*.parent", "tasks.*.group", "targets.*.group")


@dataclass(frozen=True, slots=True)
class Move:
    """A body that a plan names at `path`, and its successor; None where it ended without one."""

    path: Path
    old: str
    new: str | None
    district: bool


@dataclass(frozen=True)
class Ready:
    """A parent, its plan made ready, and what that took; `names` counts blanked names."""

    parent: Parent
    plan: Plan
    renames: Renames
    moves: tuple[Move, ...]
    names: int

    @property
    def id(self) -> str:
        """The province's id."""
        return self.parent.id

    def origin(self, name: str = "") -> Origin:
        """This parent as where a thing comes from; `name` is its id in the parent's own plan."""
        return Origin(self.parent.id, self.parent.name, name)

    def former(self, kind: str, name: str) -> str:
        """The id in the parent's own plan of a thing of that kind."""
        renamed: Mapping[str, str] = getattr(self.renames, kind)
        return next((old for old, new in renamed.items() if new == name), name)

    def dropped_at(self, kind: str, index: int) -> tuple[Move, ...]:
        """The bodies without successor that a record of a list lost."""
        return tuple(m for m in self.moves if m.new is None and m.path[:2] == (kind, index))


def ready(
    parent: Parent, renames: Renames, merger: Merger, catalogue: Catalogue, registers: Registers
) -> Ready:
    """The plan as of the merged province and the day, so far as one plan by itself can be."""
    data = parent.plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data["annexes"] = [a.model_dump(mode="json", exclude_defaults=True)
                       for a in parent.plan.annexes]  # fmt: skip
    data["province"] = merger.province.id
    data["document"]["date"] = str(merger.on)
    data.pop("english", None)
    _rename(data, renames)
    lineage = Lineage(Case(parent.plan, catalogue, registers), merger.on)
    moves = tuple(_moved(data, lineage, registers, frozenset(_declared(data))))
    names = _blank_names(data)
    return Ready(parent, Plan.model_validate(_without_gone(data)), renames, moves, names)


def _declared(data: Any) -> Iterator[str]:
    yield from (body["id"] for body in data.get("bodies", ()))


def _rename(data: Any, renames: Renames) -> None:
    for patterns, new in (
        (_TASK_REFERENCES, renames.tasks),
        (_TARGET_REFERENCES, renames.targets),
        (_GROUP_REFERENCES, renames.groups),
        (("bodies.*.id", *BODIES, *ISSUERS, *ROLES), renames.bodies),
        (("initiatives.*.id",), renames.initiatives),
    ):
        for path, value in [*walk_all(data, patterns)] if new else ():
            if isinstance(value, str) and value in new:
                _put(data, path, new[value])
    if renames.groups:
        _group_by_id(data, renames.groups)


def _group_by_id(data: Any, new: Mapping[str, str]) -> None:
    """A task that stands in a group by its number alone names it, where the group was renamed."""
    for task in data.get("tasks", ()):
        first = task["id"].partition(".")[0]
        if "group" not in task and first in new:
            task["group"] = new[first]


def _put(data: Any, path: Path, value: Any) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value


_GONE = object()
_OF_ISSUERS = ("issuer", "origin", "changed_by", "to")
"""Keys at which an issuer of documents, or whom it signs for, may stand as well as a body."""


def _moved(
    data: Any, lineage: Lineage, registers: Registers, declared: frozenset[str]
) -> Iterator[Move]:
    """Puts the successor in the place of every body that is no more, and says which."""
    issuers = {
        *(i.id for i in registers.terms.issuers),
        *(a.id for a in registers.terms.authorities),
    }
    places = [*walk_all(data, BODIES)]
    places += walk_all(data, ISSUERS)
    for path, name in places:
        if not isinstance(name, str) or name in declared or not registers.agency_ever(name):
            continue
        if path[-1] in _OF_ISSUERS and name in issuers:
            continue
        heir = lineage.heir(name)
        gone = lineage.ended(heir)
        if heir != name or gone:
            _put(data, path, _GONE if gone else heir)
        if gone or heir != lineage.id(name):
            ever = registers.agency_ever(name)
            yield Move(path, name, None if gone else heir, ever[-1].level == "district")


def _without_gone(value: Any) -> Any:
    """The data without what ended; a list without its items, a mapping without its keys."""
    if isinstance(value, dict):
        return {k: _without_gone(v) for k, v in value.items() if v is not _GONE}
    if isinstance(value, list):
        return [_without_gone(item) for item in value if item is not _GONE]
    return value


def _blank_names(data: Any) -> int:
    """Takes the names of persons away; how many there were."""
    named = [v for _, v in walk_all(data, _PEOPLE) if isinstance(v, dict) and v.get("role")]
    return sum(1 for person in named if person.pop("name", None))
