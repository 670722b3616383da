"""Who sits on the steering committee: head, deputies with the standing one first, members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from r57plans.model.actor import Person
from r57plans.model.document import Committee
from r57plans.view.names import Namer
from r57plans.view.organisation_records import PersonView
from r57plans.view.phrases import phrase

LONGEST_LIST = 15
"""With more people than this the composition is an appendix, unless the plan says how it is."""


def deputies(committee: Committee) -> tuple[Person, ...]:
    """The deputies with the standing ones first, else in the plan's order."""
    return tuple(sorted(committee.deputies, key=lambda person: not person.standing))


def deputy_post(person: Person) -> str:
    """The phrase for a deputy's position."""
    return "standing_deputy" if person.standing else "deputy"


@dataclass(frozen=True, slots=True)
class Composer:
    """Writes the composition of a committee, person by person."""

    namer: Namer

    def people(self, committee: Committee) -> tuple[PersonView, ...]:
        """Everyone in the order of a decision, numbered from 1."""
        return tuple(
            self._person(number, person, post)
            for number, (person, post) in enumerate(_posts(committee), 1)
        )

    def _person(self, number: int, person: Person, post: str) -> PersonView:
        language = self.namer.language
        return PersonView(
            number=str(number),
            comrade=phrase("comrade_alone", language, person=self.namer.person(person)),
            name=person.name or "",
            role=self.namer.role(person.role),
            post=self.namer.speaker.finish(phrase(post, language)),
        )


def appended(committee: Committee) -> bool:
    """Whether the composition stands in an appendix, not in the decision's first article."""
    if committee.composition:
        return committee.composition == "appendix"
    return len(tuple(_posts(committee))) > LONGEST_LIST


def _posts(committee: Committee) -> Iterator[tuple[Person, str]]:
    yield committee.head, "head"
    yield from ((person, deputy_post(person)) for person in deputies(committee))
    yield from ((person, "member") for person in committee.members)
