"""Everything that a record names must be there: targets, sub-tasks, documents, sentences, words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from r57plans.catalogue.verify.case import Case
from r57plans.findings import Finding, Message
from r57plans.language import did_you_mean

Named = tuple[str, str, str, Iterable[str]]
"""Kind and id of a record, what it names, and the ids that it names."""


def references(case: Case) -> Iterator[Finding]:
    """Ids that name nothing, with the nearest that does."""
    known = _known(case)
    for kind, record, what, names in _named(case):
        for name in names:
            if name not in known[what]:
                yield _unknown(case, kind, record, what, name, tuple(known[what]))


def _known(case: Case) -> dict[str, set[str]]:
    catalogue = case.catalogue
    words = catalogue.vocabulary
    return {
        "target": set(catalogue.target_by_id),
        "sub-task": set(catalogue.sub_tasks),
        "heir": {*catalogue.sub_tasks, *(gone.id for gone in catalogue.retired)},
        "directive": set(catalogue.directive_by_id),
        "document": set(catalogue.document_by_id),
        "sentence": set(catalogue.sentence_by_id),
        "bottleneck": {w.id for w in words.bottleneck},
        "subject": {w.id for w in words.subjects},
        "core": {w.id for w in words.core},
        "product": {p.id for p in case.registers.terms.products},
    }


def _named(case: Case) -> Iterator[Named]:
    yield "catalogue", case.catalogue.id, "document", [case.catalogue.document]
    yield from _by_sub_tasks(case)
    for principle in case.catalogue.principles:
        yield "principles", principle.id, "core", principle.core
    for baseline in case.catalogue.baselines:
        yield "baselines", baseline.id, "target", [baseline.target] if baseline.target else []
    for directive in case.catalogue.directives:
        yield "directives", directive.id, "sub-task", directive.sub_tasks
    for part in case.catalogue.requirement:
        yield "requirement", part.id, "directive", [part.directive]
    for document in case.catalogue.documents:
        heirs = [document.replaced_by] if document.replaced_by else []
        yield "documents", document.id, "document", [*document.amended_by, *heirs]
    for edition in case.catalogue.editions:
        of = (name for sentence in edition.sentences for name in sentence.of)
        yield "editions", edition.id, "sentence", of
    for gone in case.catalogue.retired:
        yield "retired", gone.id, "heir", gone.into
    for kind in ("targets", "baselines", "principles", "duties", "directives", "requirement"):
        yield from _sources(kind, getattr(case.catalogue, kind))
    yield from _sources("groups", case.catalogue.groups)


def _by_sub_tasks(case: Case) -> Iterator[Named]:
    for task in case.catalogue.sub_tasks.values():
        yield "sub-task", task.id, "target", task.indicators
        yield "sub-task", task.id, "bottleneck", task.bottleneck
        yield "sub-task", task.id, "subject", task.subjects
        yield "sub-task", task.id, "core", task.core
        yield "sub-task", task.id, "product", [p.type for p in task.products if p.type]
    yield from _sources("sub-task", case.catalogue.sub_tasks.values())


def _sources(kind: str, records: Iterable[Any]) -> Iterator[Named]:
    for record in records:
        yield kind, str(record.id), "document", [record.source.document]
        yield kind, str(record.id), "sentence", record.source.sentences


def _unknown(
    case: Case, kind: str, record: str, what: str, name: str, known: tuple[str, ...]
) -> Finding:
    vi, en = _WORDS[what]
    message = Message(f"{record}: không có {vi} “{name}”.", f"{record}: there is no {en} “{name}”.")
    hint = did_you_mean(name, sorted(known)) or Message(
        "Sửa mã, hoặc thêm mục còn thiếu.", "Correct the id, or add what is missing."
    )
    return case.say(f"unknown-{_RULES.get(what, what)}", kind, record, message, hint)


_RULES = {"heir": "sub-task"}
_WORDS = {
    "target": ("chỉ tiêu", "target"),
    "sub-task": ("nhiệm vụ", "sub-task"),
    "heir": ("nhiệm vụ", "sub-task"),
    "directive": ("chỉ đạo", "directive"),
    "document": ("văn bản", "document"),
    "sentence": ("câu", "sentence"),
    "bottleneck": ("điểm nghẽn", "bottleneck"),
    "subject": ("chủ thể", "subject"),
    "core": ("nội dung cốt lõi", "core matter"),
    "product": ("loại sản phẩm", "type of product"),
}
