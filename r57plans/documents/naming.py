"""What a plan's document is called where another text speaks of it."""

from __future__ import annotations

from r57plans.findings import Language
from r57plans.language import small_first
from r57plans.load import load_registers
from r57plans.model.naming import unit_names
from r57plans.model.plan import Plan


def document_name(plan: Plan, language: Language) -> str:
    """Its type and whose it is, as within a sentence: `chương trình hành động của tỉnh Cao Bằng`.

    English has the type's capitals: `Action Programme of Cao Bang Province`.
    """
    registers = load_registers()
    kind = registers.types.get(plan.document.type)
    named = kind.say(language) if kind else plan.document.type
    words = unit_names(plan, registers, language).own
    if language == "vi":
        return f"{small_first(named)} của {words['dia_phuong']}"
    return f"{named} of {words['place']}"
