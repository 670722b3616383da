"""The plan files and workbooks of a folder, told from others by what they say of themselves."""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from pathlib import Path

WORKBOOK = ".xlsx"
_KINDS = (".yaml", ".yml", WORKBOOK)
_OPEN_IN_EXCEL = "~$"
_LIST_OF_SHEETS = "xl/workbook.xml"
OUR_SHEETS = ("Thông tin chung", "Particulars", "Nhiệm vụ", "Tasks")
"""Sheets of which a plan's workbook has at least one, in either language."""

_OURS = re.compile(rb"^format:\s*['\"]?r57plans/(\w+)", re.M)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LIKE_A_PLAN = re.compile(rb"^(?:province|catalogue|tasks):", re.M)


def plan_files(folder: Path) -> list[Path]:
    """Every plan file and workbook below a folder, in order.

    Hidden ones are passed over, and so are other YAML and other workbooks. A plan that was spoilt
    or cannot be opened is among them, so that it is told.
    """
    return [path for path in sorted(folder.rglob("*")) if _may_be_plan(path, folder)]


def is_workbook(file: Path | str) -> bool:
    """Whether a file's name says that it is a workbook."""
    return str(file).lower().endswith(WORKBOOK)


def _may_be_plan(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    if path.suffix.lower() not in _KINDS or hidden or not path.is_file():
        return False
    if is_workbook(path):
        return not path.name.startswith(_OPEN_IN_EXCEL) and _has_our_sheets(path)
    return _says_so(path)


def _has_our_sheets(path: Path) -> bool:
    """Whether a workbook has the sheet that every plan has, or is none that can be read."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_LIST_OF_SHEETS) as part:
            listed = part.read(100_000).decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return True
    return any(f'"{name}"' in listed for name in OUR_SHEETS)


def _says_so(path: Path) -> bool:
    """Whether a YAML file is a plan, or one that was spoilt."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100_000)
    except OSError:
        return True
    if head.startswith(_UTF_16):  # it is told that it is to be saved again
        head = head.decode("utf-16", "replace").encode()
    found = _OURS.search(head)
    return found[1] == b"plan" if found else _LIKE_A_PLAN.search(head) is not None
