"""The status file: what was done of a plan, task by task, and what targets have reached."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from r57plans.findings import Place
from r57plans.model.base import (
    DateOfDocument,
    DocumentDate,
    Frozen,
    Many,
    Name,
    OrBare,
    TaskId,
    Text,
    Words,
)
from r57plans.model.plan import Places

STATUS_FORMAT = "r57plans/status/1"

State = Literal["not-started", "running", "done", "standing"]
"""As trackers have it: chưa, đang, hoàn thành; `standing` is thường xuyên, tiếp tục duy trì."""


def _percent(value: object) -> object:
    return value.removesuffix("%").strip() if isinstance(value, str) else value


Percent = Annotated[
    int,
    BeforeValidator(_percent),
    Field(ge=0, le=100),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "maximum": 100}),
]
"""A whole number from 0 to 100, with or without its sign: `60`, `60%`."""


def _day(value: object) -> object:
    try:
        said = DocumentDate.parse(value)
    except ValueError:
        said = None
    if said is None or said.day is None:
        given = str(getattr(value, "raw", value))
        raise PydanticCustomError("day_form", "not a day", {"given": given})
    return said.last


Day = Annotated[
    date,
    BeforeValidator(_day),
    PlainSerializer(date.isoformat),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{1,2}-\d{1,2}$"}),
]
"""A whole day: whether something was in time cannot be said of a month."""


class Delivered(OrBare):
    """A product that was delivered: what it is, and its number and date where it is a document."""

    vi: Words
    en: Words | None = None
    number: Words | None = None
    date: DateOfDocument | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_string_is_what_it_is(cls, value: object) -> object:
        return {"vi": value} if isinstance(value, str) else value

    @property
    def text(self) -> Text:
        """What was delivered, in words."""
        return Text(vi=self.vi, en=self.en)


class TaskStatus(Frozen):
    """How one task stands; a blank `state` is a task of which nothing is known.

    `note` is the office's own and is never printed.
    """

    id: TaskId
    state: State | None = None
    done_on: Day | None = None
    progress: Percent | None = None
    products: Many[Delivered] = ()
    result: Text | None = None
    difficulty: Text | None = None
    proposal: Text | None = None
    note: Text | None = None


class Actual(Frozen):
    """A value that a target has reached: in a year, or by a day or month; and who says so."""

    value: Text
    year: int | None = Field(default=None, ge=1900, le=2200)
    date: DateOfDocument | None = None
    unit: Text | None = None
    scope: Text | None = None
    source: Text | None = None


class TargetStatus(Frozen):
    """What one target of the plan has reached so far."""

    id: Name
    actual: Many[Actual] = ()
    note: Text | None = None


class Fund(Frozen):
    """Money for the plan from one source: planned, and disbursed so far, in words."""

    name: Text | None = None
    planned: Text | None = None
    disbursed: Text | None = None
    unit: Text | None = None


class StatusDocument(Frozen):
    """The plan's document, so that a file is not taken for that of another."""

    type: Words | None = None
    number: Words | None = None
    date: DateOfDocument | None = None


class Status(Frozen):
    """A status file as loaded: of which plan, its tasks and targets, and what the office says.

    `leadership`, `results`, `limits`, `causes`, `difficulties`, `proposals` and `next_tasks` are
    paragraphs of the report that only the office can write.
    """

    format: Literal["r57plans/status/1"]
    province: Name
    unit: Words | None = None
    document: StatusDocument = StatusDocument()
    leadership: Many[Text] = ()
    tasks: Many[TaskStatus] = ()
    targets: Many[TargetStatus] = ()
    funds: Many[Fund] = ()
    results: Many[Text] = ()
    limits: Many[Text] = ()
    causes: Many[Text] = ()
    difficulties: Many[Text] = ()
    proposals: Many[Text] = ()
    next_tasks: Many[Text] = ()

    _places: Places = PrivateAttr(default_factory=Places)

    def model_post_init(self, context: Any) -> None:
        """Takes over the places that the loader gives as validation context."""
        if isinstance(context, Places):
            self._places = context

    def place(self, *path: str | int) -> Place:
        """Where a value stands in the status file."""
        return self._places.of(*path)
