"""Tags out of Word's text and into its structure: each becomes a mark beside runs, rows or cells.

A tag with a prefix takes the place of the paragraph, row or cell around it; any other tag splits
its run, and both halves keep the run's properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from lxml import etree

from r57plans.findings import Message
from r57plans.word.template.passes.dashes import join_paragraphs
from r57plans.word.template.passes.draft import MARKS, Draft, Piece, is_mark
from r57plans.word.template.passes.join import Words, join_tags, words_and_marks
from r57plans.word.template.passes.spans import tag_spans, without_tags
from r57plans.word.template.passes.split import STRUCTURES, Lifted, head_of, set_cell, split_runs
from r57plans.word.template.passes.tags import IN_CELL, UNCLOSED, Tag, read_tag, shorten
from r57plans.word.text import text_of
from r57plans.word.xml import NS, Element, qname, remove, w

Marked = tuple[Element, Tag]  # a mark that holds the text of its tag, and this tag

_TEXT = w("t")
_RUN_PROPERTIES = w("rPr")
_PARAGRAPH_PROPERTIES = w("pPr")
_WRITERS = {"p": "blocks", "tr": "rows", "tc": "cells"}
_PARAGRAPH, _ROW, _CELL = w("p"), w("tr"), w("tc")
_SECTIONS = etree.XPath("//w:pPr/w:sectPr/../..", namespaces={"w": NS["w"]})
_PICTURE = Message(vi="một hình ảnh hoặc đối tượng", en="a picture or object")
_PAGE_BREAK = Message(vi="một dấu ngắt trang", en="a page break")
_NOTE = Message(vi="một chú thích", en="a note")
_FIELD = Message(vi="một trường (field)", en="a field")
_FORMULA = Message(vi="một công thức", en="a formula")
_LOST = {
    **dict.fromkeys((w("drawing"), w("pict"), w("object")), _PICTURE),
    **dict.fromkeys((w("footnoteReference"), w("endnoteReference")), _NOTE),
    **dict.fromkeys((w("fldChar"), w("fldSimple")), _FIELD),
    qname("m", "oMath"): _FORMULA,
}


def lift_tags(draft: Draft) -> Lifted:
    """Replace every tag of the part by a mark; what comes back left the text without one."""
    found, marked = _read_all(draft)
    gone = _lift_structures(draft, found, marked)
    lifted = Lifted()
    for mark, tag in marked:
        if mark not in gone:
            _settle(draft, mark, tag, lifted)
    for words in found:
        if words.paragraph not in gone:
            split_runs(draft, words, lifted)
    return lifted


def _read_all(draft: Draft) -> tuple[list[Words], list[Marked]]:
    """The paragraphs whose tags are still text, and the tags that were marked before."""
    found: list[Words] = []
    marked: list[Marked] = []
    number = 0
    for each in words_and_marks(draft.root):
        if not isinstance(each, Words):
            marked.append((each, read_tag(each.text or "", draft.part, None, number)))
            number += 1
            continue
        if not join_tags(each):
            where = Tag("comment", "", "", "", draft.part, shorten(each.said))
            draft.complain("template.cut-tag", where)
        each.tags = _read_tags(draft.part, each, number)
        number += len(each.tags)
        found.append(each)
    tags = [tag for words in found for tag in words.tags]
    for tag in [*tags, *(tag for _, tag in marked)]:
        if not tag.is_known:
            draft.complain("template.unknown-word", tag, tag.word)
    if any(tag.joins_before or tag.joins_after for tag in tags):
        join_paragraphs(found)
    return found, marked


def _read_tags(part: str, words: Words, number: int) -> list[Tag]:
    """The tags of a paragraph, the first with this number."""
    around = shorten(words.said)
    said = [
        (text.text or "")[start:end]
        for text, spans in zip(words.texts, words.spans, strict=True)
        for start, end in spans
    ]
    return [read_tag(text, part, around, n) for n, text in enumerate(said, number)]


def _lift_structures(
    draft: Draft, found: Iterable[Words], marked: Iterable[Marked]
) -> set[Element]:
    """Put the tags with prefix `p`, `tr`, `tc` in the place of their containers.

    What comes back are the paragraphs and marks that went with them.
    """
    taken: dict[Element, list[Tag]] = {}
    for words in found:
        for tag in words.tags:
            if tag.lift in STRUCTURES:
                container = _container(words.paragraph, tag.lift)
                if container is None:
                    draft.complain("template.misplaced", tag, STRUCTURES[tag.lift])
                else:
                    taken.setdefault(container, []).append(tag)
    if not taken:
        return set()
    sections = set(cast("list[Element]", _SECTIONS(draft.root)))
    inside = {e for container in taken for e in container.iter(_PARAGRAPH, MARKS)}
    tags = [*((words.paragraph, words.tags) for words in found), *((m, [t]) for m, t in marked)]
    for element, held in tags:
        if element in inside:
            _complain_of_lost(draft, element, held, taken)
    for container, held in taken.items():
        _complain_of_content(draft, container, held[0])
        marks = [draft.mark(piece) for piece in _structures(draft, container, held)]
        _replace(container, marks, ends_section=container in sections)
    return inside.union(taken)


def _settle(draft: Draft, mark: Element, tag: Tag, lifted: Lifted) -> None:
    """Let a marked tag stand for what it does, or go where it only sets something of its cell."""
    if not tag.is_known:
        remove(mark)  # it was complained of
    elif tag.kind == "value" and not tag.lift:
        draft.settle(mark, Piece(tag, "print", tag.body, "text"))
    elif tag.kind == "value":
        paragraph = next(mark.iterancestors(_PARAGRAPH))
        draft.settle(mark, _structure(draft, paragraph, tag))
        _replace(paragraph, [mark], ends_section=False)
    elif tag.word in IN_CELL and not tag.lift:
        set_cell(draft, mark, tag, lifted.cells)
        remove(mark)
    else:
        draft.settle(mark, Piece(tag, "statement", tag.body))


def _container(paragraph: Element, lift: str) -> Element | None:
    return paragraph if lift == "p" else next(paragraph.iterancestors(w(lift)), None)


def _complain_of_lost(
    draft: Draft, element: Element, tags: Iterable[Tag], taken: dict[Element, list[Tag]]
) -> None:
    around = (element, *element.iterancestors(_ROW, _CELL, _PARAGRAPH))
    within = [(taken[e][0], {t.number for t in taken[e]}) for e in around if e in taken]
    for tag in tags if within else ():
        by = next((first for first, numbers in within if tag.number not in numbers), None)
        if by is not None and tag.kind != "comment":
            draft.complain("template.lost", tag, by.text)


def _complain_of_content(draft: Draft, container: Element, tag: Tag) -> None:
    lost = _content(container)
    if lost:
        draft.complain("template.lost-content", tag, lost)


def _structures(draft: Draft, container: Element, tags: Iterable[Tag]) -> Iterator[Piece]:
    """What stands in a container's place; unknown words were complained of."""
    for tag in tags:
        if tag.kind == "value":
            yield _structure(draft, container, tag)
        elif tag.kind == "comment":
            # What it leaves empty is watched as if a statement had stood here.
            yield Piece(tag, "data")
        elif tag.is_known:
            yield Piece(tag, "statement", tag.body)


