"""Puts the view of a plan together, section by section."""

from __future__ import annotations

from dataclasses import dataclass, replace

from r57plans.findings import Finding, Language
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.view.annexes import AnnexWriter
from r57plans.view.cells import TargetCells, TaskCells
from r57plans.view.citations import Citer
from r57plans.view.entries import TargetEntries, TaskEntries, task_entries
from r57plans.view.groups import TaskWriter
from r57plans.view.names import Namer
from r57plans.view.organisation import Organiser
from r57plans.view.particulars import Stationer
from r57plans.view.printed import Printed
from r57plans.view.records import Lines, ProvinceView, UnitView, View
from r57plans.view.speech import Speaker
from r57plans.view.targets import TargetWriter


@dataclass(frozen=True, slots=True)
class Seen:
    """A finished view, and a note for each text that had no translation.

    `untranslated` are those that the shipped templates print; `beyond` those that only other
    templates can, such as a task's funding where no table has a column for it.
    """

    view: View
    untranslated: tuple[Finding, ...]
    beyond: tuple[Finding, ...] = ()


def view_of(plan: Plan, catalogue: Catalogue, registers: Registers, language: Language) -> Seen:
    """What a template may see of the plan, in one language."""
    speaker = Speaker(plan, language)
    namer = Namer(plan, registers, speaker)
    stationer = Stationer(namer, Citer(namer, catalogue))
    targets = TargetCells(TargetWriter(namer, catalogue))
    tasks = task_entries(TaskCells(TaskWriter(namer, catalogue), targets.writer), stationer)
    view = _shipped(stationer, tasks, targets)
    said = speaker.missing
    view = replace(
        view,
        groups=tasks.groups(),
        tasks=tasks.tasks(),
        targets=TargetEntries(targets, stationer.is_draft).targets(),
    )
    return Seen(view, said, speaker.missing[len(said) :])


def _shipped(stationer: Stationer, tasks: TaskEntries, targets: TargetCells) -> View:
    """All but the records of tasks and targets; what those print in the body is said already."""
    namer, catalogue = stationer.namer, stationer.citer.catalogue
    organiser, writer, plan = Organiser(namer), tasks.cells.writer, namer.plan
    tasks.say_body()
    return View(
        document=stationer.view(),
        unit=unit_view(stationer),
        province=_province(namer),
        context=_paragraphs(namer, plan.context, "context"),
        purpose=_section(namer, catalogue, "purpose"),
        requirements=_section(namer, catalogue, "requirements"),
        objective=_section(namer, catalogue, "objective"),
        vision=_section(namer, catalogue, "vision"),
        horizons=targets.writer.prose(),
        groups=(),
        initiatives=writer.initiatives(),
        duties=organiser.duties(),
        committee=organiser.committee(),
        reporting=organiser.reporting(),
        flexibility=(*organiser.flexibility(), *stationer.replaced()),
        funding=organiser.funding(),
        recipients=stationer.recipients(),
        ending=stationer.ending,
        signature=stationer.signature(),
        annexes=AnnexWriter(stationer, tasks.cells, targets).views(),
    )


def unit_view(stationer: Stationer) -> UnitView:
    """Whose plan it is, and who issues the document."""
    own = _province(stationer.namer, unit=True)
    issuer = stationer.issuer_sentence()
    return UnitView(own.name, own.kind, own.committee, issuer, own.short)


def _province(namer: Namer, *, unit: bool = False) -> ProvinceView:
    """The names of the province, or of the plan's own unit."""
    words = namer.units.own if unit else namer.units.province
    name, committee, short = (
        ("dia_phuong", "tinh_uy", "ten")
        if namer.language == "vi"
        else ("place", "committee", "name")
    )
    finish = namer.speaker.finish
    return ProvinceView(
        name=finish(words[name]),
        kind=words["tinh"],
        committee=finish(words[committee]),
        short=finish(words[short]),
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
