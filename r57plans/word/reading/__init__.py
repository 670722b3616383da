"""Reading what a Word file says now: OOXML in, plain values out, nothing of plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from r57plans.word.manifest import read_manifest
from r57plans.word.package import Package, open_package
from r57plans.word.reading.blocks import Walker
from r57plans.word.reading.hands import (
    NUMBER,
    deleted_paragraphs,
    drop_emptied,
    number_paragraphs,
    sign_changes,
    signature,
    signed,
)
from r57plans.word.reading.lines import line_of, pieces_of
from r57plans.word.reading.second import drop_second
from r57plans.word.reading.shape import (
    NOBODY,
    Block,
    Cell,
    Line,
    Piece,
    Reading,
    Remark,
    Row,
    Table,
    Who,
)
from r57plans.word.relations import read_relations
from r57plans.word.revisions import accept_changes, has_changes, reject_changes
from r57plans.word.scan import may_hold
from r57plans.word.xml import Element, parse_part, w

__all__ = [
    "NOBODY",
    "Block",
    "Cell",
    "Line",
    "Piece",
    "Reading",
    "Remark",
    "Row",
    "Table",
    "Who",
    "notes_of",
    "read_printed",
]

_STORIES = ("header", "footer", "footnotes", "endnotes")
_DAY = len("2025-03-28")
_LONGEST = 200


def read_printed(data: bytes, name: str = "") -> Reading:
    """What the file shows with its tracked changes accepted, and who made them.

    Headers, footers and notes are read where something of a plan stands in them, after the body.
    Raises `WordFileError` for what is no sound Word file.
    """
    package = open_package(data, name)
    blocks: list[Block] = []
    hands: dict[str, Who] = {}
    for root in _roots(package, name):
        number_paragraphs(root)
        sign_changes(root)
        hands |= signed(root)
        before = _before(root) if has_changes(root) else {}
        drop_emptied(deleted_paragraphs(root))
        accept_changes(root)
        drop_second(root)
        body = root.find(w("body"))
        blocks += Walker(before).blocks(root if body is None else body)
    return Reading(read_manifest(data, name), tuple(blocks), _remarks(package, name), hands)


def _roots(package: Package, name: str) -> Iterator[Element]:
    yield parse_part(package.parts[package.main], package.main, name)
    for relation in read_relations(package.parts, package.main, name):
        content = package.parts.get(relation.target, b"")
        if relation.kind in _STORIES and not relation.external and may_hold(content, b"r57"):
            root = parse_part(content, relation.target, name)
            yield from root if relation.kind in _STORIES[2:] else (root,)


def notes_of(package: Package, name: str = "") -> Iterator[str]:
    """What the footnotes and endnotes of a file say, one after the other, blank ones left out."""
    for relation in read_relations(package.parts, package.main, name):
        content = package.parts.get(relation.target, b"")
        if relation.kind in _STORIES[2:] and not relation.external and content:
            root = parse_part(content, relation.target, name)
            accept_changes(root)
            said = (" ".join(line_of(p).text for p in note.iter(w("p"))).strip() for note in root)
            yield from filter(None, said)


def _before(root: Element) -> Mapping[str, tuple[Piece, ...]]:
    """By number, the pieces of changed paragraphs as they were."""
    copy = deepcopy(root)
    reject_changes(copy)
    return {
        paragraph.get(NUMBER, ""): pieces_of(paragraph)
        for paragraph in copy.iter(w("p"))
        if signature(paragraph) != NOBODY
    }


def _remarks(package: Package, name: str) -> tuple[Remark, ...]:
    """The comments, in the order of their part."""
    for relation in read_relations(package.parts, package.main, name):
        if relation.kind == "comments" and relation.target in package.parts:
            root = parse_part(package.parts[relation.target], relation.target, name)
            accept_changes(root)
            return tuple(map(_remark, root.iter(w("comment"))))
    return ()


def _remark(comment: Element) -> Remark:
    who = Who(comment.get(w("author"), "")[:_LONGEST], comment.get(w("date"), "")[:_DAY])
    said = (line_of(paragraph).text.strip() for paragraph in comment.iter(w("p")))
    return Remark(comment.get(w("id"), ""), who, tuple(text for text in said if text))
