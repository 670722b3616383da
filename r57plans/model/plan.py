"""The plan file, whole: what one issuer took from a catalogue and added."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from pydantic import Field, PrivateAttr

from r57plans.findings import Place
from r57plans.model.actor import Actors, DeclaredBody
from r57plans.model.annex import DEFAULT_ANNEXES, Annex
from r57plans.model.base import CatalogueId, Frozen, GroupId, Many, Name, TaskId, Text, Words
from r57plans.model.document import Committee, Particulars
from r57plans.model.target import Target
from r57plans.model.task import Task

FORMAT = "r57plans/plan/1"
DOCUMENT = "document"


ValuePath = tuple[str | int, ...]


class Places:
    """Where each value of a plan stands in its file; equal to any other, so that plans compare."""

    def __init__(self, found: Mapping[ValuePath, Place] | None = None) -> None:
        self._found: Mapping[ValuePath, Place] = {} if found is None else found
        self._document: tuple[str, ...] = (DOCUMENT,)

    def of_document(self, name: str) -> Places:
        """The same places for the plan as its document `name` sees it."""
        moved = Places(self._found)
        moved._document = ("documents", name)
        return moved

    @property
    def document(self) -> tuple[str, ...]:
        """Where the particulars stand that the plan calls `document`."""
        return self._document

    def in_order(self, lists: Mapping[str, Mapping[int, int]]) -> Places:
        """The same places where lists come in another order: by a list's name, old to new index.

        What is not in the new order has no place any more.
        """
        moved = {}
        for path, place in self._found.items():
            order = lists.get(str(path[0])) if len(path) > 1 else None
            if order is None:
                moved[path] = place
            elif (index := order.get(int(path[1]))) is not None:
                moved[(path[0], index, *path[2:])] = place
        return Places(moved)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places)

    def __hash__(self) -> int:
        return 0

    def of(self, *path: str | int) -> Place:
        """The place of a path such as `("tasks", 3, "deadline")`, or of what encloses it."""
        if path[:1] == (DOCUMENT,):
            path = (*self._document, *path[1:])
        for length in range(len(path), -1, -1):
            if place := self._found.get(path[:length]):
                return replace(place, path="/".join(map(str, path)))
        return Place(path="/".join(map(str, path)))


class Unit(Frozen):
    """The commune, ward or special zone whose plan it is; omitted for the province itself."""

    level: Literal["commune", "province"] = "commune"
    type: Words
    vi: Words
    en: Words | None = None


class Group(Frozen):
    """A group of tasks; `mark` prints as given, `style` numbers it otherwise than 1, 2, 3."""

    id: GroupId
    vi: Words
    en: Words | None = None
    parent: GroupId | None = None
    style: Literal["decimal", "roman", "letter", "none"] = "decimal"
    mark: Words | None = None
    prose: Many[Text] = ()

    @property
    def text(self) -> Text:
        """The group's title."""
        return Text(vi=self.vi, en=self.en)


class Sections(Frozen):
    """The plan's own wording of fixed sections; an omitted one has the template's."""

    purpose: Many[Text] = ()
    requirements: Many[Text] = ()
    objective: Many[Text] = ()
    vision: Many[Text] = ()


class Initiative(Frozen):
    """A great problem, initiative or project that runs through several tasks."""

    id: Name
    vi: Words
    en: Words | None = None
    tasks: Many[TaskId] = ()

    @property
    def text(self) -> Text:
        """What the initiative is."""
        return Text(vi=self.vi, en=self.en)


class Duty(Frozen):
    """What some bodies do in carrying the plan out."""

    bodies: Actors
    vi: Words
    en: Words | None = None

    @property
    def text(self) -> Text:
        """What is to be done."""
        return Text(vi=self.vi, en=self.en)


class Omission(Frozen):
    """A paragraph, sub-task or target that the plan leaves out on purpose, and why."""

    id: CatalogueId
    reason: Text


class Flexibility(Frozen):
    """How often the plan is reviewed, and who may change it."""

    review: Words | None = None
    changed_by: Name | None = None
    vi: Words | None = None
    en: Words | None = None


class Reporting(Frozen):
    """A recurring report: how often, from whom, to whom, by which days."""

    every: Words
    from_: Actors = Field(default=(), alias="from")
    to: Name | None = None
    by: Many[Words] = ()
    vi: Words | None = None
    en: Words | None = None


class Waiver(Frozen):
    """A check that the office sets aside, and why."""

    rule: Words
    task: Words | None = None
    reason: Text


class Plan(Frozen):
    """A plan as loaded; `place(…)` says where a value stands in its file.

    `english` says which Vietnamese each text's English was made from: `model.bilingual`.
    """

    format: Literal["r57plans/plan/1"]
    catalogue: Words
    province: Name
    unit: Unit | None = None
    document: Particulars
    documents: dict[str, Particulars] = Field(default_factory=dict)
    sections: Sections = Sections()
    context: Many[Text] = ()
    committee: Committee | None = None
    bodies: Many[DeclaredBody] = ()
    groups: Many[Group] = ()
    targets: Many[Target] = ()
    tasks: Many[Task] = ()
    initiatives: Many[Initiative] = ()
    implementation: Many[Duty] = ()
    omitted: Many[Omission] = ()
    flexibility: Flexibility | None = None
    funding: Text | None = None
    reporting: Many[Reporting] = ()
    annexes: tuple[Annex, ...] = DEFAULT_ANNEXES
    spelling: Literal["new", "old"] = "new"
    waive: Many[Waiver] = ()
    english: dict[str, Words] = Field(default_factory=dict)

    _places: Places = PrivateAttr(default_factory=Places)

    def model_post_init(self, context: Any) -> None:
        """Takes over the places that the loader gives as validation context."""
        if isinstance(context, Places):
            self._places = context

    def place(self, *path: str | int) -> Place:
        """Where a value stands in the plan's file."""
        return self._places.of(*path)

    def from_file(self, name: str) -> Plan:
        """The same plan, of whose values nothing is known but the file."""
        return self._at(Places({(): Place(name)}))

    def where(self, other: Plan) -> Plan:
        """The same plan with the places of another: tasks and targets stand where their ids do."""
        lists = {}
        for name in ("tasks", "targets"):
            index = {record.id: n for n, record in enumerate(getattr(self, name))}
            theirs = enumerate(getattr(other, name))
            lists[name] = {n: index[record.id] for n, record in theirs if record.id in index}
        return self._at(other._places.in_order(lists))

    def _at(self, places: Places) -> Plan:
        own = self.model_copy()
        own._places = places
        return own

    def of_document(self, name: str, particulars: Particulars) -> Plan:
        """The plan as its document `name` sees it: `document` has that one's particulars.

        What stands at `document` then has its place, and its path, at `documents.<name>`.
        """
        own = self.model_copy(update={DOCUMENT: particulars})
        own._places = self._places.of_document(name)
        return own

    @property
    def document_path(self) -> str:
        """The path of the particulars at `document`: `documents/submission`."""
        return "/".join(self._places.document)

    @property
    def data(self) -> dict[str, Any]:
        """What the plan says, as plain data of a plan file; what is as usual is left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)

    @property
    def hash(self) -> str:
        """SHA-256 of what the plan says; comments, order of keys and line style do not count.

        Nor do the marks of what was translated: they say nothing that is printed.
        """
        data = self.model_dump(
            mode="json", by_alias=True, exclude_defaults=True, exclude={"english"}
        )
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()
