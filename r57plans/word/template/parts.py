"""From the parts of a template's package to programs: which parts hold tags, and each one's way."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.findings import Finding
from r57plans.word.package import content_types
from r57plans.word.template.anchors import ready_loops
from r57plans.word.template.blocks import check_balance
from r57plans.word.template.boundary import explain_compiling, guarded
from r57plans.word.template.cells import rebuild_grids, set_cells
from r57plans.word.template.draft import Draft
from r57plans.word.template.environment import Sandbox
from r57plans.word.template.faults import error
from r57plans.word.template.guards import guard
from r57plans.word.template.lift import lift_tags
from r57plans.word.template.limits import Limits
from r57plans.word.template.prepare import prepare
from r57plans.word.template.program import Program, Source, compile_source, write_source
from r57plans.word.template.tags import Tag
from r57plans.word.xml import parse_part

_STORIES = ("document", "template", "header", "footer", "footnotes", "endnotes")


def compile_parts(
    parts: Mapping[str, bytes], file: str, sandbox: Sandbox, limits: Limits
) -> tuple[Program, ...]:
    """The programs of the parts that print text. Raises `TemplateError` with every fault at once.

    Only what Jinja itself finds comes one at a time, for it stops at the first.
    """
    drafts = [_draft(part, parts[part], file) for part in _story_parts(parts, file)]
    findings: list[Finding] = [finding for draft in drafts for finding in draft.findings]
    if findings:
        raise error(findings)
    return tuple(_compile(draft, sandbox, limits) for draft in drafts)


def _story_parts(parts: Mapping[str, bytes], file: str) -> list[str]:
    kinds = content_types(parts, file)
    return [part for part, kind in kinds.items() if _story(kind) in _STORIES]


def _story(kind: str) -> str:
    """What a content type's part is: `header` for `application/….header+xml`."""
    return kind.removesuffix("+xml").removesuffix(".main").rpartition(".")[2]


def _draft(part: str, data: bytes, file: str) -> Draft:
    draft = Draft(part, prepare(parse_part(data, part, file)), file)
    cells = lift_tags(draft)
    check_balance(draft)
    if not draft.findings:
        set_cells(draft, cells)
        rebuild_grids(draft, cells)
        ready_loops(draft)
        guard(draft)
    return draft


def _compile(draft: Draft, sandbox: Sandbox, limits: Limits) -> Program:
    source = write_source(draft)
    return guarded(
        lambda: compile_source(source, draft.part, sandbox, limits.depth),
        lambda reason: explain_compiling(draft.file, draft.part, _tags(source), reason),
    )


def _tags(source: Source) -> tuple[Tag, ...]:
    return tuple(piece.tag for piece in source.pieces)
