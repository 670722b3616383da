"""What a worker gets and gives back: bytes in, bytes out, so that it needs no disk of ours.

Nothing here makes documents, so that a batch with nothing to do begins and ends at once.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from r57plans.assets import catalogue_folder, templates_folder
from r57plans.findings import Finding
from r57plans.version import VERSION

if TYPE_CHECKING:
    from r57plans.batch.edits import Edit
    from r57plans.documents import Edition
    from r57plans.model.base import DocumentDate


@dataclass(frozen=True, slots=True)
class Options:
    """What is made of each plan: languages, documents, and how; as for `build`.

    Without documents, every one for which the plan has what is needed.
    """

    languages: tuple[Edition, ...] = ("vi", "en")
    documents: tuple[str, ...] = ()
    on: DocumentDate | None = None
    clean: bool = False
    template: bytes | None = None
    check: bool = False
    pdf: bool = False

    @property
    def key(self) -> str:
        """Equal for options that give the same files from the same plan, catalogue, templates."""
        template = "" if self.template is None else hashlib.sha256(self.template).hexdigest()
        said = (self.languages, self.documents, str(self.on), self.clean, self.check, template)
        return f"{said} {self.pdf} {VERSION} {assets_hash()}"


@dataclass(frozen=True, slots=True)
class Order:
    """One plan to be made: its name for messages, the bytes of its file, and what of that file
    is to be changed first; the plan file as changed then is among what is made."""

    name: str
    data: bytes
    options: Options
    edits: tuple[Edit, ...] = ()

    @property
    def key(self) -> str:
        """Equal where the same files would come of it."""
        made = hashlib.sha256(self.options.key.encode() + b"\0" + self.data)
        if self.edits:
            made.update(b"\0" + json.dumps(self.edits).encode())
        return made.hexdigest()


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an order: the files by name, or none and why; all that there is to say.

    `province` is that of the plan; where the order asked for a check, `verdicts` are those of the
    requirement by part and `hits` how often each rule found something.
    """

    name: str
    findings: tuple[Finding, ...]
    seconds: float
    failed: bool
    plan: str = ""
    province: str = ""
    catalogue: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    verdicts: dict[str, str] = field(default_factory=dict)
    hits: dict[str, int] = field(default_factory=dict)


@cache
def template_hashes() -> dict[str, str]:
    """The SHA-256 of each shipped template, by its path below `templates/`."""
    return _hashes(templates_folder(), "*.docx")


@cache
def assets_hash() -> str:
    """The SHA-256 of the catalogue and the templates that are installed."""
    files = {**_hashes(catalogue_folder(), "*.yaml"), **template_hashes()}
    said = "".join(f"{name}\0{sha}\n" for name, sha in files.items())
    return hashlib.sha256(said.encode()).hexdigest()


def _hashes(folder: Path, pattern: str) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob(pattern))
    }
