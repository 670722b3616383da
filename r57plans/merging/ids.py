"""Ids that stay unique in the merged plan, and say whose a thing was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from r57plans.checks.case import folded_name
from r57plans.merging.parents import Parent
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Group
from r57plans.model.target import Target
from r57plans.view.groups import groups_of

_LOCAL = "local-"


@dataclass(frozen=True, slots=True)
class Renames:
    """The new ids of one parent's own things, by the old ones; what is not named keeps its id."""

    tasks: Mapping[str, str] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    initiatives: Mapping[str, str] = field(default_factory=dict)


def renames_of(parents: Sequence[Parent], catalogue: Catalogue) -> tuple[Renames, ...]:
    """The new ids, parent by parent.

    Local tasks take the province into their ids (`local-ha-giang-1`); so do other things whose
    ids several plans use for what is not the same. Local targets and declared bodies of one name
    are one.
    """
    kinds: dict[str, list[dict[str, str]]] = {
        "tasks": _named(
            parents,
            [[(t.id, None) for t in p.plan.tasks if not t.of_catalogue] for p in parents],
            always=True,
        ),
        "targets": _named(parents, [_own_targets(p, catalogue) for p in parents], always=True),
        "groups": _groups(parents, catalogue),
        "bodies": _named(parents, [[(b.id, _key(b.text)) for b in p.plan.bodies] for p in parents]),
        "initiatives": _named(
            parents, [[(i.id, _key(i.text)) for i in p.plan.initiatives] for p in parents]
        ),
    }
    return tuple(
        Renames(**{kind: found[n] for kind, found in kinds.items()}) for n in range(len(parents))
    )


_Listed = list[tuple[str, Any]]


def _key(text: Text) -> str:
    return folded_name(text.vi)


def _own_targets(parent: Parent, catalogue: Catalogue) -> _Listed:
    known = catalogue.target_by_id
    return [(t.id, _same_target(t)) for t in parent.plan.targets if t.id not in known]


def _same_target(target: Target) -> tuple[str, str] | None:
    """By what two local targets are the same: name and unit; a nameless one is like no other."""
    if target.name is None:
        return None
    return _key(target.name), _key(target.unit) if target.unit else ""


def _named(
    parents: Sequence[Parent], listed: Sequence[_Listed], *, always: bool = False
) -> list[dict[str, str]]:
    """New ids for things, of which those with equal keys are the same; None is like no other.

    `always` also renames `local-…` ids that nothing else uses.
    """
    taken = {name for things in listed for name, _ in things}
    used: dict[str, Any] = {}
    same: dict[Any, str] = {}
    found: list[dict[str, str]] = []
    for n, (parent, things) in enumerate(zip(parents, listed, strict=True)):
        others = {name for m, theirs in enumerate(listed) if m != n for name, _ in theirs}
        new: dict[str, str] = {}
        for name, key in things:
            if key is not None and key in same:
                new[name] = same[key]
                continue
            clash = name in used or (key is None and name in others)
            moved = clash or (always and name.startswith(_LOCAL))
            new[name] = _free(name, parent.id, taken) if moved else name
            taken.add(new[name])
            used[new[name]] = key
            if key is not None:
                same[key] = new[name]
        found.append({old: to for old, to in new.items() if old != to})
    return found


def _free(name: str, province: str, taken: Iterable[str]) -> str:
    """`local-1` of Hà Giang becomes `local-ha-giang-1`."""
    local = name.startswith(_LOCAL)
    made = f"{_LOCAL}{province}-{name[len(_LOCAL) :]}" if local else f"{province}-{name}"
    while made in taken:
        made += "-2"
    return made


def _groups(parents: Sequence[Parent], catalogue: Catalogue) -> list[dict[str, str]]:
    """A plan without groups of its own adopts those of another that have the same ids."""
    usual = {g.id: _group_key(g) for g in groups_of(_bare(parents[0]), catalogue)}
    own: dict[str, str] = {}
    for parent in parents:
        for group in parent.plan.groups:
            own.setdefault(group.id, _group_key(group))
    listed: list[_Listed] = []
    for parent in parents:
        if parent.plan.groups:
            listed.append([(g.id, _group_key(g)) for g in parent.plan.groups])
        else:
            listed.append([(name, own.get(name, key)) for name, key in usual.items()])
    return _named(parents, listed)


def _bare(parent: Parent) -> Any:
    return parent.plan.model_copy(update={"groups": ()})


def _group_key(group: Group) -> str:
    return _key(group.text)


def merged_groups(ready: Sequence[Any], catalogue: Catalogue) -> tuple[Group, ...]:
    """The groups of all parents whose ids are unique by now; none where no parent has its own."""
    if not any(plan.groups for plan in ready):
        return ()
    found: dict[str, Group] = {}
    for plan in ready:
        for group in groups_of(plan, catalogue):
            found.setdefault(group.id, group)
    return tuple(found.values())
