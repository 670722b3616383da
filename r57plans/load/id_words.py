"""What a complaint about an id means to a person, and the parts that all such sentences share."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from r57plans.findings import Message

_LONGEST = 60


class Said(NamedTuple):
    """The last part of a rule's id, what is wrong, what to do."""

    rule: str
    message: Message
    hint: Message


def shown(value: object) -> str:
    """A value as a message quotes it: as the file writes it, cut where it is long."""
    text = str(getattr(value, "raw", value))
    if isinstance(value, bool):
        text = text.lower()
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def context_of(details: ErrorDetails) -> dict[str, Any]:
    """What the complaint says of itself; empty where it says nothing."""
    return details.get("ctx", {})


def unquoted(given: str) -> Said:
    """An id that YAML takes for a decimal number, because it stands without quotes."""
    short = given.rstrip("0").rstrip(".")
    message = Message(
        f"Mã {given} không có dấu nháy: YAML đọc là số {short}.",
        f"The id {given} is not in quotes: YAML reads the number {short}.",
    )
    hint = Message(f'Viết trong dấu nháy: "{given}".', f'Write it in quotes: "{given}".')
    return Said("unquoted-id", message, hint)


def id_not_text(details: ErrorDetails) -> Said:
    """A number, or something stranger, where an id is meant."""
    given = shown(details["input"])
    if isinstance(details["input"], float):
        return unquoted(given)
    message = Message(
        f"Ở đây cần một mã định danh bằng chữ, không phải {given}.",
        f"An id in letters is expected here, not {given}.",
    )
    hint = Message("Viết mã định danh, ví dụ: local-1.", "Write an id, for example: local-1.")
    return Said("id-not-text", message, hint)


_ID_EXAMPLES = {
    "sub-task": "1.1.1",
    "paragraph": "2.2",
    "paragraph, sub-task or target": "2.2, 1.1.1, digital-economy",
    "task": "1.1.1, local-1",
    "group": "1, a",
    "body": "so-khoa-hoc-va-cong-nghe",
}


def id_form(details: ErrorDetails) -> Said:
    """A text that has not the form of its kind of id."""
    context = context_of(details)
    example = _ID_EXAMPLES.get(str(context.get("kind")), "local-1")
    given = shown(context.get("given", ""))
    message = Message(
        f"“{given}” không phải là mã định danh hợp lệ.", f"“{given}” is not a valid id."
    )
    hint = Message(
        f"Mã gồm chữ không dấu, chữ số và gạch nối, ví dụ: {example}.",
        f"An id has letters without diacritics, digits and hyphens, for example: {example}.",
    )
    return Said("id-form", message, hint)
