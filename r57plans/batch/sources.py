"""The plan files of a folder, and where each one's documents go."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from r57plans.plans import WORKBOOK, is_workbook

_KINDS = (".yaml", ".yml", WORKBOOK)
_USUAL = "plan"
_OURS = re.compile(rb"^format:\s*['\"]?r57plans/(\w+)", re.M)
_LIKE_A_PLAN = re.compile(rb"^(?:province|catalogue|tasks):", re.M)


class Source(NamedTuple):
    """A plan file: its path below the folder, which is its name, and its documents' folder."""

    name: str
    path: Path
    folder: str


def sources_in(folder: Path) -> list[Source]:
    """Every plan file below a folder, in order; hidden ones are passed over, and so is other YAML.

    The documents of `ha-nam.yaml` go to `ha-nam/`, those of `ha-nam/plan.yaml`, too.
    """
    paths = [path for path in sorted(folder.rglob("*")) if _may_be_plan(path, folder)]
    names = [PurePosixPath(path.relative_to(folder).as_posix()) for path in paths]
    homes = [_home(name) for name in names]
    taken = Counter(homes)
    return [
        Source(str(name), path, str(home if taken[home] == 1 else name))
        for name, path, home in zip(names, paths, homes, strict=True)
    ]


def _home(name: PurePosixPath) -> PurePosixPath:
    plain = name.with_suffix("")
    return plain.parent if plain.name == _USUAL and len(plain.parts) > 1 else plain


def _may_be_plan(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    if path.suffix not in _KINDS or hidden or not path.is_file():
        return False
    return not path.name.startswith("~$") if is_workbook(path) else _says_so(path)


def _says_so(path: Path) -> bool:
    """Whether a YAML file is a plan, or one that was spoilt."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100_000)
    except OSError:
        return True  # so that it is told
    found = _OURS.search(head)
    return found[1] == b"plan" if found else _LIKE_A_PLAN.search(head) is not None
