"""Compares a field as a list of items, and says what kind of change it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from r57plans.diff.items import Item, Items
from r57plans.diff.lists import difference, in_table, listed
from r57plans.diff.spot import Path, Spot
from r57plans.diff.teller import Teller
from r57plans.diff.version import Version
from r57plans.findings import Message
from r57plans.model.change import Change

_OF_ITEMS = ("added", "removed", "changed", "figures")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
Make = Callable[[Version, Any], Item]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its name, the family of its rules, and how one value is compared."""

    name: str
    family: str
    make: Make = Version.item

    def items(self, version: Version, record: object) -> Items:
        """The values that the record has in this field."""
        return items_of(version, getattr(record, self.name), self.make)


def items_of(version: Version, value: object, make: Make) -> Items:
    """A value, a list of them or nothing, as items."""
    if value is None or value is False:
        return ()
    values = value if isinstance(value, tuple) else (value,)
    return tuple(make(version, each) for each in values)


def walk(
    teller: Teller, spot: Spot, fields: Iterable[Field], old: object, new: object
) -> Iterator[Change]:
    """The changes of all these fields of a record that both versions have."""
    for field in fields:
        if getattr(old, field.name) == getattr(new, field.name):
            continue  # the same data say the same, whatever they say
        before, after = field.items(teller.old, old), field.items(teller.new, new)
        yield from compared(teller, spot, field.name, field.family, before, after)


def compared(
    teller: Teller, spot: Spot, field: str, family: str, old: Items, new: Items, path: Path = ()
) -> Iterator[Change]:
    """The change between two lists of items, if there is one."""
    kind = kind_of(old, new)
    if kind is None:
        return
    before, after = _words(old, kind), _words(new, kind)
    if before == after:
        kind = "written"
    gone, come = _said(_only(old, new)), _said(_only(new, old))
    if kind == "changed" and _figures_alone(gone, come):
        kind = "figures"
    subject = teller.subject(spot, family)
    blanks = {"subject": subject, "gone": listed(gone), "come": listed(come)}
    if kind in _OF_ITEMS and (len(old) > 1 or len(new) > 1):
        blanks["difference"] = difference(gone, come)
    where = path or (field,)
    yield from teller.tell(
        teller.rule(family, kind), spot, field, before, after,
        old_path=where, new_path=where, blanks=_shown(blanks),
    )  # fmt: skip


def kind_of(old: Items, new: Items) -> str | None:
    """Which kind of change it is; None where nothing differs.

    `english`, `spelling` and what has become of bodies are no change of what is said.
    """
    if [i.full for i in old] == [i.full for i in new]:
        return None
    if _keys(old) == _keys(new):
        return _of_names(old, new)
    if [i.loose for i in old] == [i.loose for i in new]:
        return "spelling"
    before, after = Counter(_keys(old)), Counter(_keys(new))
    if before == after:
        return "order"
    if before <= after:
        return "added"
    return "removed" if after <= before else "changed"


def _keys(items: Items) -> list[object]:
    """What is said; bodies that have merged are one."""
    keys = [item.key for item in items]
    return list(dict.fromkeys(keys)) if _has_bodies(items) else [*keys]


def _has_bodies(items: Items) -> bool:
    return any(item.ended is not None for item in items)


def _of_names(old: Items, new: Items) -> str:
    """Why the same is written otherwise: a succession, one undone, another name, the English."""
    ended = [sum(bool(item.ended) for item in items) for items in (old, new)]
    if ended[0] != ended[1]:
        return "succeeded" if ended[0] > ended[1] else "reverted"
    return "renamed" if _has_bodies((*old, *new)) else "english"


def _only(these: Items, others: Items) -> Items:
    """The items that the others do not have."""
    left = Counter(item.key for item in others)
    found = []
    for item in these:
        if left[item.key]:
            left[item.key] -= 1
        else:
            found.append(item)
    return tuple(found)


def _figures_alone(gone: Sequence[Message], come: Sequence[Message]) -> bool:
    """Whether these say the same but for numbers in figures."""
    old, new = ([_FIGURE.sub("0", words.vi) for words in side] for side in (gone, come))
    return old == new


def _words(items: Items, kind: str) -> Message:
    said = in_table(_said(items))
    if kind != "english":
        return said
    english = said.en if said.en != said.vi else ""  # what stands in for it is no English
    return Message(english, english)


def _said(items: Items) -> list[Message]:
    return [item.words for item in items]


def _shown(blanks: dict[str, Message]) -> dict[str, Message]:
    return {name: said for name, said in blanks.items() if said.vi}
