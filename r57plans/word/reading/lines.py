"""A paragraph as pieces of text, each with the tag of the control that it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.word.reading.hands import signature
from r57plans.word.reading.shape import NOBODY, Line, Piece
from r57plans.word.text import SIGNS
from r57plans.word.xml import Element, qname, w

PREFIX = "r57:"
_OPEN = {
    w(name)
    for name in ("hyperlink", "smartTag", "customXml", "bdo", "dir", "fldSimple", "ins", "moveTo")
}
_COMMENTS = {w("commentRangeStart"), w("commentReference")}
_TEXT_BOX, _FALLBACK = w("txbxContent"), qname("mc", "Fallback")

_Held = tuple[Piece, Element | None]


def tag_of(control: Element) -> str:
    """The path in a control's tag; "" for a control that is not ours."""
    tag = control.find(f"{w('sdtPr')}/{w('tag')}")
    said = "" if tag is None else tag.get(w("val"), "")
    return said[len(PREFIX) :] if said.startswith(PREFIX) else ""


def line_of(
    paragraph: Element,
    tag: str = "",
    bookmarks: tuple[str, ...] = (),
    before: tuple[Piece, ...] | None = None,
) -> Line:
    """A paragraph; `tag` is that of a control around it, `bookmarks` begin just before it."""
    names = (mark.get(w("name"), "") for mark in paragraph.iter(w("bookmarkStart")))
    remarks = (mark.get(w("id"), "") for mark in paragraph.iter(*_COMMENTS))
    return Line(
        pieces_of(paragraph, tag),
        (*bookmarks, *names),
        tuple(dict.fromkeys(remarks)),
        signature(paragraph),
        before,
    )


def pieces_of(paragraph: Element, tag: str = "") -> tuple[Piece, ...]:
    """The pieces of a paragraph; an empty control is a piece without text."""
    out: list[Piece] = []
    last: Element | None = None
    for piece, control in _pieces(paragraph, tag, None):
        if out and control is last:
            who = piece.who if piece.who != NOBODY else out[-1].who
            out[-1] = Piece(out[-1].text + piece.text, piece.tag, who)
        else:
            out.append(piece)
        last = control
    return tuple(out) or ((Piece("", tag),) if tag else ())


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """The contents of the text boxes in a paragraph, each once."""
    for box in paragraph.iter(_TEXT_BOX):
        if next(box.iterancestors(_FALLBACK), None) is None:
            yield box


def _pieces(holder: Element, tag: str, control: Element | None) -> Iterator[_Held]:
    for child in holder:
        if child.tag == w("r"):
            if text := "".join(map(_said, child)):
                yield Piece(text, tag, signature(child)), control
        elif child.tag == w("sdt"):
            yield from _controlled(child, tag, control)
        elif child.tag in _OPEN:
            yield from _pieces(child, tag, control)


def _controlled(element: Element, outer: str, control: Element | None) -> Iterator[_Held]:
    """The pieces of a control; one that is not ours belongs to what is around it."""
    tag, content = tag_of(element), element.find(w("sdtContent"))
    if tag:
        yield Piece("", tag, signature(element)), element
    if content is not None:
        yield from _pieces(content, tag or outer, element if tag else control)


def _said(piece: Element) -> str:
    return (piece.text or "") if piece.tag == w("t") else SIGNS.get(str(piece.tag), "")
