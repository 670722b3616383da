"""The plan files of a folder, and where each one's documents go."""

from __future__ import annotations

from collections import Counter
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from r57plans.load.plan_files import plan_files

_USUAL = "plan"


class Source(NamedTuple):
    """A plan file: its path below the folder, which is its name, and its documents' folder."""

    name: str
    path: Path
    folder: str


def sources_in(folder: Path) -> list[Source]:
    """Every plan file below a folder, in order (`plan_files`).

    The documents of `ha-nam.yaml` go to `ha-nam/`, those of `ha-nam/plan.yaml`, too.
    """
    paths = plan_files(folder)
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
