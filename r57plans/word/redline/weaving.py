"""Two lists of blocks woven into one: paragraphs, tables, rows and cells with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from r57plans.word.redline.aligning import Block, Pair, aligned, blocks, rows
from r57plans.word.redline.inline import NEW, OLD, InlineWeaver
from r57plans.word.redline.joints import Joint, joints_of
from r57plans.word.redline.likeness import Reader, cells_of, is_number
from r57plans.word.redline.looks import keep_former_format, keep_former_look, without_changes
from r57plans.word.revisions.mending import shape_of
from r57plans.word.xml import Element, remove, w

_PARAGRAPH, _TABLE, _CONTROL, _ROW = w("p"), w("tbl"), w("sdt"), w("tr")
_BLOCKS = {_PARAGRAPH, _TABLE, _CONTROL}
_PROPERTIES, _LOOK, _SECTION = w("pPr"), w("rPr"), w("sectPr")
_AFTER_LOOK = {_SECTION, w("pPrChange")}
_BEFORE_ROW_MARK = {w("ins"), w("del"), w("trPrChange")}


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
            _mark_row(row, self.inline.stamp.mark(side))

    def _gone(self, joint: Joint) -> Element:
        """What only OLD has, as a copy."""
        assert joint.pair.old is not None
        copy = _stripped(joint.pair.old.element)
        self.inline.arrivals.fit(copy)
        self.mark_all(copy, OLD)
        if copy.tag == _PARAGRAPH:
            if joint.takes is not None:
                _take_properties(copy, joint.takes.element)
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
            self._changed(old.element, element)
        if element.tag == _PARAGRAPH:
            self._mark_end(element, joint.mark)

    def _changed(self, old: Element, new: Element) -> None:
        if new.tag == _PARAGRAPH:
            content = self.inline.woven(old, new)
            _set_content(new, content)
            self._keep_format(old, new)
        elif new.tag == _TABLE:
            self._table(old, new)
        else:
            before, after = old.find(w("sdtContent")), new.find(w("sdtContent"))
            if before is not None and after is not None:
                self.weave(before, after)

    def _table(self, old: Element, new: Element) -> None:
        found = list(aligned(rows(old, self.old), rows(new, self.new)))
        self._note_moves(found)
        waiting: list[Element] = []
        last: Element | None = None
        for pair in found:
            if pair.old and not (pair.new and _one_row(pair.old, pair.new)):
                waiting += map(self._gone_row, pair.old.elements)
            if pair.new is not None:
                _before(_outermost(pair.new.element, new), waiting)
                self._row(pair, pair.new)
                last = _outermost(pair.new.elements[-1], new)
        _behind(new, last, waiting)

    def _gone_row(self, row: Element) -> Element:
        copy = _stripped(row)
        self.inline.arrivals.fit(copy)
        self.mark_all(copy, OLD)
        return copy

    def _row(self, pair: Pair, now: Block) -> None:
        if pair.old is None or not _one_row(pair.old, now):
            for row in now.elements:
                self.mark_all(row, NEW)
        elif pair.old.said != now.said or self.inline.formatting:
            for before, after in zip(pair.old.elements, now.elements, strict=True):
                self._cells(cells_of(before), cells_of(after))

    def _cells(self, before: list[Element], after: list[Element]) -> None:
        for n, (old, new) in enumerate(zip(before, after, strict=True)):
            if not (self.old.counts(n, old) and self.new.counts(n, new)):
                self.weave(old, new)

    def _mark_content(self, paragraph: Element, side: str) -> None:
        sides = (paragraph, None) if side == OLD else (None, paragraph)
        _set_content(paragraph, self.inline.woven(*sides))

    def _mark_end(self, paragraph: Element, side: str) -> None:
        if side:
            _look(paragraph).insert(0, self.inline.stamp.mark(side))

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
                self.found.moved[pair.new.name] = _number_of(gone[pair.new.name])

    def _note_loose(self, joint: Joint, block: Block) -> None:
        if joint.loose:
            self.found.loose.append(_text(block.element)[:80])


def _number_of(block: Block) -> str:
    """What the first cell of a row says, where that is a number."""
    cells = cells_of(block.element)
    return _text(cells[0]) if cells and is_number(cells[0]) else ""


def _text(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter(w("t"))).strip()


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


def _one_row(old: Block, new: Block) -> bool:
    """Whether two rows have the same cells, whatever is in them."""
    if old.said == new.said:
        return True
    shapes = [
        [[shape_of(cell) for cell in cells_of(row)] for row in block.elements]
        for block in (old, new)
    ]
    return shapes[0] == shapes[1]


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


def _look(paragraph: Element) -> Element:
    """The properties of a paragraph's mark, made where there are none."""
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    look = properties.find(_LOOK)
    if look is None:
        look = etree.Element(_LOOK)
        at = sum(child.tag not in _AFTER_LOOK for child in properties)
        properties.insert(at, look)
    return look


def _take_properties(paragraph: Element, other: Element) -> None:
    """Give a paragraph the properties of another, which loses its section to it."""
    own, taken = paragraph.find(_PROPERTIES), other.find(_PROPERTIES)
    if own is not None:
        paragraph.remove(own)
    if taken is not None:
        paragraph.insert(0, without_changes(taken))
        for section in taken.findall(_SECTION):
            taken.remove(section)


def _mark_row(row: Element, mark: Element) -> None:
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        row.insert(1 if row.find(w("tblPrEx")) is not None else 0, properties)
    if not len(properties):  # a mark alone is no row's properties
        etree.SubElement(properties, w("cantSplit"), {w("val"): "off"})
    at = sum(child.tag not in _BEFORE_ROW_MARK for child in properties)
    properties.insert(at, mark)
