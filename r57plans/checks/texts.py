"""The texts of a plan that its documents print, for rules that read them."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.model.bilingual import Path, PlanText, texts_of
from r57plans.model.plan import Plan

_UNPRINTED_SECTIONS = ("omitted", "waive")
_UNPRINTED_FIELDS = ("note",)

__all__ = ["Path", "PlanText", "printed_texts"]


def printed_texts(plan: Plan) -> Iterator[PlanText]:
    """All but the reasons for what is left out or set aside, and notes that only drafts print."""
    for text in texts_of(plan):
        if text.path[0] not in _UNPRINTED_SECTIONS and text.path[-1] not in _UNPRINTED_FIELDS:
            yield text
