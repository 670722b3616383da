"""Which key of a plan file a printed path is, and how an edited text is written there."""

from __future__ import annotations

import re
from collections.abc import Callable

from r57plans.findings import Language
from r57plans.model.actor import Actor
from r57plans.model.base import Text
from r57plans.model.proposal import Proposal
from r57plans.pull.deadlines import set_deadline
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.milestones import set_milestone, set_milestones
from r57plans.pull.paragraphs import index_of, section_of, set_texts
from r57plans.pull.params import changed_param
from r57plans.pull.particulars import set_particular
from r57plans.pull.people import set_committee, set_person
from r57plans.pull.products import set_products
from r57plans.pull.values import set_horizon, set_value
from r57plans.pull.words import folded, tidy
from r57plans.pull.written import write_value

_OF_TASKS, _OF_TARGETS = ("leads", "supports", "requested"), ("monitor", "supplier")
_NUMBER = re.compile(r"^\(\d+\)\s*")
_TASK_TEXTS, _TARGET_TEXTS = ("title", "text", "funding"), ("name", "reason", "unit")
_Write = Callable[[Editing, list[str], Proposal], None]


def write_change(editing: Editing, proposal: Proposal) -> None:
    """Writes what a `change` proposes; raises UnfitError where the plan has no such place."""
    if proposal.form == "written":
        write_value(editing, proposal)
        return
    head, *rest = proposal.path.split("/")
    if head not in _HEADS or not _written(_HEADS[head], editing, rest, proposal):
        raise UnfitError(
            f"Kế hoạch không có chỗ cho {proposal.path}.",
            f"The plan has no place for {proposal.path}.",
        )


def _written(write: _Write, editing: Editing, rest: list[str], proposal: Proposal) -> bool:
    try:
        write(editing, rest, proposal)
    except (KeyError, IndexError, ValueError):
        return False
    return True


