"""The rules of changes from the catalogue's folder, and an office's own severities for them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from r57plans.assets import catalogue_folder
from r57plans.errors import LoadError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.language import did_you_mean
from r57plans.load.faults import fault
from r57plans.load.records import RecordReader
from r57plans.model.change_rule import ChangeRule, ChangeSeverity

RULES = "changes.yaml"


@lru_cache(maxsize=1)
def load_change_rules() -> tuple[ChangeRule, ...]:
    """The rules in the order in which they are listed; read once a process."""
    reader = RecordReader()
    made: tuple[ChangeRule, ...] = reader.part(catalogue_folder() / RULES, tuple[ChangeRule, ...])
    reader.refuse()
    return made


def load_change_severities(path: Path) -> dict[str, ChangeSeverity]:
    """An office's own: rule id → major, minor, wording or off. Raises LoadError with every fault.

    `task.deadline` stands for all rules whose ids begin with it.
    """
    reader = RecordReader()
    given = reader.record(path, dict[str, ChangeSeverity])
    reader.refuse()
    ids = [rule.id for rule in load_change_rules()]
    made: dict[str, ChangeSeverity] = {}
    faults = []
    for name in sorted(given, key=len):  # what is said of a single rule counts more
        meant = [rule for rule in ids if rule == name or rule.startswith(f"{name}.")]
        made |= dict.fromkeys(meant, given[name])
        if not meant:
            faults.append(_no_rule(name, ids, path))
    if faults:
        raise LoadError(Report(tuple(faults)))
    return made


def change_rule_hint(name: str, known: list[str]) -> Message:
    """What to do about a rule that is not there: the nearest one, or where all of them are."""
    see = "r57plans diff --explain all."
    return did_you_mean(name, known) or Message(f"Xem: {see}", f"See: {see}")


def _no_rule(name: str, known: list[str], path: Path) -> Finding:
    said = Message(f"Không có quy tắc {name}.", f"There is no rule {name}.")
    return fault("diff.severity-unknown", Place(str(path)), said, change_rule_hint(name, known))
