"""What tags change of a table: the span, fill and width of cells, and the table's own grid."""

from __future__ import annotations

from lxml import etree

from r57plans.word.template.draft import Draft, Piece, is_mark
from r57plans.word.template.lift import CellTags
from r57plans.word.xml import Element, w

_TARGETS = {"cellwidth": "tcW", "colspan": "gridSpan", "cellbg": "shd"}
_ORDER = [
    *(w("cnfStyle"), w("tcW"), w("gridSpan"), w("hMerge"), w("vMerge"), w("tcBorders"), w("shd")),
    *(w("noWrap"), w("tcMar"), w("textDirection"), w("tcFitText"), w("vAlign"), w("hideMark")),
]


def set_cells(draft: Draft, cells: CellTags) -> None:
    """Put the marks that write a cell's settings among its properties, in the schema's order."""
    for cell, tags in cells.items():
        properties = _properties(cell)
        replaced = {w(_TARGETS[word]) for word in tags}
        placed = [(_rank(child.tag), child) for child in properties if child.tag not in replaced]
        for word, tag in tags.items():
            mark = draft.mark(Piece(tag, tag.argument, f"_r57_{word}"))
            placed.append((_rank(w(_TARGETS[word])), mark))
        properties[:] = [child for _, child in sorted(placed, key=lambda pair: pair[0])]


def rebuild_grids(draft: Draft, cells: CellTags) -> None:
    """Give each table whose first row repeats cells a grid that repeats its columns alike."""
    for table in draft.root.iter(w("tbl")):
        first = next((child for child in table if is_mark(child) or child.tag == w("tr")), None)
        grid = table.find(w("tblGrid"))
        if first is None or is_mark(first) or grid is None or not any(map(is_mark, first)):
            continue
        grid[:] = [column for child in first for column in _columns(draft, child, cells)]


def _properties(cell: Element) -> Element:
    found = cell.find(w("tcPr"))
    if found is None:
        found = etree.SubElement(cell, w("tcPr"))
        cell.insert(0, found)
    return found


def _rank(tag: object) -> int:
    return _ORDER.index(tag) if tag in _ORDER else len(_ORDER)


def _columns(draft: Draft, child: Element, cells: CellTags) -> list[Element]:
    """What the grid holds for one child of the first row: the same mark, or a cell's columns."""
    if is_mark(child):
        return [draft.mark(draft.piece(child))]
    if child.tag != w("tc"):
        return []
    tags = cells.get(child, {})
    tag = tags.get("cellwidth") or tags.get("colspan")
    width, span = _given(child, "tcW", "w", "0"), _given(child, "gridSpan", "val", "1")
    if tag is None:
        each = {w("w"): str(int(width) // max(int(span), 1))}
        return [etree.Element(w("gridCol"), each) for _ in range(int(span))]
    asked = tags["cellwidth"].argument if "cellwidth" in tags else width
    spans = tags["colspan"].argument if "colspan" in tags else span
    return [draft.mark(Piece(tag, f"({asked}), ({spans})", "_r57_columns"))]


def _given(cell: Element, name: str, attribute: str, default: str) -> str:
    """A number that the cell's properties say; the default where they say none or no number."""
    found = cell.find(f"{w('tcPr')}/{w(name)}")
    value = default if found is None else found.get(w(attribute), default)
    return value if value.isdecimal() else default
