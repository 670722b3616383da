"""Who carries a task: a body, a class of bodies, a person's role, or free words."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag, model_validator

from r57plans.model.base import BodyName, Frozen, Many, Name, OrBare, Text, Words


class Person(OrBare):
    """A post, with the holder's name only where the office itself gives it."""

    role: Name
    name: Words | None = None
    standing: bool = False

    @model_validator(mode="before")
    @classmethod
    def _bare_string_is_a_role(cls, value: object) -> object:
        return {"role": value} if isinstance(value, str) else value


def _kind_of_actor(value: Any) -> str:
    if isinstance(value, Person):
        return "person"
    if isinstance(value, Text):
        return "free"
    if isinstance(value, dict):
        return "person" if "role" in value else "free"
    return "body"


Actor = Annotated[
    Annotated[BodyName, Tag("body")]
    | Annotated[Person, Tag("person")]
    | Annotated[Text, Tag("free")],
    Discriminator(_kind_of_actor),
]
"""A body's id (a string), a `Person` (`{role: …}`), or free words (`{vi: …, en: …}`)."""

Actors = Many[Actor]


class DeclaredBody(Frozen):
    """A body that the register lacks and the plan names itself."""

    id: Name
    vi: Words
    en: Words | None = None

    @property
    def text(self) -> Text:
        """The body's name."""
        return Text(vi=self.vi, en=self.en)
