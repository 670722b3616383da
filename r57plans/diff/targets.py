"""Targets: matched by id; their values by year, scope and period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from r57plans.diff.fields import Field, compared, walk
from r57plans.diff.items import Item, Items, record_item, text_item
from r57plans.diff.measures import kind_of
from r57plans.diff.order import moved
from r57plans.diff.spot import Spot
from r57plans.diff.teller import Teller
from r57plans.diff.version import Version
from r57plans.diff.words import joined, same
from r57plans.findings import Message
from r57plans.model.base import Text
from r57plans.model.change import NOTHING, Change
from r57plans.model.target import Target, Value

FIELDS = (
    Field("number", "target.number"),
    Field("parent", "target.parent", Version.target),
    Field("group", "target.group"),
    Field("baseline", "target.baseline"),
    Field("central", "target.central"),
    Field("relation", "target.relation"),
    Field("reason", "target.reason"),
    Field("monitor", "target.monitor", Version.actor),
    Field("supplier", "target.supplier", Version.actor),
    Field("evidence", "target.evidence"),
    Field("note", "target.note"),
)
"""The fields that are compared as they stand."""
OWN_WAY = ("id", "name", "unit", "values")
"""The fields that have a function below each."""
_FAMILY = "target.value"
_RANK = re.compile(r"(?:xếp |thứ )?hạng|thứ bậc", re.IGNORECASE)
_Twins = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class _Held:
    """A target in one version, and its place in the plan."""

    version: Version
    index: int
    target: Target

    @property
    def name(self) -> Item:
        """Its name: the plan's, the catalogue's, or the id."""
        known = self.version.catalogue.target_by_id.get(self.target.id)
        if self.target.name:
            return text_item(self.target.name)
        if known is None:
            return text_item(Text(vi=self.target.id))
        item = text_item(known.name)
        return Item(item.full, item.key, item.loose, self.version.sayer.of_catalogue(known.name))

    @property
    def unit(self) -> Text | None:
        """The unit that holds for every value without one of its own."""
        known = self.version.catalogue.target_by_id.get(self.target.id)
        return self.target.unit or (known.local_unit or known.unit if known else None)

    @property
    def shown_unit(self) -> Text | None:
        """The unit that its column prints: the target's, that of its values, the catalogue's."""
        of_values = next((value.unit for value in self.target.values if value.unit), None)
        return self.target.unit or of_values or self.unit

    @property
    def is_rank(self) -> bool:
        """Whether the first place is the best one."""
        known = self.version.catalogue.target_by_id.get(self.target.id)
        texts = (self.shown_unit, self.target.name or (known and (known.local or known.name)))
        return any(_RANK.match(text.vi) for text in texts if text)

    def measured(self, index: int, *, with_unit: bool = True) -> Value:
        """A value with the unit that holds for it, or without any."""
        value = self.target.values[index]
        return value.model_copy(update={"unit": (value.unit or self.unit) if with_unit else None})

    def said(self) -> Message:
        """All its values in words."""
        return joined(_dated(self, value) for value in self.target.values)


def target_changes(teller: Teller) -> Iterator[Change]:
    """All changes of targets: in the new plan's order, then those that are no more."""
    old, new = _held(teller.old), _held(teller.new)
    elsewhere = moved(tuple(old), tuple(new))
    common = [[n for n in names if n in old and n in new] for names in (old, new)]
    for name, target in new.items():
        if name not in old:
            yield from _there(teller, target, "target.added")
            continue
        if name in elsewhere:
            places = (same(str(names.index(name) + 1)) for names in common)
            yield from teller.tell("target.order", _spot(old[name], target), "order", *places)
        yield from _changes(teller, old[name], target)
    for name, target in old.items():
        if name not in new:
            yield from _there(teller, target, "target.removed")


def _held(version: Version) -> dict[str, _Held]:
    return {t.id: _Held(version, n, t) for n, t in enumerate(version.plan.targets)}


def _spot(old: _Held | None, new: _Held | None) -> Spot:
    held = new or old
    assert held is not None
    name = held.name.words
    before, after = (("targets", each.index) if each else None for each in (old, new))
    subject = Message(f"Chỉ tiêu “{name.vi}”", f"Target “{name.en}”")
    return Spot(subject, before, after, target=held.target.id, name=name,
                blanks={"name": name})  # fmt: skip


def _there(teller: Teller, held: _Held, rule: str) -> Iterator[Change]:
    """A target that only one version has."""
    said = held.said() if held.said().vi else held.name.words
    if rule == "target.added":
        yield from teller.tell(rule, _spot(None, held), "", NOTHING, said)
    else:
        yield from teller.tell(rule, _spot(held, None), "", said, NOTHING)


