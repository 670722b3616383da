"""Small plans for tests, and what a template would see of them."""

from __future__ import annotations

from typing import Any

from r57plans.findings import Finding, Language
from r57plans.load import load_catalogue, load_registers
from r57plans.model.plan import Plan
from r57plans.view import View, view_of

DOCUMENT: dict[str, Any] = {"issuer": "tinh-uy", "type": "CTr", "date": "2025-03-28"}


def plan(document: dict[str, Any] | None = None, **sections: Any) -> Plan:
    """A plan of Cao Bằng with the given sections; `document` adds to the usual particulars."""
    base = {"format": "r57plans/plan/1", "catalogue": "nq57", "province": "cao-bang"}
    return Plan.model_validate({**base, "document": {**DOCUMENT, **(document or {})}, **sections})


def see(given: Plan, language: Language = "vi") -> View:
    """The view of a plan over the shipped catalogue and registers."""
    return view_of(given, load_catalogue(), load_registers(), language).view


def untranslated(given: Plan) -> tuple[Finding, ...]:
    """The notes on texts that the English file prints in Vietnamese."""
    return view_of(given, load_catalogue(), load_registers(), "en").untranslated


def text_of(line: object) -> str:
    """A printed line as plain text: no-break spaces and hyphens read as usual ones."""
    return str(line).replace("\xa0", " ").replace("\u2011", "-")
