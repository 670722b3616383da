"""How another official document is cited: type, number, day, issuer, title, alias."""

from __future__ import annotations

import re
from dataclasses import dataclass

from r57plans.findings import Message
from r57plans.language import date_long, date_short, fill, join_list
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue
from r57plans.model.central import KnownDocument, state_on
from r57plans.model.document import Citation
from r57plans.model.naming import Fills, province_fills
from r57plans.model.registers import IssuerNames, IssuerRecord, LayoutName
from r57plans.view.names import Namer
from r57plans.view.phrases import phrase
from r57plans.view.speech import Where

PARTY_COMMITTEE = "TU"
LAW = "Luật "
STANDING = ("in-force", "amended")
LOCAL_GOVERNMENT = "Luật Tổ chức chính quyền địa phương"


@dataclass(frozen=True, slots=True)
class Citer:
    """Cites documents in the layout's way: the Party writes `, ngày`, the State ` ngày`."""

    namer: Namer
    catalogue: Catalogue

    @property
    def layout(self) -> LayoutName:
        """The layout of the issuer."""
        return self.namer.issuer().layout

    def cite(self, citation: Citation, *where: str | int) -> str:
        """The citation with its title, as it stands in an opening or a subject line."""
        known = self.catalogue.document_by_id.get(citation.id or "")
        named = self._named(citation, known, where)
        title = citation.title or (known.title if known else None)
        speaker = self.namer.speaker
        said = f"{named} {speaker.text(title, '', *where, 'title')}" if title else named
        if citation.alias is None:
            return said.strip()
        alias = speaker.text(citation.alias, "", *where, "alias")
        return f"{said} {phrase('alias', self.namer.language, alias=alias)}".strip()

    def cite_all(self, citations: tuple[Citation, ...], *where: str | int) -> str:
        """Several citations in one sentence."""
        said = [self.cite(c, *where, n) for n, c in enumerate(citations)]
        return join_list(said, self.namer.language) if len(said) < 3 else "; ".join(said)

    def local_government(self) -> str:
        """The law on local government of the document's day; undated where none is known."""
        day, known = self.namer.plan.document.date.last, self.catalogue.document_by_id
        for law in self.catalogue.documents:
            if law.type.vi == LOCAL_GOVERNMENT and state_on(law, day, known) in STANDING:
                return self.cite(Citation(id=law.id))
        words = Message(LOCAL_GOVERNMENT, "the Law on Organisation of Local Government")
        return self.namer.speaker.finish(words.say(self.namer.language))

    def _named(self, citation: Citation, known: KnownDocument | None, where: Where) -> str:
        number = citation.number or (known.number if known else None)
        day = citation.date or (known.date if known else None)
        issuer = self._issuer(citation, known, where)
        words = {
            "type": self._type(citation, known, number),
            "by": phrase("by", self.namer.language, issuer=issuer) if issuer else "",
        }
        if number:
            words["number"] = number
        if number and day:
            words["date"] = self._day(day)
        key = self._key(words, law=known is not None and known.type.vi.startswith(LAW))
        return self.namer.speaker.finish(phrase(key, self.namer.language, **words))

    def _key(self, words: dict[str, str], *, law: bool) -> str:
        """Which phrase holds what is known of a document; the State cites a law by its day."""
        if "date" in words and law and self.layout == "state":
            return "citation_law"
        if "date" in words:
            return "citation_party" if self.layout == "party" else "citation_state"
        if "number" in words:
            return "citation_undated"
        return "citation_bare" if words["by"] else "citation_type"

    def _type(self, citation: Citation, known: KnownDocument | None, number: str | None) -> str:
        if known and not citation.type:
            return known.type.say(self.namer.language)
        abbreviation = citation.type or abbreviation_of(number or "")
        record = self.namer.registers.types.get(abbreviation)
        return record.say(self.namer.language) if record else abbreviation

    def _issuer(self, citation: Citation, known: KnownDocument | None, where: Where) -> str:
        issuer = citation.issuer or (known.issuer if known else None)
        if issuer:
            return str(self.namer.speaker.text(issuer, "", *where, "issuer"))
        return "" if known else self._own_issuer(citation)

    def _own_issuer(self, citation: Citation) -> str:
        """The issuer of a document that names none, by its number: `63/KH-UBND`, `309-KH/TU`.

        Without a number it is the Party committee. Empty where the number does not settle it: in
        a commune's plan `UBND` may be the commune's own or, once `province` is given, that one's.
        """
        body = body_of(citation.number) if citation.number else PARTY_COMMITTEE
        records = [i for i in self.namer.registers.terms.issuers if i.abbreviation == body]
        own = next((i.commune for i in records if i.commune), None)
        if citation.province or not self.namer.plan.unit or not own:
            return self._of_province(citation, records)
        if any(i.province or i.city for i in records):
            return ""
        return self._named_as(own, records[0], self.namer.units.own)

    def _of_province(self, citation: Citation, records: list[IssuerRecord]) -> str:
        name = citation.province or self.namer.plan.province
        day = citation.date.last if citation.date else self.namer.plan.document.date.last
        province = self.namer.registers.province(name, day)
        if province is None:
            return ""
        words = province_fills(province, self.namer.registers, self.namer.language)
        for record in records:
            if names := getattr(record, province.kind):
                return self._named_as(names, record, words)
        return ""

    def _named_as(self, names: IssuerNames, record: IssuerRecord, words: Fills) -> str:
        """A Party committee by its name, another issuer as sentences call it."""
        committee, vietnamese = record.authority == "ban-thuong-vu", self.namer.language == "vi"
        if committee:
            return fill(names.vi if vietnamese else f"the {names.en}", words)
        return fill(names.sentence(self.namer.language), words)

    def _day(self, day: DocumentDate) -> str:
        if day.day is None:
            return f"{day.month}/{day.year}"
        if self.layout == "state" and self.namer.language == "vi":
            return date_long(day.last, "vi").removeprefix("ngày ")
        return date_short(day.last, self.namer.language)


def abbreviation_of(number: str) -> str:
    """The type in a number: `KH` of `309-KH/TU`, of `63/KH-UBND`; `NQ` of `03/NQ-CP`."""
    _, _, symbol = number.partition("-")
    if "/" in number.partition("-")[0]:
        return number.partition("/")[2].partition("-")[0].rpartition("/")[2]
    return symbol.partition("/")[0]


def body_of(number: str) -> str:
    """The body in a number: `TU` of `309-KH/TU`, `UBND` of `63/KH-UBND`."""
    return re.split("[-/]", number)[-1]
