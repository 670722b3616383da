"""The titles of a plan's groups, as reports head them."""

from __future__ import annotations

from r57plans.findings import Message
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan


def numbered(name: str, title: str) -> str:
    """`3 (Hạ tầng)`; the title alone where the id is a word that no reader knows."""
    return f"{name} ({title})" if name[:1].isdigit() else title


def titles_of(plan: Plan, catalogue: Catalogue) -> dict[str, Message]:
    """By the ids of groups: the plan's own titles, or the catalogue's short ones."""
    if plan.groups:
        return {group.id: group.text.message for group in plan.groups}
    return {str(group.id): group.short.message for group in catalogue.groups}
