"""Changes to the text of a plan file by which a common plan becomes one province's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from r57plans.load import EditablePlan

Path = tuple[str | int, ...]
Edit = tuple[Path, Any]
"""Where in the plan, and what is to stand there; None leaves the key blank."""


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The plan file with the values put in; all else, comments too, stays as it is written.

    Raises LoadError where the bytes are no YAML that a plan could be in.
    """
    plan = EditablePlan(data.decode("utf-8"))
    for path, value in edits:
        _put(plan, path, value)
    return plan.text().encode()


def _put(plan: EditablePlan, path: Path, value: Any) -> None:
    """The value at its path; what should hold it is made where the plan does not have it."""
    for length in range(len(path), 0, -1):
        try:
            plan.set(path[:length], value)
        except KeyError:
            value = {path[length - 1]: value}
        else:
            return
