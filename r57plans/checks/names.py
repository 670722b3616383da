"""Names of bodies and posts for messages, in both languages, as of the document's day."""

from __future__ import annotations

from datetime import date

from r57plans.checks.case import Case
from r57plans.findings import Language, Message
from r57plans.language import date_long, date_short, fill, month
from r57plans.model.actor import Actor, Person
from r57plans.model.base import DocumentDate, Text
from r57plans.model.naming import unit_names
from r57plans.model.registers import Agency, Named


def body_name(case: Case, name: str) -> Message:
    """A body or post by its id; the id itself where neither plan nor register knows it."""
    declared = next((body for body in case.plan.bodies if body.id == name), None)
    if declared is not None:
        return declared.text.message
    ever = case.registers.agency_ever(name)
    agency = case.registers.agency(name, case.day) or (ever[-1] if ever else None)
    if agency is not None:
        return _named(case, agency)
    role = case.registers.roles.get(name)
    return _named(case, role) if role is not None else Message(name, name)


def actor_name(case: Case, actor: Actor) -> Message:
    """Who is meant: a body, a post, or free words."""
    if isinstance(actor, Text):
        return actor.message
    return body_name(case, actor.role if isinstance(actor, Person) else actor)


def _named(case: Case, record: Named) -> Message:
    def say(language: Language) -> str:
        names = unit_names(case.plan, case.registers, language)
        words = names.at(record.level) if isinstance(record, Agency) else names.own
        return fill(record.say(language), words)

    return Message(say("vi"), say("en"))


def says_something(text: Text | None) -> bool:
    """Whether a text has words or figures: not left out, nor blank, nor only dots."""
    return text is not None and any(char.isalnum() for char in text.vi)


def date_words(day: DocumentDate) -> Message:
    """A document's date: the day in words, or only the month where no day is known yet."""
    if day.day is None:
        return Message(month(day.month, day.year, "vi"), month(day.month, day.year, "en"))
    return Message(date_long(day.last, "vi"), date_long(day.last, "en"))


def day_words(day: date | None) -> Message:
    """A day in figures; a gap where it is not known."""
    if day is None:
        return Message("…", "…")
    return Message(date_short(day, "vi"), date_short(day, "en"))
