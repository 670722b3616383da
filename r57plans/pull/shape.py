"""Proposals as machines read them (`pull --format json`); `pull.schema.json` lies beside."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from r57plans.findings import Finding, Language
from r57plans.model.proposal import Proposal
from r57plans.pull.merging import Conflict
from r57plans.pull.printed import Texts
from r57plans.pull.pulling import Pulled, side_id

SEPARATOR = "; "


def as_dict(
    pulled: Pulled, language: Language, taken: Iterable[Proposal] = (),
    findings: Iterable[Finding] = (), written: Path | None = None, report: Path | None = None,
) -> dict[str, Any]:  # fmt: skip
    """All proposals, which of them were taken, conflicts with all their values, and findings."""
    accepted = set(map(id, taken))
    return {
        "proposals": [
            proposal_as_dict(each) | {"accepted": id(each) in accepted} for each in pulled.proposals
        ],
        "conflicts": [_conflict(each, accepted) for each in pulled.conflicts],
        "already": [proposal_as_dict(each) for each in pulled.already],
        "fixed": [proposal_as_dict(each) for each in pulled.fixed],
        "findings": [each.as_dict(language) for each in (*pulled.findings, *findings)],
        "file": str(written) if written else None,
        "report": str(report) if report else None,
    }


def proposal_as_dict(proposal: Proposal) -> dict[str, Any]:
    """One proposal; the items of a list are parted by semicolons."""
    return {
        "id": proposal.id,
        "kind": proposal.kind,
        "task": proposal.task,
        "target": proposal.target,
        "field": proposal.field,
        "path": proposal.path,
        "old": joined(proposal.old),
        "new": joined(proposal.new),
        "row": {key: joined(texts) for key, texts in proposal.row},
        "language": proposal.language,
        "trace": proposal.trace,
        "confidence": proposal.confidence,
        "author": proposal.source.author,
        "date": proposal.source.date,
        "file": proposal.source.file,
    }


def joined(texts: Texts) -> str:
    """The texts of a field in one line."""
    return SEPARATOR.join(texts)


def _conflict(conflict: Conflict, accepted: set[int]) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "printed": joined(conflict.base),
        "plan": joined(conflict.mine),
        "files": [
            proposal_as_dict(side)
            | {"id": side_id(conflict, side), "accepted": id(side) in accepted}
            for side in conflict.theirs
        ],
    }
