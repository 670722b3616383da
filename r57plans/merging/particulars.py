"""The particulars of the merged plan's documents: parents and what is replaced, from both."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from r57plans.findings import Message
from r57plans.language import fill
from r57plans.merging.fields import Scalar, actor_key, text_key, united
from r57plans.merging.ledger import Ledger
from r57plans.merging.parents import PARTY_COMMITTEES, Merger, Parent
from r57plans.merging.ready import Ready
from r57plans.merging.records import Origin
from r57plans.merging.voice import said_text
from r57plans.merging.words import other
from r57plans.model.base import DocumentDate, Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.document import Citation, Particulars
from r57plans.model.naming import province_fills
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.view.citations import Citer, body_of
from r57plans.view.names import Namer, implied_issuer
from r57plans.view.particulars import Stationer
from r57plans.view.speech import Speaker

_PLAN_TITLE = Message("Chương trình, kế hoạch hành động", "Action plan")
_KIND_WORDS = (
    ("Tỉnh ủy", "Thành ủy"),
    ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thành phố"),
    ("chính trị - xã hội tỉnh", "chính trị - xã hội thành phố"),
    ("Provincial", "City"),
)


@dataclass(frozen=True)
class Drafting:
    """Makes the particulars of the merged plan's documents."""

    merger: Merger
    readies: Sequence[Ready]
    ledger: Ledger
    catalogue: Catalogue
    registers: Registers

    def document(self) -> Particulars:
        """Those of the action plan itself."""
        given = [(r, r.plan.document) for r in self.readies]
        return self._merged("document", _PLAN_TITLE, given)

    def documents(self) -> dict[str, Particulars]:
        """Those of the other documents; reports on the parents' own time are left to them."""
        found: dict[str, Particulars] = {}
        for name in dict.fromkeys(n for r in self.readies for n in r.plan.documents):
            given = [(r, r.plan.documents[name]) for r in self.readies if name in r.plan.documents]
            title = Message(f"Văn bản {name}", f"Document {name}")
            if name.startswith("progress-report"):
                origins = [r.origin(name) for r, _ in given]
                self.ledger.note("document", "", title, origins, [_OF_ITS_TIME])
            else:
                found[name] = self._merged(f"documents/{name}", title, given)
        return found

    def _merged(
        self, path: str, title: Message, given: Sequence[tuple[Ready, Particulars]]
    ) -> Particulars:
        scalar, notes = Scalar(self.ledger, path, title), list[Message]()

        def one(name: str, say: Any, key: Any = lambda value: value, own: Any = None) -> Any:
            values = [(r.origin(), getattr(p, name)) for r, p in given]
            value, more = scalar.of(name, values, say, key, own)
            notes.extend(more)
            return value

        first, day = given[0][1], self.merger.on
        fields: dict[str, Any] = {
            "issuer": self._issuer([p.issuer for _, p in given]),
            "type": one("type", _plain),
            "symbol": one("symbol", _plain),
            "number": None,
            "date": DocumentDate(day.year, day.month, day.day),
            "place": None,
            "status": "draft",
            "draft_no": 1,
            "opening": first.opening,
            "title": one("title", said_text, text_key, lambda text: text),
            "superior": one("superior", said_text, text_key, lambda text: text),
            "signer": one("signer", lambda s: Message(s.role, s.role), _signer_key),
            "cover": one("cover", lambda c: Message(c.type, c.type), lambda c: (c.type, c.issuer)),
            "marks": Particulars.model_fields["marks"].default,
            "parents": united((self._cited(r, p.parents) for r, p in given), _citation_key),
            "amends": united((self._cited(r, p.amends) for r, p in given), _citation_key),
            "replaces": self._replaces(path, given, notes),
            "bases": united((p.bases for _, p in given), text_key),
            "recipients": united((map(self._as_now, p.recipients) for _, p in given), text_key),
            "to": united((p.to for _, p in given), actor_key),
        }
        if fields["cover"]:
            fields["cover"] = fields["cover"].model_copy(update={"number": None, "date": None})
        notes += [note for r, p in given for note in _left_behind(r.origin(), p)]
        self.ledger.note("document", path, title, [r.origin() for r, _ in given], notes)
        return first.model_copy(update=fields)

    def _as_now(self, recipient: Text) -> Text:
        """A recipient in the words of the merged province, where that is a city."""
        vi, en = recipient.vi, recipient.en
        for old, new in _KIND_WORDS if self.merger.province.kind == "city" else ():
            vi, en = vi.replace(old, new), en.replace(old, new) if en else en
        return Text(vi=vi, en=en)

    def _issuer(self, given: Sequence[str | None]) -> str | None:
        """The committee of the merged province, be it a province's or a city's."""
        named = next((issuer for issuer in given if issuer), None)
        if named in PARTY_COMMITTEES:
            return "thanh-uy" if self.merger.province.kind == "city" else "tinh-uy"
        return named

    def _replaces(
        self, path: str, given: Sequence[tuple[Ready, Particulars]], notes: list[Message]
    ) -> tuple[Citation, ...]:
        """The parents' own documents; what those have replaced is theirs where they are issued."""
        found: list[Citation] = []
        for ready, particulars in given:
            parent = ready.parent
            name = path.partition("/")[2]
            own = parent.plan.documents[name] if name else parent.plan.document
            found.append(self._own_citation(parent, name, own))
            if own.number is None and not (own.cover and own.cover.number):
                notes.append(_no_number(ready.origin()))
            earlier = self._cited(ready, particulars.replaces)
            if own.status == "issued":
                notes += [_replaced_before(ready.origin(), c) for c in earlier]
            else:
                found += earlier
        return united([found], _citation_key)

    def _own_citation(self, parent: Parent, name: str, own: Particulars) -> Citation:
        """The parent's own document as the merged plan cites it."""
        plan = parent.plan.of_document(name, own) if name else parent.plan
        vi = self._stationer(plan, "vi")
        act = own.cover if own.cover and own.cover.number else None
        number = date = None
        if act is not None:
            number, date = f"{act.number}{vi.symbol_of_act(act)}", act.date
        elif own.number is not None:
            number, date = f"{own.number}{vi.symbol()}", own.date
        title = own.title
        if title is None and (number is None or name == ""):
            said = (str(self._stationer(plan, lang).subject()) for lang in ("vi", "en"))
            title = Text(**dict(zip(("vi", "en"), map(_single, said), strict=True)))
        return Citation(
            type=act.type if act else own.type,
            number=_single(number) if number else None,
            date=date,
            issuer=self._issuer_name(parent, plan),
            title=title,
            province=parent.id,
        )

    def _stationer(self, plan: Plan, language: Any) -> Stationer:
        namer = Namer(plan, self.registers, Speaker(plan, language))
        return Stationer(namer, Citer(namer, self.catalogue))

    def _issuer_name(self, parent: Parent, plan: Plan) -> Text:
        """The issuer by the name that it had: `Tỉnh ủy Hà Giang`."""
        issuer = plan.document.issuer or implied_issuer(plan, self.registers)
        record = self.registers.issuers[issuer]
        names = getattr(record, parent.province.kind) or record.province or record.commune
        committee = record.authority == "ban-thuong-vu"
        vi, en = (province_fills(parent.province, self.registers, lang) for lang in ("vi", "en"))
        if names is None:
            return Text(vi=parent.province.vi, en=parent.province.en)
        said = names.vi if committee else names.sentence_vi
        english = f"the {names.en}" if committee else names.sentence_en
        text = Text(vi=fill(said, vi), en=fill(english, en))
        if parent.province.vi in text.vi:
            return text
        return Text(vi=f"{text.vi} {vi['ten']}", en=f"{text.en} of {en['place']}")

    def _cited(self, ready: Ready, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        """Citations of the parent's own documents say whose they are."""
        return tuple(self._owned(ready, citation) for citation in citations)

    def _owned(self, ready: Ready, citation: Citation) -> Citation:
        if citation.id or citation.province:
            return citation
        bodies = {i.abbreviation for i in self.registers.terms.issuers if i.province or i.city}
        local = body_of(citation.number) in bodies if citation.number else not citation.issuer
        return citation.model_copy(update={"province": ready.id}) if local else citation


def _plain(said: str) -> Message:
    return Message(said, said)


def _single(said: str) -> str:
    return " ".join(said.replace("\u00a0", " ").replace("\u2011", "-").split())


def _signer_key(signer: Any) -> Hashable:
    return signer.role, signer.authority


def _citation_key(citation: Citation) -> Hashable:
    if citation.id:
        return citation.id
    title = text_key(citation.title) if citation.title else ""
    named = citation.number or title
    return named, citation.date, citation.province, citation.type


_OF_ITS_TIME = Message(
    "Báo cáo về thời gian trước hợp nhất; ở lại trong hồ sơ của tỉnh.",
    "A report on the time before the merger; it stays in the province's own file.",
)


def _no_number(origin: Origin) -> Message:
    return Message(
        f"Văn bản của {origin.name.vi} chưa có số trong tệp kế hoạch: ghi số, ngày ở replaces, "
        "hoặc bỏ dòng đó nếu chưa từng ban hành.",
        f"The file of {origin.name.en} gives no number: write number and day under replaces, or "
        "delete that line if it was never issued.",
    )


def _replaced_before(origin: Origin, citation: Citation) -> Message:
    titles = [text for text in (citation.title, citation.alias) if text]
    named = citation.number or citation.id or ""
    said = " ".join([named, *(text.vi for text in titles)]).strip()
    english = " ".join([named, *(text.say("en") for text in titles)]).strip()
    return Message(
        f"Đã được văn bản của {origin.name.vi} thay thế từ trước: {said}.",
        f"Replaced before by the document of {origin.name.en}: {english}.",
    )


def _left_behind(origin: Origin, own: Particulars) -> list[Message]:
    """What belongs to the parent's own document and not to the new one."""
    found = []
    for name in ("number", "symbol", "place"):
        value = getattr(own, name)
        if name != "symbol" and value is not None:
            said = value.message if isinstance(value, Text) else Message(value, value)
            found.append(other(name, origin, said))
    if own.marks.urgency:
        found.append(other("urgency", origin, _plain(own.marks.urgency)))
    return found
