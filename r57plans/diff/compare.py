"""Compares two plans in substance: what the newer one says otherwise, as typed changes."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.diff.documents import committee_changes, document_changes
from r57plans.diff.targets import target_changes
from r57plans.diff.tasks import task_changes
from r57plans.diff.teller import Teller
from r57plans.diff.version import Version
from r57plans.diff.whole import whole_changes
from r57plans.load import load_catalogue, load_registers
from r57plans.load.change_rules import load_change_rules
from r57plans.model.catalogue import Catalogue
from r57plans.model.change import Change
from r57plans.model.change_rule import ChangeSeverity
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers


def compare(
    old: Plan,
    new: Plan,
    *,
    severities: Mapping[str, ChangeSeverity] | None = None,
    catalogue: Catalogue | None = None,
    registers: Registers | None = None,
) -> tuple[Change, ...]:
    """What changed from `old` to `new`: particulars, the plan's parts, targets, then tasks.

    Empty where both say the same; comments, the order of keys and aliases of bodies say nothing.
    What a plan leaves to its catalogue counts as the catalogue has it. `severities` are an
    office's own (`load_change_severities`). `catalogue` stands for the one that the plans name,
    registers are the shipped ones unless given. Raises LoadError where a plan names a catalogue
    that is not here.
    """
    registers = registers or load_registers()
    day = max(old.document.date.last, new.document.date.last)
    before, after = (
        Version(plan, catalogue or load_catalogue(plan.catalogue), registers, day)
        for plan in (old, new)
    )
    rules = {rule.id: rule for rule in load_change_rules()}
    teller = Teller(before, after, rules, severities or {})
    return (
        *document_changes(teller),
        *whole_changes(teller),
        *committee_changes(teller),
        *target_changes(teller),
        *task_changes(teller),
    )
