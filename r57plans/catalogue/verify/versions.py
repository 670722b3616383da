"""A version that was published never changes: plans written against it rely on that."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.catalogue.verify.case import Case
from r57plans.findings import Finding, Message
from r57plans.model.history import digest, order


def published(case: Case) -> Iterator[Finding]:
    """Versions whose sub-tasks are no longer what was published, and sub-tasks of a later one."""
    catalogue = case.catalogue
    for version in catalogue.versions:
        there = catalogue.at(version)
        recorded, found = catalogue.digests.get(version), digest(there) if there else None
        if recorded != found:
            yield _changed(case, version, recorded, found)
    for task in catalogue.sub_tasks.values():
        if task.since and order(task.since) > order(catalogue.version):
            message = Message(
                f"{task.id}: có từ phiên bản {task.since}, sau phiên bản {catalogue.version} của "
                "danh mục.",
                f"{task.id}: came with version {task.since}, later than the catalogue's own, "
                f"{catalogue.version}.",
            )
            hint = Message("Đặt lại version hoặc since.", "Correct version or since.")
            yield case.say("since", "sub-task", task.id, message, hint)


def _changed(case: Case, version: str, recorded: str | None, found: str | None) -> Finding:
    message = Message(
        f"Nhiệm vụ của phiên bản {version} đã khác bản công bố "
        f"({recorded or 'chưa ghi'} → {found or 'không đọc được'}).",
        f"The sub-tasks of version {version} are no longer those published "
        f"({recorded or 'not recorded'} → {found or 'not there'}).",
    )
    hint = Message(
        "Ghi nhiệm vụ cũ vào history/, đặt phiên bản mới và ghi digests trong catalogue.yaml.",
        "Put the old sub-tasks into history/, give a new version, record it under digests in "
        "catalogue.yaml.",
    )
    return case.say("version-changed", "catalogue", case.catalogue.id, message, hint)
