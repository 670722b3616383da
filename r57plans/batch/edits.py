"""Changes to the text of a plan file by which a common plan becomes one province's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from r57plans.load import EditablePlan

_HEAD = re.compile(r"\ufeff?(?:[ \t]*(?:#[^\n]*)?\n)*")
Path = tuple[str | int, ...]
Edit = tuple[Path, Any]
"""Where in the plan, and what is to stand there; None leaves the key blank.

At the path of the whole plan: words for others, in the comments at its head.
"""


def edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The plan file with the values put in; all else, comments too, stays as it is written.

    Raises LoadError where the bytes are no YAML that a plan could be in.
    """
    text = data.decode("utf-8")
    for path, value in edits:
        text = text if path else _headed(text, value)
    plan = EditablePlan(text)
    for path, value in edits:
        if path:
            _put(plan, path, value)
    return plan.text().encode()


def _headed(text: str, words: Mapping[str, str]) -> str:
    """The text with other words in its head, the comments above the first key."""
    head = _HEAD.match(text)
    assert head is not None, "it may be empty"
    longest = sorted(filter(None, words), key=len, reverse=True)
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"
    return re.sub(pattern, lambda found: words[found[0]], head[0]) + text[head.end() :]


def _put(plan: EditablePlan, path: Path, value: Any) -> None:
    """The value at its path; what should hold it is made where the plan does not have it."""
    for length in range(len(path), 0, -1):
        try:
            plan.set(path[:length], value)
        except KeyError:
            value = {path[length - 1]: value}
        else:
            return
