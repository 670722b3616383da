"""Provinces, agencies, posts and document words: dated registers that plans refer to by id."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

from r57plans.findings import Language
from r57plans.model.base import Basis, Dated, Frozen, Many, Name, Text, Words

ProvinceKind = Literal["province", "city"]
Side = Literal["party", "state", "front", "court", "forces", "enterprise", "class", "other"]
LayoutName = Literal["party", "state"]


class Province(Dated):
    """A province or centrally run city, for as long as it existed under that id, code and kind."""

    id: Name
    code: Words
    vi: Words
    en: Words
    kind: ProvinceKind
    successor: Name | None = None
    predecessors: Many[Name] = ()
    basis: Basis
    source: Words


class Named(Frozen):
    """A record with its name in both languages, perhaps with `{placeholders}` in it."""

    vi: Words
    en: Words

    def say(self, language: Language) -> str:
        """The name in one language."""
        return self.vi if language == "vi" else self.en


class Agency(Dated, Named):
    """A body, or a class of bodies, that carries tasks.

    Names may hold `{tinh}` (tỉnh, thành phố, xã …), `{tinh_uy}` (Tỉnh ủy, Thành ủy, Đảng ủy),
    `{dia_phuong}` (tỉnh Cao Bằng); English ones `{provincial}`, `{committee}`, `{place}`.
    """

    id: Name
    aliases: Many[Name] = ()
    side: Side
    level: Literal["centre", "province", "district", "commune"] = "province"
    only: Many[Name] = ()
    successor: Name | None = None
    basis: Basis
    source: Words


class Role(Named):
    """A post: its full name with placeholders as agencies have, and the short one for signing."""

    id: Name
    sign_vi: Words | None = None
    sign_en: Words | None = None
    deputy_of: Name | None = None
    basis: Basis
    source: Words

    def sign(self, language: Language) -> str:
        """The short name that stands over a signature; the full one where there is none."""
        return (self.sign_vi if language == "vi" else self.sign_en) or self.say(language)


class DocumentType(Named):
    """A type of document by its abbreviation: CTr, KH, NQ, QĐ, BC …"""

    id: Words
    layouts: Many[LayoutName]
    basis: Basis
    source: Words


class IssuerNames(Named):
    """How an issuer is named at one level of unit."""

    superior_vi: Words | None = None
    superior_en: Words | None = None
    sentence_vi: Words
    sentence_en: Words

    def superior(self, language: Language) -> str:
        """The body above it; empty where none is printed."""
        return (self.superior_vi if language == "vi" else self.superior_en) or ""

    def sentence(self, language: Language) -> str:
        """The issuer within a sentence, in English with its article."""
        return self.sentence_vi if language == "vi" else self.sentence_en


class IssuerRecord(Frozen):
    """An issuer of documents: its layout, its abbreviation in symbols, its names by level.

    Without `authority` its head signs in his own right, not on anyone's behalf.
    """

    id: Name
    layout: LayoutName
    abbreviation: Words
    authority: Name | None = None
    signs: Name
    archive: Text
    province: IssuerNames | None = None
    city: IssuerNames | None = None
    commune: IssuerNames | None = None
    basis: Basis
    source: Words


class Authority(Named):
    """On whose behalf a document is signed (`T/M BAN THƯỜNG VỤ`), without the prefix."""

    id: Name
    basis: Basis
    source: Words


class TermsRegister(Frozen):
    """The words of official documents."""

    types: Many[DocumentType]
    issuers: Many[IssuerRecord]
    authorities: Many[Authority]
    roles: Many[Role]
    products: Many[DocumentType]
    columns: dict[str, Text]
    urgency: dict[str, Text]
    units: dict[str, Text]
    periods: dict[str, Text]


D = TypeVar("D", Province, Agency)


class Registers(Frozen):
    """All registers, with look-ups by id and day."""

    provinces: Many[Province]
    agencies: Many[Agency]
    terms: TermsRegister

    @cached_property
    def _provinces(self) -> dict[str, list[Province]]:
        return _by_id(self.provinces)

    @cached_property
    def _agencies(self) -> dict[str, list[Agency]]:
        known = _by_id(self.agencies)
        for agency in self.agencies:
            for alias in agency.aliases:
                known.setdefault(alias, []).append(agency)
        return known

    @cached_property
    def roles(self) -> dict[str, Role]:
        """Posts by id."""
        return {r.id: r for r in self.terms.roles}

    @cached_property
    def issuers(self) -> dict[str, IssuerRecord]:
        """Issuers of documents by id."""
        return {i.id: i for i in self.terms.issuers}

    @cached_property
    def types(self) -> dict[str, DocumentType]:
        """Types of documents by abbreviation."""
        return {t.id: t for t in self.terms.types}

    @cached_property
    def products(self) -> dict[str, DocumentType]:
        """Types of products by id."""
        return {p.id: p for p in self.terms.products}

    @cached_property
    def authorities(self) -> dict[str, Authority]:
        """On whose behalf one signs, by id."""
        return {a.id: a for a in self.terms.authorities}

    def province(self, name: str, day: date) -> Province | None:
        """The province of that id on that day."""
        return _on(self._provinces.get(name, []), day)

    def province_ever(self, name: str) -> tuple[Province, ...]:
        """Every record of that id, whatever its dates."""
        return tuple(self._provinces.get(name, ()))

    def provinces_on(self, day: date) -> tuple[Province, ...]:
        """All provinces on that day, in the order of their codes."""
        return tuple(sorted((p for p in self.provinces if p.valid_on(day)), key=lambda p: p.code))

    def agency(self, name: str, day: date) -> Agency | None:
        """The agency of that id or alias on that day."""
        return _on(self._agencies.get(name, []), day)

    def agency_ever(self, name: str) -> tuple[Agency, ...]:
        """Every record of that id or alias, whatever its dates."""
        return tuple(self._agencies.get(name, ()))

    def agency_names(self) -> tuple[str, ...]:
        """All ids and aliases."""
        return tuple(self._agencies)


def _by_id(records: tuple[D, ...]) -> dict[str, list[D]]:
    found: dict[str, list[D]] = {}
    for record in records:
        found.setdefault(record.id, []).append(record)
    return found


def _on(records: list[D], day: date) -> D | None:
    for record in records:
        if record.valid_on(day):
            return record
    return None
