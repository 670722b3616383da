"""Making a plan's documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from r57plans.documents.acts import with_cover
from r57plans.documents.choice import Chosen, chosen, said_of
from r57plans.documents.kinds import ACTION_PLAN
from r57plans.documents.templates import OwnTemplate, shipped
from r57plans.errors import RefusedError
from r57plans.files import write_files
from r57plans.findings import Finding, Language, Message, Report
from r57plans.language import plain, slug, small_first
from r57plans.load import load_catalogue, load_registers
from r57plans.model.plan import Plan
from r57plans.model.registers import Registers
from r57plans.version import VERSION
from r57plans.view import Seen, View
from r57plans.view.names import issuer_record
from r57plans.word.clean import clean as clean_copy
from r57plans.word.joining import joined
from r57plans.word.manifest import ManifestFacts
from r57plans.word.parallel import parallel
from r57plans.word.template import Properties, Template
from r57plans.word.tracking import tracked

Edition = Literal["vi", "en", "vi-en"]
"""A language, or both side by side."""

LANGUAGES: tuple[Edition, ...] = ("vi", "en")
PARALLEL: Edition = "vi-en"
ONE_LANGUAGE = Finding(
    "build.template-languages",
    "error",
    Message("Một mẫu chỉ dùng cho một ngôn ngữ.", "A template is in one language."),
    Message(
        "Chạy riêng cho từng ngôn ngữ: --template mau.docx --lang vi.",
        "Build one language at a time: --template mine.docx --lang en.",
    ),
)
ONE_DOCUMENT = Finding(
    "build.template-documents",
    "error",
    Message("Một mẫu chỉ dùng cho một văn bản.", "A template is for one document."),
    Message(
        "Chạy riêng cho từng văn bản: --template mau.docx --document action-plan.",
        "Build one document at a time: --template mine.docx --document action-plan.",
    ),
)
TRACK_OR_CLEAN = Finding(
    "build.track-clean",
    "error",
    Message(
        "Bản không có dữ liệu ẩn không ghi lại ai sửa gì.",
        "A copy with nothing hidden in it does not record who edits what.",
    ),
    Message(
        "Dùng --track cho bản gửi lấy ý kiến, --clean cho bản gửi đi; không dùng cả hai.",
        "Use --track for the draft that goes round, --clean for what is sent out; not both.",
    ),
)
_LOCALES: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """One finished Word file: its name, its language or both of them, and its bytes."""

    name: str
    language: Edition
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
    languages: Iterable[Edition] | None = None,
    documents: Iterable[str] = (ACTION_PLAN,),
    *,
    clean: bool = False,
    track: bool = False,
    template: bytes | str | Path | None = None,
) -> Built:
    """The plan's documents, in memory; `clean` leaves nothing hidden in them.

    With `track` they are drafts in which Word records who edits what.
    `documents` are names of `DOCUMENTS`, or of a kind that has several; `all` stands for every
    document for which the plan has what is needed. Both languages are made unless some are named;
    `vi-en` is an edition with both side by side.
    A `template` is a Word file of an office's own, which takes the shipped one's place for one
    language: the one named, else the one that the file says it is in, else Vietnamese. It may do
    no more than any file from a stranger.

    Raises RefusedError for a name that no document has, for a document that the plan lacks
    something for, while one that is to be signed, or is issued, lacks a required particular, and
    for `clean` with `track`; TemplateError for what is wrong with a template, WordFileError where
    it is no sound Word file, LoadError where it cannot be read.
    """
    wanted = chosen(with_cover(plan), documents, load_registers())
    return made(plan, wanted, languages, clean=clean, track=track, template=template)


def made(
    plan: Plan,
    wanted: tuple[Chosen, ...],
    languages: Iterable[Edition] | None = None,
    *,
    clean: bool = False,
    track: bool = False,
    template: bytes | str | Path | None = None,
) -> Built:
    """The documents that were chosen, in memory; raises as `build` does."""
    if clean and track:
        raise RefusedError(Report((TRACK_OR_CLEAN,)))
    registers = load_registers()
    report = said_of(plan, wanted, registers)
    if report.errors:
        raise RefusedError(Report(report.errors))
    if template is not None and len(wanted) > 1:
        raise RefusedError(Report((ONE_DOCUMENT,)))
    own = None if template is None else OwnTemplate.read(template)
    maker = _Maker(with_cover(plan), plan.hash, registers, _finisher(clean, track), own)
    files: list[DocumentFile] = []
    notes: dict[Finding, None] = {}
    for document in wanted:
        for language in _languages(languages, own):
            file, missing = maker.document(document, language)
            files.append(file)
            notes |= dict.fromkeys(missing)
    return Built(tuple(files), Report.of([*report, *notes]))


def _finisher(clean: bool, track: bool) -> Callable[[bytes], bytes]:
    """What is done with a finished file at the end."""
    return clean_copy if clean else tracked if track else lambda data: data


def _languages(named: Iterable[Edition] | None, own: OwnTemplate | None) -> tuple[Edition, ...]:
    languages = tuple(named or ())
    if own is None:
        return languages or LANGUAGES
    if len(languages) > 1 or PARALLEL in languages:
        raise RefusedError(Report((ONE_LANGUAGE,)))
    return languages or (own.language,)


def file_name(plan: Plan, document: str, language: Edition) -> str:
    """`cao-bang-action-plan.vi.docx`; a commune's name stands after its province's."""
    unit = f"-{slug(f'{plan.unit.type} {plan.unit.vi}')}" if plan.unit else ""
    return f"{plan.province}{unit}-{document}.{language}.docx"


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the documents of one plan."""

    plan: Plan
    hash: str
    registers: Registers
    finish: Callable[[bytes], bytes]
    own: OwnTemplate | None

    def document(
        self, chosen: Chosen, edition: Edition
    ) -> tuple[DocumentFile, tuple[Finding, ...]]:
        """One document in one language or in both, and the notes on what it prints."""
        if edition == PARALLEL:
            first, missing = self._rendered(chosen, "vi", "en")
            second, more = self._rendered(chosen, "en")
            data, notes = parallel(first, second, _LOCALES["en"]), (*missing, *more)
        else:
            data, notes = self._rendered(chosen, cast("Language", edition))
        name = file_name(self.plan, chosen.name, edition)
        return DocumentFile(name, edition, self.finish(data)), notes

    def _rendered(
        self, chosen: Chosen, language: Language, *also: Language
    ) -> tuple[bytes, tuple[Finding, ...]]:
        """The document in one language, with its attachment behind it.

        Its title is said in the other languages, too. A template of an office's own, whose styles
        may be others, is for the document alone.
        """
        data, notes = self._alone(chosen, language, *also)
        parts = chosen.with_attachment(self.plan, self.registers)[1:]
        for attachment in parts if self.own is None else ():
            other, more = self._alone(attachment, language)
            data, notes = joined(data, other), (*notes, *more)
        return data, notes

    def _alone(
        self, chosen: Chosen, language: Language, *also: Language
    ) -> tuple[bytes, tuple[Finding, ...]]:
        plan, own = self.plan, self.own
        views = [self._seen(chosen, each) for each in (language, *also)]
        seen = views[0]
        template = own.compiled(language) if own else self._shipped(chosen, language)
        data = template.render(
            seen.view.context_for_template(),
            properties=_properties(chosen.own, [each.view for each in views], language),
            manifest=ManifestFacts(
                VERSION,
                plan.catalogue,
                self.hash,
                chosen.name,
                language,
                _about(chosen.own, self.registers),
            ),
        )
        return data, (*seen.untranslated, *((*seen.beyond, *template.notes) if own else ()))

    def _seen(self, chosen: Chosen, language: Language) -> Seen:
        catalogue = load_catalogue(self.plan.catalogue)
        return chosen.kind.view(self.plan, chosen.own, catalogue, self.registers, language)

    def _shipped(self, chosen: Chosen, language: Language) -> Template:
        name = chosen.kind.template or chosen.kind.id
        layout = issuer_record(chosen.own, self.registers).layout
        return shipped(name, language, layout, old_marks=self.plan.spelling == "old")


def _about(plan: Plan, registers: Registers) -> tuple[tuple[str, str], ...]:
    """What the manifest says of the plan beside what it printed."""
    unit = plan.unit
    named = (unit.level, unit.type, unit.vi, unit.en or "") if unit else ()
    return (
        ("province", plan.province),
        ("unit", "|".join(named)),
        ("issuer", issuer_record(plan, registers).id),
        ("type", plan.document.type),
        ("date", str(plan.document.date)),
        ("spelling", plan.spelling),
    )


def _properties(plan: Plan, views: list[View], language: Language) -> Properties:
    particulars = views[0].document
    return Properties(
        title=" / ".join(_title(view) for view in views),
        subject=plain(str(particulars.subject)),
        creator=plain(particulars.issuer),
        language=_LOCALES[language],
        created=plan.document.date.last,
    )


def _title(view: View) -> str:
    return plain(f"{view.document.type.capitalize()} {small_first(str(view.document.subject))}")
