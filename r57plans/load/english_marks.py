"""Marks in a plan file of which Vietnamese its English was made from."""

from __future__ import annotations

from collections.abc import Collection

from r57plans.load.editable import EditablePlan
from r57plans.model.bilingual import texts_of
from r57plans.model.plan import Plan


def stamped_english(text: str, plan: Plan, renew: Collection[str] = ()) -> str:
    """The file's text with a mark for each text that has its English, and none for any other.

    `plan` is what the text was loaded as. A mark that is there stays, so that a Vietnamese text
    that changed since is still told, unless its name (`tasks/1.1.1/text`) is among those to
    `renew`: then someone has looked at the English again. Comments and order stay; the very text
    comes back where nothing changes. Raises LoadError where it is no plan file.
    """
    file = EditablePlan(text)
    marks = {each.name: each.mark for each in texts_of(plan) if each.en}
    for name in plan.english.keys() - marks.keys():
        file.remove(("english", name))
    fresh = {n: m for n, m in marks.items() if _to_write(plan.english.get(n), m, n in renew)}
    if fresh and not plan.english:
        file.set(("english",), fresh)
    else:
        for name, mark in fresh.items():
            file.set(("english", name), mark)
    return file.text()


def _to_write(there: str | None, mark: str, renewed: bool) -> bool:
    return there is None or (renewed and there != mark)
