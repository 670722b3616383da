"""Every text in both languages, and only placeholders that something fills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from r57plans.catalogue.verify.case import Case
from r57plans.findings import Finding, Message
from r57plans.model.base import Frozen, Text
from r57plans.model.catalogue import SubTask

UNIT_WORDS = {
    "vi": frozenset({"tinh", "tinh_uy", "dia_phuong"}),
    "en": frozenset({"tinh", "committee", "place", "provincial"}),
}
_FIGURE = re.compile(r"[\d\s≥≤><%,.\-–/]+")
_PLACEHOLDER = re.compile(r"\{(\w*)\}?")
_KINDS = (
    "groups", "parts", "principles", "targets", "baselines", "requirement", "duties",
    "directives", "documents", "retired",
)  # fmt: skip


def both_languages(case: Case) -> Iterator[Finding]:
    """Texts without their English; a bare figure says the same in both."""
    for kind in _KINDS:
        for record in getattr(case.catalogue, kind):
            for owner, text in _texts(record, (kind, str(record.id))):
                if not text.en and not _FIGURE.fullmatch(text.vi):
                    start = text.vi if len(text.vi) < 60 else f"{text.vi[:57]}…"
                    message = Message(
                        f"{owner[1]}: chưa có bản tiếng Anh: “{start}”.",
                        f"{owner[1]}: no English yet: “{start}”.",
                    )
                    hint = Message("Thêm `en` bên cạnh `vi`.", "Add `en` beside `vi`.")
                    yield case.say("one-language", *owner, message, hint)


def placeholders(case: Case) -> Iterator[Finding]:
    """`{names}` in a sub-task's wording that are neither the unit's words nor its parameters."""
    for task in case.catalogue.sub_tasks.values():
        own = {p.id for p in task.parameters}
        for language, words in (("vi", task.text.vi), ("en", task.text.en or "")):
            used = set(_PLACEHOLDER.findall(words)) - UNIT_WORDS[language]
            for name in sorted(used ^ own):
                yield _placeholder(case, task, language, name)


def _placeholder(case: Case, task: SubTask, language: str, name: str) -> Finding:
    declared = any(p.id == name for p in task.parameters)
    if declared:
        vi, en = f"không dùng {{{name}}}", f"does not use {{{name}}}"
    else:
        vi, en = f"dùng {{{name}}} mà không khai báo", f"uses {{{name}}} without declaring it"
    message = Message(
        f"{task.id}: lời văn {language} {vi}.", f"{task.id}: the {language} text {en}."
    )
    hint = Message(
        "Khai báo ở parameters và dùng trong cả hai ngôn ngữ.",
        "Declare it under parameters and use it in both languages.",
    )
    return case.say("placeholder", "sub-task", task.id, message, hint)


def _texts(value: Any, owner: tuple[str, str]) -> Iterator[tuple[tuple[str, str], Text]]:
    """All texts of a record, each with the kind and id of the innermost record that holds it."""
    if isinstance(value, Text):
        yield owner, value
    elif isinstance(value, SubTask):
        yield from _fields(value, ("sub-task", value.id))
    elif isinstance(value, Frozen):
        yield from _fields(value, owner)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, owner)


def _fields(value: Frozen, owner: tuple[str, str]) -> Iterator[tuple[tuple[str, str], Text]]:
    if words := getattr(value, "vi", None):  # a product or a parameter has them as its own fields
        yield owner, Text(vi=words, en=getattr(value, "en", None))
    for name in type(value).model_fields:
        yield from _texts(getattr(value, name), owner)
