"""Writing elements of WordprocessingML in one line each."""

from __future__ import annotations

from lxml import etree

from r57plans.word.xml import NS, Element, qname, w

_NSMAP = {prefix: NS[prefix] for prefix in ("w", "r", "mc", "w14", "w15")}


def el(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """The element `w:name` with its children, those that are None left out.

    Attributes are in the namespace too: `el("spacing", before=60)` is
    `<w:spacing w:before="60"/>`.
    """
    made = etree.Element(w(name), nsmap={"w": NS["w"]})
    for key, value in attributes.items():
        made.set(w(key), str(value))
    made.extend([child for child in children if child is not None])
    return made


def root(name: str, *children: Element) -> Element:
    """The root element of a part: with the namespaces that content controls need later."""
    made = etree.Element(w(name), nsmap=_NSMAP)
    made.set(qname("mc", "Ignorable"), "w14 w15")
    made.extend(children)
    return made


def flag(name: str, wanted: bool | None) -> Element | None:
    """`w:name` where it is wanted, `w:name w:val="0"` where it is refused, None where not said."""
    if wanted is None:
        return None
    return el(name) if wanted else el(name, val=0)


def text_run(text: str, *, bold: bool = False) -> Element:
    """A run with the text; U+2011 becomes the hyphen that does not break, as Word writes it."""
    run = el("r", el("rPr", el("b"), el("bCs")) if bold else None)
    for number, piece in enumerate(text.split("\u2011")):
        if number:
            run.append(el("noBreakHyphen"))
        if piece:
            run.append(_text(piece))
    return run


def _text(piece: str) -> Element:
    made = el("t")
    made.text = piece
    if piece != piece.strip():
        made.set(qname("xml", "space"), "preserve")
    return made
