"""The part of a Word file that holds its comments: found or added, and comments written into it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from r57plans.word.package import CONTENT_TYPES
from r57plans.word.relations import read_relations, relations_name
from r57plans.word.xml import NS, Element, parse_part, qname, remove, serialise, w

AUTHOR = "r57plans"
NO_DAY = "2025-01-01"  # the same file gives the same bytes where no day is given
_INITIALS = "r57"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = f"{NS['r']}/comments"
_MARKS = [w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")]


@dataclass(slots=True)
class Comments:
    """The comments of a document; `part` is their part's name, `is_new` whether it was added.

    `had_own` says whether earlier comments of the same author were taken out; `day` is the date
    of new ones, as `2025-03-28`.
    """

    part: str
    root: Element
    is_new: bool
    number: int = -1
    had_own: bool = False
    author: str = AUTHOR
    day: str = NO_DAY

    def add(self, *paragraphs: str) -> str:
        """Write a comment of some paragraphs; what comes back is its id."""
        self.number += 1
        comment = etree.SubElement(self.root, w("comment"))
        for name, value in (
            ("id", str(self.number)), ("author", self.author),
            ("date", f"{self.day}T00:00:00Z"), ("initials", _INITIALS),
        ):  # fmt: skip
            comment.set(w(name), value)
        for first, said in enumerate(paragraphs):
            paragraph = etree.SubElement(comment, w("p"))
            if first == 0:
                etree.SubElement(etree.SubElement(paragraph, w("r")), w("annotationRef"))
            text = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
            text.text = said
            text.set(qname("xml", "space"), "preserve")
        return str(self.number)


def comments_of(
    parts: Mapping[str, bytes],
    main: str,
    document: Element,
    author: str = AUTHOR,
    day: str = NO_DAY,
    *,
    keep_own: bool = False,
) -> Comments:
    """The comments of a document, those that this author wrote before taken out of both, unless
    they are to be kept."""
    named = (r.target for r in read_relations(parts, main) if r.type == _RELATION)
    part = next((target for target in named if target in parts), "")
    if not part:
        root = etree.Element(w("comments"), nsmap={"w": NS["w"]})
        return Comments(_free_name(parts, main), root, True, author=author, day=day)
    root = parse_part(parts[part], part)
    own = [] if keep_own else own_comments(root, author)
    _drop_marks(document, {comment.get(w("id")) for comment in own})
    for comment in own:
        remove(comment)
    ids = (comment.get(w("id"), "") for comment in root.iter(w("comment")))
    last = max((int(i) for i in ids if i.isdecimal()), default=-1)
    return Comments(part, root, False, last, bool(own), author, day)


def own_comments(root: Element, author: str = AUTHOR) -> list[Element]:
    """The comments of a part that an author wrote."""
    return [c for c in root.iter(w("comment")) if c.get(w("author")) == author]


def anchor(first: Element, last: Element, number: str) -> None:
    """Let a comment stand beside what goes from one child of a paragraph to another.

    Where `first` is itself a paragraph, it stands beside all of it.
    """
    start = etree.Element(w("commentRangeStart"), {w("id"): number})
    if first.tag != w("p"):
        first.addprevious(start)
        close_anchor(last, number)
        return
    properties = first.find(w("pPr"))
    first.insert(0 if properties is None else 1, start)
    close_anchor(first[-1], number)


def anchor_at_beginning(root: Element, number: str) -> None:
    """Let a comment stand in the first paragraph of the document, if need be in one of its own."""
    body = root.find(w("body"))
    outer = root if body is None else body
    paragraph = next(outer.iter(w("p")), None)
    if paragraph is None:
        paragraph = etree.Element(w("p"))
        outer.insert(0, paragraph)
    start = etree.Element(w("commentRangeStart"), {w("id"): number})
    properties = paragraph.find(w("pPr"))
    paragraph.insert(0 if properties is None else 1, start)
    close_anchor(start, number)


def close_anchor(after: Element, number: str) -> None:
    """The end of a comment's range, and the reference to it, after an element."""
    end = etree.Element(w("commentRangeEnd"), {w("id"): number})
    run = etree.Element(w("r"))
    etree.SubElement(run, w("commentReference"), {w("id"): number})
    after.addnext(run)
    after.addnext(end)


def changed_parts(parts: Mapping[str, bytes], main: str, comments: Comments) -> dict[str, bytes]:
    """The parts that adding the comments changes, but the document itself."""
    changed = {comments.part: serialise(comments.root)}
    if comments.is_new:
        changed[CONTENT_TYPES] = _with_type(parts[CONTENT_TYPES], comments.part)
        name = relations_name(main)
        changed[name] = _with_relation(parts.get(name, b""), name, comments.part)
    return changed


def _drop_marks(document: Element, ids: set[str | None]) -> None:
    for mark in list(document.iter(*_MARKS)):
        if mark.get(w("id")) in ids:
            run = mark.getparent()
            remove(mark)
            if run is not None and run.tag == w("r") and all(c.tag == w("rPr") for c in run):
                remove(run)


def _free_name(parts: Mapping[str, bytes], main: str) -> str:
    folder, taken = posixpath.dirname(main), {part.casefold() for part in parts}
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(parts)))
    return next(name for name in names if name.casefold() not in taken)


def _with_type(data: bytes, part: str) -> bytes:
    root = parse_part(data, CONTENT_TYPES)
    entry = etree.SubElement(root, qname("ct", "Override"))
    entry.set("PartName", f"/{part}")
    entry.set("ContentType", _TYPE)
    return serialise(root)


def _with_relation(data: bytes, name: str, part: str) -> bytes:
    empty = etree.Element(qname("rel", "Relationships"), nsmap={None: NS["rel"]})  # type: ignore[dict-item]  # lxml's stubs forget the default namespace
    root = parse_part(data, name) if data else empty
    taken = {entry.get("Id") for entry in root}
    entry = etree.SubElement(root, qname("rel", "Relationship"))
    entry.set("Id", next(i for n in range(len(taken) + 1) if (i := f"rIdC{n}") not in taken))
    entry.set("Type", _RELATION)
    entry.set("Target", f"/{part}")
    return serialise(root)
