"""Tags in the properties of a file: its title, subject, keywords, and those the author made."""

from __future__ import annotations

from lxml import etree

from r57plans.word.template.passes.draft import Draft, Piece
from r57plans.word.template.passes.spans import tag_spans, without_tags
from r57plans.word.template.passes.tags import UNCLOSED, Tag, plain, read_tag, shorten, unescaped
from r57plans.word.xml import Element


def lift_properties(draft: Draft) -> None:
    """Replace every tag in the texts of the part by a mark that prints text."""
    number = 0
    for element in list(draft.root.iter(etree.Element)):
        said = element.text or ""
        if UNCLOSED.search(said):
            if UNCLOSED.search(without_tags(said)):
                draft.complain("template.cut-tag", Tag("comment", "", "", "", draft.part, said))
            number = _lift(draft, element, said, number)


def _lift(draft: Draft, element: Element, said: str, number: int) -> int:
    """Put marks among the text of one element; the number of the next tag."""
    position, last = 0, None
    element.text = None
    for start, end in tag_spans(said):
        _add_text(element, last, said[position:start])
        tag = read_tag(plain(said[start:end]), draft.part, shorten(said), number)
        number, position = number + 1, end
        if not tag.is_known or tag.lift:
            draft.complain("template.unknown-word", tag, tag.lift or tag.word)
        elif tag.kind != "comment":
            piece = Piece(tag, "statement", tag.body)
            if tag.kind == "value":
                piece = Piece(tag, "print", tag.body, "attribute")
            last = draft.mark(piece)
            element.append(last)
    _add_text(element, last, said[position:])
    return number


def _add_text(element: Element, last: Element | None, text: str) -> None:
    text = unescaped(text)
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text
