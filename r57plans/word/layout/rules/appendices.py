"""Appendices: their numbers, titles, pages and page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import Message
from r57plans.language import roman
from r57plans.word.layout import wording as words
from r57plans.word.layout.fault import NOTHING, Context, Fault, quoted
from r57plans.word.layout.found import Annex
from r57plans.word.layout.lines import Line


def appendix_number(context: Context) -> Iterator[Fault]:
    """Two appendices or more are numbered, in the figures of the layout."""
    annexes = [annex for annex in context.found.annexes if annex.all("appendix")]
    if len(annexes) < 2:
        return
    arabic = context.layout.numbering["appendix"].format == "decimal"
    for number, annex in enumerate(annexes, 1):
        line = annex.pieces[0].line
        found = words.APPENDIX.fullmatch(words.folded(line.text))
        wanted = str(number) if arabic else roman(number)
        if found is not None and found[1] != wanted:
            right = quoted(f"Phụ lục {wanted}")
            yield Fault("appendix", line, quoted(line.text), right, cites="numbering.appendix")


def appendix_title(context: Context) -> Iterator[Fault]:
    """An appendix has a title."""
    yield from _missing(context, ("appendix-title", "type"))


def attached(context: Context) -> Iterator[Fault]:
    """A line says which document an appendix belongs to."""
    yield from _missing(context, ("attached",))


def _missing(context: Context, components: tuple[str, ...]) -> Iterator[Fault]:
    """Annexes that have none of these components, of which the first is wanted."""
    wanted = context.layout.components[components[0]].name.message
    for annex in context.found.annexes:
        if not any(annex.all(component) for component in components):
            yield Fault(components[0], _heading(annex)[1], NOTHING, wanted)


def appendix_page(context: Context) -> Iterator[Fault]:
    """An appendix begins a page of its own."""
    document = context.found.document
    for annex in context.found.annexes:
        if not (annex.first.ends_page or document.begins_page(_number(context, annex))):
            found = Message("không sang trang mới", "no new page")
            wanted = Message("bắt đầu trang mới", "a new page")
            yield Fault(*_heading(annex), found, wanted)


def _heading(annex: Annex) -> tuple[str, Line]:
    """The component that names an annex, and its line."""
    found = (p for p in annex.pieces if p.component in ("appendix", "type", "appendix-title"))
    piece = next(found, annex.pieces[0])
    return piece.component, piece.line


def _number(context: Context, annex: Annex) -> int:
    """Which of the document's paragraphs an annex begins with."""
    return context.found.document.paragraphs.index(annex.first)


def appendix_page_number(context: Context) -> Iterator[Fault]:
    """The pages of an appendix are numbered from 1; of an attached plan nothing is prescribed."""
    document = context.found.document
    for annex in context.found.annexes:
        number, section = _number(context, annex), annex.first.section
        if number == 0 or annex.all("type") or not _numbered(context, annex):
            continue
        same = document.paragraphs[number - 1].section == section
        if same or document.sections[section].start != 1:
            goes_on = Message("số trang đánh tiếp", "page numbers go on")
            wanted = Message("đánh số trang riêng, từ 1", "page numbers of its own, from 1")
            yield Fault(*_heading(annex), goes_on, wanted)


def _numbered(context: Context, annex: Annex) -> bool:
    stories = context.found.document.sections[annex.first.section].stories.values()
    return any(story.numbered is not None for story in stories)
