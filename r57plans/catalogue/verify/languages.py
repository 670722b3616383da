"""Every text in both languages, and only placeholders that something fills."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from r57plans.catalogue.verify.case import Case
from r57plans.findings import Finding, Language, Message
from r57plans.model.base import Frozen, Text
from r57plans.model.catalogue import Catalogue, Paragraph, SubTask
from r57plans.model.central import Sentence
from r57plans.model.when import When

Owner = tuple[str, str]
UNIT_WORDS: dict[Language, frozenset[str]] = {
    "vi": frozenset({"tinh", "tinh_uy", "dia_phuong"}),
    "en": frozenset({"tinh", "committee", "place", "provincial"}),
}
_FIGURE = re.compile(r"[\d\s≥≤><%,.\-–/]+")
_PLACEHOLDER = re.compile(r"\{(\w*)\}?")
_KINDS = (
    "groups", "parts", "principles", "targets", "baselines", "requirement", "duties",
    "directives", "documents", "retired", "editions",
)  # fmt: skip
_NOBODY: Owner = ("", "")
_INNER = (("sub-task", SubTask), ("sentence", Sentence), ("paragraph", Paragraph))


def both_languages(case: Case) -> Iterator[Finding]:
    """Texts without their English, and deadlines that cannot be said in it.

    A bare figure says the same in both languages.
    """
    for owner, text in _all_texts(case):
        if not text.en and not _FIGURE.fullmatch(text.vi):
            yield _only_vietnamese(case, owner, text.vi)
    for owner, when in _all_deadlines(case.catalogue):
        if not when.translated("en"):
            yield _only_vietnamese(case, owner, when.say("vi"))


def placeholders(case: Case) -> Iterator[Finding]:
    """`{names}` that are neither the unit's words nor, in a sub-task's text, its parameters."""
    for task in case.catalogue.sub_tasks.values():
        own = {p.id for p in task.parameters}
        for language, words in _said(task.text):
            for name in sorted(_used(words, language) ^ own):
                yield _placeholder(case, task, language, name)
        rest = task.model_copy(update={"text": Text(vi="-", en="-")})
        yield from _strays(case, _texts(rest, _NOBODY))
    yield from _strays(case, _texts_of(case, (kind for kind in _KINDS if kind != "groups")))


def _strays(case: Case, texts: Iterable[tuple[Owner, Text]]) -> Iterator[Finding]:
    for owner, text in texts:
        for language, words in _said(text):
            for name in sorted(_used(words, language)):
                yield _misplaced(case, owner, language, name)


def _all_deadlines(catalogue: Catalogue) -> Iterator[tuple[Owner, When]]:
    for task in catalogue.sub_tasks.values():
        yield ("sub-task", task.id), task.horizon
    for directive in catalogue.directives:
        yield ("directives", directive.id), directive.deadline
    for duty in catalogue.duties:
        if duty.central:
            yield ("duties", duty.id), duty.central.when


def _said(text: Text) -> tuple[tuple[Language, str], ...]:
    return ("vi", text.vi), ("en", text.en or "")


def _used(words: str, language: Language) -> set[str]:
    return set(_PLACEHOLDER.findall(words)) - UNIT_WORDS[language]


def _only_vietnamese(case: Case, owner: Owner, words: str) -> Finding:
    start = words if len(words) < 60 else f"{words[:57]}…"
    message = Message(
        f"{owner[1]}: chưa có bản tiếng Anh: “{start}”.",
        f"{owner[1]}: no English yet: “{start}”.",
    )
    hint = Message("Thêm `en` bên cạnh `vi`.", "Add `en` beside `vi`.")
    return case.say("one-language", *owner, message, hint)


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


def _misplaced(case: Case, owner: Owner, language: str, name: str) -> Finding:
    message = Message(
        f"{owner[1]}: {{{name}}} ({language}) chỉ được dùng trong nội dung (text).",
        f"{owner[1]}: {{{name}}} ({language}) may stand in the text only.",
    )
    return case.say("placeholder", *owner, message)


def _all_texts(case: Case) -> Iterator[tuple[Owner, Text]]:
    catalogue = case.catalogue
    home = ("catalogue", catalogue.id)
    yield from _texts((catalogue.edition, catalogue.sections, catalogue.vocabulary), home)
    yield from _texts_of(case, _KINDS)


def _texts_of(case: Case, kinds: Iterable[str]) -> Iterator[tuple[Owner, Text]]:
    for kind in kinds:
        for record in getattr(case.catalogue, kind):
            yield from _texts(record, (kind, str(record.id)))


def _texts(value: Any, owner: Owner) -> Iterator[tuple[Owner, Text]]:
    """All texts of a record, each with the kind and id of the innermost record that holds it."""
    if isinstance(value, Text):
        yield owner, value
    elif isinstance(value, Frozen):
        yield from _fields(value, _owner(value) or owner)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, owner)


def _owner(value: Frozen) -> Owner | None:
    """Kind and id of a record that has a place of its own within another."""
    for kind, model in _INNER:
        if isinstance(value, model):
            return kind, value.id
    return None


def _fields(value: Frozen, owner: Owner) -> Iterator[tuple[Owner, Text]]:
    if words := getattr(value, "vi", None):  # a product or a parameter has them as its own fields
        yield owner, Text(vi=words, en=getattr(value, "en", None))
    for name in type(value).model_fields:
        yield from _texts(getattr(value, name), owner)
