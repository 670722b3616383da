"""Puts the view across provinces together from plans, one plan at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from r57plans.findings import Finding, Message
from r57plans.load import load_catalogue, load_registers
from r57plans.load.catalogue_file import catalogue_names
from r57plans.load.undisturbed import undisturbed
from r57plans.matrix.gathering import Gathering, Source, source_of
from r57plans.matrix.reading import read_folder
from r57plans.matrix.records import Matrix, PlanFile, Unread


def matrix(plans: Path | str | Iterable[PlanFile], on: date) -> Matrix:
    """The plans of a folder, or those given, side by side.

    `on` is the day of all counts: how tasks stand, and what bodies have become. Sub-tasks are those
    of the newest version of the catalogue that most of the plans use; a plan of another catalogue,
    and a file of the folder that cannot be read, is told in `unread` and not counted.
    """
    read = read_folder(Path(plans), on) if isinstance(plans, Path | str) else plans
    with undisturbed():
        return _matrix(read, on)


def _matrix(read: Iterable[PlanFile | Unread], on: date) -> Matrix:
    unread: list[Unread] = []
    gathered: dict[str, Gathering] = {}
    strange: list[Source] = []
    registers = load_registers()
    for each in read:
        if isinstance(each, Unread):
            unread.append(each)
            continue
        name = each.plan.catalogue.partition("@")[0]
        if name not in catalogue_names():
            strange.append(source_of(each))
            continue
        if name not in gathered:
            gathered[name] = Gathering(load_catalogue(name), registers, on)
        gathered[name].add(each)
    if not gathered:
        catalogue = load_catalogue()
        gathered[catalogue.id] = Gathering(catalogue, registers, on)
    most = min(gathered, key=lambda name: (-len(gathered[name].sources), name))
    for name in gathered.keys() - {most}:
        strange += gathered[name].sources
    unread += (_another(source, most) for source in strange)
    return gathered[most].matrix(sorted(unread, key=lambda each: each.name))


def _another(source: Source, most: str) -> Unread:
    finding = Finding(
        "matrix.another-catalogue",
        "error",
        Message(
            f"Kế hoạch dùng danh mục {source.catalogue}, các kế hoạch khác dùng {most}; "
            "không tính.",
            f"The plan is of the catalogue {source.catalogue}, the others of {most}; not counted.",
        ),
        Message(
            "Để kế hoạch của mỗi danh mục trong một thư mục riêng.",
            "Keep the plans of each catalogue in a folder of their own.",
        ),
        source.place,
    )
    return Unread(source.name, (finding,))
