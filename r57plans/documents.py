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
from r57plans.findings import Finding, Language, Message, Report
from r57plans.language import plain, slug
from r57plans.load import load_catalogue, load_registers, read_file
from r57plans.model.plan import Plan
from r57plans.model.registers import LayoutName
from r57plans.version import VERSION
from r57plans.view import View, view_of
from r57plans.view.names import issuer_record
from r57plans.word.clean import clean as clean_copy
from r57plans.word.manifest import ManifestFacts
from r57plans.word.package import DEFAULT_LIMITS
from r57plans.word.properties import language_of
from r57plans.word.respell import respelled
from r57plans.word.template import Properties, Template, compiled

LANGUAGES: tuple[Language, ...] = ("vi", "en")
DOCUMENTS = ("action-plan",)
ONE_LANGUAGE = Finding(
    "build.template-languages",
    "error",
    Message("Một mẫu chỉ dùng cho một ngôn ngữ.", "A template is in one language."),
    Message(
        "Chạy riêng cho từng ngôn ngữ: --template mau.docx --lang vi.",
        "Build one language at a time: --template mine.docx --lang en.",
    ),
)
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
    languages: Iterable[Language] | None = None,
    documents: Iterable[str] = DOCUMENTS,
    *,
    clean: bool = False,
    template: bytes | str | Path | None = None,
) -> Built:
    """The plan's documents, in memory; `clean` leaves nothing hidden in them.

    Both languages are made unless some are named. A `template` is a Word file of an office's own,
    which takes the shipped one's place for one language: the one named, else the one that the
    file says it is in, else Vietnamese. It may do no more than any file from a stranger.

    Raises RefusedError while a plan that is to be signed, or is issued, lacks a required
    particular; TemplateError for what is wrong with a template, WordFileError where it is no
    sound Word file, LoadError where it cannot be read.
    """
    report = examine(plan)
    if report.errors:
        raise RefusedError(Report(report.errors))
    own = None if template is None else OwnTemplate.read(template)
    files: list[DocumentFile] = []
    notes: list[Finding] = []
    for document in documents:
        for language in _languages(languages, own):
            file, missing = _document(plan, document, language, clean, own)
            files.append(file)
            notes += missing
    return Built(tuple(files), Report.of([*report, *notes]))


def _languages(named: Iterable[Language] | None, own: OwnTemplate | None) -> tuple[Language, ...]:
    languages = tuple(named or ())
    if own is None:
        return languages or LANGUAGES
    if len(languages) > 1:
        raise RefusedError(Report((ONE_LANGUAGE,)))
    return languages or (own.language,)


def file_name(plan: Plan, document: str, language: Language) -> str:
    """`cao-bang-action-plan.vi.docx`; a commune's name stands after its province's."""
    unit = f"-{slug(f'{plan.unit.type} {plan.unit.vi}')}" if plan.unit else ""
    return f"{plan.province}{unit}-{document}.{language}.docx"


def template_file(document: str, language: Language, layout: LayoutName) -> Path:
    """The shipped template of a document in one language and layout."""
    suffix = "-state" if layout == "state" else ""
    return templates_folder() / language / f"{document}{suffix}.docx"


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A template that is not ours: its bytes, and its name for messages."""

    data: bytes
    name: str

    @classmethod
    def read(cls, source: bytes | str | Path) -> OwnTemplate:
        """The template of a file, or of its bytes; LoadError where the file cannot be read."""
        if isinstance(source, bytes):
            return cls(source, "")
        return cls(read_file(source, "word", DEFAULT_LIMITS.max_bytes), str(source))

    @property
    def language(self) -> Language:
        """The language that the file says it is in; Vietnamese where it says none of ours."""
        said = language_of(self.data, self.name).partition("-")[0].lower()
        return "en" if said == "en" else "vi"

    def compiled(self, language: Language) -> Template:
        """The template, read once for the process, its filters writing this language."""
        return _own_template(self.data, self.name, language)


@lru_cache(maxsize=8)
def _own_template(data: bytes, name: str, language: Language) -> Template:
    return Template(data, name=name, language=language, isolate=True)


@lru_cache(maxsize=32)
def _template_bytes(path: Path) -> bytes:
    return path.read_bytes()


def _template(plan: Plan, document: str, language: Language, layout: LayoutName) -> Template:
    path = template_file(document, language, layout)
    data = _template_bytes(path)
    if language == "vi" and plan.spelling == "old":
        data = respelled(data, "old")
    return compiled(data, path.name, language)


def _document(
    plan: Plan, document: str, language: Language, clean: bool, own: OwnTemplate | None
) -> tuple[DocumentFile, tuple[Finding, ...]]:
    registers = load_registers()
    seen = view_of(plan, load_catalogue(plan.catalogue), registers, language)
    if own is None:
        template = _template(plan, document, language, issuer_record(plan, registers).layout)
    else:
        template = own.compiled(language)
    data = template.render(
        seen.view.context_for_template(),
        properties=_properties(plan, seen.view, language),
        manifest=ManifestFacts(VERSION, plan.catalogue, plan.hash, document, language),
    )
    finished = clean_copy(data) if clean else data
    notes = (*seen.untranslated, *((*seen.beyond, *template.notes) if own else ()))
    return DocumentFile(file_name(plan, document, language), language, finished), notes


def _properties(plan: Plan, view: View, language: Language) -> Properties:
    particulars = view.document
    return Properties(
        title=plain(f"{particulars.type.capitalize()} {particulars.subject}"),
        subject=plain(str(particulars.subject)),
        creator=plain(particulars.issuer),
        language=_LOCALES[language],
        created=plan.document.date.last,
    )
