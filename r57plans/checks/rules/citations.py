"""What the plan cites: in force on the day, rightly numbered, complete, and each only once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.names import day_words
from r57plans.checks.texts import Path, printed_texts
from r57plans.findings import Message
from r57plans.language.document_numbers import document_number, document_numbers
from r57plans.model.base import Text
from r57plans.model.central import KnownDocument, state_on
from r57plans.model.document import Citation, Particulars

_ROLES = ("parents", "replaces", "amends")
_ISSUING = "issuing-decision"
_THE_PLAN = Message("kế hoạch", "the plan itself")
_OWN_NUMBER = re.compile(r"\d{1,5}[a-zđ]?")


def not_yet(case: Case, settings: Settings) -> Iterator[Hit]:
    """A legal basis was not there yet on the day of the document that cites it.

    Of documents that the catalogue does not know, the date in the plan says so.
    """
    for path, known, document in _bases(case):
        state = state_on(known, document.date.last, case.catalogue.document_by_id)
        if state == "not-yet":
            yield Hit(path, {"document": _name(known), "since": day_words(known.issued_on)})
    for path, document in _documents(case):
        for place, citation in _citations(document, _ROLES):
            day = citation.date
            if day and known_document(case, citation) is None and day.first > document.date.last:
                since = day_words(day.last) if day.day else Message(str(day), str(day))
                yield Hit((*path, *place), {"document": _written(citation), "since": since})


def not_in_force(case: Case, settings: Settings) -> Iterator[Hit]:
    """A legal basis was over, or not yet in force, on the day of the document that cites it.

    With the setting `states`: `ended` and `replaced`, or `issued`, or `amended`. An amended one
    that is cited with what amends it is as it should be.
    """
    documents = case.catalogue.document_by_id
    for path, known, document in _bases(case):
        state = state_on(known, document.date.last, documents)
        both = state == "amended" and _cites_any(case, document, known.amended_by)
        if state in settings["states"] and not both:
            heirs = (documents.get(name) for name in (known.replaced_by, *known.amended_by) if name)
            blanks = {"document": _name(known), "since": day_words(known.first_day)}
            blanks |= {"other": _names([heir for heir in heirs if heir]), "doubt": _doubt(known)}
            yield Hit(path, blanks)


def mistyped(case: Case, settings: Settings) -> Iterator[Hit]:
    """The number of a document is written otherwise than such numbers are."""
    for path, document in _documents(case):
        for place, citation in _citations(document, _ROLES):
            number = document_number(citation.number or "")
            if number and not number.is_proper:
                blanks = {"written": number.written, "proper": number.proper}
                yield Hit((*path, *place, "number"), blanks)
    for text in printed_texts(case.plan):
        for number in document_numbers(text.vi):
            if not number.is_proper:
                yield Hit(text.path, {"written": number.written, "proper": number.proper})


def own_number(case: Case, settings: Settings) -> Iterator[Hit]:
    """A document's own number is more than a number: its symbol is added when it is printed."""
    for path, number in _own_numbers(case):
        if not _OWN_NUMBER.fullmatch(number):
            yield Hit(path, {"written": number})


def number_twice(case: Case, settings: Settings) -> Iterator[Hit]:
    """Two documents of the plan have the same number and symbol in one series."""
    first: dict[tuple[str, ...], Message] = {}
    for path, document in _documents(case):
        if path[-1] == _ISSUING and case.plan.document.cover is not None:
            continue  # the plan's cover is this very act
        cover = document.cover
        number = document.number if cover is None else cover.number
        kind = (cover or document).type
        issuer = (cover.issuer if cover else None) or document.issuer or case.plan.document.issuer
        symbol = (cover or document).symbol or ""
        if number:
            series = str(document.date.year) if not case.is_party else ""
            key = (number.lstrip("0"), kind, issuer or "tinh-uy", symbol, series)
            here = _THE_PLAN if path == ("document",) else Message(*2 * ("/".join(map(str, path)),))
            if key in first:
                where = (*path, "cover") if cover else path
                yield Hit((*where, "number"), {"number": number, "type": kind, "other": first[key]})
            first.setdefault(key, here)


def target_number_twice(case: Case, settings: Settings) -> Iterator[Hit]:
    """Two targets print the same number of their own."""
    first: dict[str, str] = {}
    for n, target in enumerate(case.plan.targets):
        if target.number is None:
            continue
        if target.number in first:
            blanks = {"number": target.number, "other": first[target.number], "target": target.id}
            yield Hit(("targets", n, "number"), blanks, target=target.id)
        first.setdefault(target.number, target.id)


def cited_twice(case: Case, settings: Settings) -> Iterator[Hit]:
    """A document stands twice among the parents, perhaps once by its id and once by its number."""
    for path, document in _documents(case):
        seen: set[tuple[str, str]] = set()
        for place, citation in _citations(document, ("parents",)):
            known = known_document(case, citation)
            # Numbers start anew in each series: only with its date does one name a document.
            key = (known.id, "") if known else (citation.number or "", str(citation.date))
            if key[0] and key in seen:
                said = known.number if known and known.number else key[0]
                yield Hit((*path, *place), {"document": said})
            seen.add(key)


