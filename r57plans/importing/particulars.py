"""The particulars of the document: number, type, title, place, signer, recipients, parents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from r57plans.findings import Finding, Message, Place
from r57plans.importing import told
from r57plans.importing.dates import number_in
from r57plans.importing.frame import Frame
from r57plans.importing.heads import ATTACHING_TYPES, Head, Said
from r57plans.importing.parents import parents_of
from r57plans.language import small_first
from r57plans.language.document_numbers import TYPES
from r57plans.language.text import unaccented
from r57plans.model.catalogue import Catalogue
from r57plans.model.registers import IssuerRecord, Registers, Role
from r57plans.word.layout.wording import AUTHORITY, folded

_BLANK_NUMBER = re.compile(r"SO\s*[:.]?\s*[\s._…]*[-–/]?\s*([A-Z]{2,6})\s*[-–/]\s*([A-Z0-9]{2,10})")
_ENGLISH_NUMBER = re.compile(r"No\.?:?\s*\d+\s*[-–/]", re.IGNORECASE)
_DRAFT = re.compile(r"DU THAO\s*(?:LAN\s*(?:THU\s*)?)?(\d{1,2})?")
_ARCHIVE = re.compile(r"[-–]?\s*LUU\b.*")
_NAME = re.compile(r"(?:[^\W\d_]+\s+){1,5}[^\W\d_]+")
_ISSUES = re.compile(r"BAN HANH (KE HOACH|CHUONG TRINH|DE AN)\b")
_ATTACHED_TO = re.compile(r"KEM THEO (?:QUYET DINH|NGHI QUYET)\b.*?[-–/](QD|NQ)[-–/]")
_PLANS = ("KH", "KHHĐ", "CTr", "CTrHĐ", "ĐA")
_ISSUED = {"KE HOACH": "KH", "CHUONG TRINH": "CTr", "DE AN": "ĐA"}
_OF_ISSUED = re.compile(
    r"^.*?ban hành (?:kế hoạch|chương trình|đề án)(?: hành động)?\s*", re.IGNORECASE
)
_COMMITTEE = re.compile(r"(?:BAN CHAP HANH|(?:TINH|THANH|DANG) UY)\b.*")
_URGENCY = {"KHAN": "khan", "THUONG KHAN": "thuong-khan", "HOA TOC": "hoa-toc"}
_TYPES = {unaccented(name).upper(): name for name in TYPES}
_LONGEST_LIST, _NEAR = 60, 20


@dataclass(slots=True)
class Particulars:
    """What goes under `document`, what to say of it, and the comments that stand at its end."""

    data: dict[str, Any]
    findings: list[Finding] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)
    number: str = ""


def particulars_of(
    head: Head, frame: Frame, registers: Registers, catalogue: Catalogue, file: str
) -> Particulars:
    """The particulars as a plan file has them; what the file does not say is a comment."""
    return _Reader(head, frame, registers, catalogue, file).read()


class _Reader:
    def __init__(
        self, head: Head, frame: Frame, registers: Registers, catalogue: Catalogue, file: str
    ) -> None:
        self._head, self._frame, self._registers = head, frame, registers
        self._catalogue, self._file = catalogue, file
        self._issuer: IssuerRecord = registers.issuers[frame.issuer]
        self._made = Particulars({})

    def read(self) -> Particulars:
        """All of it, in the usual order."""
        data = self._made.data
        data["issuer"] = self._frame.issuer
        cover = self._cover()
        data |= self._number(skip=bool(cover))
        data["date"] = str(self._frame.on)
        if place := self._place():
            data["place"] = place
        data["status"] = "draft"
        data["draft_no"] = self._draft()
        data["opening"] = "list" if self._is_list() else "paragraph"
        if title := self._title():
            data["title"] = title
        else:
            self._made.blanks.append("title:                   # {title}")
        parents = parents_of(self._head.opening, self._catalogue)
        data["parents"] = parents.citations
        if not parents.citations:
            self._made.blanks.append(f"parents: [{self._catalogue.document}]  # {{parents}}")
        self._made.findings += parents.findings
        if urgency := self._head.one("urgency"):
            data["marks"] = {"urgency": _URGENCY.get(folded(urgency.text), "khan")}
        if cover:
            data["cover"] = cover
        self._signed(data)
        self._recipients(data)
        return self._made

    def _lines(self, component: str) -> tuple[Said, ...]:
        """The lines of the plan itself, where it is attached to a decision; else of the file."""
        return self._head.attached.get(component, ()) or self._head.all(component)

    def _cover(self) -> dict[str, Any]:
        """The decision that issues the plan as its attachment."""
        kind = folded(self._head.joined("type"))
        issues = _ISSUES.search(folded(self._head.joined("subject")))
        titled = self._type_by_title()
        alone = not self._lines("number") and (not titled or titled in _PLANS)
        for said in self._head.attachments if alone else ():
            if found := _ATTACHED_TO.search(folded(said.text)):
                number = number_in([said])
                cover = {"type": found[1].replace("QD", "QĐ")}
                return cover | ({"number": number.number} if number else {}) | self._dated()
        if not self._head.attached and not (kind in ATTACHING_TYPES and issues):
            return {}
        number = number_in(self._head.all("number"))
        cover = {"type": "NQ" if kind == "NGHI QUYET" else "QĐ"}
        if number:
            cover |= {"number": number.number}
        return cover | self._dated()

    def _dated(self) -> dict[str, str]:
        return {"date": str(self._frame.on)} if self._frame.dated else {}

    def _number(self, *, skip: bool) -> dict[str, Any]:
        """Type, number, and a symbol that is not the usual one."""
        titled = self._type_by_title()
        if skip:
            issues = _ISSUES.search(folded(self._head.joined("subject")))
            named = _ISSUED[issues[1]] if issues else "KH"
            return {"type": titled if titled in _PLANS else named}
        english = [s for s in self._head.everything[:_NEAR] if _ENGLISH_NUMBER.match(s.text)]
        lines = (*self._lines("number"), *english, *self._head.attachments)
        line = lines[0] if lines else Said("", Place(self._file))
        if number := number_in(lines):
            self._made.number = number.written
            known = number.type in self._registers.types
            symbol = self._symbol(number.type, number.body, known=known)
            kind = number.type if known else titled or "KH"
            return {"type": kind, **symbol, "number": number.number}
        self._blank_number()
        if found := _BLANK_NUMBER.search(folded(line.text)):
            kind = _TYPES.get(found[1], "")
            if kind in self._registers.types:
                return {"type": kind, **self._symbol(kind, found[2])}
        if line.text:
            self._made.findings.append(
                told.not_known(Message("số, ký hiệu", "the number"), line.text, line.place)
            )
        return {"type": titled or ("CTr" if self._issuer.layout == "party" else "KH")}

    def _blank_number(self) -> None:
        self._made.blanks.append("number:                  # {number}")

    def _symbol(self, kind: str, body: str, *, known: bool = True) -> dict[str, str]:
        """The symbol where type and issuer do not give it."""
        usual = unaccented(self._issuer.abbreviation).upper()
        if (known and unaccented(body).upper() == usual) or not kind:
            return {}
        party = self._issuer.layout == "party"
        return {"symbol": f"{kind}/{body}" if party else f"{kind}-{body}"}

    def _type_by_title(self) -> str:
        lines = self._lines("type") or self._head.everything[:_NEAR]
        titles = [folded(said.text) for said in lines]
        types = {folded(t.vi): t.id for t in reversed(self._registers.terms.types)}
        types |= {folded(t.en): t.id for t in reversed(self._registers.terms.types)}
        if exact := next((types[said] for said in titles if said in types), ""):
            return exact
        longest = sorted(types, key=len, reverse=True) if self._lines("type") else ()
        return next((types[n] for n in longest if " ".join(titles).startswith(n)), "")

    def _place(self) -> str:
        """The place before the date, where it is another than the province's or unit's name."""
        line = self._head.one("place-date")
        if line is None or "," not in line.text:
            return ""
        place = line.text.split(",")[0].strip()
        usual = {folded(self._frame.province.vi), folded((self._frame.unit or {}).get("vi", ""))}
        return "" if folded(place) in usual or not place else place

    def _draft(self) -> int:
        line = self._head.one("draft")
        found = _DRAFT.search(folded(line.text)) if line else None
        return max(int(found[1]), 1) if found and found[1] else 1

    def _is_list(self) -> bool:
        return any(folded(s.text).lstrip("- ").startswith("CAN CU") for s in self._head.opening)

    def _title(self) -> str:
        words = " ".join(said.text for said in self._lines("subject"))
        if not self._head.attached and _ISSUES.search(folded(words)):
            words = _OF_ISSUED.sub("", words, count=1)
        return small_first(words) if words and not words.isupper() else words

    def _signed(self, data: dict[str, Any]) -> None:
        role_line, authority_line = self._head.one("role"), self._head.one("authority")
        role = self._role(role_line)
        if role is None:
            if role_line:
                what = Message("chức vụ người ký", "the signer's post")
                self._made.findings.append(told.not_known(what, role_line.text, role_line.place))
            authority = self._issuer.authority
            usual = f"authority: {authority}, " if authority else ""
            self._made.blanks.append(
                f"signer: {{{usual}role: {self._issuer.signs}, name: }}  # {{signer}}"
            )
            return
        signer: dict[str, Any] = {"role": role.id}
        if authority := self._authority(authority_line):
            signer = {"authority": authority, **signer}
        name = self._head.one("signer")
        if name and _NAME.fullmatch(name.text) and not name.text.isupper():
            signer["name"] = name.text
        data["signer"] = signer

    def _role(self, line: Said | None) -> Role | None:
        """The post over the signature: the issuer's own head, one of the deputies, or another."""
        if line is None:
            return None
        roles = self._registers.roles
        own = self._issuer.signs
        ordered = [roles[own], *(r for r in roles.values() if r.deputy_of == own), *roles.values()]
        said = folded(line.text)
        return next((r for r in ordered if folded(r.sign("vi")) == said), None)

    def _authority(self, line: Said | None) -> str:
        found = AUTHORITY.fullmatch(folded(line.text)) if line else None
        if line is None or not found:
            return ""
        said = found[2].strip()
        if _COMMITTEE.fullmatch(said):
            return "ban-chap-hanh"
        known = self._registers.authorities.values()
        if named := next((a.id for a in known if f"{said} ".startswith(f"{folded(a.vi)} ")), ""):
            return named
        what = Message("cơ quan mà người ký thay mặt", "the body on whose behalf it is signed")
        self._made.findings.append(told.not_known(what, line.text, line.place))
        return self._issuer.authority or ""

    def _recipients(self, data: dict[str, Any]) -> None:
        lines = [s.text.lstrip("-–+ ").rstrip(" ;,./") for s in self._head.all("recipients")]
        kept = [text for text in lines if text and not _ARCHIVE.fullmatch(folded(text))]
        if kept:
            data["recipients"] = kept[:_LONGEST_LIST]
        else:
            self._made.blanks.append("recipients: []           # {recipients}")
