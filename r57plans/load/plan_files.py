"""The plan files of a folder, told from other YAML by what they say of themselves."""

from __future__ import annotations

import re
from pathlib import Path

_KINDS = (".yaml", ".yml")
_OURS = re.compile(rb"^format:\s*['\"]?r57plans/(\w+)", re.M)
_LIKE_A_PLAN = re.compile(rb"^(?:province|catalogue|tasks):", re.M)


def plan_files(folder: Path) -> list[Path]:
    """Every plan file below a folder, in order; hidden ones are passed over, and so is other YAML.

    A plan that was spoilt or cannot be opened is among them, so that it is told.
    """
    return [path for path in sorted(folder.rglob("*")) if _may_be_plan(path, folder)]


def _may_be_plan(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix in _KINDS and not hidden and path.is_file() and _says_so(path)


def _says_so(path: Path) -> bool:
    """Whether a YAML file is a plan, or one that was spoilt."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100_000)
    except OSError:
        return True
    found = _OURS.search(head)
    return found[1] == b"plan" if found else _LIKE_A_PLAN.search(head) is not None
