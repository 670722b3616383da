"""Names of units, bodies and posts in the document's language, as of the document's date."""

from __future__ import annotations

from r57plans.findings import Language
from r57plans.language import capital_first, fill, join_list, small_first
from r57plans.model.actor import Actor, Person
from r57plans.model.base import Text
from r57plans.model.naming import unit_names
from r57plans.model.plan import Plan
from r57plans.model.registers import (
    Agency,
    IssuerNames,
    IssuerRecord,
    Registers,
)
from r57plans.view.phrases import phrase
from r57plans.view.printed import Joined, Printed
from r57plans.view.speech import Speaker, Where

COMMITTEE = "ban-chi-dao"
PROPER = ("Party", "People")  # English words that keep their capital within a sentence


class Namer:
    """Says who: bodies by id, posts, free words."""

    def __init__(self, plan: Plan, registers: Registers, speaker: Speaker) -> None:
        self.plan = plan
        self.registers = registers
        self.speaker = speaker
        self.units = unit_names(plan, registers, speaker.language)
        self._declared = {body.id: (n, body) for n, body in enumerate(plan.bodies)}
        self._day = plan.document.date.last
        self._bodies: dict[str, str] = {}

    @property
    def language(self) -> Language:
        """The document's language."""
        return self.speaker.language

    def fill(self, text: Text) -> str:
        """A text of the catalogue with this unit's words in its placeholders."""
        return self.speaker.finish(fill(text.say(self.language), self.units.own))

    def body(self, name: str) -> str:
        """A body by id: declared in the plan, in the register, or a post; else the id itself."""
        if name not in self._bodies:
            self._bodies[name] = self._body(name)
        return self._bodies[name]

    def _body(self, name: str) -> str:
        if own := self._of_commune(name):
            said = own.sentence(self.language).removeprefix("the ")
            return self.speaker.finish(fill(said, self.units.own))
        if name in self._declared:
            place, body = self._declared[name]
            return str(self.speaker.text(body.text, "", "bodies", place))
        agency = self.agency(name)
        if agency:
            words = self.units.at(agency.level)
            return self.speaker.finish(fill(agency.say(self.language), words))
        return self.role(name) if name in self.registers.roles else name

    def _of_commune(self, name: str) -> IssuerNames | None:
        """In a commune's plan its own committees, where the register names the province's."""
        if not self.plan.unit or name not in (self.issuer().authority, COMMITTEE):
            return None
        issuer = self.registers.issuers[name] if name == COMMITTEE else self.issuer()
        return issuer.commune

    def agency(self, name: str) -> Agency | None:
        """The agency on the document's date, or the last one of that name."""
        ever = self.registers.agency_ever(name)
        return self.registers.agency(name, self._day) or (ever[-1] if ever else None)

    def in_sentence(self, name: str) -> str:
        """A body within a sentence: English single bodies take their article."""
        said, agency = self.body(name), self.agency(name)
        single = agency is not None and agency.side != "class"
        return f"the {said}" if self.language == "en" and single else said

    def issuing_body(self, name: str) -> str:
        """Who issues a product: a body, or an issuer of documents (`Chính phủ`)."""
        issuer = self.registers.issuers.get(name)
        if issuer and ((self.plan.unit and issuer.commune) or not self.agency(name)):
            return self.issuer_in_sentence(issuer)
        return self.in_sentence(name)

    def issuer_in_sentence(self, record: IssuerRecord) -> str:
        """An issuer within a sentence: the commune's own where it has one, else the province's."""
        names = self.issuer_names(record)
        words = self.units.own if names is record.commune else self.units.province
        return self.speaker.finish(fill(names.sentence(self.language), words))

    def role(self, name: str) -> str:
        """A post's full name: `Bí thư Tỉnh ủy`; a declared body's where the id is one."""
        role = self.registers.roles.get(name)
        if role is None:
            return self.body(name) if name in self._declared else name
        return self.speaker.finish(fill(role.say(self.language), self.units.own))

    def person(self, person: Person) -> str:
        """A post with its holder's name, where the plan gives one."""
        role = self.role(person.role)
        return phrase("named", self.language, role=role, name=person.name) if person.name else role

    def actor(self, actor: Actor, path: str, *where: str | int) -> Printed:
        """Who, with the identity of the place in the plan."""
        if isinstance(actor, Person):
            return Printed(capital_first(self.person(actor)), path)
        if isinstance(actor, Text):
            return self.speaker.text(actor, path, *where)
        return Printed(self.body(actor), path)

    def identity(self, actor: Actor) -> str:
        """What all namings of one actor have in common: an agency's id under any alias."""
        if isinstance(actor, Person):
            return f"role:{actor.role}:{actor.name or ''}"
        if isinstance(actor, Text):
            return f"text:{actor.vi}"
        agency = self.agency(actor)
        return f"body:{agency.id if agency else actor}"

    def actors(self, actors: tuple[Actor, ...], path: str, where: Where) -> Joined:
        """Several, each with its own identity, parted by semicolons."""
        said = [self.actor(actor, f"{path}/{n}", *where, n) for n, actor in enumerate(actors)]
        after_first = (
            Printed(self._small(words, actor), words.path)
            for words, actor in zip(said[1:], actors[1:], strict=True)
        )
        return Joined([*said[:1], *after_first], separator="; ")

    def list(self, actors: tuple[Actor, ...], *, inside: bool = False) -> str:
        """Several in a row: `A, B và các tổ chức`; `inside` within a longer sentence."""
        said = []
        for n, actor in enumerate(actors):
            if inside and isinstance(actor, str):
                words = self.in_sentence(actor)
            else:
                words = str(self.actor(actor, ""))
            said.append(self._small(words, actor) if n or inside else words)
        return in_a_row(said, self.language)

    def _small(self, said: str, actor: Actor) -> str:
        """The name of a class of bodies begins small unless a sentence begins with it."""
        agency = self.agency(actor) if isinstance(actor, str) else None
        proper = said.startswith(PROPER)
        small = agency is not None and agency.side == "class" and not proper
        return small_first(said) if small else said

    def issuer(self) -> IssuerRecord:
        """The issuer of the action plan."""
        return issuer_record(self.plan, self.registers)

    def issuer_names(self, record: IssuerRecord | None = None) -> IssuerNames:
        """How an issuer, the plan's own unless given, is named at this unit's level."""
        record = record or self.issuer()
        province = self.registers.province(self.plan.province, self._day)
        assert province is not None
        names = record.commune if self.plan.unit else getattr(record, province.kind)
        found: IssuerNames | None = names or record.province or record.city or record.commune
        assert found is not None, f"issuer {record.id} has no names"
        return found


def in_a_row(names: list[str], language: Language) -> str:
    """Names as one phrase: in Vietnamese with commas alone where a name holds `và` itself.

    A class of bodies at the end keeps its `và`: `Sở Khoa học và Công nghệ và các sở, ban, ngành`.
    """
    doubled = any(" và " in name for name in names) and not names[-1].startswith("các ")
    return ", ".join(names) if language == "vi" and doubled else join_list(names, language)


def issuer_record(plan: Plan, registers: Registers) -> IssuerRecord:
    """The issuer that the plan names, or the one that its unit and province imply."""
    return registers.issuers[plan.document.issuer or implied_issuer(plan, registers)]


def implied_issuer(plan: Plan, registers: Registers) -> str:
    """`dang-uy` for a commune, `thanh-uy` for a city, else `tinh-uy`."""
    if plan.unit:
        return "dang-uy"
    province = registers.province(plan.province, plan.document.date.last)
    return "thanh-uy" if province and province.kind == "city" else "tinh-uy"
