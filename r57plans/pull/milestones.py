"""Edited milestones, back in the form that a plan file has."""

from __future__ import annotations

from typing import Any

from r57plans.findings import Language
from r57plans.model.task import Milestone
from r57plans.pull.deadlines import set_deadline, vietnamese_deadline
from r57plans.pull.editing import Editing
from r57plans.pull.products import product_data
from r57plans.pull.words import exact, tidy


def set_milestone(
    editing: Editing, task: int, number: int, key: str, new: str, language: Language
) -> None:
    """Puts one part of a milestone: its `deadline`, its `text` or its `product`."""
    own = editing.plan.tasks[task].milestones[number]
    path = ("tasks", task, "milestones", number)
    if key == "deadline":
        set_deadline(editing, (*path, "deadline"), own.deadline, new, language)
    elif key == "product":
        product = own.product.text if own.product else None
        raw = editing.raw((*path, "product"))
        where = (*path, "product") if raw is None or isinstance(raw, dict | str) else path
        editing.set_text(where, product, new, language)
    elif key == "text":
        editing.set_text(path, own.text, new, language)
    else:
        raise KeyError(key)


def set_milestones(editing: Editing, task: int, new: tuple[str, ...], language: Language) -> None:
    """Makes the milestones of a task read so; those that read as before stay as they are."""
    own = editing.plan.tasks[task].milestones
    path = ("tasks", task, "milestones")
    printed = [exact(_line(editing, each, language)) for each in own]
    items: list[object] = []
    for place, text in enumerate(filter(tidy, new)):
        if exact(text) in printed:
            items.append(editing.raw((*path, printed.index(exact(text)))))
        else:
            old = own[place] if place < len(own) and len(new) == len(own) else None
            items.append(_made(editing, old, tidy(text), language))
    editing.set_list(path, items)


def _line(editing: Editing, milestone: Milestone, language: Language) -> str:
    printer = editing.printer(language)
    product = printer.product(milestone.product) if milestone.product else ""
    there = "; ".join(said for said in (printer.text(milestone.text), product) if said)
    when = tidy(milestone.deadline.say(language))
    return f"{when}: {there}" if there else when


def _made(editing: Editing, old: Milestone | None, text: str, language: Language) -> dict[str, Any]:
    """A milestone as plain data from a line such as `Tháng 4/2025: Hội nghị`."""
    when, _, there = text.partition(": ")
    if language == "en":
        data: dict[str, Any] = {"deadline": vietnamese_deadline(when) or {"vi": when, "en": when}}
    else:
        data = {"deadline": when}
    if old and there and exact(_line(editing, old, language)).endswith(exact(f": {there}")):
        product = {"product": product_data(old.product)} if old.product else {}
        own = old.text.model_dump(exclude_none=True) if old.text else {}
        return data | product | own
    words = {"vi": there} if language == "vi" else {"vi": there, "en": there}
    return data | (words if there else {})
