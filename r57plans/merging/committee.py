"""The merged province's committee: all posts of all, by the highest place; names stay blank."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from r57plans.findings import Message
from r57plans.merging.fields import Scalar, text_key, united
from r57plans.merging.ledger import Ledger
from r57plans.merging.ready import Ready
from r57plans.merging.records import Origin
from r57plans.merging.voice import said_text
from r57plans.merging.words import names_of
from r57plans.model.actor import Person
from r57plans.model.document import Committee, CommitteeGroup

_TITLE = Message("Ban Chỉ đạo", "Steering committee")


@dataclass
class Seating:
    """Joins the committees of those parents that have one; `name` says a post or body by its id."""

    given: Sequence[tuple[Ready, Committee]]
    ledger: Ledger
    name: Callable[[str], Message]
    notes: list[Message] = field(default_factory=list)

    def committee(self) -> Committee:
        """The committee; who sat where in which province is in the ledger."""
        head = self._one("head", [(r.origin(), c.head) for r, c in self.given], self._post, _role)
        deputies = self._people("deputies", {head.role})
        members = self._people("members", {head.role, *(p.role for p in deputies)})
        made = Committee(
            head=head,
            deputies=_one_standing(deputies),
            members=members,
            standing_agency=self._field("standing_agency", self.name),
            working_group=self._working_group(),
            working_rules=self._field("working_rules", said_text, text_key),
            council=self._field("council", said_text, text_key),
            composition=next((c.composition for _, c in self.given if c.composition), None),
        )
        names = sum(r.names for r, _ in self.given)
        if names:
            self.notes.append(_blanked(names))
        self.notes += self._where()
        origins = [r.origin() for r, _ in self.given]
        self.ledger.note("committee", "committee", _TITLE, origins, self.notes)
        return made

    def _one(self, name: str, values: Any, say: Any, key: Any = lambda value: value) -> Any:
        value, notes = Scalar(self.ledger, "committee", _TITLE).of(name, values, say, key)
        self.notes += notes
        return value

    def _field(self, name: str, say: Any, key: Any = lambda value: value) -> Any:
        values = [(r.origin(), getattr(c, name)) for r, c in self.given]
        return self._one(name, values, say, key)

    def _post(self, person: Person) -> Message:
        return self.name(person.role)

    def _people(self, name: str, seated: set[str]) -> tuple[Person, ...]:
        """The posts of a rank that have no higher one."""
        found = united((getattr(c, name) for _, c in self.given), _role)
        standing = {p.role for _, c in self.given for p in getattr(c, name) if p.standing}
        return tuple(
            p.model_copy(update={"standing": p.role in standing})
            for p in found
            if p.role not in seated
        )

    def _working_group(self) -> CommitteeGroup | None:
        groups = [(r.origin(), c.working_group) for r, c in self.given if c.working_group]
        if not groups:
            return None
        lead = self._one("lead", [(o, g.lead) for o, g in groups], self._post, _role)
        members = united((g.members for _, g in groups), str)
        return CommitteeGroup(lead=lead, members=members)

    def _where(self) -> Iterator[Message]:
        """The posts that only some of the committees have."""
        for post, origins in _posts(self.given).items():
            if len(origins) < len(self.given):
                said, whose = self._post(Person(role=post)), names_of(origins)
                yield Message(f"{said.vi}: có ở {whose.vi}.", f"{said.en}: in {whose.en}.")


def _posts(given: Sequence[tuple[Ready, Committee]]) -> dict[str, list[Origin]]:
    found: dict[str, list[Origin]] = {}
    for ready, committee in given:
        for person in (committee.head, *committee.deputies, *committee.members):
            origins = found.setdefault(person.role, [])
            if ready.origin() not in origins:
                origins.append(ready.origin())
    return found


def _role(person: Person) -> str:
    return person.role


def _one_standing(deputies: tuple[Person, ...]) -> tuple[Person, ...]:
    """With one standing deputy: the first of those that were one somewhere."""
    first = next((p.role for p in deputies if p.standing), None)
    return tuple(p.model_copy(update={"standing": p.role == first}) for p in deputies)


def _blanked(count: int) -> Message:
    return Message(
        f"{count} họ tên trong các kế hoạch cũ không chuyển sang; họ tên để trống.",
        f"{count} names in the former plans were not taken over; names are blank.",
    )
