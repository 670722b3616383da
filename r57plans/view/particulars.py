"""The particulars of the document: letterhead, number, place and date, title, signature."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.findings import Language
from r57plans.language import (
    NO_BREAK_SPACE,
    capital_first,
    date_blank_day,
    date_long,
    draft_line,
    fill,
    punctuated,
)
from r57plans.model.base import DocumentDate, Text
from r57plans.model.document import Citation, Cover, Particulars
from r57plans.model.registers import IssuerNames, IssuerRecord
from r57plans.view.citations import Citer
from r57plans.view.names import Namer
from r57plans.view.phrases import phrase
from r57plans.view.printed import Joined, Printed
from r57plans.view.records import DocumentView, Line, Lines, SignatureView

BLANK_NUMBER = NO_BREAK_SPACE * 5
NEW_PARTY_RULES = 2026


@dataclass(frozen=True, slots=True)
class Stationer:
    """Writes everything that stands around the text of the action plan."""

    namer: Namer
    citer: Citer

    @property
    def document(self) -> Particulars:
        """The particulars as the plan gives them."""
        return self.namer.plan.document

    def _path(self, key: str) -> str:
        return f"{self.namer.plan.document_path}/{key}"

    @property
    def party(self) -> bool:
        """Whether the Party layout applies; otherwise the State's."""
        return self.citer.layout == "party"

    def view(self) -> DocumentView:
        """The finished particulars."""
        names, document = self.namer.issuer_names(), self.document
        place_date = self.place_date()
        return DocumentView(
            superior=self._letterhead(self.superior(names)),
            issuer=self._letterhead(self.named(names.say(self.language))),
            number=self.number_line(),
            place_date=place_date,
            draft=draft_line(document.draft_no, self.language) if self.is_draft else "",
            urgency=self.urgency(),
            type=self.type_name().upper(),
            subject=self.headline(self.subject()),
            attached=self.attached(),
            opening=self.opening(),
            bases=self.bases(),
            unofficial=phrase("unofficial", self.language),
            letterhead=document.cover is None,
            place=place_date[0],
            date=place_date[1],
            to=self.addressees(),
            replaced=self.replaced(),
            annexed=self.annex_attached(),
        )

    @property
    def language(self) -> Language:
        """The document's language."""
        return self.namer.language

    @property
    def is_draft(self) -> bool:
        """Whether marks and notes of a draft are printed."""
        return self.document.status == "draft"

    def named(self, said: str) -> str:
        """A name with this unit's words in its placeholders."""
        return self.namer.speaker.finish(fill(said, self.namer.units.own))

    def _letterhead(self, name: str) -> str:
        """A name in capitals that breaks before its unit, never within it: `TỈNH LẠNG SƠN`."""
        key = "dia_phuong" if self.language == "vi" else "place"
        for place in (self.namer.units.own[key], self.namer.units.province[key]):
            name = name.replace(place, place.replace(" ", NO_BREAK_SPACE))
        return name.upper()

    def superior(self, names: IssuerNames) -> str:
        """The body above the issuer; provincial committees print none."""
        if self.document.superior:
            return str(self.namer.speaker.text(self.document.superior, "", "document", "superior"))
        units = self.namer.units
        words = {**units.own, "tinh": units.province["tinh"]}
        return self.namer.speaker.finish(fill(names.superior(self.language), words))

    def issuer_sentence(self, issuer: IssuerRecord | None = None) -> str:
        """The issuer within a sentence: `Ban Thường vụ Tỉnh ủy`."""
        return self.namer.issuer_in_sentence(issuer or self.namer.issuer())

    def type_name(self, abbreviation: str | None = None) -> str:
        """The type of the document in words: `Chương trình hành động`."""
        types = self.namer.registers.types
        return types[abbreviation or self.document.type].say(self.language)

    def figure(self) -> str:
        """The number alone, `05`; blank until it is given, and always blank for signing."""
        given = self.document.number if self.document.status != "signing" else None
        return _padded(given)

    def symbol(self) -> str:
        """What follows the number: `-CTr/TU`, `/KH-UBND`."""
        document = self.document
        return self._symbol(document.type, document.symbol, self.namer.issuer().abbreviation)

    def _symbol(self, kind: str, symbol: str | None, abbreviation: str) -> str:
        if self.party:
            return self.namer.speaker.finish(f"-{symbol or f'{kind}/{abbreviation}'}")
        return self.namer.speaker.finish(f"/{symbol or f'{kind}-{abbreviation}'}")

    def number_line(self) -> Line:
        """The number as the letterhead prints it; the figure has its identity."""
        key = "number_party" if self.party else "number_state"
        start = phrase(key, self.language, number="").replace(" ", NO_BREAK_SPACE)
        return Joined(
            (start, Printed(self.figure(), self._path("number")), self.symbol()), separator=""
        )

    def date(self) -> str:
        """The date; the day stays blank until the document is signed."""
        return self._date(self.document.date, blank=self.document.status == "signing")

    def _date(self, day: DocumentDate, *, blank: bool = False) -> str:
        if blank or day.day is None:
            return date_blank_day(day.year, day.month, self.language)
        return date_long(day.last, self.language)

    def place_date(self) -> Joined:
        """Place and date: `Cao Bằng, ngày 28 tháng 3 năm 2025`, each with its identity."""
        words, place = self.namer.units.own, self.document.place
        said = words["ten"] if self.language == "vi" else words["name"]
        if place:
            said = str(self.namer.speaker.text(place, "", "document", "place"))
        day = Printed(self.namer.speaker.finish(self.date()), self._path("date"))
        return Joined((Printed(said, self._path("place")), day), separator=", ")

    def urgency(self) -> str:
        """The mark of urgency, in capitals."""
        mark = self.document.marks.urgency
        urgency = self.namer.registers.terms.urgency
        return urgency[mark].say(self.language).upper() if mark else ""

    def subject(self) -> Line:
        """The subject line: the plan's title, or that it implements the resolution."""
        if self.document.title:
            return self.titled(self.document.title)
        citation = self.citer.cite(Citation(id=self.citer.catalogue.document))
        return self.namer.speaker.finish(phrase("subject", self.language, citation=citation))

    def headline(self, subject: Line) -> Line:
        """A subject as it stands under the type: the State's begins with a capital."""
        if self.party:
            return subject
        said = capital_first(str(subject))
        return Printed(said, subject.path) if isinstance(subject, Printed) else said

    def titled(self, title: Text) -> Line:
        """The title that the plan gives, with its identity."""
        return self.namer.speaker.text(title, self._path("title"), "document", "title")

    def addressees(self) -> Line:
        """To whom it is submitted; empty where the plan does not say."""
        return self.namer.list(self.document.to, inside=True)

    @property
    def ending(self) -> str:
        """The mark that ends the text."""
        return "." if self.party else "./."

    def place_name(self) -> str:
        """The unit's full name: `tỉnh Cao Bằng`."""
        return self.namer.units.own["dia_phuong" if self.language == "vi" else "place"]

    def attached(self) -> str:
        """The line of an attachment, naming the act that issues it; its blanks stay blank."""
        cover = self.document.cover
        if cover is None:
            return ""
        number = _padded(cover.number) + self.symbol_of_act(cover)
        day = self._date(cover.date) if cover.date else self.date()
        return self._attached(cover.type, number, day, self.issuer_sentence(self._issues(cover)))

    def _issues(self, cover: Cover) -> IssuerRecord:
        """Who issues the act: whom it names, or the plan's issuer."""
        return self.namer.registers.issuers[cover.issuer] if cover.issuer else self.namer.issuer()

    def symbol_of_act(self, cover: Cover) -> str:
        """What follows the number of the act: `/QĐ-UBND`."""
        return self._symbol(cover.type, cover.symbol, self._issues(cover).abbreviation)

    def annex_attached(self) -> str:
        """The line under an appendix's title, naming the document that it belongs to."""
        number = self.figure() + self.symbol()
        own = self._attached(self.document.type, number, self.date(), self.issuer_sentence())
        return self.attached() or own

    def _attached(self, kind: str, number: str, day: str, issuer: str) -> str:
        numbered = phrase("number_party", self.language, number=number).replace("Số", "số")
        words = {"type": self.type_name(kind), "number": numbered, "date": day, "issuer": issuer}
        key = "attached_party" if self.party else "attached_state"
        return self.namer.speaker.finish(phrase(key, self.language, **words))

    def opening(self) -> str:
        """The opening paragraph; after a list of bases only who issues what."""
        document, language = self.document, self.language
        words = {"issuer": self.issuer_sentence(), "type": self.type_name()}
        if document.opening == "list":
            return capital_first(self.namer.speaker.finish(phrase("issues", language, **words)))
        parents = self.citer.cite_all(self.parents(), "document", "parents")
        said = phrase("implementing", language, parents=parents, **words)
        return self.namer.speaker.finish(said)

    def parents(self) -> tuple[Citation, ...]:
        """The documents that it carries out: those that the plan gives, or the resolution."""
        return self.document.parents or (Citation(id=self.citer.catalogue.document),)

    def bases(self) -> Lines:
        """Legal bases, one a line, when the plan opens with a list."""
        if self.document.opening != "list":
            return ()
        cited = [self.citer.cite(c, "document", "parents", n) for n, c in enumerate(self.parents())]
        said = [phrase("pursuant", self.language, citation=c) for c in cited]
        own = [
            str(self.namer.speaker.text(text, "", "document", "bases", n)).rstrip(" ;,.")
            for n, text in enumerate(self.document.bases)
        ]
        last = "," if self.party else "."
        return punctuated([*said, *own], "- " if self.party else "", ";", last)

    def recipients(self) -> Lines:
        """The list under `Nơi nhận:`; the archive's line comes last."""
        comma = self.party and self.document.date.year < NEW_PARTY_RULES
        speaker, end, own = self.namer.speaker, "," if comma else ";", []
        for n, text in enumerate(self.document.recipients):
            if said := str(speaker.text(text, "", "document", "recipients", n)).rstrip(" ;,."):
                given = Printed(said, self._path(f"recipients/{n}"))
                own.append(Joined(("- ", given, end), separator=""))
        return (*own, f"- {self.named(self.namer.issuer().archive.say(self.language))}.")

    def replaced(self) -> Lines:
        """Sentences on the documents that this one replaces or amends."""
        said = []
        for key in ("replaces", "amends"):
            citations: tuple[Citation, ...] = getattr(self.document, key)
            if citations:
                cited = self.citer.cite_all(citations, "document", key)
                said.append(phrase(key, self.language, this=self.type_name(), citations=cited))
        return tuple(self.namer.speaker.finish(s) for s in said)

    def signature(self) -> SignatureView:
        """The signature block: on whose behalf, for whom, which post, whose name."""
        signer, issuer = self.document.signer, self.namer.issuer()
        authority = (signer.authority if signer else None) or issuer.authority
        role = self.namer.registers.roles.get(signer.role if signer else issuer.signs)
        return SignatureView(
            authority=self._authority(authority) if authority else "",
            deputising=self._deputising(role.deputy_of if role else None, authority),
            role=self._signing(role.id).upper() if role else "",
            signed=phrase("signed", self.language) if self.document.status == "issued" else "",
            name=Printed(signer.name or "" if signer else "", self._path("signer/name")),
        )

    def _authority(self, name: str) -> str:
        said = self.namer.registers.authorities[name].say(self.language)
        key = "on_behalf_party" if self.party else "on_behalf_state"
        return phrase(key, self.language, name=self.named(said).upper())

    def _deputising(self, role: str | None, authority: str | None) -> str:
        """For whom a deputy signs; in the Party's way nobody who signs for a committee."""
        if role is None or (self.party and authority):
            return ""
        key = "deputising_party" if self.party else "deputising"
        return phrase(key, self.language, name=self._signing(role).upper())

    def _signing(self, name: str) -> str:
        return self.named(self.namer.registers.roles[name].sign(self.language))


def _padded(number: str | None) -> str:
    """A number of at least two figures, or the blank that waits for one."""
    return number.zfill(2) if number else BLANK_NUMBER
