"""The plan files of a folder, each with the status file that lies beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from r57plans.load import check_status_file
from r57plans.load.plan_files import plan_files
from r57plans.matrix.records import PlanFile, Unread
from r57plans.plans import read_plan_file

_USUAL = "plan"
_ENDINGS = (".yaml", ".yml")


def read_folder(folder: Path, on: date) -> Iterator[PlanFile | Unread]:
    """The plans below a folder and the files that cannot be read, by their names there, in turn.

    A plan `ha-nam.yaml` has its status in `ha-nam.status.yaml`, or in `status.yaml` where it is
    the folder's only plan or is called `plan.yaml`. A status file with errors is told, and its
    plan is there without it.
    """
    paths = plan_files(folder)
    for path in paths:
        name = path.relative_to(folder).as_posix()
        plan, report = read_plan_file(path)
        if plan is None:
            yield Unread(name, report.errors)
            continue
        status = None
        if beside := _status_file(path, paths):
            status, told = check_status_file(beside, plan, on)
            if status is None:
                yield Unread(beside.relative_to(folder).as_posix(), told.errors)
        yield PlanFile(name, plan, status)


def _status_file(path: Path, plans: Sequence[Path]) -> Path | None:
    return next((file for file in _candidates(path, plans) if file.is_file()), None)


def _candidates(path: Path, plans: Sequence[Path]) -> Iterator[Path]:
    for ending in _ENDINGS:
        yield path.with_name(f"{path.stem}.status{ending}")
    alone = sum(other.parent == path.parent for other in plans) == 1
    if alone or path.stem == _USUAL:
        for ending in _ENDINGS:
            yield path.with_name(f"status{ending}")
