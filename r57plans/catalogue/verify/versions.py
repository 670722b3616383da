"""A version that was published never changes: plans written against it rely on that."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.catalogue.verify.case import Case
from r57plans.findings import Finding, Message
from r57plans.model.history import digest


def published(case: Case) -> Iterator[Finding]:
    """A catalogue whose sub-tasks are no longer what was published under its version."""
    catalogue = case.catalogue
    recorded, found = catalogue.digests.get(catalogue.version), digest(catalogue)
    if recorded != found:
        message = Message(
            f"Nhiệm vụ của phiên bản {catalogue.version} đã khác bản công bố "
            f"({recorded or 'chưa ghi'} → {found}).",
            f"The sub-tasks of version {catalogue.version} are no longer those published "
            f"({recorded or 'not recorded'} → {found}).",
        )
        hint = Message(
            "Ghi nhiệm vụ cũ vào history/, đặt phiên bản mới và ghi digests trong catalogue.yaml.",
            "Put the old sub-tasks into history/, give a new version, record it under digests in "
            "catalogue.yaml.",
        )
        yield case.say("version-changed", "catalogue", catalogue.id, message, hint)
