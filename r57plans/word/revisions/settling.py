"""Accepting or rejecting tracked changes: one side stays, the other goes, nothing tells of it.

Paragraphs and rows hold the mark of their own insertion or deletion among their properties; runs
are wrapped. A paragraph mark that goes joins its paragraph to the next one, which keeps its format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from r57plans.word.revisions.mending import (
    drop_empty_tables,
    mend,
    remove_cells,
    remove_row,
    set_merge,
)
from r57plans.word.revisions.restoring import restore_properties
from r57plans.word.xml import Element, remove, unwrap, w

_PROPERTY_CHANGES = [
    w(name)
    for name in (
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
    )
]
_RANGE_MARKS = [
    w(f"{kind}Range{end}")
    for kind in (
        "moveFrom",
        "moveTo",
        "customXmlIns",
        "customXmlDel",
        "customXmlMoveFrom",
        "customXmlMoveTo",
    )
    for end in ("Start", "End")
]
_CELL_MERGE = w("cellMerge")
_MARK_HOLDERS = {w("rPr"), w("trPr"), w("numPr")}
_BLOCKS = {w("p"), w("tbl")}
_BOOKMARKS = {w("bookmarkStart"), w("bookmarkEnd")}
_SILENT = {w("rPr"), w("commentReference")}
_DELETED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_MERGES = {"rest": "restart", "cont": "continue"}


@dataclass(frozen=True, slots=True)
class _Side:
    """Which marks go with what they mark, and which only lose the mark; `merge` is what a merged
    cell's mark calls its state on this side."""

    gone: tuple[str, str]
    stays: tuple[str, str]
    row: str
    cell: str
    merge: str


_ACCEPTED = _Side(
    gone=(w("del"), w("moveFrom")),
    stays=(w("ins"), w("moveTo")),
    row=w("del"),
    cell=w("cellDel"),
    merge=w("vMerge"),
)
_REJECTED = _Side(
    gone=(w("ins"), w("moveTo")),
    stays=(w("del"), w("moveFrom")),
    row=w("ins"),
    cell=w("cellIns"),
    merge=w("vMergeOrig"),
)


def has_changes(root: Element) -> bool:
    """Whether anything below `root` is a tracked change."""
    return next(changes_in(root), None) is not None


def changes_in(root: Element) -> Iterator[Element]:
    """The marks of all tracked changes below `root`, in order; each says author and date."""
    return root.iter(
        *_PROPERTY_CHANGES, *_RANGE_MARKS, *_ACCEPTED.gone, *_ACCEPTED.stays,
        _ACCEPTED.cell, _REJECTED.cell, _CELL_MERGE,
    )  # fmt: skip


def accept_changes(root: Element) -> None:
    """Accept every tracked change below `root`, in place.

    Where content controls are still there, no row or paragraph is joined to one inside them.
    """
    _drop(root, _PROPERTY_CHANGES)
    _settle(root, _ACCEPTED)


def reject_changes(root: Element) -> None:
    """Reject every tracked change below `root`, in place; joins as `accept_changes` does."""
    for change in list(root.iter(_PROPERTY_CHANGES)):
        restore_properties(change)
    _settle(root, _REJECTED)
    for text in list(root.iter(*_DELETED)):
        text.tag = _DELETED[str(text.tag)]


def _settle(root: Element, side: _Side) -> None:
    _drop(root, _RANGE_MARKS)
    _settle_rows(root, side)
    _settle_cells(root, side)
    _settle_runs(root, side)
    for paragraph in _ends_that_go(root, side):
        _join(paragraph)
    _drop_marks(root)
    mend(root)


def _drop(root: Element, tags: Iterable[str]) -> None:
    for element in list(root.iter(*tags)):
        remove(element)


def _settle_rows(root: Element, side: _Side) -> None:
    for mark in list(root.iter(side.row)):
        properties, row = mark.getparent(), _grandparent(mark)
        if properties is not None and row is not None and properties.tag == w("trPr"):
            remove_row(row)
    drop_empty_tables(root)  # so that a paragraph before one can join the one behind it


