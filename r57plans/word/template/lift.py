"""Tags out of Word's text and into its structure: each becomes a mark beside runs, rows or cells.

A tag with a prefix takes the place of the paragraph, row or cell around it; any other tag splits
its run, and both halves keep the run's properties.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from lxml import etree

from r57plans.findings import Message
from r57plans.word.template.draft import Draft, Piece
from r57plans.word.template.join import PRESERVE, Words, join_tags, paragraphs_with_tags
from r57plans.word.template.tags import CELL_WORDS, TAG, UNCLOSED, Tag, read_tag, shorten
from r57plans.word.xml import Element, remove, w

_TEXT = w("t")
_RUN_PROPERTIES = w("rPr")
_NAMES = {
    "p": Message(vi="một đoạn", en="a paragraph"),
    "tr": Message(vi="một hàng của bảng", en="a table row"),
    "tc": Message(vi="một ô của bảng", en="a table cell"),
}
_PICTURES = (w("drawing"), w("pict"), w("object"))
_PICTURE = Message(vi="một hình ảnh hoặc đối tượng", en="a picture or object")
_PAGE_BREAK = Message(vi="một dấu ngắt trang", en="a page break")

CellTags = dict[Element, dict[str, Tag]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A tag and the paragraph that holds it."""

    tag: Tag
    words: Words


def lift_tags(draft: Draft) -> CellTags:
    """Replace every tag of the part by a mark; what comes back are the settings of cells.

    Those (`colspan`, `cellbg`, `cellwidth`) leave the text without a mark, by cell and word.
    """
    found = [item for words in paragraphs_with_tags(draft.root) for item in _read(draft, words)]
    _lift_structures(draft, found)
    cells: CellTags = {}
    for words in dict.fromkeys(item.words for item in found):
        for text in list(words.texts):
            if _is_inside(text, draft.root) and TAG.search(text.text or ""):
                _split_run(draft, words, text, cells)
    return cells


def _read(draft: Draft, words: Words) -> list[_Found]:
    if UNCLOSED.search(join_tags(words)):
        where = Tag("comment", "", "", "", draft.part, shorten(words.said))
        draft.complain("template.cut-tag", where)
    tags = [read_tag(m[0], draft.part, words.said) for m in TAG.finditer(words.text)]
    for tag in tags:
        if not tag.is_known:
            draft.complain("template.unknown-word", tag, tag.word)
    return [_Found(tag, words) for tag in tags]


def _lift_structures(draft: Draft, found: Iterable[_Found]) -> None:
    """Put the tags with prefix `p`, `tr`, `tc` in the place of their containers."""
    taken: dict[Element, list[Tag]] = {}
    for item in found:
        if item.tag.lift in _NAMES:
            container = _container(item.words.paragraph, item.tag.lift)
            if container is None:
                draft.complain("template.misplaced", item.tag, _NAMES[item.tag.lift])
            else:
                taken.setdefault(container, []).append(item.tag)
    _complain_of_lost(draft, found, taken)
    for container, tags in taken.items():
        _replace(draft, container, tags)


def _container(paragraph: Element, lift: str) -> Element | None:
    return paragraph if lift == "p" else next(paragraph.iterancestors(w(lift)), None)


def _complain_of_lost(
    draft: Draft, found: Iterable[_Found], taken: dict[Element, list[Tag]]
) -> None:
    for item in found:
        for ancestor in (item.words.paragraph, *item.words.paragraph.iterancestors()):
            if item.tag.kind != "comment" and item.tag not in taken.get(ancestor, [item.tag]):
                draft.complain("template.lost", item.tag, taken[ancestor][0].text)
                break


