"""Which documents a plan gives, from which template, under which file name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from r57plans.assets import templates_folder
from r57plans.checks import examine
from r57plans.errors import RefusedError
from r57plans.files import write_files
from r57plans.findings import Finding, Language, Report
from r57plans.language import plain, slug
from r57plans.load import load_catalogue, load_registers
from r57plans.model.plan import Plan
from r57plans.model.registers import LayoutName
from r57plans.version import VERSION
from r57plans.view import View, view_of
from r57plans.view.names import issuer_record
from r57plans.word.clean import clean as clean_copy
from r57plans.word.manifest import ManifestFacts
from r57plans.word.respell import respelled
from r57plans.word.template import Properties, Template, compiled

LANGUAGES: tuple[Language, ...] = ("vi", "en")
DOCUMENTS = ("action-plan",)
_LOCALES: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """One finished Word file: its name and its bytes."""

    name: str
    language: Language
    data: bytes


@dataclass(frozen=True, slots=True)
class Built:
    """The finished files of one plan, and what there is to say about them."""

    files: tuple[DocumentFile, ...]
    report: Report

    def write(self, folder: Path) -> tuple[Path, ...]:
        """Writes all files, each whole or none at all; OSError where that cannot be."""
        return write_files({folder / file.name: file.data for file in self.files})


def build(
    plan: Plan,
    languages: Iterable[Language] = LANGUAGES,
    documents: Iterable[str] = DOCUMENTS,
    *,
    clean: bool = False,
) -> Built:
    """The plan's documents, in memory; `clean` leaves nothing hidden in them.

    Raises RefusedError while a plan that is to be signed, or is issued, lacks a required
    particular.
    """
    report = examine(plan)
    if report.errors:
        raise RefusedError(Report(report.errors))
    files: list[DocumentFile] = []
    notes: list[Finding] = []
    for document in documents:
        for language in languages:
            file, missing = _document(plan, document, language, clean)
            files.append(file)
            notes += missing
    return Built(tuple(files), Report.of([*report, *notes]))


def file_name(plan: Plan, document: str, language: Language) -> str:
    """`cao-bang-action-plan.vi.docx`; a commune's name stands after its province's."""
    unit = f"-{slug(f'{plan.unit.type} {plan.unit.vi}')}" if plan.unit else ""
    return f"{plan.province}{unit}-{document}.{language}.docx"


def template_file(document: str, language: Language, layout: LayoutName) -> Path:
    """The shipped template of a document in one language and layout."""
    suffix = "-state" if layout == "state" else ""
    return templates_folder() / language / f"{document}{suffix}.docx"


@lru_cache(maxsize=32)
def _template_bytes(path: Path) -> bytes:
    return path.read_bytes()


def _template(plan: Plan, document: str, language: Language, layout: LayoutName) -> Template:
    path = template_file(document, language, layout)
    data = _template_bytes(path)
    if language == "vi" and plan.spelling == "old":
        data = respelled(data, "old")
    return compiled(data, path.name)


def _document(
    plan: Plan, document: str, language: Language, clean: bool
) -> tuple[DocumentFile, tuple[Finding, ...]]:
    registers = load_registers()
    seen = view_of(plan, load_catalogue(plan.catalogue), registers, language)
    template = _template(plan, document, language, issuer_record(plan, registers).layout)
    data = template.render(
        seen.view.context_for_template(),
        properties=_properties(plan, seen.view, language),
        manifest=ManifestFacts(VERSION, plan.catalogue, plan.hash, document, language),
    )
    finished = clean_copy(data) if clean else data
    return DocumentFile(file_name(plan, document, language), language, finished), seen.untranslated


def _properties(plan: Plan, view: View, language: Language) -> Properties:
    particulars = view.document
    return Properties(
        title=plain(f"{particulars.type.capitalize()} {particulars.subject}"),
        subject=plain(str(particulars.subject)),
        creator=plain(particulars.issuer),
        language=_LOCALES[language],
        created=plan.document.date.last,
    )
