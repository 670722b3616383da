"""Two lists of blocks woven into one: paragraphs, tables, rows and cells with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from r57plans.word.redline.aligning import Block, Pair, aligned, blocks
from r57plans.word.redline.columns import CellPair, Columns, columns_of, widen_grid
from r57plans.word.redline.inline import NEW, OLD, InlineWeaver
from r57plans.word.redline.joints import Joint, joints_of
from r57plans.word.redline.likeness import Reader, cells_of, is_number, own_bookmark
from r57plans.word.redline.looks import keep_former_format, keep_former_look
from r57plans.word.redline.properties import (
    keep_former_shape,
    mark_cell,
    mark_end,
    mark_row,
    take_properties,
)
from r57plans.word.text import text_of
from r57plans.word.xml import Element, remove, w

_PARAGRAPH, _TABLE, _CONTROL, _ROW = w("p"), w("tbl"), w("sdt"), w("tr")
_BLOCKS = {_PARAGRAPH, _TABLE, _CONTROL}
_PROPERTIES, _LOOK, _SECTION = w("pPr"), w("rPr"), w("sectPr")


@dataclass(slots=True)
class Found:
    """What weaving met: by bookmark, the number that a moved row had; the texts of paragraphs
    that may leave an empty one behind."""

    moved: dict[str, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Weaver:
    """Weaves one story (the body, a header, a note) of OLD into the same one of NEW, in place."""

    inline: InlineWeaver
    old: Reader
    new: Reader
    found: Found

    def weave(self, old: Element, new: Element) -> None:
        """Put what changed into a container of NEW: a body, a cell, a header, a note."""
        before = blocks([child for child in old if child.tag in _BLOCKS], self.old)
        after = blocks([child for child in new if child.tag in _BLOCKS], self.new)
        joints = list(joints_of(aligned(before, after)))
        self._note_moves([joint.pair for joint in joints])
        waiting: list[Element] = []
        last: Element | None = None
        for joint in joints:
            if joint.pair.new is None:
                waiting.append(self._gone(joint))
                continue
            last = joint.pair.new.element
            _before(last, waiting)
            self._stays(joint, last)
        _behind(new, last, waiting)

    def mark_all(self, element: Element, side: str) -> None:
        """Mark all text and all rows below as inserted or deleted, and the ends of paragraphs."""
        for paragraph in list(element.iter(_PARAGRAPH)):
            self._mark_content(paragraph, side)
            if paragraph is not element:
                self._mark_end(paragraph, side)
        for row in list(element.iter(_ROW)):
            mark_row(row, self.inline.stamp.mark(side))

    def _gone(self, joint: Joint) -> Element:
        """What only OLD has, as a copy."""
        assert joint.pair.old is not None
        copy = _stripped(joint.pair.old.element)
        self.inline.arrivals.fit(copy)
        self.mark_all(copy, OLD)
        if copy.tag == _PARAGRAPH:
            if joint.takes is not None:
                take_properties(copy, joint.takes.element)
                self._keep_format(joint.pair.old.element, copy)
            self._mark_end(copy, joint.mark)
            self._note_loose(joint, joint.pair.old)
        return copy

    def _stays(self, joint: Joint, element: Element) -> None:
        """What NEW has, whether OLD has it too or not."""
        old, new = joint.pair.old, joint.pair.new
        assert new is not None
        if old is None:
            self.mark_all(element, NEW)
            self._note_loose(joint, new)
        elif old.said != new.said or self.inline.formatting:
            self._changed(old, new)
        if element.tag == _PARAGRAPH:
            self._mark_end(element, joint.mark)

    def _changed(self, old: Block, new: Block) -> None:
        was, now = old.element, new.element
        if new.kind == _PARAGRAPH:
            _set_content(now, self.inline.woven(was, now))
            self._keep_format(was, now)
        elif new.kind == _TABLE:
            self._table(old, new)
        else:
            before, after = was.find(w("sdtContent")), now.find(w("sdtContent"))
            if before is not None and after is not None:
                self.weave(before, after)

    def _table(self, before: Block, after: Block) -> None:
        old, new = before.element, after.element
        found = list(aligned(before.rows, after.rows))
        self._note_moves(found)
        columns = columns_of(old, new)
        waiting: list[Element] = []
        last: Element | None = None
        for pair in found:
            cells = self._side_by_side(pair, columns)
            if pair.old and cells is None:
                waiting += map(self._gone_row, pair.old.elements)
            if pair.new is not None:
                _before(_outermost(pair.new.element, new), waiting)
                self._rows(pair.new.elements, cells)
                last = _outermost(pair.new.elements[-1], new)
        _behind(new, last, waiting)
        if columns.differ:
            widen_grid(old, new, columns)

    def _side_by_side(self, pair: Pair, columns: Columns) -> list[list[CellPair]] | None:
        """The cells of what changed in a row, and in those merged with it; None where it is not
        one row of both."""
        old, new = pair.old, pair.new
        if old is None or new is None or len(old.elements) != len(new.elements):
            return None
        if old.said == new.said and not (columns.differ or self.inline.formatting):
            return []
        found = list(map(columns.cells, old.elements, new.elements))
        return None if None in found else [cells for cells in found if cells is not None]

    def _gone_row(self, row: Element) -> Element:
        copy = _stripped(row)
        self.inline.arrivals.fit(copy)
        self.mark_all(copy, OLD)
        return copy

    def _rows(self, elements: Iterable[Element], changed: list[list[CellPair]] | None) -> None:
        """Mark rows of NEW: as new ones, or what changed in their cells."""
        if changed is None:
            for row in elements:
                self.mark_all(row, NEW)
        else:
            for row, cells in zip(elements, changed, strict=False):
                self._cells(row, cells)

    def _cells(self, row: Element, cells: list[CellPair]) -> None:
        waiting: list[Element] = []
        last: Element | None = None
        for n, (old, new) in enumerate(cells):
            if new is None:
                waiting += [] if old is None else [self._gone_cell(old)]
                continue
            last = _outermost(new, row)
            _before(last, waiting)
            if old is None:
                self._mark_cell(new, NEW)
            elif not (self.old.counts(n, old) and self.new.counts(n, new)):
                self.weave(old, new)
                keep_former_shape(new, old, self.inline.stamp)
        _behind(row, last, waiting)

    def _gone_cell(self, cell: Element) -> Element:
        copy = _stripped(cell)
        self.inline.arrivals.fit(copy)
        self._mark_cell(copy, OLD)
        return copy

    def _mark_cell(self, cell: Element, side: str) -> None:
        self.mark_all(cell, side)
        mark_cell(cell, self.inline.stamp.mark("cellDel" if side == OLD else "cellIns"))

    def _mark_content(self, paragraph: Element, side: str) -> None:
        sides = (paragraph, None) if side == OLD else (None, paragraph)
        _set_content(paragraph, self.inline.woven(*sides))

    def _mark_end(self, paragraph: Element, side: str) -> None:
        if side:
            mark_end(paragraph, self.inline.stamp.mark(side))

    def _keep_format(self, old: Element, new: Element) -> None:
        """Mark how a paragraph and its end were formatted, where formatting counts."""
        if not self.inline.formatting:
            return
        before, after = old.find(_PROPERTIES), new.find(_PROPERTIES)
        if before is not None and after is not None and after.find(_LOOK) is not None:
            keep_former_look(after, before, self.inline.stamp)
        keep_former_format(new, old, self.inline.stamp)
        for properties in new.findall(_PROPERTIES):
            self.inline.arrivals.fit(properties)

    def _note_moves(self, pairs: Sequence[Pair]) -> None:
        gone = {pair.old.name: pair.old for pair in pairs if pair.old and not pair.new}
        for pair in pairs:
            if pair.new and not pair.old and pair.new.name and pair.new.name in gone:
                moved = own_bookmark(pair.new.element)
                self.found.moved[moved] = _number_of(gone[pair.new.name])

    def _note_loose(self, joint: Joint, block: Block) -> None:
        if joint.loose:
            self.found.loose.append(text_of(block.element).strip()[:80])


def _number_of(block: Block) -> str:
    """What the first cell of a row says, where that is a number."""
    cells = cells_of(block.element)
    return text_of(cells[0]).strip() if cells and is_number(cells[0]) else ""


def _before(element: Element, waiting: list[Element]) -> None:
    """Put what waits before an element, in order; the list is emptied."""
    for made in waiting:
        element.addprevious(made)
    waiting.clear()


def _behind(holder: Element, last: Element | None, waiting: Iterable[Element]) -> None:
    """Put what waits after the last block of NEW, or where the first would stand."""
    at = _first(holder) if last is None else holder.index(last) + 1
    holder[at:at] = list(waiting)


def _first(holder: Element) -> int:
    """The index after the properties of a cell, table or note."""
    return sum(child.tag in (w("tcPr"), w("tblPr"), w("tblGrid")) for child in holder)


def _outermost(row: Element, table: Element) -> Element:
    """The row itself, or the control around it that stands in the table."""
    chain = (row, *row.iterancestors())
    return next(element for element in chain if element.getparent() is table)


def _stripped(element: Element) -> Element:
    """A copy of something of OLD without what belongs to its place there: sections, ids."""
    copy = deepcopy(element)
    for section in list(copy.iter(_SECTION)):
        remove(section)
    for inner in copy.iter(_PARAGRAPH, _ROW):
        for name in [n for n in inner.attrib if not str(n).startswith(w(""))]:
            del inner.attrib[name]
    for properties in copy.iter(w("sdtPr")):
        for number in properties.findall(w("id")):
            properties.remove(number)
    return copy


def _set_content(paragraph: Element, content: list[Element]) -> None:
    properties = paragraph.find(_PROPERTIES)
    for child in list(paragraph):
        if child is not properties:
            paragraph.remove(child)
    paragraph.extend(content)
