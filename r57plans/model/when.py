"""A deadline as a plan states it: in one language, or in both where they cannot be derived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from r57plans.findings import Language
from r57plans.model.base import as_words
from r57plans.model.deadline import Deadline, parse_deadline


@dataclass(frozen=True, slots=True)
class When:
    """The author's deadline; `english` only where the author gave the English words too."""

    deadline: Deadline
    english: str | None = None

    def say(self, language: Language) -> str:
        """The deadline in words, the author's own wherever they exist in that language."""
        if language == "en" and self.english:
            return self.english
        return self.deadline.say(language)

    def translated(self, language: Language) -> bool:
        """False where `say` has to print the other language's words."""
        return bool(language == "en" and self.english) or self.deadline.translated(language)


def _when(value: object) -> object:
    if isinstance(value, When):
        return value
    if isinstance(value, dict) and set(value) <= {"vi", "en"} and "vi" in value:
        english = _wording(value["en"]) if value.get("en") else None
        return When(parse_deadline(_wording(value["vi"])), str(english) if english else None)
    return When(parse_deadline(None if value is None else _wording(value)))


def _wording(value: object) -> str | date:
    """The author's words, or a date; PydanticCustomError for anything else."""
    words = as_words(value)
    if isinstance(words, str | date):
        return words
    raise PydanticCustomError("deadline_form", "not a deadline", {"given": str(value)})


def _source_form(when: When) -> str | dict[str, str]:
    wording = when.deadline.wording
    return {"vi": wording, "en": when.english} if when.english else wording


_BILINGUAL: dict[str, Any] = {
    "type": "object",
    "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
    "required": ["vi"],
    "additionalProperties": False,
}

WhenField = Annotated[
    When,
    BeforeValidator(_when),
    PlainSerializer(_source_form),
    WithJsonSchema({"anyOf": [{"type": ["string", "number", "null"]}, _BILINGUAL]}),
]

NO_DEADLINE = When(parse_deadline(None))
