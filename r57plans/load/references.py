"""Every id that a plan names, looked up: what is unknown, and what did not exist on the date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from typing import Any

from r57plans.findings import Finding
from r57plans.load.known import FROM_THE_CENTRE, Known, gather
from r57plans.load.raw_walk import walk_all
from r57plans.load.reference_bodies import body_findings, province_findings
from r57plans.load.reference_documents import document_findings
from r57plans.load.reference_kinds import KINDS, Kind
from r57plans.load.reference_words import not_text, unknown
from r57plans.load.structure import structure_findings
from r57plans.load.task_versions import task_findings
from r57plans.load.yaml_source import Path, Source
from r57plans.model.catalogue import Catalogue
from r57plans.model.registers import Registers

_MOST = 1_000
BODIES = (
    "tasks.*.leads.*",
    "tasks.*.supports.*",
    "tasks.*.requested.*",
    "targets.*.monitor.*",
    "targets.*.supplier.*",
    "implementation.*.bodies.*",
    "reporting.*.from.*",
    "committee.standing_agency",
    "committee.working_group.members.*",
)
ISSUERS = (
    "tasks.*.products.*.issuer",
    "tasks.*.milestones.*.product.issuer",
    "tasks.*.origin",
    "flexibility.changed_by",
    "reporting.*.to",
    "document.to.*",
    "documents.{}.to.*",
)
_POSTS = (
    "tasks.*.in_charge",
    "committee.head",
    "committee.deputies.*",
    "committee.members.*",
    "committee.working_group.lead",
)
ROLES = (
    *(f"{path}.role" for path in (*BODIES, *_POSTS)),
    *_POSTS,
    "document.signer.role",
    "documents.{}.signer.role",
    "document.to.*.role",
    "documents.{}.to.*.role",
)


def reference_findings(
    source: Source, registers: Registers, catalogue: Catalogue | None, day: date | None
) -> list[Finding]:
    """Faults of reference in an unchecked plan, whatever else is wrong with its shape.

    A body or document that did not exist on the day is a warning; a province is an error. Without
    a day nothing is said of dates, without a catalogue nothing of what it holds. At most 1,000 are
    said.
    """
    known = gather(source.data, registers, catalogue, day)
    found = chain(
        province_findings(source, known),
        _bodies(source, known),
        (f for kind in KINDS for f in _of_kind(kind, source, known)),
        document_findings(source, known),
        structure_findings(source),
        task_findings(source, known),
    )
    return list(islice(found, _MOST))


def _bodies(source: Source, known: Known) -> Iterator[Finding]:
    issuers = {FROM_THE_CENTRE, *(r.id for r in known.registers.terms.issuers)}
    issuers |= {r.id for r in known.registers.terms.authorities}
    for path, value in walk_all(source.data, BODIES):
        yield from body_findings(path, value, source, known, frozenset())
    for path, value in walk_all(source.data, ISSUERS):
        if not _free_words(value):
            yield from body_findings(path, value, source, known, frozenset(issuers))


def _free_words(value: Any) -> bool:
    """Whether an issuer is written in words: `Thủ tướng Chính phủ`."""
    return isinstance(value, str) and " " in value.strip()


def _of_kind(kind: Kind, source: Source, known: Known) -> Iterator[Finding]:
    names = kind.known(known)
    if names is None:
        return
    quick = frozenset(names)
    for path, value in walk_all(source.data, ROLES if kind.name == "role" else kind.patterns):
        if kind.applies(value, source.data, path) and not (
            isinstance(value, str) and value in quick
        ):
            yield from _looked_up(kind, path, value, source, names)


def _looked_up(
    kind: Kind, path: Path, value: Any, source: Source, names: tuple[str, ...]
) -> Iterator[Finding]:
    if isinstance(value, bool | float) or (isinstance(value, int) and not kind.numbers):
        yield not_text(kind, value, source.place(path))
    elif isinstance(value, str | int) and str(value) not in names:
        yield unknown(kind, str(value), names, source.place(path))
