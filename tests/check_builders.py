"""Plans judged by packs, for tests of rules."""

from __future__ import annotations

from pathlib import Path

from r57plans.checks.assess import Assessment, assess
from r57plans.checks.case import Case
from r57plans.checks.registry import APPLIES, CHECKS, EVIDENCE
from r57plans.findings import Finding
from r57plans.load import load_catalogue, load_registers
from r57plans.load.pack_files import load_holidays, load_pack
from r57plans.model.pack import Pack
from r57plans.model.plan import Plan


def pack_of(name: str | Path = "march-2025") -> Pack:
    """A pack that comes with the program, or the one in a folder."""
    return load_pack(name, {*CHECKS, *APPLIES, *EVIDENCE})


def case_of(plan: Plan) -> Case:
    """A plan with the shipped catalogue, registers and holidays."""
    return Case(plan, load_catalogue(plan.catalogue), load_registers(), load_holidays())


def judged(plan: Plan, pack: Pack) -> Assessment:
    """All that a pack says of a plan."""
    return assess(case_of(plan), pack)


def findings(plan: Plan, pack: Pack, rule: str) -> list[Finding]:
    """What one rule says of a plan."""
    return [told.finding for told in judged(plan, pack).told if told.rule.id == rule]