def parent_missing(case: Case, settings: Settings) -> Iterator[Hit]:
    """The plan cites none of the documents of `any`, nor one whose number or issuer matches.

    Only plans of the settings' `issuers` at the settings' `level` are looked at; `like` is an
    expression for the number or the issuer's name.
    """
    document = case.plan.document
    level = case.plan.unit.level if case.plan.unit else "province"
    if document.issuer not in settings["issuers"] or level != settings["level"]:
        return
    like = re.compile(settings["like"]) if "like" in settings else None
    named = [f"{each.number or ''}\n{_issuer(case, each)}" for each in document.parents]
    named += [text.vi for text in _printed_bases(case)]
    if cited_ids(case) & set(settings.get("any", ())) or (like and any(map(like.search, named))):
        return
    yield Hit(("document", "parents"))


def cited_ids(case: Case) -> set[str]:
    """The catalogue's documents that the plan itself rests on, as its opening prints them.

    Where `parents` names none the resolution is printed; `bases` only in an opening that is a list.
    """
    own = {known.id for path, known, _ in _bases(case) if path[:2] == ("document", "parents")}
    if not case.plan.document.parents:
        own.add(case.catalogue.document)
    numbers = {n.proper for text in _printed_bases(case) for n in document_numbers(text.vi)}
    return own | {known.id for known in case.catalogue.documents if known.number in numbers}


def known_document(case: Case, citation: Citation) -> KnownDocument | None:
    """The catalogue's document that is cited, by its id or by its number; None for any other.

    A number that is wrongly typed is still the document's. Where a date is given it must be the
    document's, too: numbers are used again.
    """
    if citation.id is not None:
        return case.catalogue.document_by_id.get(citation.id)
    read = document_number(citation.number or "")
    number = read.proper if read else citation.number
    for known in case.catalogue.documents:
        same_day = citation.date is None or citation.date == known.date
        if known.number and known.number == number and same_day:
            return known
    return None


def _issuer(case: Case, citation: Citation) -> str:
    """Who issued what is cited; what has neither number nor issuer is the Party committee's."""
    if citation.issuer is not None:
        return citation.issuer.vi
    own = "Tỉnh ủy" if case.plan.unit is None else "Đảng ủy"
    return "" if citation.number or citation.id else own


def _documents(case: Case) -> Iterator[tuple[Path, Particulars]]:
    yield ("document",), case.plan.document
    for name, document in case.plan.documents.items():
        yield ("documents", name), document


def _citations(document: Particulars, roles: tuple[str, ...]) -> Iterator[tuple[Path, Citation]]:
    for role in roles:
        for k, citation in enumerate(getattr(document, role)):
            yield (role, k), citation


def _bases(case: Case) -> Iterator[tuple[Path, KnownDocument, Particulars]]:
    """The legal bases that the catalogue knows: parents, and numbers in the lines of bases."""
    by_number = {d.number: d for d in case.catalogue.documents if d.number}
    for path, document in _documents(case):
        for place, citation in _citations(document, ("parents",)):
            if known := known_document(case, citation):
                yield (*path, *place), known, document
        for k, text in enumerate(document.bases):
            for number in document_numbers(text.vi):
                if number.proper in by_number:
                    yield (*path, "bases", k), by_number[number.proper], document


def _printed_bases(case: Case) -> tuple[Text, ...]:
    document = case.plan.document
    return document.bases if document.opening == "list" else ()


def _cites_any(case: Case, document: Particulars, names: tuple[str, ...]) -> bool:
    cited = (known_document(case, citation) for citation in document.parents)
    return any(known and known.id in names for known in cited)


def _own_numbers(case: Case) -> Iterator[tuple[Path, str]]:
    for path, document in _documents(case):
        if document.number:
            yield (*path, "number"), document.number
        if document.cover and document.cover.number:
            yield (*path, "cover", "number"), document.cover.number


def _name(document: KnownDocument) -> Message:
    if document.number is None:
        return Message(document.type.say("vi"), document.type.say("en"))
    vi, en = document.type.say("vi"), document.type.say("en")
    return Message(f"{vi} số {document.number}", f"{en} No. {document.number}")


def _names(documents: list[KnownDocument]) -> Message:
    names = [_name(document) for document in documents] or [Message("—", "—")]
    return Message(", ".join(n.vi for n in names), ", ".join(n.en for n in names))


def _written(citation: Citation) -> Message:
    """How a document that the catalogue does not know is called: by its number or its title."""
    if citation.number:
        return Message(f"Văn bản số {citation.number}", f"Document No. {citation.number}")
    return citation.title.message if citation.title else Message("Văn bản", "The document")


def _doubt(document: KnownDocument) -> Message:
    """What is added where it was not checked how long a document is in force."""
    if document.status_basis != "unverified":
        return Message("", "")
    return Message(" (chưa đối chiếu)", " (unverified)")


CHECKS: Mapping[str, Check] = {
    "basis-not-yet": not_yet,
    "basis-not-in-force": not_in_force,
    "number-mistyped": mistyped,
    "number-own": own_number,
    "number-twice": number_twice,
    "target-number-twice": target_number_twice,
    "cited-twice": cited_twice,
    "parent-missing": parent_missing,
}
