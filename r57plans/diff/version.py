"""One side of a comparison: a plan with all that says what its values are and mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from r57plans.checks.case import Case
from r57plans.diff.items import Item, record_item, scalar_item, text_item
from r57plans.diff.lineage import Lineage
from r57plans.diff.words import Sayer
from r57plans.findings import Message
from r57plans.model.actor import Actor, Person
from r57plans.model.base import Frozen, Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers


class Version:
    """A plan, and its values as items; `day` is the later date of both documents."""

    def __init__(self, plan: Plan, catalogue: Catalogue, registers: Registers, day: date) -> None:
        self.plan = plan
        self.case = Case(plan, catalogue, registers)
        self.sayer = Sayer(plan, catalogue, registers)
        self._lineage = Lineage(self.case, day)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue in the version that the plan names."""
        return self.case.catalogue

    def item(self, value: object) -> Item:
        """Any value that names no body of its own."""
        if isinstance(value, Text):
            return text_item(value)
        words = self.sayer.say(value)
        if isinstance(value, Frozen):
            return record_item(value, words)
        return scalar_item(value, words)

    def actor(self, actor: Actor) -> Item:
        """A body, a post or free words; a body named in words is the body."""
        if isinstance(actor, Person):
            person = ("person", actor.role, actor.name)
            return Item((*person, actor.standing), person, person, self.sayer.say(actor))
        if isinstance(actor, str):
            return self._body(actor, ("body", self._lineage.id(actor)), self.sayer.body(actor))
        whole = ("text", actor.vi, actor.en)
        if known := self._lineage.known(actor):
            return self._body(known, whole, actor.message)
        plain = text_item(actor)
        return Item(whole, ("text", plain.key), ("text", plain.loose), plain.words)

    def body(self, name: str) -> Item:
        """A body by its id."""
        return self.actor(name)

    def origin(self, name: str) -> Item:
        """Who gave a task."""
        return replace(self.actor(name), words=self.sayer.origin(name))

    def target(self, name: str) -> Item:
        """A target by its id: by its name in the plan, else in the catalogue."""
        own = next((t.name for t in self.plan.targets if t.id == name and t.name), None)
        known = self.catalogue.target_by_id.get(name)
        words = self.sayer.of_catalogue(known.name) if known else Message(name, name)
        return scalar_item(name, own.message if own else words)

    def period(self, words: str) -> Item:
        """How often something comes back."""
        return scalar_item(words, self.sayer.period(words))

    def document_type(self, name: str) -> Item:
        """A type of document: Chương trình hành động, Kế hoạch."""
        known = self.case.registers.types.get(name)
        return scalar_item(name, Message(known.vi, known.en) if known else Message(name, name))

    def urgency(self, name: str) -> Item:
        """A mark of urgency: Khẩn, Hỏa tốc."""
        known = self.case.registers.terms.urgency.get(name)
        return scalar_item(name, known.message if known else Message(name, name))

    def _body(self, name: str, full: tuple[object, ...], words: Message) -> Item:
        heir = ("body", self._lineage.heir(name))
        return Item(full, heir, heir, words, self._lineage.ended(name))
