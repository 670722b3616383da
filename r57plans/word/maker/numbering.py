"""The part word/numbering.xml: the headings' list, which restarts by itself, and the dashes'."""

from __future__ import annotations

from r57plans.word.maker.elements import el, root
from r57plans.word.maker.layout import Layout
from r57plans.word.maker.measures import twips_of_millimetres
from r57plans.word.maker.style import style_id
from r57plans.word.xml import Element

NO_LIST = "none"
_LISTS = {NO_LIST: 0, "headings": 1, "points": 2}
_POINT_MARKS = (("point", "-"), ("subpoint", "+"))


def list_id(name: str) -> int:
    """The number of a list, `headings` or `points`; `none` is Word's 0, which takes it away."""
    return _LISTS[name]


def numbering_part(layout: Layout) -> Element:
    """The root of the part; each level belongs to one style and has that style's indent."""
    headings = [
        _level(depth, style, *layout.marks[style], _indent(layout, style))
        for depth, style in enumerate(("part", "section", "subsection"))
    ]
    # A duty is numbered as a subsection is, but is no heading: a level of its own, which starts
    # again with each section.
    duty = _level(3, "duty", "decimal", "%2.%4.", _indent(layout, "body"), restart=2)
    points = [
        _level(depth, style, "bullet", mark, _indent(layout, "body"))
        for depth, (style, mark) in enumerate(_POINT_MARKS)
    ]
    kinds = [_abstract("headings", [*headings, duty]), _abstract("points", points)]
    numbers = [el("num", el("abstractNumId", val=_LISTS[name]), numId=_LISTS[name])
               for name in ("headings", "points")]  # fmt: skip
    return root("numbering", *kinds, *numbers)


def _abstract(name: str, levels: list[Element]) -> Element:
    nsid = el("nsid", val=f"57{_LISTS[name]:06X}")
    kind = el("multiLevelType", val="multilevel")
    return el("abstractNum", nsid, kind, *levels, abstractNumId=_LISTS[name])


def _level(
    depth: int, style: str, number_format: str, text: str, indent: int, restart: int | None = None
) -> Element:
    return el(
        "lvl",
        el("start", val=1),
        el("numFmt", val=number_format),
        el("lvlRestart", val=restart) if restart else None,
        el("pStyle", val=style_id(style)),
        el("suff", val="space"),
        el("lvlText", val=text),
        el("lvlJc", val="left"),
        el("pPr", el("ind", left=0, firstLine=indent)),
        ilvl=depth,
    )


def _indent(layout: Layout, style: str) -> int:
    return twips_of_millimetres(layout.components[style]["first_line"])
