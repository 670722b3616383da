"""Tags out of the runs of a paragraph: each a mark beside them, or what it sets of its cell."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field

from lxml import etree

from r57plans.findings import Message
from r57plans.word.template.passes.draft import Draft, Piece
from r57plans.word.template.passes.join import PRESERVE, Words
from r57plans.word.template.passes.tags import ESCAPED, IN_CELL, RESTART, Tag, unescaped
from r57plans.word.xml import Element, remove, w

# The prefixes that lift a tag out of more than its run, and what each takes the place of.
STRUCTURES = {
    "p": Message(vi="một đoạn", en="a paragraph"),
    "tr": Message(vi="một hàng của bảng", en="a table row"),
    "tc": Message(vi="một ô của bảng", en="a table cell"),
}

_TEXT = w("t")
_PARAGRAPH, _CELL = w("p"), w("tc")
_RUN_PROPERTIES = w("rPr")

CellTags = dict[Element, dict[str, Tag]]


@dataclass(slots=True)
class Lifted:
    """What tags say of the elements around them: settings of cells, and lists that begin anew."""

    cells: CellTags = field(default_factory=dict)
    restarts: dict[Element, Tag] = field(default_factory=dict)


def split_runs(draft: Draft, words: Words, lifted: Lifted) -> None:
    """Replace the texts that hold tags by their pieces, with marks between the runs."""
    tags = iter(words.tags)
    for text, spans in zip(list(words.texts), words.spans, strict=True):
        if spans:
            _split_run(draft, text, [(span, next(tags)) for span in spans], lifted)
        elif ESCAPED.search(text.text or ""):
            text.text = unescaped(text.text or "")


def _split_run(
    draft: Draft, text: Element, tags: list[tuple[tuple[int, int], Tag]], lifted: Lifted
) -> None:
    run, said = text.getparent(), text.text or ""
    if run is None:
        return
    before = [child for child in run if child.tag != _RUN_PROPERTIES]
    before = before[: before.index(text)]
    if before:
        _put_before(run, before)
    blank = any(tag.lift == "r" for _, tag in tags)
    position = 0
    for (start, end), tag in tags:
        _put_text(run, said[position:start], blank)
        _put_tag(draft, run, tag, lifted)
        position = end
    _put_text(run, said[position:], blank)
    remove(text)
    if all(child.tag == _RUN_PROPERTIES for child in run):
        remove(run)


def _put_before(run: Element, children: list[Element]) -> None:
    """Move what stands before a text of a run into a run of its own."""
    new = _like_run(run)
    new.extend(children)
    run.addprevious(new)


def _put_text(run: Element, text: str, blank: bool) -> None:
    """Put a run with this text before another; blanks beside a tag that takes the run are lost."""
    if not text or (blank and not text.strip()):
        return
    new = _like_run(run)
    node = etree.SubElement(new, _TEXT)
    node.text = unescaped(text)
    node.set(PRESERVE, "preserve")
    run.addprevious(new)


def _put_tag(draft: Draft, run: Element, tag: Tag, lifted: Lifted) -> None:
    if tag.lift in STRUCTURES or not tag.is_known or tag.kind == "comment":
        return  # what is lifted or unknown here was complained of
    if tag.kind == "value":
        new = _like_run(run)
        new.append(draft.mark(Piece(tag, "print", tag.body, "text")))
        run.addprevious(new)
    elif tag.word in IN_CELL:
        set_cell(draft, run, tag, lifted.cells)
    elif tag.word == RESTART:
        lifted.restarts[next(run.iterancestors(_PARAGRAPH))] = tag
        run.addprevious(draft.mark(Piece(tag, "do", "", "restart")))
    else:
        heads = (head_of(draft, run),) if tag.word in ("call", "filter") else ()
        run.addprevious(draft.mark(Piece(tag, "statement", tag.body, "", heads)))


def set_cell(draft: Draft, place: Element, tag: Tag, cells: CellTags) -> None:
    """Note what a tag sets of the cell around its place."""
    cell = next(place.iterancestors(_CELL), None)
    if cell is None:
        draft.complain("template.misplaced", tag, STRUCTURES["tc"])
    else:
        cells.setdefault(cell, {})[tag.word] = tag


def _like_run(run: Element) -> Element:
    """An empty run with the properties of another."""
    new = run.makeelement(run.tag)
    properties = run.find(_RUN_PROPERTIES)
    if properties is not None:
        new.append(copy(properties))
    return new


def head_of(draft: Draft, run: Element) -> str:
    """The opening of a run like this one, as text: its tag and properties."""
    return f"<w:r>{draft.text_of(run.find(_RUN_PROPERTIES))}"