def _changes(teller: Teller, old: _Held, new: _Held) -> Iterator[Change]:
    spot = _spot(old, new)
    yield from compared(teller, spot, "name", "target.name", (old.name,), (new.name,))
    yield from compared(teller, spot, "unit", "target.unit", _unit(old), _unit(new))
    yield from _values(teller, spot, old, new)
    yield from walk(teller, spot, FIELDS, old.target, new.target)


def _unit(held: _Held) -> Items:
    return (text_item(held.shown_unit),) if held.shown_unit else ()


def _values(teller: Teller, spot: Spot, old: _Held, new: _Held) -> Iterator[Change]:
    """Values pair by year, scope and period; what is left of a year pairs in its order."""
    pairs = _pairs(old.target.values, new.target.values)
    for was, will_be in pairs:
        if was is None or will_be is None:
            yield from _one_sided(teller, spot, old, new, was, will_be)
        else:
            yield from _valued(teller, spot, old, new, was, will_be)
    yield from _reordered(teller, spot, old, new, pairs)


def _reordered(
    teller: Teller, spot: Spot, old: _Held, new: _Held, pairs: Sequence[_Twins]
) -> Iterator[Change]:
    """The order of the values that both versions have."""
    kept = sorted((n, k) for k, n in pairs if k is not None and n is not None)
    places = [k for _, k in kept]
    if places != sorted(places):
        before = joined(_dated(old, old.target.values[k]) for k in sorted(places))
        after = joined(_dated(new, new.target.values[n]) for n, _ in kept)
        yield from teller.tell(teller.rule(_FAMILY, "order"), spot, "values", before, after)


def _pairs(old: tuple[Value, ...], new: tuple[Value, ...]) -> list[_Twins]:
    left, pairs = list(range(len(old))), list[_Twins]()
    unmatched = []
    for n, value in enumerate(new):
        twin = next((k for k in left if _what(old[k]) == _what(value)), None)
        unmatched += [n] if twin is None else []
        if twin is not None:
            left.remove(twin)
            pairs.append((twin, n))
    for n in unmatched:
        twin = next((k for k in left if old[k].year == new[n].year), None)
        if twin is not None:
            left.remove(twin)
        pairs.append((twin, n))
    return [*pairs, *((k, None) for k in left)]


def _what(value: Value) -> tuple[object, ...]:
    scope, per = (text.vi if text else "" for text in (value.scope, value.per))
    return value.year, value.from_, scope, per


def _one_sided(
    teller: Teller, spot: Spot, old: _Held, new: _Held, was: int | None, will_be: int | None
) -> Iterator[Change]:
    kind = "added" if was is None else "removed"
    held, index = (new, will_be) if was is None else (old, was)
    assert index is not None
    value = held.target.values[index]
    said = held.version.sayer.value(value, held.unit)
    values = (NOTHING, said) if was is None else (said, NOTHING)
    yield from _told(teller, spot, kind, value, values, was, will_be)


def _valued(
    teller: Teller, spot: Spot, old: _Held, new: _Held, was: int, will_be: int
) -> Iterator[Change]:
    before, after = old.measured(was), new.measured(will_be)
    said = old.version.sayer.value(before), new.version.sayer.value(after)
    if before.unit != after.unit and (before.unit, after.unit) == (old.shown_unit, new.shown_unit):
        # A unit that changed for the whole target is told once, as the target's.
        before, after = old.measured(was, with_unit=False), new.measured(will_be, with_unit=False)
    kind = kind_of(before, after, less_is_more=old.is_rank or new.is_rank)
    if kind:
        yield from _told(teller, spot, kind, after, said, was, will_be)
        return
    items = (record_item(before, said[0]),), (record_item(after, said[1]),)
    field = f"values/{after.year or 'any'}"
    yield from compared(teller, spot, field, _FAMILY, *items, ("values", will_be))


def _told(
    teller: Teller, spot: Spot, kind: str, value: Value, values: tuple[Message, Message],
    was: int | None, will_be: int | None,
) -> Iterator[Change]:  # fmt: skip
    paths = [("values", n) if n is not None else ("values",) for n in (was, will_be)]
    yield from teller.tell(
        teller.rule(_FAMILY, kind), spot, f"values/{value.year or 'any'}", *values,
        old_path=paths[0], new_path=paths[1], blanks={"year": _year(value)},
    )  # fmt: skip


def _year(value: Value) -> Message:
    return Message(f" năm {value.year}", f" for {value.year}") if value.year else NOTHING


def _dated(held: _Held, value: Value) -> Message:
    said = held.version.sayer.value(value, held.unit)
    year = f" ({value.year})" if value.year else ""
    return Message(f"{said.vi}{year}", f"{said.en}{year}")
