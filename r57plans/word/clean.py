"""A copy of a Word file that looks the same and holds nothing besides what it prints."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from r57plans.word.clean_marks import (
    bookmarks_used,
    drop_bookmarks,
    drop_hidden_text,
    drop_notes,
    drop_traces,
    notes_referred,
    unwrap_controls,
)
from r57plans.word.clean_package import blank_properties, drop_hidden_parts, drop_unnamed_parts
from r57plans.word.package import (
    DEFAULT_LIMITS,
    ZIP_HEADER,
    PackageLimits,
    content_types,
    read_package,
    write_package,
)
from r57plans.word.relations import read_relations
from r57plans.word.revisions import accept_changes, mend
from r57plans.word.xml import Element, parse_part, serialise

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def clean(data: bytes, name: str = "", limits: PackageLimits = DEFAULT_LIMITS) -> bytes:
    """The .docx without controls, bookmarks, comments, revisions, author, ids and custom parts.

    Tracked changes are accepted. Text hidden by its own format goes too, as do footnotes and
    pictures that nothing shows any more; title, subject and language stay, and so do the
    bookmarks that a field or link needs. Cleaning a clean copy changes no byte. What is inside
    embedded files (the workbook behind a chart) is not looked into. `name` is the file's name
    for messages. Raises `WordFileError` for what is no safe and whole Word file.
    """
    parts = drop_hidden_parts(read_package(data, name, limits), name)
    trees = {part: parse_part(parts[part], part, name) for part in _word_parts(parts, name)}
    for tree in trees.values():
        _clean_tree(tree)
    _drop_notes(trees.values())
    _drop_bookmarks(trees.values(), _links_into_text(parts, name))
    parts |= {part: serialise(tree) for part, tree in trees.items()}
    parts = drop_unnamed_parts(parts, trees, name)
    return write_package(blank_properties(parts, name))


def _word_parts(parts: Mapping[str, bytes], name: str) -> list[str]:
    """The parts that are WordprocessingML; a whole file put inside has the same type."""
    kinds = content_types(parts, name)
    return [
        part
        for part, kind in kinds.items()
        if kind.startswith(_WORD_TYPE) and not parts[part].startswith(ZIP_HEADER)
    ]


def _clean_tree(tree: Element) -> None:
    unwrap_controls(tree)
    accept_changes(tree)
    drop_hidden_text(tree)
    drop_traces(tree)
    mend(tree)


def _drop_notes(trees: Collection[Element]) -> None:
    for kind in ("footnote", "endnote"):
        referred = notes_referred(trees, kind)
        for tree in trees:
            drop_notes(tree, kind, referred)


def _drop_bookmarks(trees: Collection[Element], linked: set[str]) -> None:
    used = linked.union(*(bookmarks_used(tree) for tree in trees))
    for tree in trees:
        drop_bookmarks(tree, used)
        mend(tree)  # a bookmark of a damaged file may have held all of a row


def _links_into_text(parts: Mapping[str, bytes], name: str) -> set[str]:
    """The places in the text, in lower case, that links written as `#place` lead to."""
    links = (link for part in parts for link in read_relations(parts, part, name))
    return {link.target[1:].lower() for link in links if link.target.startswith("#")}
