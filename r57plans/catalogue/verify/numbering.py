"""Ids: in order within their paragraph, and each the name of one thing only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from r57plans.catalogue.entries import LISTED
from r57plans.catalogue.verify.case import Case
from r57plans.findings import Finding, Message
from r57plans.model.central import Sentence

_ONCE = Message("Một mã chỉ dùng cho một mục.", "An id names one record only.")
_FINAL = Message(
    "Mã đã công bố không đổi: thêm vào cuối đoạn, mục bỏ đi ghi ở retired.yaml.",
    "Published ids are final: add at the paragraph's end; what goes is named in retired.yaml.",
)


def ids(case: Case) -> Iterator[Finding]:
    """Sub-tasks and sentences that are not numbered in order, and ids that two records share."""
    yield from _order(case)
    seen: dict[str, str] = {}
    for kind, name in _records(case):
        if name in seen:
            message = Message(
                f"Mã “{name}” đã dùng ở {seen[name]}.",
                f"The id “{name}” is already used in {seen[name]}.",
            )
            yield case.say("duplicate-id", kind, name, message, _ONCE)
        seen.setdefault(name, kind)


def _records(case: Case) -> Iterator[tuple[str, str]]:
    """Kind and id of everything that `show` finds by its id."""
    catalogue = case.catalogue
    for group in catalogue.groups:
        yield "groups", str(group.id)
        for paragraph in group.paragraphs:
            yield "paragraph", paragraph.id
            yield from (("sentence", s.id) for s in paragraph.sentences)
            yield from (("sub-task", t.id) for t in paragraph.sub_tasks)
    for part in catalogue.parts:
        yield "parts", part.id
        yield from (("sentence", s.id) for s in part.sentences)
    for kind in LISTED:
        yield from ((kind, record.id) for record in getattr(catalogue, kind))


def _order(case: Case) -> Iterator[Finding]:
    retired = {gone.id for gone in case.catalogue.retired}
    numbers = [group.id for group in case.catalogue.groups]
    for given, expected in zip(numbers, sorted(set(numbers)), strict=False):
        if given != expected:
            yield _wrong(case, "groups", str(given), str(expected))
            break
    for group in case.catalogue.groups:
        for number, paragraph in enumerate(group.paragraphs, 1):
            if paragraph.id != f"{group.id}.{number}":
                yield _wrong(case, "paragraph", paragraph.id, f"{group.id}.{number}")
            free = (n for n in count(1) if f"{paragraph.id}.{n}" not in retired)
            for task, number_free in zip(paragraph.sub_tasks, free, strict=False):
                if task.id != f"{paragraph.id}.{number_free}":
                    yield _wrong(case, "sub-task", task.id, f"{paragraph.id}.{number_free}")
                    break
    for name, sentences in _sentences(case):
        for number, sentence in enumerate(sentences, 1):
            if sentence.id != f"{name}.s{number}":
                yield _wrong(case, "sentence", sentence.id, f"{name}.s{number}")
                break


def _sentences(case: Case) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    yield from ((p.id, p.sentences) for p in case.catalogue.paragraphs())
    yield from ((p.id, p.sentences) for p in case.catalogue.parts)


def _wrong(case: Case, kind: str, given: str, expected: str) -> Finding:
    message = Message(
        f"Mã {given} không đúng thứ tự: ở đây phải là {expected}.",
        f"The id {given} is out of order: {expected} is expected here.",
    )
    return case.say("numbering", kind, given, message, _FINAL)
