"""What tags change of a table: span, fill, width and merging of cells, and the table's own grid."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from r57plans.word.template.passes.draft import Draft, Piece, is_mark
from r57plans.word.template.passes.split import CellTags
from r57plans.word.template.passes.tags import SETTINGS, Tag
from r57plans.word.xml import Element, remove, w

_TARGETS = {"cellwidth": "tcW", "colspan": "gridSpan", "cellbg": "shd"}
_ORDER = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"),
    *("textDirection", "tcFitText", "vAlign", "hideMark"),
)
_RANKS: dict[object, int] = {w(name): rank for rank, name in enumerate(_ORDER)}
_CELL, _ROW, _TABLE = w("tc"), w("tr"), w("tbl")
_PROPERTIES = w("tcPr")


def set_cells(draft: Draft, cells: CellTags) -> None:
    """Put the marks that write a cell's settings among its properties, and mend the grids."""
    for cell, tags in cells.items():
        _set(draft, cell, tags)
    _rebuild_grids(draft, cells)
    for cell, tags in cells.items():
        if "vm" in tags:
            _only_in_first_row(draft, cell, tags["vm"])
        if "hm" in tags:
            draft.watch(cell, tags["hm"], "first", "tc")


def _set(draft: Draft, cell: Element, tags: dict[str, Tag]) -> None:
    marks = {
        w(_TARGETS[word]): Piece(tags[word], "print", tags[word].argument, word)
        for word in SETTINGS
        if word in tags
    }
    if "hm" in tags:
        span = tags["colspan"].argument if "colspan" in tags else _given(cell, "gridSpan", "val")
        marks[w("gridSpan")] = Piece(tags["hm"], "print", span, "hspan", ("tc",))
    if "vm" in tags:
        marks[w("vMerge")] = Piece(tags["vm"], "write", "", "vmerge", ("tr",))
    properties = _properties(cell)
    last = len(_RANKS)
    kept = [child for child in properties if child.tag not in marks]
    placed = [(_RANKS.get(child.tag, last), child) for child in kept]
    placed += [(_RANKS[name], draft.mark(piece)) for name, piece in marks.items()]
    properties[:] = [child for _, child in sorted(placed, key=lambda pair: pair[0])]


def _only_in_first_row(draft: Draft, cell: Element, tag: Tag) -> None:
    """What a cell holds is written in the first row of the loop, in the others a blank line."""
    content = [child for child in cell if child.tag != _PROPERTIES]
    if not content:
        return
    content[0].addprevious(draft.mark(Piece(tag, "open", "", "first", ("tr",))))
    cell.append(draft.mark(Piece(tag, "close", "", "first", ("tr",))))
    cell.append(draft.mark(Piece(tag, "open", "", "later", ("tr",))))
    cell.append(_blank(content))
    cell.append(draft.mark(Piece(tag, "close", "", "later", ("tr",))))


def _blank(content: list[Element]) -> Element:
    """A paragraph without text, formatted as the first of the content."""
    paragraph = next((child for child in content if child.tag == w("p")), None)
    blank = etree.Element(w("p"))
    properties = None if paragraph is None else paragraph.find(w("pPr"))
    if properties is not None:
        blank.append(deepcopy(properties))
    return blank


def _rebuild_grids(draft: Draft, cells: CellTags) -> None:
    """Give tables whose tags change their columns a grid that fits.

    Where a tag gives a cell of the first row its width, that row gives the grid; any other grid is
    mended at run time, within the table's width.
    """
    for table in list(draft.root.iter(_TABLE)):
        rows = [row for row in table if row.tag == _ROW]
        grid = table.find(w("tblGrid"))
        if grid is None or not any(_changes(row, cells) for row in rows):
            continue
        first = next(child for child in table if is_mark(child) or child.tag == _ROW)
        if not is_mark(first) and _gives_widths(first, cells):
            grid[:] = [column for child in first for column in _columns(draft, child, cells)]
        else:
            _mend_at_run_time(draft, table, grid, rows)


def _mend_at_run_time(draft: Draft, table: Element, grid: Element, rows: list[Element]) -> None:
    widths = " ".join(column.get(w("w"), "0") for column in grid)
    marks = [child for row in rows for child in row.iter(etree.ProcessingInstruction)]
    draft.watch(table, draft.piece(marks[0]).tag, "grid", widths)
    remove(grid)


def _changes(row: Element, cells: CellTags) -> bool:
    """Whether tags may give a row another number of columns."""
    own = (cells.get(cell, {}) for cell in row if cell.tag == _CELL)
    return any(map(is_mark, row)) or any("colspan" in tags or "hm" in tags for tags in own)


def _gives_widths(row: Element, cells: CellTags) -> bool:
    return any("cellwidth" in cells.get(cell, {}) for cell in row if cell.tag == _CELL)


def _properties(cell: Element) -> Element:
    found = cell.find(_PROPERTIES)
    if found is None:
        found = etree.SubElement(cell, _PROPERTIES)
        cell.insert(0, found)
    return found


def _columns(draft: Draft, child: Element, cells: CellTags) -> list[Element]:
    """What the grid holds for one child of the first row: the same mark, or a cell's columns."""
    if is_mark(child):
        return [draft.mark(draft.piece(child))]
    if child.tag != _CELL:
        return []
    tags = cells.get(child, {})
    tag = tags.get("cellwidth") or tags.get("colspan")
    width, span = _given(child, "tcW", "w", "0"), _given(child, "gridSpan", "val")
    if tag is None:
        each = {w("w"): str(int(width) // max(int(span), 1))}
        return [etree.Element(w("gridCol"), each) for _ in range(int(span))]
    asked = tags["cellwidth"].argument if "cellwidth" in tags else width
    spans = tags["colspan"].argument if "colspan" in tags else span
    return [draft.mark(Piece(tag, "print", asked, "columns", (spans,)))]


def _given(cell: Element, name: str, attribute: str, default: str = "1") -> str:
    """A number that the cell's properties say; the default where they say none or no number."""
    properties = cell.find(_PROPERTIES)
    found = None if properties is None else properties.find(w(name))
    value = default if found is None else found.get(w(attribute), default)
    return value if value.isdecimal() else default
