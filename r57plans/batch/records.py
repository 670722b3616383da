"""What is known of each plan of a batch, and the two files in which it is kept.

As machines read it, `batch.schema.json` lies beside.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Self

from r57plans.batch.order import Made, assets_hash, template_hashes
from r57plans.findings import NO_HINT, Language, Message, Report
from r57plans.version import VERSION

MANIFEST, FOLDER, JOURNAL = "manifest.json", ".r57plans", "journal.jsonl"
FORMAT = "r57plans/batch/1"


@dataclass(frozen=True, slots=True)
class Record:
    """One plan: what was made of it, from what, and what there is to say about it.

    `key` is equal where the same files would be made again; `files` are SHA-256 by path below the
    folder, of a plan that `failed` those of an earlier batch, which stay; `findings` are as
    `--format json` says them; `skipped` says that nothing had to be done.
    """

    name: str
    key: str
    plan: str
    province: str
    catalogue: str
    files: Mapping[str, str]
    findings: tuple[Mapping[str, Any], ...]
    seconds: float
    failed: bool
    verdicts: Mapping[str, str] = field(default_factory=dict)
    hits: Mapping[str, int] = field(default_factory=dict)
    skipped: bool = False

    @classmethod
    def of(cls, made: Made, key: str, files: Mapping[str, str], language: Language) -> Self:
        """The record of what a worker made, with its files where they were put."""
        return cls(
            made.name,
            key,
            made.plan,
            made.province,
            made.catalogue,
            files,
            tuple(finding.as_dict(language) for finding in made.findings),
            round(made.seconds, 3),
            made.failed,
            made.verdicts,
            made.hits,
        )

    def as_dict(self) -> dict[str, Any]:
        """The record as it stands in the manifest."""
        return {
            "plan": self.name,
            "key": self.key,
            "hash": self.plan,
            "province": self.province,
            "catalogue": self.catalogue,
            "failed": self.failed,
            "files": [{"name": name, "sha256": sha} for name, sha in self.files.items()],
            "findings": list(self.findings),
            "seconds": self.seconds,
            "verdicts": dict(self.verdicts),
            "hits": dict(self.hits),
        }

    @classmethod
    def from_dict(cls, said: Mapping[str, Any]) -> Self:
        """The record that `as_dict` wrote.

        Raises KeyError, TypeError, ValueError or AttributeError for anything else, and for files
        that would not lie below the folder.
        """
        return cls(
            str(said["plan"]),
            str(said["key"]),
            str(said["hash"]),
            str(said["province"]),
            str(said["catalogue"]),
            {_below(str(file["name"])): str(file["sha256"]) for file in said["files"]},
            tuple(dict(finding) for finding in said["findings"]),
            float(said["seconds"]),
            bool(said["failed"]),
            {str(k): str(v) for k, v in said["verdicts"].items()},
            {str(k): int(v) for k, v in said["hits"].items()},
        )

    def is_there(self, folder: Path) -> bool:
        """Whether all its files are there as they were made."""
        return all(_sha256(folder / name) == sha for name, sha in self.files.items())


@dataclass(frozen=True, slots=True)
class Done:
    """A finished batch: its plans in order; `stopped` says why it ended before its time.

    `report` is what there is to say of a table of provinces and of the plan that they share.
    """

    plans: tuple[Record, ...]
    seconds: float
    stopped: Message = NO_HINT
    report: Report = field(default_factory=Report)

    @property
    def failed(self) -> tuple[Record, ...]:
        """The plans of which nothing could be made."""
        return tuple(record for record in self.plans if record.failed)

    @property
    def made(self) -> tuple[Record, ...]:
        """The plans that were made now."""
        return tuple(record for record in self.plans if not record.failed and not record.skipped)

    @property
    def files(self) -> int:
        """How many files there are of all plans that could be made."""
        return sum(len(record.files) for record in self.plans if not record.failed)


def manifest(records: Iterable[Record]) -> bytes:
    """The manifest of a batch as JSON, plans in order of their names."""
    plans = [record.as_dict() for record in sorted(records, key=lambda r: r.name)]
    data = {
        "format": FORMAT,
        "tool": VERSION,
        "assets": assets_hash(),
        "templates": template_hashes(),
        "plans": plans,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def line_of(record: Record) -> bytes:
    """The record as a line of the journal."""
    return (json.dumps(record.as_dict(), ensure_ascii=False) + "\n").encode()


def records_in(folder: Path) -> dict[str, Record]:
    """What earlier batches into a folder finished, by plan; what cannot be read does not count."""
    found: dict[str, Record] = {}
    for said in (*_of_manifest(folder / MANIFEST), *_of_journal(folder / FOLDER / JOURNAL)):
        try:
            record = Record.from_dict(said)
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
        found[record.name] = record
    return found


def _of_manifest(path: Path) -> Iterator[Any]:
    data = _json(path.read_bytes()) if path.is_file() else None
    if isinstance(data, dict) and data.get("format") == FORMAT:
        plans = data.get("plans")
        yield from plans if isinstance(plans, list) else ()


def _of_journal(path: Path) -> Iterator[Any]:
    """The lines of the journal; the last may be cut."""
    if path.is_file():
        yield from filter(None, map(_json, path.read_bytes().splitlines()))


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return None


def _below(name: str) -> str:
    """The path of a file that lies below the folder; raises ValueError for any other."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or PureWindowsPath(name).anchor:
        raise ValueError(name)
    return name


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
