"""The plan files and workbooks of a folder; YAML says of itself what it is."""

from __future__ import annotations

import re
from pathlib import Path

WORKBOOK = ".xlsx"
_KINDS = (".yaml", ".yml", WORKBOOK)
_OPEN_IN_EXCEL = "~$"
_OURS = re.compile(rb"^format:\s*['\"]?r57plans/(\w+)", re.M)
_LIKE_A_PLAN = re.compile(rb"^(?:province|catalogue|tasks):", re.M)


def plan_files(folder: Path) -> list[Path]:
    """Every plan file and workbook below a folder, in order.

    Hidden ones are passed over, and so is other YAML. A plan that was spoilt or cannot be opened
    is among them, so that it is told.
    """
    return [path for path in sorted(folder.rglob("*")) if _may_be_plan(path, folder)]


def is_workbook(file: Path | str) -> bool:
    """Whether a file's name says that it is a workbook."""
    return str(file).lower().endswith(WORKBOOK)


def _may_be_plan(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    if path.suffix.lower() not in _KINDS or hidden or not path.is_file():
        return False
    return not path.name.startswith(_OPEN_IN_EXCEL) if is_workbook(path) else _says_so(path)


def _says_so(path: Path) -> bool:
    """Whether a YAML file is a plan, or one that was spoilt."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100_000)
    except OSError:
        return True
    found = _OURS.search(head)
    return found[1] == b"plan" if found else _LIKE_A_PLAN.search(head) is not None
