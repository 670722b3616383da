"""The part word/styles.xml."""

from __future__ import annotations

from r57plans.findings import Language
from r57plans.word.maker.elements import el, flag, root
from r57plans.word.maker.layout import line_spacing
from r57plans.word.maker.measures import half_points, twips_of_millimetres, twips_of_points
from r57plans.word.maker.numbering import NO_LIST, list_id
from r57plans.word.maker.style import Style, Stylesheet, style_id
from r57plans.word.xml import Element

LANGUAGE_TAGS: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}
EAST_ASIAN = "vi-VN"

_BODY_SIZE = 14
_GREY = "808080"
_JUSTIFICATIONS = {"justify": "both"}
_CELL_MARGINS = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))


def styles_part(sheet: Stylesheet, font: str, language: Language) -> Element:
    """The root of the part: defaults, Word's four base styles, and ours in the sheet's order."""
    return root("styles", _defaults(font, language), *_base_styles(), *map(_style, sheet))


def _defaults(font: str, language: Language) -> Element:
    fonts = el("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
    size = half_points(_BODY_SIZE)
    lang = el("lang", val=LANGUAGE_TAGS[language], eastAsia=EAST_ASIAN, bidi="ar-SA")
    text = el("rPr", fonts, el("sz", val=size), el("szCs", val=size), lang)
    paragraph = el("pPr", el("spacing", before=0, after=0, line=240, lineRule="auto"))
    return el("docDefaults", el("rPrDefault", text), el("pPrDefault", paragraph))


def _base_styles() -> tuple[Element, ...]:
    margins = [el(side, w=width, type="dxa") for side, width in _CELL_MARGINS]
    cells = el("tblPr", el("tblInd", w=0, type="dxa"), el("tblCellMar", *margins))
    return (
        _base("paragraph", "Normal", "Normal", el("qFormat"), el("pPr", el("widowControl"))),
        _base("character", "DefaultParagraphFont", "Default Paragraph Font", *_hidden()),
        _base("table", "TableNormal", "Normal Table", *_hidden(), cells),
        _base("numbering", "NoList", "No List", *_hidden()),
    )


def _base(kind: str, name: str, label: str, *content: Element) -> Element:
    return el("style", el("name", val=label), *content, type=kind, default=1, styleId=name)


def _hidden() -> tuple[Element, ...]:
    return el("uiPriority", val=99), el("semiHidden"), el("unhideWhenUsed")


def _style(style: Style) -> Element:
    return el(
        "style",
        el("name", val=style.name),
        el("aliases", val=style.alias) if style.alias else None,
        el("basedOn", val=style_id(style.like) if style.like else "Normal"),
        el("qFormat"),
        _paragraph(style),
        _text(style),
        type="paragraph",
        customStyle=0 if style.alias else 1,
        styleId=style.id,
    )


def _paragraph(style: Style) -> Element:
    align = style.align and _JUSTIFICATIONS.get(style.align, style.align)
    return el(
        "pPr",
        el("keepNext") if style.keep_next else None,
        el("keepLines") if style.keep_lines else None,
        _numbering(style),
        _box() if style.boxed else None,
        _spacing(style),
        _indent(style),
        el("jc", val=align) if align else None,
        None if style.outline is None else el("outlineLvl", val=style.outline),
    )


def _numbering(style: Style) -> Element | None:
    if style.list is None:
        return None
    number = el("numId", val=list_id(style.list))
    return el("numPr", el("ilvl", val=style.level) if style.list != NO_LIST else None, number)


def _box() -> Element:
    line: dict[str, str | int] = {"val": "single", "sz": 6, "space": 1, "color": "auto"}
    return el("pBdr", *(el(side, **line) for side in ("top", "left", "bottom", "right")))


def _spacing(style: Style) -> Element | None:
    attributes: dict[str, str | int] = {}
    if style.before is not None:
        attributes["before"] = twips_of_points(style.before)
    if style.after is not None:
        attributes["after"] = twips_of_points(style.after)
    attributes |= line_spacing(style.line)
    return el("spacing", **attributes) if attributes else None


def _indent(style: Style) -> Element | None:
    if style.inset is not None:
        side = twips_of_millimetres(style.inset)
        return el("ind", left=side, right=side)
    if style.first_line is None:
        return None
    return el("ind", left=0, firstLine=twips_of_millimetres(style.first_line))


def _text(style: Style) -> Element:
    size = None if style.size is None else half_points(style.size)
    return el(
        "rPr",
        flag("b", style.bold),
        flag("bCs", style.bold),
        flag("i", style.italic),
        flag("iCs", style.italic),
        el("color", val=_GREY) if style.grey else None,
        el("sz", val=size) if size else None,
        el("szCs", val=size) if size else None,
        el("u", val="single") if style.underline else None,
    )
