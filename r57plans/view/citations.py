"""How another official document is cited: type, number, day, issuer, title, alias."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.language import date_long, date_short, join_list
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue, KnownDocument
from r57plans.model.document import Citation
from r57plans.model.registers import LayoutName
from r57plans.view.names import Namer
from r57plans.view.phrases import phrase
from r57plans.view.speech import Where


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

    def _named(self, citation: Citation, known: KnownDocument | None, where: Where) -> str:
        number = citation.number or (known.number if known else None)
        day = citation.date or (known.date if known else None)
        words = {
            "type": self._type(citation, known, number),
            "issuer": self._by(citation, known, where),
        }
        if not number or not day:
            key = "citation_bare"
            return phrase(key, self.namer.language, **words) if words["issuer"] else words["type"]
        key = "citation_party" if self.layout == "party" else "citation_state"
        said = phrase(key, self.namer.language, number=number, date=self._day(day), **words)
        return self.namer.speaker.finish(said)

    def _type(self, citation: Citation, known: KnownDocument | None, number: str | None) -> str:
        if known and not citation.type:
            return known.type.say(self.namer.language)
        abbreviation = citation.type or abbreviation_of(number or "")
        types = {t.id: t for t in self.namer.registers.terms.types}
        record = types.get(abbreviation)
        if record is None:
            return abbreviation
        return record.vi if self.namer.language == "vi" else record.en

    def _by(self, citation: Citation, known: KnownDocument | None, where: Where) -> str:
        issuer = citation.issuer or (known.issuer if known else None)
        if issuer:
            return str(self.namer.speaker.text(issuer, "", *where, "issuer"))
        return self._own_issuer(citation)

    def _own_issuer(self, citation: Citation) -> str:
        """The issuer of a document that names none: the Party committee of its province."""
        name = citation.province or self.namer.plan.province
        day = citation.date.last if citation.date else self.namer.plan.document.date.last
        province = self.namer.registers.province(name, day)
        if province is None:
            return ""
        issuers = {i.id: i for i in self.namer.registers.terms.issuers}
        record = issuers["thanh-uy" if province.kind == "city" else "tinh-uy"]
        names = record.city if province.kind == "city" else record.province
        assert names is not None
        if self.namer.language == "vi":
            return names.vi.format(ten=province.vi)
        return f"the {names.en.format(name=province.en)}"

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
