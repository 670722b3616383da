"""The blocks of a document in reading order: paragraphs that say something, and ruled tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from r57plans.word.xml import Element, w

_SEEN = tuple(map(w, ("t", "drawing", "pict", "noBreakHyphen", "sym")))
_STYLE = f"{w('pPr')}/{w('pStyle')}"


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks of one section, and its properties."""

    blocks: tuple[Element, ...]
    properties: Element

    def runs(self) -> Iterator[tuple[Element, ...]]:
        """Paragraphs in a row together, each table alone; an empty row stands between tables."""
        row: list[Element] = []
        for block in self.blocks:
            if block.tag == w("tbl"):
                yield tuple(row)
                yield (block,)
                row = []
            else:
                row.append(block)
        yield tuple(row)


def sections_of(body: Element) -> tuple[Section, ...]:
    """The sections of a document's body, without what only keeps room or draws a line."""
    found: list[Section] = []
    blocks: list[Element] = []
    for child in body:
        properties = child if child.tag == w("sectPr") else child.find(f"{w('pPr')}/{w('sectPr')}")
        if child.tag != w("sectPr"):
            blocks += _blocks(child)
        if properties is not None:
            found.append(Section(tuple(blocks), properties))
            blocks = []
    return tuple(found)


def _blocks(block: Element) -> Iterator[Element]:
    """The block itself if it says anything; of a table without lines the paragraphs in it.

    Such a table is a letterhead or signature block: its right half, which ranks first, comes first.
    """
    if block.tag == w("p"):
        if any(text is not None for text in block.iter(*_SEEN)):
            yield block
    elif block.tag == w("tbl"):
        if has_lines(block):
            yield block
        else:
            for row in block.iter(w("tr")):
                for cell in reversed(row.findall(w("tc"))):
                    for paragraph in cell:
                        yield from _blocks(paragraph)


def has_lines(table: Element) -> bool:
    """Whether the table's own borders are drawn."""
    top = table.find(f"{w('tblPr')}/{w('tblBorders')}/{w('top')}")
    return top is not None and top.get(w("val")) not in ("none", "nil")


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style; "" for none."""
    style = paragraph.find(_STYLE)
    return "" if style is None else style.get(w("val"), "")


def text_of(element: Element) -> str:
    """The text of an element, or of a paragraph itself, its paragraphs parted by line ends."""
    return "\n".join(
        "".join((run.text or "") if run.tag == w("t") else "-" for run in p.iter(*_SEEN))
        for p in element.iter(w("p"))
    )
