"""What a progress report says before its parts: which plan it is of, and of which months."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from r57plans.language import date_short
from r57plans.model.base import DocumentDate
from r57plans.model.document import Citation
from r57plans.model.plan import Plan
from r57plans.view.citations import Citer
from r57plans.view.names import Namer
from r57plans.view.particulars import Stationer
from r57plans.view.progress import ProgressWriter
from r57plans.view.records import DocumentView, Line

_BLANK = "…"
_JUNE, _DECEMBER = 6, 12


@dataclass(frozen=True, slots=True)
class ReportHeads:
    """Writes the heads of a report; `stationer` writes for the report, `plan` is the plan's own."""

    stationer: Stationer
    plan: Plan
    on: date
    writer: ProgressWriter

    @property
    def plan_type(self) -> str:
        """What the plan is called: `Chương trình hành động`."""
        return self.stationer.named(self.stationer.type_name(self.plan.document.type))

    @property
    def assigned(self) -> str:
        """The plan, or the act that issues it, for a table: `12-CTr/TU, 28/3/2025`."""
        given, day = self._cited()
        shown = self._day_of(day.last) if day.day else f"{day.month}/{day.year}"
        return self.stationer.named(f"{given.number}, {shown}")

    def document(self) -> DocumentView:
        """The report's particulars, with the subject and opening of a report."""
        subject = self.stationer.headline(self._subject())
        return replace(self.stationer.view(), subject=subject, opening=self._opening())

    def _subject(self) -> Line:
        """The title that the plan gives the report, or of which months it is."""
        if self.stationer.document.title:
            return self.stationer.subject()
        citer = self.stationer.citer
        citation = citer.cite(Citation(id=citer.catalogue.document))
        return self._of_months(citation)

    def _of_months(self, citation: str) -> str:
        halves = {_JUNE: "of_half", _DECEMBER: "of_year"}
        key = halves.get(self.on.month, "up_to")
        return self.writer.word(
            key, year=self.on.year, day=self._day_of(self.on), citation=citation
        )

    def _opening(self) -> str:
        document, citer = self.stationer.document, self.stationer.citer
        if document.parents:
            parents = citer.cite_all(document.parents, "document", "parents")
        else:
            parents = citer.cite_all((Citation(id=citer.catalogue.document), self._plan()))
        return self.writer.word(
            "opening",
            parents=parents,
            issuer=self.stationer.issuer_sentence(),
            subject=self._short_subject(),
        )

    def _short_subject(self) -> str:
        """The title that the plan gives, or the months and the plan's type: nothing said twice."""
        if self.stationer.document.title:
            return str(self.stationer.subject())
        this = self.plan_type if self.writer.language == "vi" else f"the {self.plan_type}"
        return self._of_months(this)

    def _plan(self) -> Citation:
        """The plan as an opening cites it; without its date while that is only a month."""
        cited, day = self._cited()
        return cited.model_copy(update={"date": day if day.day else None})

    def _cited(self) -> tuple[Citation, DocumentDate]:
        """The plan, or the act that issues it, whose number may still be blank; and its date."""
        document, cover = self.plan.document, self.plan.document.cover
        own = Namer(self.plan, self.stationer.namer.registers, self.stationer.namer.speaker)
        stationer = Stationer(own, Citer(own, self.stationer.citer.catalogue))
        if cover is None:
            number = _number(document.number, stationer.symbol())
            return Citation(type=document.type, number=number), document.date
        number = _number(cover.number, stationer.symbol_of_act(cover))
        return Citation(type=cover.type, number=number), cover.date or document.date

    def _day_of(self, day: date) -> str:
        return date_short(day, self.writer.language)


def _number(given: str | None, symbol: str) -> str:
    return f"{given.zfill(2) if given else _BLANK}{symbol}"
