"""What every model is made of: frozen records, bilingual text, ids, dates of documents."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from r57plans.findings import Language, Message
from r57plans.language import forbidden_characters, nfc

Basis = Literal["verified", "secondary", "unverified"]
"""How far a fact was checked: read at an authority, in agreeing secondary sources, or not."""

TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}


class Frozen(BaseModel):
    """A record that cannot change and knows no other fields than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def as_words(value: object) -> object:
    """Text in NFC without outer blanks; a number written without quotes is text too.

    Any other value comes back as it is; PydanticCustomError for what Word cannot hold.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return str(getattr(value, "raw", value))
    if not isinstance(value, str):
        return value
    text = nfc(value).strip()
    if bad := forbidden_characters(text):
        codes = ", ".join(f"U+{ord(c):04X}" for c in bad)
        said = "characters that Word cannot hold"
        raise PydanticCustomError("text_control", said, {"codes": codes})
    return text


Words = Annotated[str, BeforeValidator(as_words), WithJsonSchema(TEXT_SCHEMA)]
"""One language's text: NFC, without outer blanks, only characters that a Word file can hold."""


@cache
def _whole(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """What tells whether a text is wholly of a pattern."""
    return re.compile(pattern).fullmatch


@dataclass(frozen=True, slots=True)
class IdForm:
    """The form of one kind of id, as an annotation of `str`."""

    pattern: str
    kind: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, _core: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$", "x-id": self.kind}

    def check(self, value: object) -> object:
        """The value itself; raises PydanticCustomError where it is no id of this kind."""
        if isinstance(value, bool) or not isinstance(value, str):
            given = str(getattr(value, "raw", value))
            raise PydanticCustomError("id_not_text", "an id is text", {"given": given})
        if not _whole(self.pattern)(value):
            context = {"given": value, "kind": self.kind}
            raise PydanticCustomError("id_form", "not an id", context)
        return value


SUB_TASK = r"[1-9]\d*(?:\.[1-9]\d*){2}"
PARAGRAPH = r"[1-9]\d*\.[1-9]\d*"
NAME = r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*"


SubTaskId = Annotated[str, IdForm(SUB_TASK, "sub-task")]
ParagraphId = Annotated[str, IdForm(PARAGRAPH, "paragraph")]
CatalogueId = Annotated[
    str, IdForm(rf"{PARAGRAPH}|{SUB_TASK}|{NAME}", "paragraph, sub-task or target")
]
TaskId = Annotated[str, IdForm(rf"{SUB_TASK}|{NAME}", "task")]
Name = Annotated[str, IdForm(NAME, "name")]
BodyName = Annotated[str, IdForm(NAME, "body")]


def _group(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


GroupId = Annotated[
    str,
    IdForm(rf"[1-9]\d*|{NAME}", "group"),
    BeforeValidator(_group),
    WithJsonSchema({"type": ["string", "integer"], "x-id": "group"}),
]
"""A group's id; the seven of the Resolution are `1` … `7`, with or without quotes."""


class OrBare(Frozen):
    """A record that a file may also write as a bare value, without its key."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [TEXT_SCHEMA, handler(core)]}


class Text(OrBare):
    """A text in Vietnamese, and in English where someone has translated it."""

    vi: Words
    en: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_string_is_vietnamese(cls, value: object) -> object:
        bare = isinstance(value, (str, int, float)) and not isinstance(value, bool)
        return {"vi": value} if bare else value

    def say(self, language: Language) -> str:
        """The text in one language; Vietnamese where the English is missing."""
        return self.en if language == "en" and self.en else self.vi

    @property
    def message(self) -> Message:
        """The text as a message, in Vietnamese in both where the English is missing."""
        return Message(self.vi, self.say("en"))


def _as_list(value: object) -> object:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else [value]


class _OneOrMany:
    """The JSON Schema of `Many`: one item, a list of them, or nothing."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        several = handler(core)
        return {"anyOf": [several["items"], several, {"type": "null"}]}


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_as_list), _OneOrMany()]
"""`Many[X]` is a tuple of X; in the file a single one may stand without its list."""


@dataclass(frozen=True, slots=True, order=True)
class DocumentDate:
    """The date of a document: a day, or only a month while it is not signed."""

    year: int
    month: int
    day: int | None = None

    @classmethod
    def parse(cls, value: object) -> Self:
        """From `2025-03-28`, `2025-03` or a date; raises ValueError for anything else."""
        if isinstance(value, cls):
            return value
        text = value.isoformat() if isinstance(value, date) else str(value).strip()
        found = re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text)
        if not found:
            raise ValueError(text)
        year, month = int(found[1]), int(found[2])
        day = int(found[3]) if found[3] else None
        date(year, month, 1 if day is None else day)
        return cls(year, month, day)

    @property
    def last(self) -> date:
        """The day itself, or the last day of the month: what dated registers are asked for."""
        end = calendar.monthrange(self.year, self.month)[1]
        return date(self.year, self.month, self.day or end)

    @property
    def first(self) -> date:
        """The day itself, or the first day of the month."""
        return date(self.year, self.month, self.day or 1)

    def __str__(self) -> str:
        day = "" if self.day is None else f"-{self.day:02d}"
        return f"{self.year:04d}-{self.month:02d}{day}"


def _document_date(value: object) -> object:
    try:
        return DocumentDate.parse(value)
    except ValueError:
        raw = str(getattr(value, "raw", value))
        raise PydanticCustomError("date_form", "not a date", {"given": raw}) from None


DateOfDocument = Annotated[
    DocumentDate,
    BeforeValidator(_document_date),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}),
]


class Dated(Frozen):
    """Something that exists from one day to another (both included)."""

    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Whether it exists on that day."""
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_to is None or day <= self.valid_to)


class Source(Frozen):
    """Where a fact comes from."""

    document: Words
    part: Words | None = None
    group: int | None = None
    paragraph: Words | None = None
    sentences: tuple[Words, ...] = Field(default=())
    place: Words | None = None