def _settle_cells(root: Element, side: _Side) -> None:
    cells = [cell for mark in root.iter(side.cell) if (cell := _grandparent(mark)) is not None]
    remove_cells(cells)
    for mark in list(root.iter(_CELL_MERGE)):
        cell = _grandparent(mark)
        if cell is not None:
            set_merge(cell, _merge_on(side, mark))
    _drop(root, (_ACCEPTED.cell, _REJECTED.cell, _CELL_MERGE))


def _merge_on(side: _Side, mark: Element) -> str:
    said = mark.get(side.merge)
    if side is _ACCEPTED:
        return "restart" if said == "rest" else "continue"
    return _MERGES.get(said or "", "")


def _settle_runs(root: Element, side: _Side) -> None:
    for element in list(root.iter(*side.gone)):
        if not _is_mark(element):
            remove(element)
    for element in list(root.iter(*side.stays)):
        if not _is_mark(element):
            unwrap(element)


def _join(paragraph: Element) -> None:
    content = _what_stays(paragraph)
    following = next(paragraph.itersiblings(*_BLOCKS), None)
    if following is not None and following.tag == w("p"):
        start = 0 if following.find(w("pPr")) is None else 1
        following[start:start] = content
        remove(paragraph)
    elif not content and (
        following is not None or _follows_paragraph(paragraph) or _is_alone(paragraph)
    ):
        remove(paragraph)


def _what_stays(paragraph: Element) -> list[Element]:
    """What a paragraph gives to the next one: where it says nothing any more, no control and no
    bookmark that stood around its text alone."""
    content = [child for child in paragraph if child.tag != w("pPr")]
    if not _says_nothing(paragraph):
        return content
    begun, ended = (
        {mark.get(w("id")) for mark in content if mark.tag == w(f"bookmark{end}")}
        for end in ("Start", "End")
    )
    return [
        child
        for child in content
        if not _is_emptied(child)
        and not (child.tag in _BOOKMARKS and child.get(w("id")) in begun & ended)
    ]


def _says_nothing(paragraph: Element) -> bool:
    """Whether no run of it has anything but the place of a comment."""
    return all(piece.tag in _SILENT for run in paragraph.iter(w("r")) for piece in run)


def _is_emptied(element: Element) -> bool:
    """Whether it is a content control in which nothing stands any more."""
    return element.tag == w("sdt") and next(element.iter(w("r")), None) is None


def _is_alone(paragraph: Element) -> bool:
    """Whether nothing but this paragraph stands in a control."""
    holder = paragraph.getparent()
    return holder is not None and holder.tag == w("sdtContent") and len(holder) == 1


def _follows_paragraph(paragraph: Element) -> bool:
    before = next(paragraph.itersiblings(*_BLOCKS, preceding=True), None)
    return before is not None and before.tag == w("p")


def _ends_that_go(root: Element, side: _Side) -> list[Element]:
    """The paragraphs whose own mark goes, in order."""
    found: dict[Element, None] = {}
    for mark in root.iter(*side.gone):
        look = mark.getparent()
        properties = None if look is None else look.getparent()
        if look is not None and properties is not None and look.tag == w("rPr"):
            paragraph = properties.getparent()
            if properties.tag == w("pPr") and paragraph is not None:
                found[paragraph] = None
    return list(found)


def _drop_marks(root: Element) -> None:
    for element in list(root.iter(*_ACCEPTED.gone, *_ACCEPTED.stays)):
        holder = element.getparent()
        remove(element)
        if holder is not None and not len(holder):
            remove(holder)


def _is_mark(element: Element) -> bool:
    parent = element.getparent()
    return parent is None or parent.tag in _MARK_HOLDERS


def _grandparent(mark: Element) -> Element | None:
    parent = mark.getparent()
    return None if parent is None else parent.getparent()
