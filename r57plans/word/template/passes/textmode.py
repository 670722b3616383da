"""What is kept as text: the inside of a macro, a `set`, a `filter` or a `call` among the runs.

Its formats are left behind; where the text is printed, it takes the format of that place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from r57plans.findings import Message
from r57plans.word.template.passes.blocks import Pair
from r57plans.word.template.passes.draft import Draft, Piece, is_mark
from r57plans.word.template.passes.tags import CAPTURES, Tag
from r57plans.word.text import SIGNS
from r57plans.word.xml import Element, remove, w

_PARAGRAPH = w("p")
_DROPPED = {w("rPr"), w("pPr"), w("bookmarkStart"), w("bookmarkEnd"), w("sdtPr"), w("sdtEndPr")}
_WRAPPERS = {w("r"), w("hyperlink"), w("sdt"), w("sdtContent"), w("fldSimple")}
_NOT_TEXT = Message(vi="thứ không phải chữ", en="something that is not text")


def keep_as_text(draft: Draft, pairs: Iterable[Pair]) -> None:
    """Turn what stands between the marks of each such block into marks that write text."""
    for pair in pairs:
        piece = draft.piece(pair.opening)
        if piece.opens in CAPTURES and not piece.tag.lift:
            _keep(draft, pair, piece.tag)


def _keep(draft: Draft, pair: Pair, tag: Tag) -> None:
    first, last = pair.opening.getparent(), pair.closing.getparent()
    if first is None or last is None:
        return
    if first is last:
        inside = takewhile(lambda e: e is not pair.closing, pair.opening.itersiblings())
        for element in list(inside):
            _flatten(draft, element, tag)
        return
    _gather(draft, first, last, tag)
    inside = takewhile(lambda e: e is not pair.closing, pair.opening.itersiblings())
    for element in list(inside):
        _flatten(draft, element, tag)


def _gather(draft: Draft, first: Element, last: Element, tag: Tag) -> None:
    """Move what the paragraphs after the first hold into it, with line breaks between them."""
    for paragraph in list(first.itersiblings()):
        if paragraph.tag != _PARAGRAPH:
            if not is_mark(paragraph):
                draft.complain("template.lost-content", tag, _NOT_TEXT)
            continue
        first.append(draft.mark(Piece(tag, "data", "\n")))
        for child in list(paragraph):
            first.append(child)
        remove(paragraph)
        if paragraph is last:
            return


def _flatten(draft: Draft, element: Element, tag: Tag) -> None:
    """Put marks in the place of an element, one for each text in it; its own marks stay."""
    if is_mark(element):
        _print_plain(draft, element)
        return
    for piece in _texts(draft, element, tag):
        element.addprevious(piece)
    remove(element)


def _texts(draft: Draft, element: Element, tag: Tag) -> Iterator[Element]:
    if is_mark(element):
        _print_plain(draft, element)
        yield element
    elif element.tag == w("t"):
        yield draft.mark(Piece(tag, "data", element.text or ""))
    elif element.tag in SIGNS:
        page = element.get(w("type")) == "page"
        yield draft.mark(Piece(tag, "data", "\f" if page else SIGNS[element.tag]))
    elif element.tag in _WRAPPERS:
        for child in list(element):
            yield from _texts(draft, child, tag)
    elif element.tag not in _DROPPED:
        draft.complain("template.lost-content", tag, _NOT_TEXT)


def _print_plain(draft: Draft, mark: Element) -> None:
    piece = draft.piece(mark)
    if piece.kind == "print":
        draft.replace(mark, Piece(piece.tag, "print", piece.source, "plain"))
