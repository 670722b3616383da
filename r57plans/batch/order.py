"""What a worker gets and gives back: bytes in, bytes out, so that it needs no disk of ours."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import perf_counter

from r57plans.assets import catalogue_folder, templates_folder
from r57plans.checks import check as assess
from r57plans.documents import ALL, Edition, build
from r57plans.errors import ReportedError
from r57plans.findings import Finding, Report
from r57plans.model.base import DocumentDate
from r57plans.plans import read_plan
from r57plans.version import VERSION


@dataclass(frozen=True, slots=True)
class Options:
    """What is made of each plan: languages, documents, and how; as for `build`."""

    languages: tuple[Edition, ...] = ("vi", "en")
    documents: tuple[str, ...] = (ALL,)
    on: DocumentDate | None = None
    clean: bool = False
    template: bytes | None = None
    check: bool = False

    @property
    def key(self) -> str:
        """Equal for options that give the same files from the same plan, catalogue, templates."""
        template = "" if self.template is None else hashlib.sha256(self.template).hexdigest()
        said = (self.languages, self.documents, str(self.on), self.clean, self.check, template)
        return f"{said} {VERSION} {assets_hash()}"


@dataclass(frozen=True, slots=True)
class Order:
    """One plan to be made: its name for messages, the bytes of its file."""

    name: str
    data: bytes
    options: Options

    @property
    def key(self) -> str:
        """Equal where the same files would come of it."""
        return hashlib.sha256(self.options.key.encode() + b"\0" + self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an order: the files by name, or none and why; all that there is to say.

    `verdicts` are those of the requirement by part, `hits` how often each rule found something,
    where the order asked for a check.
    """

    name: str
    plan: str
    catalogue: str
    files: tuple[tuple[str, bytes], ...]
    findings: tuple[Finding, ...]
    seconds: float
    failed: bool
    verdicts: dict[str, str] = field(default_factory=dict)
    hits: dict[str, int] = field(default_factory=dict)


def make(order: Order) -> Made:
    """The documents of one plan; whatever is wrong with the plan is told, not raised."""
    start = perf_counter()
    options = order.options
    plan, loading = read_plan(order.data, order.name, options.on)
    if plan is None:
        return _failed(order, loading, start)
    try:
        built = build(
            plan, options.languages, options.documents, clean=options.clean,
            template=options.template,
        )  # fmt: skip
    except ReportedError as error:
        return _failed(order, loading + error.report, start)
    verdicts: dict[str, str] = {}
    hits: dict[str, int] = {}
    if options.check:
        found = assess(plan)
        verdicts = {part.id: part.verdict for part in found.parts}
        for told in found.told:
            hits[told.rule.id] = hits.get(told.rule.id, 0) + 1
    files = tuple((file.name, file.data) for file in built.files)
    findings = tuple(dict.fromkeys((*loading, *built.report)))
    seconds = perf_counter() - start
    return Made(
        order.name, plan.hash, plan.catalogue, files, findings, seconds, False, verdicts, hits
    )


def _failed(order: Order, report: Report, start: float) -> Made:
    return Made(order.name, "", "", (), tuple(report), perf_counter() - start, True)


@cache
def assets_hash() -> str:
    """The SHA-256 of the catalogue and the templates that are installed."""
    made = hashlib.sha256()
    for folder in (catalogue_folder(), templates_folder()):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".yaml", ".docx"):
                made.update(path.relative_to(folder).as_posix().encode() + b"\0")
                made.update(hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()


@cache
def template_hashes() -> dict[str, str]:
    """The SHA-256 of each shipped template, by its path below `templates/`."""
    folder = templates_folder()
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(Path(path).read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*.docx"))
    }
