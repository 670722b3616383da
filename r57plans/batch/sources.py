"""The plan files of a folder, and where each one's documents go."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from r57plans.batch.drafted import Drafted
from r57plans.batch.order import Made, Options, Order
from r57plans.errors import LoadError
from r57plans.load.files import read_file
from r57plans.load.plan_files import plan_files

_USUAL = "plan"


class Source(NamedTuple):
    """A plan: its file's path below the folder, which is its name, and its documents' folder.

    One that is `drafted` from a row of a table has the province for its name.
    """

    name: str
    path: Path
    folder: str
    drafted: Drafted | None = None

    def order(self, options: Options) -> Order:
        """The order for the plan; raises LoadError where its file or its row cannot be read."""
        if self.drafted is None:
            return Order(self.name, read_file(self.path), options)
        if self.drafted.report.errors:
            raise LoadError(self.drafted.report)
        return Order(self.name, self.drafted.data, options, self.drafted.edits)

    def told(self, made: Made) -> Made:
        """What was made, its findings with the places that people know."""
        if self.drafted is None:
            return made
        return replace(made, findings=self.drafted.told(made.findings))


def sources_in(folder: Path, out: Path) -> list[Source]:
    """Every plan file below a folder, in order (`plan_files`), but for what lies in a folder `out`
    within it: that was made, and is no draft of anybody's.

    The documents of `ha-nam.yaml` go to `ha-nam/`, those of `ha-nam/plan.yaml`, too.
    """
    made, whole = out.resolve(), folder.resolve()
    apart = made != whole and made.is_relative_to(whole)
    paths = [p for p in plan_files(folder) if not (apart and p.resolve().is_relative_to(made))]
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
