"""`r57plans diff --approved FILE --approve …`: the file of approved changes, read and extended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from r57plans.cli.ui import Ui
from r57plans.findings import Language, Message

if TYPE_CHECKING:
    from r57plans.diff.differences import Differences
    from r57plans.model.approval import Approval
    from r57plans.model.change import Change

ALL = "all"


def approvals_in(path: Path | None, *, may_lack: bool) -> tuple[Approval, ...]:
    """What a file approves; nothing without one, or where it is still to be written."""
    from r57plans.load.approval_file import load_approvals

    if path is None or (may_lack and not path.exists()):
        return ()
    return load_approvals(path)


def chosen(
    ui: Ui, found: Differences, wanted: Sequence[str], *, machine: bool
) -> tuple[Change, ...]:
    """The open changes with these fingerprints, or all; ends the command for an unknown one."""
    if ALL in wanted:
        return found.changes
    known = {change.fingerprint: change for change in found.changes}
    for name in wanted:
        if name not in known:
            hint = Message(
                "Mã của mỗi thay đổi có trong báo cáo; all: tất cả.",
                "Each change's fingerprint is in the report; all for every one.",
            )
            ui.fail("diff.fingerprint-unknown", f"Không có thay đổi {name}.",
                    f"There is no change {name}.", hint, machine=machine)  # fmt: skip
    return tuple(known[name] for name in dict.fromkeys(wanted))


def approve(
    ui: Ui, path: Path, changes: Sequence[Change], reason: str, language: Language, *, machine: bool
) -> None:
    """Adds the changes to the file, which is made where there is none.

    Raises LoadError, and leaves the file, where it would not be one of approvals any more.
    """
    from r57plans.diff.approvals import extended
    from r57plans.files import write_files
    from r57plans.load import read_file
    from r57plans.load.approval_file import parse_approvals

    before = read_file(path).decode("utf-8") if path.exists() else ""
    data = extended(before, changes, reason, language).encode()
    parse_approvals(data, str(path))  # raises where the file's own form takes nothing at its end
    try:
        write_files({path: data})
    except OSError as error:
        ui.unwritable(path, error, machine=machine)
