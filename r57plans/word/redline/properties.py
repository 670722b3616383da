"""Where tracked changes stand among the properties of paragraphs, rows, cells and tables."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from r57plans.word.redline.looks import without_changes
from r57plans.word.revisions.mending import shape_of
from r57plans.word.revisions.stamp import Stamp
from r57plans.word.xml import Element, w

_PARAGRAPH, _LOOK, _SECTION = w("pPr"), w("rPr"), w("sectPr")
_ROW, _CELL, _CELL_CHANGE = w("trPr"), w("tcPr"), w("tcPrChange")
_AFTER_LOOK = {_SECTION, w("pPrChange")}
_BEFORE_ROW_MARK = {w("ins"), w("del"), w("trPrChange")}
_MARKS = {w("ins"), w("del")}
_CELL_MARKS = {w("cellIns"), w("cellDel"), w("cellMerge"), _CELL_CHANGE}


def _look_of_end(paragraph: Element) -> Element:
    """The properties of a paragraph's mark, made where there are none."""
    properties = paragraph.find(_PARAGRAPH)
    if properties is None:
        properties = etree.Element(_PARAGRAPH)
        paragraph.insert(0, properties)
    look = properties.find(_LOOK)
    if look is None:
        look = etree.Element(_LOOK)
        at = sum(child.tag not in _AFTER_LOOK for child in properties)
        properties.insert(at, look)
    return look


def take_properties(paragraph: Element, other: Element) -> None:
    """Give a paragraph the properties of another, which loses its section to it."""
    own, taken = paragraph.find(_PARAGRAPH), other.find(_PARAGRAPH)
    if own is not None:
        paragraph.remove(own)
    if taken is not None:
        paragraph.insert(0, without_changes(taken))
        for section in taken.findall(_SECTION):
            taken.remove(section)


def mark_end(paragraph: Element, mark: Element) -> None:
    """Put the mark of an end that is inserted or deleted first among its properties; one that was
    there is enough."""
    look = _look_of_end(paragraph)
    if not any(child.tag in _MARKS for child in look):
        look.insert(0, mark)


def mark_row(row: Element, mark: Element) -> None:
    """Put the mark of a row that is inserted or deleted among its properties; one that was there
    is enough."""
    properties = row.find(_ROW)
    if properties is None:
        properties = etree.Element(_ROW)
        row.insert(1 if row.find(w("tblPrEx")) is not None else 0, properties)
    if any(child.tag in _MARKS for child in properties):
        return
    if not len(properties):  # a mark alone is no row's properties
        etree.SubElement(properties, w("cantSplit"), {w("val"): "off"})
    at = sum(child.tag not in _BEFORE_ROW_MARK for child in properties)
    properties.insert(at, mark)


def mark_cell(cell: Element, mark: Element) -> None:
    """Put the mark of a cell that is inserted or deleted among its properties."""
    properties = _of_cell(cell)
    at = sum(child.tag not in _CELL_MARKS for child in properties)
    properties.insert(at, mark)


def keep_former_shape(cell: Element, before: Element, stamp: Stamp) -> None:
    """Note how many columns a cell took before, where it takes others now."""
    if shape_of(cell) == shape_of(before):
        return
    change = stamp.mark("tcPrChange")
    kept = etree.SubElement(change, _CELL)
    former = before.find(_CELL)
    for child in () if former is None else former:
        if child.tag not in _CELL_MARKS:
            kept.append(deepcopy(child))
    _of_cell(cell).append(change)


def _of_cell(cell: Element) -> Element:
    """The properties of a cell, made where there are none."""
    properties = cell.find(_CELL)
    if properties is None:
        properties = etree.Element(_CELL)
        cell.insert(0, properties)
    return properties
