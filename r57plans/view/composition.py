"""Who sits on the steering committee: head, deputies with the standing one first, members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from r57plans.model.actor import Person
from r57plans.model.document import Committee
from r57plans.view.names import Namer
from r57plans.view.organisation_records import PersonView
from r57plans.view.phrases import phrase
from r57plans.view.printed import Joined, Printed

LONGEST_LIST = 15
"""With more people than this the composition is an appendix, unless the plan says how it is."""


def deputies(committee: Committee) -> tuple[tuple[int, Person], ...]:
    """The deputies, each with its place in the plan, with the standing ones first."""
    return tuple(sorted(enumerate(committee.deputies), key=lambda each: not each[1].standing))


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
            self._person(number, *each) for number, each in enumerate(_posts(committee), 1)
        )

    def _person(self, number: int, place: str, person: Person, post: str) -> PersonView:
        language, path = self.namer.language, f"committee/{place}"
        said = Printed(self.namer.person(person), path)
        return PersonView(
            number=str(number),
            comrade=Joined((phrase("comrade_alone", language, person=""), said), separator=""),
            name=Printed(person.name or "", f"{path}/name"),
            role=self.namer.role(person.role),
            post=self.namer.speaker.finish(phrase(post, language)),
        )


def appended(committee: Committee) -> bool:
    """Whether the composition stands in an appendix, not in the decision's first article."""
    if committee.composition:
        return committee.composition == "appendix"
    return len(tuple(_posts(committee))) > LONGEST_LIST


def _posts(committee: Committee) -> Iterator[tuple[str, Person, str]]:
    """Each person's place in the plan, the person, and the phrase for the position."""
    yield "head", committee.head, "head"
    for n, person in deputies(committee):
        yield f"deputies/{n}", person, deputy_post(person)
    for n, person in enumerate(committee.members):
        yield f"members/{n}", person, "member"
