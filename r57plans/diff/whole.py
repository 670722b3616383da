"""The parts of the plan that are no tasks, targets or documents: sections, groups, duties …"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from r57plans.diff.fields import Field, compared, items_of, walk
from r57plans.diff.items import Item, Items, scalar_item, text_item
from r57plans.diff.order import moved
from r57plans.diff.spot import PLAN, Path, Spot
from r57plans.diff.teller import Teller
from r57plans.diff.version import Version
from r57plans.diff.words import same
from r57plans.findings import Message
from r57plans.model.base import Text
from r57plans.model.change import NOTHING, Change
from r57plans.model.plan import Flexibility, Group, Sections
from r57plans.view.groups import groups_of

FIELDS = (
    Field("catalogue", "plan.catalogue"),
    Field("unit", "plan.unit"),
    Field("context", "plan.context"),
    Field("bodies", "plan.bodies"),
    Field("implementation", "duty"),
    Field("funding", "plan.funding"),
    Field("reporting", "reporting"),
    Field("annexes", "plan.annexes"),
    Field("spelling", "plan.spelling"),
    Field("waive", "waiver"),
)
"""The fields that are compared as they stand."""
OWN_WAY = ("province", "sections", "groups", "initiatives", "omitted", "flexibility", "english")
"""The fields that have a function below each."""
SECTIONS = tuple(Sections.model_fields)
FLEXIBILITY = (
    Field("review", "flexibility.review", Version.period),
    Field("changed_by", "flexibility.changed-by", Version.body),
)
FLEXIBILITY_OWN_WAY = ("vi", "en")
_WORD = 5  # an id of fewer letters numbers


def whole_changes(teller: Teller) -> Iterator[Change]:
    """All of them, in the order in which a plan is read."""
    old, new = teller.old.plan, teller.new.plan
    spot = Spot(PLAN)
    yield from compared(
        teller, spot, "province", "plan.province", _province(teller.old), _province(teller.new)
    )
    yield from walk(teller, spot, FIELDS, old, new)
    for name in SECTIONS:
        before, after = _section(teller.old, name), _section(teller.new, name)
        where = ("sections", name)
        yield from compared(teller, spot, f"sections/{name}", f"plan.{name}", before, after, where)
    for listed in LISTS:
        yield from _listed(teller, listed)
    yield from _flexibility(teller)
    marks = _marks(teller.old), _marks(teller.new)
    yield from compared(teller, spot, "english", "plan.translation", *marks)


def _province(version: Version) -> Items:
    plan = version.plan
    known = version.case.registers.province(plan.province, version.case.day)
    words = Message(known.vi, known.en) if known else same(plan.province)
    return (scalar_item(plan.province, words),)


def _section(version: Version, name: str) -> Items:
    """The plan's wording of a section, or the catalogue's usual one."""
    own = getattr(version.plan.sections, name)
    return items_of(version, own or getattr(version.catalogue.sections, name), Version.item)


def _marks(version: Version) -> Items:
    return tuple(
        scalar_item((name, mark), same(f"{name} {mark}"))
        for name, mark in sorted(version.plan.english.items())
    )


def _flexibility(teller: Teller) -> Iterator[Change]:
    old, new = (version.plan.flexibility or Flexibility() for version in (teller.old, teller.new))
    path: Path = ("flexibility",)
    spot = Spot(PLAN, path, path, "flexibility/")
    yield from walk(teller, spot, FLEXIBILITY, old, new)
    before, after = (
        (text_item(Text(vi=said.vi or "", en=said.en)),) if said.vi or said.en else ()
        for said in (old, new)
    )
    yield from compared(teller, spot, "vi", "flexibility.text", before, after)


Records = Callable[[Version], Sequence[Any]]
Make = Callable[[Version, Any], Items]


class Listed(NamedTuple):
    """A list of the plan whose records are matched by their ids."""

    key: str
    family: str
    subject: Message
    records: Records
    whole: Callable[[Version, Any], Message]
    parts: tuple[tuple[str, str, Make], ...]


def _text(version: Version, record: Any) -> Items:
    return (text_item(record.text),)


def _title(version: Version, group: Group) -> Items:
    """A group's title; of one of the catalogue's with this unit's words in it."""
    item = text_item(group.text)
    if version.plan.groups:
        return (item,)
    words = version.sayer.of_catalogue(group.text)
    return (Item(item.full, item.key, item.loose, words),)


