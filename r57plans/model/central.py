"""What stands around a resolution's tasks: its text, principles, duties, directives, documents."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

from r57plans.model.actor import Actors
from r57plans.model.base import (
    Basis,
    DateOfDocument,
    Frozen,
    Many,
    Name,
    Source,
    SubTaskId,
    Text,
    Words,
)
from r57plans.model.target import Value
from r57plans.model.when import NO_DEADLINE, WhenField

DocumentState = Literal["not-yet", "issued", "in-force", "amended", "ended", "replaced"]


class Sentence(Frozen):
    """A sentence of the source: its fingerprint (`model.fingerprint`), and its gist in our words.

    A frame only introduces what follows ("Focus on the following …"): no sub-task need cover it.
    """

    id: Words
    fingerprint: Words | None = None
    frame: bool = False
    gist: Text | None = None


class SourceParagraph(Frozen):
    """A paragraph of a part without sub-tasks: principles, objectives, organisation."""

    id: Words
    part: Words
    title: Text | None = None
    sentences: Many[Sentence] = ()


class Principle(Frozen):
    """A guiding principle of Part I, and what a plan does to follow it."""

    id: Name
    title: Text
    text: Text
    core: Many[Name] = ()
    source: Source
    basis: Basis
    defect: Text | None = None


class Baseline(Frozen):
    """Where the nation stood before the resolution: a figure of one year, with its source."""

    id: Name
    name: Text
    value: Value
    target: Name | None = None
    source: Source
    basis: Basis


class CentralDuty(Frozen):
    """What the resolution's Part IV asks of a central body: who, what, to whom, when.

    `body` is named as in the resolution, `now` as the body has been called since.
    """

    body: Text
    now: Text | None = None
    text: Text
    to: Text | None = None
    when: WhenField = NO_DEADLINE


class CatalogueDuty(Frozen):
    """A duty of Part IV (`central`) and its provincial mirror: what `bodies` do for the plan.

    A duty without `bodies` is the centre's alone; one without `central` comes from elsewhere.
    """

    id: Name
    central: CentralDuty | None = None
    bodies: Actors = ()
    text: Text | None = None
    source: Source
    basis: Basis
    defect: Text | None = None


class Requirement(Frozen):
    """One part of what was asked of provinces on 4 March 2025, as a check cites it."""

    id: Name
    title: Text
    text: Text
    evidence: Text
    directive: Name
    source: Source
    basis: Basis


class Directive(Frozen):
    """An assignment of the central steering committee and the sub-tasks that it constrains."""

    id: Name
    body: Text
    text: Text
    deadline: WhenField = NO_DEADLINE
    for_province: Literal["requirement", "province", "shared", "mirror", "follow", "align"]
    sub_tasks: Many[SubTaskId] = ()
    source: Source
    basis: Basis


class KnownDocument(Frozen):
    """A central document that plans cite: number, date, issuer, title in both languages.

    Without a title its type says all (`Quy chế làm việc`); without an issuer its type alone does.
    `valid_from` and `valid_to` are the first and the last day in force (from its date, and to this
    day, unless given); `status_basis` says how far amendments, replacement and these days were
    checked.
    """

    id: Name
    number: Words | None = None
    date: DateOfDocument | None = None
    type: Text
    issuer: Text | None = None
    title: Text | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    amended_by: Many[Name] = ()
    replaced_by: Name | None = None
    status_basis: Basis = "unverified"
    basis: Basis
    source: Words

    @property
    def issued_on(self) -> datetime.date | None:
        """The first day on which it may be cited: its own, of a month the first; None if unknown.

        One whose date is not known may be cited once it is in force.
        """
        if self.date is None:
            return self.valid_from
        return datetime.date(self.date.year, self.date.month, self.date.day or 1)

    @property
    def first_day(self) -> datetime.date | None:
        """The first day on which it is in force; None where unknown."""
        return max(filter(None, (self.issued_on, self.valid_from)), default=None)


def state_on(
    document: KnownDocument, day: datetime.date, known: Mapping[str, KnownDocument]
) -> DocumentState | None:
    """How a document stands on a day; `known` holds what amends or replaces it, by id.

    `issued`: there to be cited, in force only later. None where its own date is not known. How far
    this was checked is its `status_basis`.
    """
    first, heir = document.first_day, known.get(document.replaced_by or "")
    if document.issued_on and day < document.issued_on:
        return "not-yet"
    if first and day < first:
        return "issued"
    if document.valid_to and day > document.valid_to:
        return "replaced" if heir else "ended"
    if heir and not document.valid_to and _in_force(heir, day):
        return "replaced"
    if any(_in_force(known[name], day) for name in document.amended_by if name in known):
        return "amended"
    return "in-force" if first else None


def _in_force(document: KnownDocument, day: datetime.date) -> bool:
    first = document.first_day
    return first is not None and first <= day
