"""Tracked changes: whether there are any, and all of them accepted or rejected."""

from r57plans.word.revisions.mending import mend, remove_row
from r57plans.word.revisions.settling import (
    accept_changes,
    changes_in,
    has_changes,
    reject_changes,
)

__all__ = ["accept_changes", "changes_in", "has_changes", "mend", "reject_changes", "remove_row"]
