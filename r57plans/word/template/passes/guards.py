"""Containers that Word wants filled: what their tags may leave empty is watched at run time.

Word refuses a cell without a paragraph at its end, a row without a cell and a table without a
row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from r57plans.word.template.passes.blocks import (
    Block,
    Node,
    always_has,
    blocks_of,
)
from r57plans.word.template.passes.draft import Draft, Piece
from r57plans.word.template.passes.tags import Tag
from r57plans.word.xml import Element, w

_PARAGRAPH = w("p")
_STORIES = {
    w(name) for name in ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
}
_TABLE, _ROW, _CELL = w("tbl"), w("tr"), w("tc")
_WRAPPERS = {w("sdt"), w("sdtContent"), w("customXml")}


def guard(draft: Draft, parents: Sequence[Element]) -> None:
    """Put a watch on every container whose tags may leave it without what Word wants in it.

    `parents` are those of marks. Rows come before tables: a row that may vanish may leave its
    table empty.
    """
    around = [_unwrapped(parent) for parent in parents]
    rows = _watch(draft, (e for e in around if e.tag == _ROW), _CELL, "row")
    tables = [*(e for e in around if e.tag == _TABLE), *_around(rows)]
    watched = _watch(draft, (e for e in tables if e.tag == _TABLE), _ROW, "table")
    for story in filter(_is_story, dict.fromkeys([*parents, *_around(watched)])):
        if not _ends_in_paragraph(blocks_of(draft, story)):
            _watch_story(draft, story)


def _watch(draft: Draft, containers: Iterable[Element], child: str, name: str) -> list[Element]:
    """Watch the containers that may be left without such a child; which they are."""
    found = [c for c in dict.fromkeys(containers) if not always_has(blocks_of(draft, c), (child,))]
    for container in found:
        draft.watch(container, _first_tag(draft, container), name)
    return found


def _around(elements: Iterable[Element]) -> list[Element]:
    outer = (element.getparent() for element in elements)
    return [_unwrapped(parent) for parent in outer if parent is not None]


def _unwrapped(parent: Element) -> Element:
    """The row, table, cell … around the content controls in which a mark stands."""
    around = parent
    while around.tag in _WRAPPERS and (outer := around.getparent()) is not None:
        around = outer
    return around


def _is_story(parent: Element) -> bool:
    """Whether a parent must end with a paragraph: a cell, or a content control of blocks."""
    return parent.tag in _STORIES or (
        parent.tag in _WRAPPERS and _unwrapped(parent).tag in {*_STORIES, w("body")}
    )


def _ends_in_paragraph(nodes: Sequence[Node]) -> bool:
    last = nodes[-1] if nodes else None
    if isinstance(last, Block):
        certain = last.piece.is_certain or (last.has_else and last.piece.opens == "if")
        return certain and all(map(_ends_in_paragraph, last.branches))
    return last is not None and last.tag == _PARAGRAPH


def _watch_story(draft: Draft, parent: Element) -> None:
    parent.append(draft.mark(Piece(_first_tag(draft, parent), "do", "", "story")))


def _first_tag(draft: Draft, parent: Element) -> Tag:
    return draft.piece(next(parent.iter(etree.ProcessingInstruction))).tag
