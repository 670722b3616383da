"""One layer of formatting: what a `w:rPr` or `w:pPr` says, by the names of our looks."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.word.layout.attributes import number, switch, twips, value, whole
from r57plans.word.layout.properties import AUTO, Layer
from r57plans.word.xml import Element, w

TOGGLES = ("bold", "italic", "caps", "hidden")
_SWITCHES = {"b": "bold", "i": "italic", "caps": "caps", "vanish": "hidden"}
_SLOTS = {"plain": "ascii", "accented": "hAnsi"}
_ALIGN = {
    "start": "left", "end": "right", "both": "justify", "distribute": "justify",
    "lowKashida": "justify", "mediumKashida": "justify", "highKashida": "justify",
    "thaiDistribute": "justify",
}  # fmt: skip
_FLAGS = {
    "keepNext": "keep_next", "keepLines": "keep_lines", "pageBreakBefore": "new_page",
    "contextualSpacing": "contextual",
}  # fmt: skip
_INDENTS = {"left": ("left", "start"), "right": ("right", "end")}
_AUTOMATIC = 280  # what Word leaves before and after a paragraph of a web page: 14 points
_SINGLE = 240
_WHITE = {"", AUTO, "FFFFFF"}


def text_layer(holder: Element | None, theme: Mapping[str, str]) -> Layer:
    """What run properties say; `theme` gives the fonts that a theme's names stand for."""
    layer: Layer = {}
    if holder is None:
        return layer
    for tag, name in _SWITCHES.items():
        said = switch(holder, tag)
        if said is not None:
            layer[name] = said
    layer |= _fonts(holder.find(w("rFonts")), theme)
    size = number(value(holder.find(w("sz"))))
    if size and size > 0:
        layer["size"] = size / 2
    underline = value(holder.find(w("u")))
    if underline is not None:
        layer["underline"] = underline != "none"
    colour = holder.find(w("color"))
    if colour is not None:
        themed = value(colour, "themeColor")
        layer["colour"] = AUTO if themed in ("text1", "dark1") else value(colour) or AUTO
    return layer | _highlight(holder)


def _fonts(fonts: Element | None, theme: Mapping[str, str]) -> Layer:
    layer: Layer = {}
    if fonts is None:
        return layer
    for name, slot in _SLOTS.items():
        themed = theme.get(value(fonts, f"{slot}Theme") or "", "")
        font = themed or value(fonts, slot)
        if font:
            layer[name] = font
    return layer


def _highlight(holder: Element) -> Layer:
    marked = value(holder.find(w("highlight")))
    if marked is not None:
        return {"highlight": "" if marked == "none" else marked}
    shade = holder.find(w("shd"))
    fill = "" if shade is None else (value(shade, "fill") or "")
    return {} if shade is None else {"highlight": "" if fill in _WHITE else fill}


def paragraph_layer(holder: Element | None) -> Layer:
    """What paragraph properties say."""
    layer: Layer = {}
    if holder is None:
        return layer
    align = value(holder.find(w("jc")))
    if align:
        layer["align"] = _ALIGN.get(align, align)
    for tag, name in _FLAGS.items():
        said = switch(holder, tag)
        if said is not None:
            layer[name] = said
    outline = value(holder.find(w("outlineLvl")))
    if outline is not None:
        layer["outline"] = whole(outline, 9)
    borders = holder.find(w("pBdr"))
    if borders is not None:
        layer["borders"] = {_local(b): value(b) not in (None, "nil", "none") for b in borders}
    return layer | indent_layer(holder.find(w("ind"))) | _spacing(holder.find(w("spacing")))


def indent_layer(indent: Element | None) -> Layer:
    """What `w:ind` says, in twips; a hanging indent is a first line of less than nothing."""
    layer: Layer = {}
    if indent is None:
        return layer
    for name, spellings in _INDENTS.items():
        found = [twips(value(indent, spelling)) for spelling in spellings]
        layer.update((name, length) for length in found if length is not None)
    first, hanging = twips(value(indent, "firstLine")), twips(value(indent, "hanging"))
    if hanging is not None:
        layer["first_line"] = -hanging
    elif first is not None:
        layer["first_line"] = first
    return layer


def _spacing(spacing: Element | None) -> Layer:
    layer: Layer = {}
    if spacing is None:
        return layer
    for name in ("before", "after"):
        length = twips(value(spacing, name))
        if length is not None:
            layer[name] = length
        if value(spacing, f"{name}Autospacing") in ("1", "true", "on"):
            layer[name] = _AUTOMATIC
    line = twips(value(spacing, "line"))
    if line is not None:
        layer["rule"] = value(spacing, "lineRule") or "auto"
        layer["line"] = line / _SINGLE if layer["rule"] == "auto" else line
    return layer


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
