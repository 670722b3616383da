"""Sections, and the page number at the top of their pages."""

from __future__ import annotations

from r57plans.word.maker.elements import el, root
from r57plans.word.maker.layout import Page
from r57plans.word.xml import Element, qname

HEADERS = {"default": ("rIdHeader", "header1.xml"), "first": ("rIdFirstHeader", "header2.xml")}


def section_properties(page: Page, *, landscape: bool) -> Element:
    """`w:sectPr`: a new page, numbered from 1, the number shown from the second page on."""
    return el(
        "sectPr",
        *(_reference(kind, relation) for kind, (relation, _) in HEADERS.items()),
        el("type", val="nextPage"),
        _paper(page, landscape),
        _margins(page),
        el("pgNumType", start=1),
        el("cols", space=720),
        el("titlePg"),
    )


def header_part(style: str, *, numbered: bool) -> Element:
    """The root of a header: the page number, or nothing for a section's first page."""
    field = el("fldSimple", el("r", _number()), instr=" PAGE ") if numbered else None
    return root("hdr", el("p", el("pPr", el("pStyle", val=style)), field))


def _number() -> Element:
    number = el("t")
    number.text = "2"
    return number


def _reference(kind: str, relation: str) -> Element:
    reference = el("headerReference", type=kind)
    reference.set(qname("r", "id"), relation)
    return reference


def _paper(page: Page, landscape: bool) -> Element:
    if landscape:
        return el("pgSz", w=page.height, h=page.width, orient="landscape")
    return el("pgSz", w=page.width, h=page.height)


def _margins(page: Page) -> Element:
    sides = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    return el("pgMar", **sides, header=page.edge, footer=page.edge, gutter=0)
