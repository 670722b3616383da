"""Puts the view of a plan together, section by section."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.findings import Finding, Language
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.view.annexes import AnnexWriter
from r57plans.view.citations import Citer
from r57plans.view.groups import TaskWriter, group_tree
from r57plans.view.names import Namer
from r57plans.view.organisation import Organiser
from r57plans.view.particulars import Stationer
from r57plans.view.printed import Printed
from r57plans.view.records import Lines, UnitView, View
from r57plans.view.speech import Speaker
from r57plans.view.targets import TargetWriter


@dataclass(frozen=True, slots=True)
class Seen:
    """A finished view, and a note for each text that had no translation."""

    view: View
    untranslated: tuple[Finding, ...]


def view_of(plan: Plan, catalogue: Catalogue, registers: Registers, language: Language) -> Seen:
    """What a template may see of the plan, in one language."""
    speaker = Speaker(plan, language)
    namer = Namer(plan, registers, speaker)
    stationer = Stationer(namer, Citer(namer, catalogue))
    return Seen(_view(stationer, catalogue), speaker.missing)


def _view(stationer: Stationer, catalogue: Catalogue) -> View:
    namer, plan = stationer.namer, stationer.namer.plan
    tasks, targets = TaskWriter(namer, catalogue), TargetWriter(namer, catalogue)
    organiser = Organiser(namer)
    return View(
        document=stationer.view(),
        unit=_unit(stationer),
        context=_paragraphs(namer, plan.context, "context"),
        purpose=_section(namer, catalogue, "purpose"),
        requirements=_section(namer, catalogue, "requirements"),
        objective=_section(namer, catalogue, "objective"),
        vision=_section(namer, catalogue, "vision"),
        horizons=targets.prose(),
        groups=tuple(tasks.group(node) for node in group_tree(plan, catalogue)),
        initiatives=tasks.initiatives(),
        duties=organiser.duties(),
        committee=organiser.committee(),
        reporting=organiser.reporting(),
        flexibility=(*organiser.flexibility(), *stationer.replaced()),
        funding=organiser.funding(),
        recipients=stationer.recipients(),
        ending="." if stationer.party else "./.",
        signature=stationer.signature(),
        annexes=AnnexWriter(stationer, tasks, targets).views(),
    )


def _unit(stationer: Stationer) -> UnitView:
    words = stationer.namer.units.own
    vietnamese = stationer.language == "vi"
    return UnitView(
        name=stationer.namer.speaker.finish(words["dia_phuong" if vietnamese else "place"]),
        kind=words["tinh"],
        committee=stationer.namer.speaker.finish(words["tinh_uy" if vietnamese else "committee"]),
        issuer=stationer.issuer_sentence(),
    )


def _section(namer: Namer, catalogue: Catalogue, key: str) -> Lines:
    """The plan's wording of a section, or the catalogue's; nothing leaves it to the template."""
    own: tuple[Text, ...] = getattr(namer.plan.sections, key)
    if own:
        return _paragraphs(namer, own, "sections", key)
    usual: tuple[Text, ...] = getattr(catalogue.sections, key)
    return tuple(Printed(namer.fill(t), f"sections/{key}/{n}") for n, t in enumerate(usual))


def _paragraphs(namer: Namer, texts: tuple[Text, ...], *where: str) -> Lines:
    path = "/".join(where)
    return tuple(namer.speaker.text(text, f"{path}/{n}", *where, n) for n, text in enumerate(texts))
