"""The catalogue's folder as a `Catalogue`, and the registers of provinces, agencies and terms."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from r57plans.assets import catalogue_folder
from r57plans.errors import LoadError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.language import nearest
from r57plans.load.faults import fault
from r57plans.load.records import RecordReader
from r57plans.load.yaml_source import Source
from r57plans.model.catalogue import Catalogue, CatalogueTarget, Retired, SubTask, TaskGroup
from r57plans.model.central import (
    Baseline,
    CatalogueDuty,
    Directive,
    KnownDocument,
    Principle,
    Requirement,
    SourceParagraph,
)
from r57plans.model.edition import Edition
from r57plans.model.history import as_of
from r57plans.model.registers import Agency, Province, Registers, TermsRegister

PARTS: tuple[tuple[str, Any], ...] = (
    ("documents", tuple[KnownDocument, ...]),
    ("parts", tuple[SourceParagraph, ...]),
    ("principles", tuple[Principle, ...]),
    ("targets", tuple[CatalogueTarget, ...]),
    ("baselines", tuple[Baseline, ...]),
    ("requirement", tuple[Requirement, ...]),
    ("duties", tuple[CatalogueDuty, ...]),
    ("directives", tuple[Directive, ...]),
    ("retired", tuple[Retired, ...]),
)
_HISTORY = "history"


def load_catalogue(name: str = "nq57", folder: Path | None = None) -> Catalogue:
    """One resolution's catalogue by its id or by `id@version`; read once a process.

    An earlier version has its sub-tasks as they were then. `folder` holds one sub-folder a
    resolution. Raises LoadError where the name or the version is not there, or with every fault of
    the files.
    """
    root = folder or catalogue_folder()
    wanted, _, version = name.partition("@")
    if wanted not in catalogue_names(root):
        raise LoadError(Report((_unknown(name, root),)))
    found = _catalogue(root / wanted).at(version)
    if found is None:
        raise LoadError(Report((_other_version(name, _catalogue(root / wanted).versions),)))
    return found


def catalogue_names(folder: Path | None = None) -> tuple[str, ...]:
    """The ids of the catalogues that are there, sorted."""
    root = folder or catalogue_folder()
    return tuple(sorted(p.parent.name for p in root.glob("*/catalogue.yaml")))


def load_edition(path: Path) -> Edition:
    """The fingerprints of a text, from a file of their own. Raises LoadError with every fault."""
    reader = RecordReader()
    made = reader.record(path, Edition)
    reader.refuse()
    return made


def load_registers(folder: Path | None = None) -> Registers:
    """Provinces, agencies and terms; read once a process. Raises LoadError with every fault."""
    return _registers(folder or catalogue_folder())


@lru_cache(maxsize=8)
def _catalogue(folder: Path) -> Catalogue:
    reader = RecordReader()
    head = reader.raw(folder / "catalogue.yaml", dict)
    parts = {name: reader.part(folder / f"{name}.yaml", kind) for name, kind in PARTS}
    groups = [reader.record(path, TaskGroup) for path in _by_number(folder / "groups")]
    editions = [reader.record(path, Edition) for path in sorted(folder.glob("editions/*.yaml"))]
    reader.refuse()
    read = parts | {"groups": groups, "editions": editions}
    whole = Source(head.file, head.data | read, Report(), head.root)
    made: Catalogue = reader.validated(whole, Catalogue)
    reader.refuse()
    if made.id != folder.name:
        raise LoadError(Report((_misnamed(made, folder),)))
    return made.know_versions(partial(_version, folder))


def _version(home: Path, version: str) -> Catalogue | None:
    """One version of a catalogue, `""` today's; None where there is no such version."""
    today = _catalogue(home)
    if version in ("", today.version):
        return today
    return _as_of(home, version) if version in today.versions else None


@lru_cache(maxsize=8)
def _as_of(home: Path, version: str) -> Catalogue:
    reader, kind = RecordReader(), tuple[SubTask, ...]
    files = sorted((home / _HISTORY).glob("*.yaml"))
    snapshots = {path.stem: reader.part(path, kind) for path in files}
    reader.refuse()
    return as_of(_catalogue(home), version, snapshots).know_versions(partial(_version, home))


@lru_cache(maxsize=8)
def _registers(folder: Path) -> Registers:
    reader = RecordReader()
    made = {
        "provinces": reader.part(folder / "provinces.yaml", tuple[Province, ...]),
        "agencies": reader.part(folder / "agencies.yaml", tuple[Agency, ...]),
        "terms": reader.record(folder / "terms.yaml", TermsRegister),
    }
    reader.refuse()
    return Registers(**made)


def _by_number(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"), key=lambda path: (len(path.stem), path.stem))


def _unknown(name: str, root: Path) -> Finding:
    names = catalogue_names(root)
    near = nearest(name.partition("@")[0], names) or names
    message = Message(f"Không có danh mục “{name}”.", f"There is no catalogue “{name}”.")
    known = ", ".join(near) or "—"
    hint = Message(f"Danh mục hiện có: {known}.", f"There is: {known}.")
    return fault("catalogue.unknown", Place(str(root)), message, hint)


def _misnamed(made: Catalogue, folder: Path) -> Finding:
    message = Message(
        f"Danh mục “{made.id}” nằm trong thư mục “{folder.name}”.",
        f"The catalogue “{made.id}” stands in the folder “{folder.name}”.",
    )
    hint = Message(
        "Đặt tên thư mục đúng như id của danh mục.", "Name the folder as the catalogue's id."
    )
    return fault("catalogue.folder", Place(str(folder / "catalogue.yaml")), message, hint)


def _other_version(name: str, versions: tuple[str, ...]) -> Finding:
    message = Message(
        f"Không có danh mục “{name}”: phiên bản hiện nay là {versions[-1]}.",
        f"There is no catalogue “{name}”: today's version is {versions[-1]}.",
    )
    wanted = name.partition("@")[0]
    there = ", ".join(f"{wanted}@{version}" for version in versions)
    hint = Message(f"Các phiên bản có ở đây: {there}.", f"The versions here: {there}.")
    return fault("catalogue.version", Place(), message, hint)
