"""The style cascade: what Word shows of a paragraph and of each of its runs.

From the weakest to the strongest: the file's defaults, the table's style, the paragraph's style
after those that it is based on, its list, the character style, and what is set on the spot.
Switches (bold, italic, capitals, hidden) that styles of several kinds set cancel each other out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from r57plans.word.layout.attributes import value, whole
from r57plans.word.layout.layers import TOGGLES, indent_layer, paragraph_layer, text_layer
from r57plans.word.layout.numbering import Numbering
from r57plans.word.layout.properties import Layer, ParagraphLook, TextLook
from r57plans.word.layout.styles import Styles
from r57plans.word.xml import Element, w

_TABLE_PARTS = ("firstRow", "lastRow", "firstColumn", "lastColumn")
_LOOK_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}


_Stack = tuple[Layer, Layer]
"""Paragraph properties with and without the indents of the lists that layers name."""

_List = tuple[str, int]
"""The list and the level that layers name; "" and 0 for none, "0" where it is taken away."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What paragraphs of one style in one kind of cell stand on: most of a file stands on a few."""

    style: str
    stack: _Stack
    listed: _List
    styles: tuple[Layer, ...]
    empty: TextLook


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's own look, its list's mark, and what its runs stand on."""

    look: ParagraphLook
    mark: str
    ground: Ground


class Cascade:
    """Answers what elements of one document look like; paragraphs are asked for in order."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._defaults = text_layer(styles.default_text, styles.theme)
        self._chains: dict[tuple[str, str | None], tuple[list[Element], Layer]] = {}
        self._grounds: dict[tuple[str | None, tuple[Element, ...]], Ground] = {}

    def paragraph(self, element: Element) -> Paragraph:
        """The look of a paragraph; its list counts one further."""
        own = element.find(w("pPr"))
        named = value(None if own is None else own.find(w("pStyle")))
        ground = self._ground(named, tuple(self._table_layers(element)))
        layer, _ = self._on(ground.stack, own)
        number, depth = _listed(ground.listed, own)
        mark = "" if number in ("", "0") else self._numbering.next_mark(number, depth)
        return Paragraph(ParagraphLook(**layer, style=ground.style), mark, ground)

    def run(self, element: Element, paragraph: Paragraph) -> TextLook:
        """The look of a run of that paragraph."""
        own = element.find(w("rPr"))
        if own is None:
            return paragraph.ground.empty
        _, character = self._chain("character", value(own.find(w("rStyle"))))
        styles = (*paragraph.ground.styles, character)
        return look_of(self._defaults, styles, text_layer(own, self._styles.theme))

    def _ground(self, named: str | None, tables: tuple[Element, ...]) -> Ground:
        """What the paragraphs of a style stand on, where table styles say that much."""
        if (named, tables) not in self._grounds:
            self._grounds[named, tables] = self._laid(named, tables)
        return self._grounds[named, tables]

    def _laid(self, named: str | None, tables: tuple[Element, ...]) -> Ground:
        chain, style_text = self._chain("paragraph", named)
        stack = self._on(({}, {}), self._styles.default_paragraph)
        for holder in (*tables, *chain):
            stack = self._on(stack, holder.find(w("pPr")))
        listed: _List = ("", 0)
        for style in chain:
            listed = _listed(listed, style.find(w("pPr")))
        theme = self._styles.theme
        styles = (_merged([text_layer(t.find(w("rPr")), theme) for t in tables]), style_text)
        identifier = chain[-1].get(w("styleId"), "") if chain else ""
        return Ground(identifier, stack, listed, styles, look_of(self._defaults, styles, {}))

    def _chain(self, kind: str, named: str | None) -> tuple[list[Element], Layer]:
        """A style after those that it is based on, and what they say of text together."""
        if (kind, named) not in self._chains:
            chain = self._styles.chain(kind, named)
            layers = [text_layer(s.find(w("rPr")), self._styles.theme) for s in chain]
            self._chains[kind, named] = chain, _merged(layers)
        return self._chains[kind, named]

    def _on(self, stack: _Stack, properties: Element | None) -> _Stack:
        """A layer of paragraph properties on others, on top of the indent of the list it names.

        A layer that takes the list away takes its indent along, and no other.
        """
        if properties is None:
            return stack
        layer, bare = stack
        said = paragraph_layer(properties)
        numbers = properties.find(w("numPr"))
        if numbers is not None and value(numbers.find(w("numId"))) == "0":
            layer = bare
        return layer | self._list_indent(numbers) | said, bare | said

    def _list_indent(self, numbers: Element | None) -> Layer:
        if numbers is None:
            return {}
        number, depth = value(numbers.find(w("numId"))), value(numbers.find(w("ilvl")))
        level = self._numbering.level(number or "", whole(depth))
        inner = None if level is None else level.find(w("pPr"))
        return {} if inner is None else indent_layer(inner.find(w("ind")))

    def _table_layers(self, paragraph: Element) -> Iterator[Element]:
        """The holders of what the table's style says of the cell that a paragraph stands in."""
        cell = next(paragraph.iterancestors(w("tc")), None)
        row = None if cell is None else next(cell.iterancestors(w("tr")), None)
        table = None if row is None else next(row.iterancestors(w("tbl")), None)
        if cell is None or row is None or table is None:
            return
        properties = table.find(w("tblPr"))
        named = value(None if properties is None else properties.find(w("tblStyle")))
        chain = self._styles.chain("table", named)
        yield from chain
        shown = [part for part in _TABLE_PARTS if _holds(part, properties, row, cell)]
        for part in shown:
            for style in chain:
                for piece in style.iter(w("tblStylePr")):
                    if piece.get(w("type")) == part.replace("Column", "Col"):
                        yield piece


def look_of(defaults: Layer, styles: Sequence[Layer], direct: Layer) -> TextLook:
    """The look of a run from its layers, switches cancelling each other out among styles."""
    layer = _merged([defaults, *styles, direct])
    for name in TOGGLES:
        if name not in direct:
            told = [bool(style[name]) for style in styles if name in style]
            # What the defaults switch on stays on, whatever styles do.
            layer[name] = sum(told) % 2 == 1 or bool(defaults.get(name))
    return TextLook(**layer)


def _listed(before: _List, properties: Element | None) -> _List:
    """The list and level that a layer names, or else those of the layers below it."""
    numbers = None if properties is None else properties.find(w("numPr"))
    if numbers is None:
        return before
    number, depth = before
    said = value(numbers.find(w("ilvl")))
    return value(numbers.find(w("numId"))) or number, depth if said is None else whole(said)


def _merged(layers: Sequence[Layer]) -> Layer:
    whole_layer: Layer = {}
    for layer in layers:
        whole_layer |= layer
    return whole_layer


def _holds(part: str, properties: Element | None, row: Element, cell: Element) -> bool:
    """Whether a cell is in the part of its table that the style treats apart."""
    look = None if properties is None else properties.find(w("tblLook"))
    if look is None:
        return False
    said = switch_of(look, part)
    if not said:
        return False
    outer = row if part.endswith("Row") else cell
    before = part.startswith("first")
    return next(outer.itersiblings(str(outer.tag), preceding=before), None) is None


def switch_of(look: Element, part: str) -> bool:
    """Whether a table asks for a part of its style, by an attribute or by the old bits."""
    named = look.get(w(part))
    if named is not None:
        return named.lower() in ("1", "true", "on")
    bits = look.get(w("val"), "")
    try:
        return bool(int(bits, 16) & _LOOK_BITS[part])
    except ValueError:
        return False
