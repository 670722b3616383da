"""Which documents were asked for, and what stands in the way of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from r57plans.checks import examine
from r57plans.documents.acts import disagreements
from r57plans.documents.kinds import DOCUMENTS, KINDS, Kind, kind_of
from r57plans.documents.particulars import own_plan
from r57plans.errors import RefusedError
from r57plans.findings import Finding, Message, Report
from r57plans.language import did_you_mean
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.view.names import issuer_record

_COVER = "document/cover"  # where the act itself is made, it says what it lacks

ALL = "all"
"""Asks for every document for which the plan has what is needed."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document to be made: its name, its kind, and the plan as it sees it."""

    name: str
    kind: Kind
    own: Plan

    def with_attachment(self, plan: Plan, registers: Registers) -> tuple[Chosen, ...]:
        """The document itself, and what follows it in the same file."""
        attached = kind_of(self.kind.attaches)
        if attached is None:
            return (self,)
        other = Chosen(
            attached.id, attached, own_plan(plan, attached.id, attached.usual, registers)
        )
        layouts = {issuer_record(each.own, registers).layout for each in (self, other)}
        return (self, other) if len(layouts) == 1 else (self,)


def documents_of(plan: Plan, registers: Registers, kinds: tuple[Kind, ...] = KINDS) -> list[str]:
    """The names of all documents for which the plan has what is needed, in the kinds' order."""
    return [
        chosen.name
        for kind in kinds
        for chosen in _named(plan, kind, registers)
        if not any(_refusals(plan, chosen, registers))
    ]


def _named(plan: Plan, kind: Kind, registers: Registers) -> Iterator[Chosen]:
    """The document of a kind; of several, those whose particulars the plan gives."""
    names = [n for n in plan.documents if kind.is_named(n)] if kind.pattern else [kind.id]
    for name in names:
        yield Chosen(name, kind, own_plan(plan, name, kind.usual, registers))


def chosen(
    plan: Plan, documents: Iterable[str], registers: Registers, kinds: tuple[Kind, ...] = KINDS
) -> tuple[Chosen, ...]:
    """The documents of those names, each once; `all` stands for those that the plan can give.

    Raises RefusedError with all names that no kind has.
    """
    asked = [
        name
        for word in documents
        for name in (documents_of(plan, registers, kinds) if word == ALL else [word])
    ]
    found = {name: kind_of(name, kinds) for name in asked}
    if unknown := [unknown_document(name) for name, kind in found.items() if kind is None]:
        raise RefusedError(Report(tuple(unknown)))
    return tuple(
        Chosen(name, kind, own_plan(plan, name, kind.usual, registers))
        for name, kind in found.items()
        if kind
    )


def unknown_document(name: str) -> Finding:
    """The error that no kind of document has such a name."""
    near = did_you_mean(name, DOCUMENTS)
    vi, en = (f"{said} " for said in near) if near else ("", "")
    known = ", ".join((*DOCUMENTS, ALL))
    return Finding(
        "build.document",
        "error",
        Message(f"Không có văn bản “{name}”.", f"There is no document “{name}”."),
        Message(
            f"{vi}Các văn bản có thể tạo: {known}.",
            f"{en}Documents that can be made: {known}.",
        ),
    )


def said_of(plan: Plan, documents: tuple[Chosen, ...], registers: Registers) -> Report:
    """All that is to be said of the documents before they are made, each thing once."""
    found = dict.fromkeys((*_misnamed(plan), *disagreements(plan)))
    for document in documents:
        found |= dict.fromkeys(_refusals(plan, document, registers))
        for part in document.with_attachment(plan, registers):
            found |= dict.fromkeys(examine(part.own, part.kind.rules))
    of_the_act = any(document.kind.attaches for document in documents)
    return Report.of(f for f in found if not (of_the_act and f.place.path.startswith(_COVER)))


def _misnamed(plan: Plan) -> Iterator[Finding]:
    """A warning for particulars whose document was surely meant to have another name."""
    for name in plan.documents:
        near = did_you_mean(name, DOCUMENTS)
        if near and kind_of(name) is None:
            yield Finding(
                "build.document-name",
                "warning",
                Message(f"Không có văn bản “{name}”.", f"There is no document “{name}”."),
                near,
                plan.place("documents", name),
            )


def _refusals(plan: Plan, chosen: Chosen, registers: Registers) -> Iterator[Finding]:
    """Why the plan cannot give the document at all."""
    if lacking := chosen.kind.lacks(plan):
        yield lacking
    day = chosen.own.document.date.last
    if registers.province(plan.province, day) is None:
        yield _no_province(chosen)
    elif issuer_record(chosen.own, registers).layout not in chosen.kind.layouts:
        yield _other_layout(chosen)


def _no_province(chosen: Chosen) -> Finding:
    plan = chosen.own
    return Finding(
        "build.province-not-then",
        "error",
        Message(
            f"Ngày của văn bản {chosen.name} ({plan.document.date}): không có {plan.province}.",
            f"On the date of {chosen.name} ({plan.document.date}) there is no {plan.province}.",
        ),
        Message("Sửa ngày của văn bản.", "Correct the document's date."),
        plan.place("document", "date"),
    )


def _other_layout(chosen: Chosen) -> Finding:
    issuer = chosen.own.document.issuer
    return Finding(
        "build.document-issuer",
        "error",
        Message(
            f"Văn bản {chosen.name} không do {issuer} ban hành.",
            f"The document {chosen.name} is not issued by {issuer}.",
        ),
        Message(
            "Sửa issuer của văn bản, hoặc bỏ trống.", "Correct the document's issuer, or omit it."
        ),
        chosen.own.place("document", "issuer"),
    )
