"""Containers that Word wants filled: what their tags may leave empty is watched at run time.

Word refuses a cell without a paragraph at its end, a row without a cell and a table without a
row.
"""

from __future__ import annotations

from collections.abc import Sequence

from r57plans.word.template.blocks import (
    Block,
    Node,
    always_has,
    blocks_of,
    parents_of_marks,
)
from r57plans.word.template.draft import Draft, is_mark
from r57plans.word.xml import Element, w

_PARAGRAPH = w("p")
_STORIES = {
    w(name) for name in ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
}
_NEEDS = {w("tr"): (w("tc"), "_r57_row"), w("tbl"): (w("tr"), "_r57_table")}
_CELL_PROPERTIES = w("tcPr")


def guard(draft: Draft) -> None:
    """Put a watch on every container whose tags may leave it without what Word wants in it.

    Rows come before tables: a row that may vanish may leave its table empty.
    """
    for container in (w("tr"), w("tbl")):
        child, name = _NEEDS[container]
        for parent in _parents(draft, {container}):
            if not always_has(blocks_of(draft, parent), (child,)):
                _watch(draft, parent, name)
    for parent in _parents(draft, _STORIES):
        if not _ends_in_paragraph(blocks_of(draft, parent)):
            _watch_story(draft, parent)


def _parents(draft: Draft, names: set[str]) -> list[Element]:
    return [parent for parent in parents_of_marks(draft.root) if parent.tag in names]


def _ends_in_paragraph(nodes: Sequence[Node]) -> bool:
    last = nodes[-1] if nodes else None
    if isinstance(last, Block):
        return last.piece.is_certain and _ends_in_paragraph(last.branches[-1])
    return last is not None and last.tag == _PARAGRAPH


def _watch_story(draft: Draft, parent: Element) -> None:
    tag = draft.piece(next(filter(is_mark, parent))).tag
    properties = parent.find(_CELL_PROPERTIES)
    parent.insert(0 if properties is None else 1, draft.statement(tag, "filter _r57_story"))
    parent.append(draft.statement(tag, "endfilter"))


def _watch(draft: Draft, container: Element, name: str) -> None:
    tag = draft.piece(next(filter(is_mark, container))).tag
    container.addprevious(draft.statement(tag, f"filter {name}"))
    container.addnext(draft.statement(tag, "endfilter"))