def _task(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    index = index_of(editing.plan.tasks, rest[0])
    task, key, path = editing.plan.tasks[index], rest[1], ("tasks", index, rest[1])
    new, language = proposal.new, proposal.language
    if key in _OF_TASKS:
        set_actors(editing, path, getattr(task, key), new, language)
    elif key == "products":
        set_products(editing, path, task.products, new, language)
    elif key == "deadline":
        set_deadline(editing, path, task.deadline, " ".join(new), language)
    elif key == "milestones" and len(rest) == 2:
        set_milestones(editing, index, new, language)
    elif key == "milestones":
        set_milestone(editing, index, int(rest[2]), rest[3], " ".join(new), language)
    elif key in ("parts", "each"):
        own = getattr(task, key)
        bare = tuple(_NUMBER.sub("", text) for text in new) if key == "parts" else new
        set_texts(editing, path, own, rest[2:], bare, language)
    elif key == "in_charge":
        set_person(editing, path, " ".join(new), language)
    elif key in _TASK_TEXTS:
        usual = editing.printer("vi").task(index, key)
        if key != "text" or not _set_param(editing, index, " ".join(new), language):
            editing.set_text(path, getattr(task, key), " ".join(new), language, usual=usual)
    else:
        raise KeyError(key)


def _set_param(editing: Editing, index: int, new: str, language: Language) -> bool:
    """Puts the figure that alone is another in a text of the catalogue; whether there is one.

    Only one that the plan writes once for both languages, and that both write alike.
    """
    task, path = editing.plan.tasks[index], ("tasks", index, "params")
    raw = editing.raw(path) or {}
    figures = {n: tidy(t.vi) for n, t in task.params.items() if t and not isinstance(raw[n], dict)}
    if task.text is not None or not figures:
        return False
    found = changed_param(editing.printer(language).task(index, "text"), new, figures)
    if found is None or (language == "en" and {".", ","} & {*found[1]}):
        return False
    editing.file.set((*path, found[0]), found[1])
    return True


def _target(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    index = index_of(editing.plan.targets, rest[0])
    target, key, path = editing.plan.targets[index], rest[1], ("targets", index, rest[1])
    new, language = proposal.new, proposal.language
    if key in _OF_TARGETS:
        set_actors(editing, path, getattr(target, key), new, language)
    elif key == "values":
        number = int(rest[3]) if len(rest) > 3 else 0
        set_horizon(editing, index, rest[2], number, " ".join(new), language)
    elif key == "baseline":
        set_value(editing, index, ("baseline",), " ".join(new), language)
    elif key in _TARGET_TEXTS:
        printer = editing.printer("vi")
        said = {"name": printer.target, "unit": printer.unit}.get(key)
        usual = said(index) if said else ""
        editing.set_text(path, getattr(target, key), " ".join(new), language, usual=usual)
    else:
        raise KeyError(key)


def _context(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    own = editing.plan.context
    set_texts(editing, ("context",), own, rest, proposal.new, proposal.language)


def _sections(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    own = section_of(editing, rest[0])
    path = ("sections", rest[0])
    set_texts(editing, path, own, rest[1:], proposal.new, proposal.language)


def _group(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    index = index_of(editing.plan.groups, rest[0])
    group, path = editing.plan.groups[index], ("groups", index)
    if rest[1] == "title":
        editing.set_text(path, group.text, _some(proposal), proposal.language)
    else:
        where = (*path, "prose")
        set_texts(editing, where, group.prose, rest[2:], proposal.new, proposal.language)


def _initiative(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    index = index_of(editing.plan.initiatives, rest[0])
    own = editing.plan.initiatives[index].text
    editing.set_text(("initiatives", index), own, _some(proposal), proposal.language)


def _implementation(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    index = int(rest[0])
    own = editing.plan.implementation[index].text
    editing.set_text(("implementation", index), own, _some(proposal), proposal.language)


def _reporting(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    index = int(rest[0])
    own = editing.plan.reporting[index]
    text = Text(vi=own.vi or "", en=own.en)
    editing.set_text(("reporting", index), text, _some(proposal), proposal.language)


def _flexibility(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    own = editing.plan.flexibility
    if own is None:
        raise KeyError("flexibility")
    text = Text(vi=own.vi or "", en=own.en)
    editing.set_text(("flexibility",), text, _some(proposal), proposal.language)


def _funding(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    new = " ".join(proposal.new)
    editing.set_text(("funding",), editing.plan.funding, new, proposal.language)


def _committee(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    committee, key = editing.plan.committee, rest[0]
    new, language = " ".join(proposal.new), proposal.language
    if committee is not None and key in ("working_rules", "council"):
        editing.set_text(("committee", key), getattr(committee, key), new, language)
    else:
        set_committee(editing, rest, new, language)


def _annex(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    index = int(rest[0])
    own = editing.plan.annexes[index].title
    new = " ".join(proposal.new)
    editing.set_text(("annexes", index, "title"), own, new, proposal.language)


def _document(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    set_particular(editing, ("document",), editing.plan.document, rest, proposal)


def _documents(editing: Editing, rest: list[str], proposal: Proposal) -> None:
    own = editing.plan.documents[rest[0]]
    set_particular(editing, ("documents", rest[0]), own, rest[1:], proposal)


def _some(proposal: Proposal) -> str:
    """The new words of what cannot be without any."""
    if not (new := tidy(" ".join(proposal.new))):
        raise UnfitError(
            "Chỗ này phải có chữ; muốn bỏ hẳn, sửa trong tệp kế hoạch.",
            "This cannot be empty; to leave it out, edit the plan file.",
        )
    return new


def set_actors(
    editing: Editing, path: Path, own: tuple[Actor, ...], new: tuple[str, ...], language: Language
) -> None:
    """Makes a list of bodies read so: those that were there stay as the file has them.

    One that is named twice, perhaps in its short form, comes once.
    """
    printed = [folded(said) for said in editing.printer(language).actors(own)]
    items: list[object] = []
    known: list[object] = []
    for text in filter(tidy, new):
        read = editing.bodies.read(tidy(text), language).item
        if read in known:
            continue
        known.append(read)
        if folded(text) in printed:
            place = printed.index(folded(text))
            items.append(editing.raw((*path, place)))
        else:
            items.append(editing.body(text, language, *path))
    editing.set_list(path, items)


_HEADS: dict[str, _Write] = {
    "task": _task,
    "target": _target,
    "context": _context,
    "sections": _sections,
    "group": _group,
    "initiative": _initiative,
    "implementation": _implementation,
    "reporting": _reporting,
    "flexibility": _flexibility,
    "funding": _funding,
    "committee": _committee,
    "annex": _annex,
    "document": _document,
    "documents": _documents,
}
