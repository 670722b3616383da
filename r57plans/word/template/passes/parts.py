"""From the parts of a template's package to programs: which parts hold tags, and each one's way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from r57plans.findings import Finding
from r57plans.word.package import Package
from r57plans.word.template.boundary import explain_compiling, guarded, told_faults
from r57plans.word.template.compile import Compiler
from r57plans.word.template.compile import compiler as new_compiler
from r57plans.word.template.passes.anchors import ready_loops
from r57plans.word.template.passes.blocks import balanced, parents_of_marks
from r57plans.word.template.passes.cells import set_cells
from r57plans.word.template.passes.draft import Complaint, Draft
from r57plans.word.template.passes.fields import mark_computed
from r57plans.word.template.passes.guards import guard
from r57plans.word.template.passes.lift import lift_tags
from r57plans.word.template.passes.lists import ready_lists
from r57plans.word.template.passes.prepare import prepare
from r57plans.word.template.passes.program import Program, compiled_program, flatten
from r57plans.word.template.passes.propertied import lift_properties
from r57plans.word.template.passes.ranges import drop_cut_ranges
from r57plans.word.template.passes.stories import PROPERTIES, STORIES, story_of
from r57plans.word.template.passes.syntax import complain_of_syntax
from r57plans.word.template.passes.textmode import keep_as_text
from r57plans.word.template.passes.whole import mark_whole
from r57plans.word.template.run.pictures import picture_names, ready_pictures
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.told.faults import error
from r57plans.word.template.told.telling import told
from r57plans.word.xml import parse_part

# A header, footer or note without any of this is the same in every document: it is copied.
_TOUCHED = re.compile(
    rb"[{]|_[}]|rsid|paraId|:ins[ >]|:del[ >]|:move|Change[ >]|<w:sdt|proofErr|smartTag|docPr"
    rb"|lastRendered|bookmarkStart|instr=\"\s*[=&]|\b(?:TOC|TOA|INDEX|REF|PAGEREF|NOTEREF|SEQ|STYLEREF)\b|PAGES"
)


@dataclass(frozen=True, slots=True)
class Compiled:
    """The programs of a template; `contents` says whether it has a table of contents or an index.

    `pictures` are the names of its pictures.
    """

    programs: tuple[Program, ...]
    contents: bool
    pictures: tuple[str, ...]


def compile_parts(
    package: Package, parts: Mapping[str, bytes], file: str, limits: Limits
) -> Compiled:
    """The programs of the parts that print text. Raises `TemplateError` with every fault at once.

    Unknown filters are looked for once all tags open and close where they should.
    """
    drafts: list[Draft] = []
    contents, pictures = False, dict[str, None]()
    for part, kind in package.types.items():
        story = story_of(kind)
        if story in STORIES and (part == package.main or _TOUCHED.search(parts[part])):
            draft = _draft(parts[part], part, parts, file, mark_whole(parts[part]))
            contents |= draft.has_contents
            pictures.update(dict.fromkeys(draft.pictures))
            drafts.append(draft)
        elif story in PROPERTIES and b"{" in parts[part]:
            draft = Draft(part, parse_part(parts[part], part, file))
            lift_properties(draft)
            balanced(draft)
            drafts.append(draft)
    _refuse(drafts, parts, file)
    programs = _compile(drafts, parts, file, limits)
    return Compiled(programs, contents, tuple(pictures))


def compile_macros(package: Package, part: str, file: str, limits: Limits) -> Program:
    """The program of a Word file that is imported. Raises as `compile_parts` does."""
    data = package.parts[part]
    draft = _draft(data, file, package.parts, file, data)
    _refuse([draft], package.parts, file)
    return _compile([draft], package.parts, file, limits)[0]


def _refuse(drafts: Iterable[Draft], parts: Mapping[str, bytes], file: str) -> None:
    findings = [f for draft in drafts for f in told(_in_order(draft), parts, file)]
    if findings:
        raise error(findings)


def _in_order(draft: Draft) -> list[Complaint]:
    """The complaints about a part, those of the first tag first."""
    return sorted(draft.complaints, key=lambda complaint: complaint.tag.number)


def _draft(data: bytes, part: str, parts: Mapping[str, bytes], file: str, marked: bytes) -> Draft:
    """A part with its tags lifted, as far as they can be; what is wrong are its complaints.

    `marked` is the part with the tags marked that its text alone tells of.
    """

    def work() -> Draft:
        root = prepare(parse_part(marked, part, file, marks=marked is not data), data)
        draft = Draft(part, root, data)
        draft.has_contents = mark_computed(draft.root)
        draft.pictures = picture_names(draft.root)
        _ready(draft, parts)
        return draft

    return guarded(work, lambda reason: explain_compiling(file, parts, part, None, reason))


def _ready(draft: Draft, parts: Mapping[str, bytes]) -> None:
    lifted = lift_tags(draft)
    pairs = balanced(draft)
    if draft.complaints:
        complain_of_syntax(draft)
        return
    keep_as_text(draft, pairs)
    set_cells(draft, lifted.cells)
    ready_lists(draft, lifted.restarts, parts)
    ready_pictures(draft)
    drop_cut_ranges(draft)
    parents = parents_of_marks(draft.root)
    ready_loops(draft, pairs, parents)
    guard(draft, parents)


def _compile(
    drafts: Iterable[Draft], parts: Mapping[str, bytes], file: str, limits: Limits
) -> tuple[Program, ...]:
    programs, findings = [], list[Finding]()
    for draft in drafts:
        compiler = new_compiler(limits.depth)
        programs.append(_program(draft, compiler, parts, file))
        findings += told_faults(file, parts, compiler.faults)
    if findings:
        raise error(findings)
    return tuple(programs)


def _program(draft: Draft, compiler: Compiler, parts: Mapping[str, bytes], file: str) -> Program:
    return guarded(
        lambda: compiled_program(flatten(draft), draft.part, compiler),
        lambda reason: explain_compiling(file, parts, draft.part, compiler.current, reason),
    )
