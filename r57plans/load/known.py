"""What a plan's references may name: gathered once from the plan, the catalogue and registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from r57plans.load.raw_walk import walk
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue
from r57plans.model.registers import Registers

FROM_THE_CENTRE = "trung-uong"


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by kind, as the plan at hand may use them; `day` is None where its date is faulty.

    `catalogue` is None where the plan names none that exists: then nothing of it is looked up.
    """

    registers: Registers
    catalogue: Catalogue | None
    day: date | None
    declared: frozenset[str]
    tasks: frozenset[str]
    targets: frozenset[str]
    groups: frozenset[str]


def gather(data: Any, registers: Registers, catalogue: Catalogue | None, day: date | None) -> Known:
    """The ids that the unchecked plan itself declares, beside those of catalogue and registers."""
    return Known(
        registers,
        catalogue,
        day,
        declared=_ids(data, "bodies.*.id"),
        tasks=_ids(data, "tasks.*.id"),
        targets=_ids(data, "targets.*.id"),
        groups=_ids(data, "groups.*.id"),
    )


def day_of(data: Any, document: str = "document") -> date | None:
    """The day for which dated registers are asked: the document's, or its month's last.

    `document` may be another document of the plan: `documents.decision`.
    """
    for _, value in walk(data, f"{document}.date"):
        try:
            return DocumentDate.parse(value).last
        except ValueError:
            return None
    return None


def id_text(value: Any) -> str | None:
    """An id as text; a whole number counts, as group ids do; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value)


def _ids(data: Any, pattern: str) -> frozenset[str]:
    return frozenset(name for _, value in walk(data, pattern) if (name := id_text(value)))
