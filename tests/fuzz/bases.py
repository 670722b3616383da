"""What the mutations start from: the small templates of the cases, each with its own values."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from template_cases import Case, cases

_GENERAL: dict[str, object] = {
    "x": "A&<b>",
    "xs": ["a", "b"],
    "n": 7,
    "name": "Sở Tài chính",
    "tasks": [{"text": "Rà soát", "leads": ["a"]}],
}


@dataclass(frozen=True)
class Base:
    """A template, the values it is rendered with, and its arguments."""

    name: str
    data: bytes
    fails: bool
    context: Mapping[str, object] = field(repr=False)
    options: Mapping[str, Any] = field(repr=False)
    pictures: Mapping[str, Any] = field(repr=False)


def bases() -> tuple[Base, ...]:
    """The template of every case, right and wrong ones."""
    return tuple(_base(case) for case in cases())


def _base(case: Case) -> Base:
    arguments = dict(case.arguments)
    pictures = arguments.pop("pictures", {})
    if (case.folder / "files").is_dir():
        arguments["folder"] = _folder(case)
    assert isinstance(pictures, dict)
    return Base(
        str(case), case.template, case.fails, {**_GENERAL, **case.context}, arguments, pictures
    )


def _folder(case: Case) -> Path:
    folder = Path(tempfile.gettempdir()) / f"r57plans-fuzz-{case.folder.name}"
    folder.mkdir(exist_ok=True)
    case.files(folder)
    return folder
