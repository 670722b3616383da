"""A task of a plan: what is done, by whom, until when, with which product."""

from __future__ import annotations

from pydantic import Field, model_validator

from r57plans.model.actor import Actors, Person
from r57plans.model.base import (
    DateOfDocument,
    Frozen,
    GroupId,
    Many,
    Name,
    OrBare,
    SubTaskId,
    TaskId,
    Text,
    Words,
)
from r57plans.model.when import NO_DEADLINE, WhenField


class Product(OrBare):
    """What a task yields: a named document, a type with its issuer, or a countable result."""

    type: Name | None = None
    issuer: Name | Text | None = None
    vi: Words | None = None
    en: Words | None = None
    quantity: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_string_is_a_name(cls, value: object) -> object:
        return {"vi": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_something(self) -> Product:
        if not (self.type or self.vi or self.quantity):
            raise ValueError("product_empty")
        return self

    @property
    def text(self) -> Text | None:
        """The product's own name, where it has one."""
        return Text(vi=self.vi, en=self.en) if self.vi else None


class Milestone(Frozen):
    """A step on the way: a deadline and what is there by then."""

    deadline: WhenField
    product: Product | None = None
    vi: Words | None = None
    en: Words | None = None

    @property
    def text(self) -> Text | None:
        """What is reached by then, in words."""
        return Text(vi=self.vi, en=self.en) if self.vi else None


class Added(Frozen):
    """When a task was added to a plan already issued."""

    date: DateOfDocument


class Task(Frozen):
    """A sub-task of the catalogue that the issuer took, or a task of its own.

    `version` is the catalogue's version that this task has already been brought to, where the rest
    of the plan has not. `params` are the local figures that the sub-task's text leaves open:
    `{ty_le: 80%}`. `after` are tasks whose products this one needs. An `enabling` task prepares the
    ground for others and serves no target of its own.
    """

    id: TaskId
    version: Words | None = None
    group: GroupId | None = None
    title: Text | None = None
    text: Text | None = None
    params: dict[str, Text | None] = Field(default_factory=dict)
    leads: Actors = ()
    supports: Actors = ()
    requested: Actors = ()
    in_charge: Person | None = None
    products: Many[Product] = ()
    deadline: WhenField = NO_DEADLINE
    milestones: Many[Milestone] = ()
    funding: Text | None = None
    targets: Many[Name] = ()
    enabling: bool = False
    after: Many[TaskId] = ()
    covers: Many[SubTaskId] = ()
    directives: Many[Name] = ()
    origin: Name | None = None
    added: Added | None = None
    parts: Many[Text] = ()
    each: Many[Text] = ()
    note: Text | None = None

    @property
    def figures(self) -> dict[str, Text]:
        """The local figures that are given; one left blank is not."""
        return {name: figure for name, figure in self.params.items() if figure}

    @property
    def of_catalogue(self) -> bool:
        """Whether the id is a sub-task of the catalogue (`1.1.1`) and not a local one."""
        return self.id[0].isdigit()