def _replace(draft: Draft, container: Element, tags: Iterable[Tag]) -> None:
    tags = list(tags)
    lost = _content(container)
    if lost:
        draft.complain("template.lost-content", tags[0], lost)
    for tag in tags:
        if tag.kind == "statement" and tag.is_known:
            container.addprevious(draft.mark(Piece(tag, tag.body)))
    if container.find(f"{w('pPr')}/{w('sectPr')}") is None:
        remove(container)
    else:
        # LibreOffice moves a section's end from an empty paragraph to the one before: it comes
        # after the tag, in the paragraph that the tag has left.
        container[:] = container.findall(w("pPr"))


def _content(container: Element) -> str | Message:
    """What a container prints besides its tags, in words for a message; "" for nothing."""
    said = "".join(text.text or "" for text in container.iter(_TEXT))
    words = shorten(TAG.sub("", said))
    if words and not UNCLOSED.search(words):
        return Message(vi=f"chữ «{words}»", en=f"the text “{words}”")
    if next(container.iter(*_PICTURES), None) is not None:
        return _PICTURE
    breaks = (mark.get(w("type")) for mark in container.iter(w("br")))
    return _PAGE_BREAK if "page" in breaks else ""


def _is_inside(element: Element, root: Element) -> bool:
    return root in element.iterancestors()


def _split_run(draft: Draft, words: Words, text: Element, cells: CellTags) -> None:
    """Replace one text of a run by its pieces, and the run by runs with marks between them."""
    run = text.getparent()
    if run is None:
        return
    before = _like(run)
    for child in list(run):
        if child is text:
            break
        if child.tag != _RUN_PROPERTIES:
            before.append(child)
    _put(run, before)
    for piece in _pieces(text.text or ""):
        _put_piece(draft, words, run, piece, cells)
    remove(text)
    if all(child.tag == _RUN_PROPERTIES for child in run):
        remove(run)


def _pieces(text: str) -> list[str]:
    """The text cut before and after each tag, without blanks beside a tag that takes the run."""
    out, position = [], 0
    for match in TAG.finditer(text):
        out += [text[position : match.start()], match[0]]
        position = match.end()
    takes_run = any(read_tag(m[0], "", "").lift == "r" for m in TAG.finditer(text))
    return [p for p in (*out, text[position:]) if (p.strip() if takes_run else p)]


def _put_piece(draft: Draft, words: Words, run: Element, piece: str, cells: CellTags) -> None:
    if not TAG.fullmatch(piece):
        _put(run, _like(run, piece))
        return
    tag = read_tag(piece, draft.part, words.said)
    if tag.lift in _NAMES or not tag.is_known:
        return  # it was complained of
    if tag.word in CELL_WORDS:
        _set_cell(draft, run, tag, cells)
    elif tag.kind == "value":
        run.addprevious(draft.mark(Piece(tag, tag.body, "_r57_text", (_head(run),))))
    elif tag.kind == "statement":
        run.addprevious(draft.mark(Piece(tag, tag.body)))


def _set_cell(draft: Draft, run: Element, tag: Tag, cells: CellTags) -> None:
    cell = next(run.iterancestors(w("tc")), None)
    if cell is None:
        draft.complain("template.misplaced", tag, _NAMES["tc"])
    else:
        cells.setdefault(cell, {})[tag.word] = tag


def _put(run: Element, new: Element) -> None:
    if any(child.tag != _RUN_PROPERTIES for child in new):
        run.addprevious(new)


def _like(run: Element, text: str = "") -> Element:
    """A run with the properties of another, and this text or nothing else."""
    new = etree.SubElement(run, run.tag)
    remove(new)
    properties = run.find(_RUN_PROPERTIES)
    if properties is not None:
        new.append(copy(properties))
    if text:
        node = etree.SubElement(new, _TEXT)
        node.text = text
        node.set(PRESERVE, "preserve")
    return new


def _head(run: Element) -> str:
    """The opening of a run like this one, as text: its tag and properties."""
    properties = run.find(_RUN_PROPERTIES)
    if properties is None:
        return "<w:r>"
    text = etree.tostring(properties, encoding="unicode", with_tail=False)
    for prefix, uri in run.getroottree().getroot().nsmap.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"', "")
    return f"<w:r>{text}"