def _numbered(group: Group, title: Message) -> Message:
    """`3. Hạ tầng`; the title alone where the id is a word."""
    number = f"{group.id}. " if _is_number(group.id) else ""
    return Message(f"{number}{title.vi}", f"{number}{title.en}")


def _is_number(name: str) -> bool:
    """Whether an id is one that a reader knows: 3, IV, a."""
    return name[:1].isdigit() or len(name) < _WORD


def _of(name: str) -> Make:
    return lambda version, record: items_of(version, getattr(record, name), Version.item)


def _numbering(version: Version, group: Group) -> Items:
    style = () if group.style == "decimal" else (version.item(group.style),)
    return (*style, *items_of(version, group.mark, Version.item))


LISTS = (
    Listed(
        "groups", "group", Message("Nhóm", "Group"),
        lambda version: groups_of(version.plan, version.catalogue),
        lambda version, group: _numbered(group, _title(version, group)[0].words),
        (("title", "group.title", _title), ("parent", "group.parent", _of("parent")),
         ("mark", "group.mark", _numbering), ("prose", "group.prose", _of("prose"))),
    ),
    Listed(
        "initiatives", "initiative", Message("Sáng kiến, đề án", "Initiative"),
        lambda version: version.plan.initiatives,
        lambda version, initiative: initiative.text.message,
        (("text", "initiative.text", _text), ("tasks", "initiative.tasks", _of("tasks"))),
    ),
    Listed(
        "omitted", "omission", Message("Mục không đưa vào", "Omission"),
        lambda version: version.plan.omitted,
        lambda version, omission: omission.reason.message,
        (("reason", "omission.reason", _of("reason")),),
    ),
)  # fmt: skip


def _listed(teller: Teller, listed: Listed) -> Iterator[Change]:
    old, new = (
        {record.id: (n, record) for n, record in enumerate(listed.records(version))}
        for version in (teller.old, teller.new)
    )
    elsewhere = moved(tuple(old), tuple(new))
    for name in dict.fromkeys((*new, *old)):
        was, will_be = old.get(name), new.get(name)
        spot = _spot(teller, listed, name, was, will_be)
        if was and will_be:
            if name in elsewhere:
                places = (same(str(list(names).index(name) + 1)) for names in (old, new))
                yield from teller.tell(f"{listed.family}.order", spot, "order", *places)
            yield from _parts(teller, listed, spot, was[1], will_be[1])
        elif will_be:
            said = listed.whole(teller.new, will_be[1])
            yield from teller.tell(f"{listed.family}.added", spot, "", NOTHING, said)
        elif was:
            said = listed.whole(teller.old, was[1])
            yield from teller.tell(f"{listed.family}.removed", spot, "", said, NOTHING)


def _spot(teller: Teller, listed: Listed, name: str, old: Any, new: Any) -> Spot:
    before, after = ((listed.key, each[0]) if each else None for each in (old, new))
    called = _called(teller, listed.key, name, (new or old)[1])
    subject = Message(*(f"{of} {said}" for of, said in zip(listed.subject, called, strict=True)))
    return Spot(subject, before, after, f"{listed.key}/{name}/", blanks={"id": called})


def _called(teller: Teller, key: str, name: str, record: Any) -> Message:
    """A record by its id; a target, and a group whose id is no kind of number, by their names."""
    if key == "omitted" and name in teller.new.catalogue.target_by_id:
        said = teller.new.target(name).words
    elif key == "groups" and not _is_number(name):
        said = record.text.message
    else:
        return same(name)
    return Message(f"“{said.vi}”", f"“{said.en}”")


def _parts(teller: Teller, listed: Listed, spot: Spot, old: Any, new: Any) -> Iterator[Change]:
    for field, family, make in listed.parts:
        before, after = make(teller.old, old), make(teller.new, new)
        yield from compared(teller, spot, field, family, before, after)
