"""The views of the documents beside the action plan: their own particulars, the plan's contents."""

from __future__ import annotations

from dataclasses import dataclass, replace

from r57plans.findings import Finding, Language
from r57plans.model.catalogue import Catalogue
from r57plans.model.document import Citation
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.view.assemble import Seen, unit_view, view_of
from r57plans.view.citations import Citer
from r57plans.view.names import Namer
from r57plans.view.organisation import Organiser
from r57plans.view.other_records import PlanView
from r57plans.view.particulars import Stationer
from r57plans.view.phrases import phrase
from r57plans.view.records import Line
from r57plans.view.sheets import sheets
from r57plans.view.speech import Speaker


@dataclass(frozen=True, slots=True)
class OtherStationer(Stationer):
    """Writes what stands around the text of a document beside the action plan.

    `subject_key` is the phrase of its usual subject line. Its opening is the template's own, and
    so are its bases, unless the plan gives them.
    """

    plan: PlanView
    subject_key: str

    def subject(self) -> Line:
        """The document's title, or what such documents are usually about."""
        if self.document.title:
            return self.titled(self.document.title)
        said = phrase(self.subject_key, self.language, place=self.place_name(), plan=self.plan.name)
        return self.namer.speaker.finish(said)

    def addressees(self) -> Line:
        """To whom it is submitted: as the plan says, or whoever issues the action plan."""
        return self.namer.list(self.document.to, inside=True) or self.plan.issuer

    def opening(self) -> str:
        """Nothing: the template opens the text."""
        return ""

    def parents(self) -> tuple[Citation, ...]:
        """Only those that the plan gives."""
        return self.document.parents


def committee_decision_view(
    plan: Plan, own: Plan, catalogue: Catalogue, registers: Registers, language: Language
) -> Seen:
    """What the decision on the steering committee may say."""
    return _other_view(_Given(plan, own, catalogue, registers, language), "subject_committee")


def issuing_decision_view(
    plan: Plan, own: Plan, catalogue: Catalogue, registers: Registers, language: Language
) -> Seen:
    """What the act may say that issues the action plan as its attachment."""
    return _other_view(_Given(plan, own, catalogue, registers, language), "subject_issuing")


def submission_view(
    plan: Plan, own: Plan, catalogue: Catalogue, registers: Registers, language: Language
) -> Seen:
    """What the submission of the draft action plan may say."""
    given = _Given(plan, own, catalogue, registers, language)
    return _other_view(given, "subject_submission", "groups/", "annexes/", "document/")


def task_sheets_view(
    plan: Plan, _own: Plan, catalogue: Catalogue, registers: Registers, language: Language
) -> Seen:
    """The action plan's view, with an extract for each lead."""
    seen = view_of(plan, catalogue, registers, language)
    given = _Given(plan, plan, catalogue, registers, language)
    stationer = given.stationer()
    view = replace(
        seen.view,
        plan=plan_view(stationer),
        sheets=sheets(stationer.namer, catalogue, seen.view.tasks),
    )
    return _parted(Seen(view, seen.untranslated, seen.beyond), ("tasks/", "bodies/", "document/"))


@dataclass(frozen=True, slots=True)
class _Given:
    plan: Plan
    own: Plan
    catalogue: Catalogue
    registers: Registers
    language: Language

    def stationer(self) -> Stationer:
        """The action plan's."""
        namer = Namer(self.plan, self.registers, Speaker(self.plan, self.language))
        return Stationer(namer, Citer(namer, self.catalogue))


def _other_view(given: _Given, subject_key: str, *prints: str) -> Seen:
    """The plan's view with the particulars of the document that the plan is seen by.

    Of the texts that lack a translation those are noted that the document itself gives, and of
    the plan's those whose paths begin as one of `prints`.
    """
    seen = view_of(given.plan, given.catalogue, given.registers, given.language)
    speaker = Speaker(given.own, given.language)
    namer = Namer(given.own, given.registers, speaker)
    named = plan_view(given.stationer())
    stationer = OtherStationer(namer, Citer(namer, given.catalogue), named, subject_key)
    view = replace(
        seen.view,
        document=stationer.view(),
        unit=unit_view(stationer),
        committee=Organiser(namer).committee(),
        recipients=stationer.recipients(),
        ending=stationer.ending,
        signature=stationer.signature(),
        plan=named,
    )
    parted = _parted(Seen(view, seen.untranslated, seen.beyond), prints)
    return replace(parted, untranslated=(*speaker.missing, *parted.untranslated))


def _parted(seen: Seen, prints: tuple[str, ...]) -> Seen:
    """The notes on what is printed apart from those on what only other templates can print."""
    notes = (*seen.untranslated, *seen.beyond)
    printed = tuple(note for note in notes if _printed(note, prints))
    return Seen(seen.view, printed, tuple(note for note in notes if note not in printed))


def _printed(note: Finding, prints: tuple[str, ...]) -> bool:
    return bool(prints) and note.place.path.startswith(prints)


def plan_view(stationer: Stationer) -> PlanView:
    """The action plan as its own stationer names it."""
    cover, citer = stationer.document.cover, stationer.citer
    kind, parents = stationer.type_name(), stationer.parents()
    subject = str(stationer.subject())
    return PlanView(
        type=stationer.namer.speaker.finish(kind),
        subject=subject,
        name=f"{kind} {subject}",
        issuer=stationer.issuer_sentence(),
        number="" if cover else stationer.figure() + stationer.symbol(),
        date=stationer.date(),
        act=stationer.type_name(cover.type) if cover else "",
        resolution=citer.cite(Citation(id=citer.catalogue.document)),
        local_government=citer.local_government(),
        parents=tuple(citer.cite(c, "document", "parents", n) for n, c in enumerate(parents)),
    )
