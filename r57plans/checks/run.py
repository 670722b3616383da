"""`check`: a plan held against a pack, with all that is looked up for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from r57plans.checks.assess import Assessment, assess
from r57plans.checks.case import Case
from r57plans.checks.deadlines import unknown_deadlines
from r57plans.checks.groups import tasks_without_group
from r57plans.checks.parameters import local_figures
from r57plans.checks.readiness import required_of_document
from r57plans.checks.registry import APPLIES, CHECKS, EVIDENCE
from r57plans.checks.reporting import report_days
from r57plans.checks.settings import wrong_settings
from r57plans.checks.told_once import beside
from r57plans.errors import LoadError
from r57plans.findings import Report
from r57plans.load import load_catalogue, load_registers
from r57plans.load.pack_files import load_holidays, load_pack
from r57plans.model.pack import Pack, Severity
from r57plans.model.plan import Plan

DEFAULT_PACK = "march-2025"
_SAID_BY_BUILDS = (
    required_of_document,
    unknown_deadlines,
    tasks_without_group,
    report_days,
    local_figures,
)
"""What a build says or refuses that the rules of a pack need not know."""


def check(
    plan: Plan,
    pack: Pack | str | Path = DEFAULT_PACK,
    severities: Mapping[str, Severity] | None = None,
) -> Assessment:
    """What the rules of a pack find in a plan, and how each part of its requirement stands.

    `pack` is a pack, the id of one that comes with the program, or the folder of another.
    `severities` gives rules other levels, by id, or leaves them out (`off`). What a build would
    refuse or remark is told as well, once. Raises LoadError where the pack cannot be read.
    """
    chosen = pack if isinstance(pack, Pack) else pack_of(pack)
    case = Case(plan, load_catalogue(plan.catalogue), load_registers(), load_holidays())
    said = Report.of(finding for say in _SAID_BY_BUILDS for finding in say(plan))
    return assess(case, chosen, severities).with_findings(beside(said, chosen))


def pack_of(name: str | Path = DEFAULT_PACK) -> Pack:
    """A pack by its id or folder. Raises LoadError with every fault."""
    pack = load_pack(name, {*CHECKS, *APPLIES, *EVIDENCE})
    if faults := tuple(wrong_settings(pack, str(name))):
        raise LoadError(Report(faults))
    return pack