def _replace(container: Element, marks: list[Element], *, ends_section: bool) -> None:
    parent = container.getparent()
    if parent is not None and len(marks) == 1 and not ends_section:
        parent.replace(container, marks[0])
        return
    for mark in marks:
        container.addprevious(mark)
    if not ends_section:
        remove(container)
    else:
        # LibreOffice moves a section's end from an empty paragraph to the one before: it comes
        # after the tag, in the paragraph that the tag has left.
        container[:] = container.findall(_PARAGRAPH_PROPERTIES)


def _structure(draft: Draft, container: Element, tag: Tag) -> Piece:
    """The piece that writes whole paragraphs, rows or cells in a container's place."""
    heads: tuple[str, ...] = ()
    if tag.lift == "p":
        properties = container.find(_PARAGRAPH_PROPERTIES)
        run = next((r for r in container.iter(w("r")) if _says(r)), None)
        heads = (draft.text_of(properties), "<w:r>" if run is None else head_of(draft, run))
    return Piece(tag, "print", tag.body, _WRITERS[tag.lift], heads)


def _says(run: Element) -> bool:
    """Whether a run holds a text, or the tag that was one."""
    return any(child.tag == _TEXT or is_mark(child) for child in run)


def _content(container: Element) -> str | Message:
    """What a container prints besides its tags, in words for a message; "" for nothing."""
    said = text_of(container)
    alone = said.startswith("{") and next(tag_spans(said), None) == (0, len(said))
    words = "" if alone else without_tags(said).strip()
    if words and not UNCLOSED.search(words):
        words = shorten(words)
        return Message(vi=f"chữ «{words}»", en=f"the text “{words}”")
    for element in container.iter(*_LOST, w("br")):
        if element.tag in _LOST:
            return _LOST[element.tag]
        if element.get(w("type")) == "page":
            return _PAGE_BREAK
    return ""
