"""What a Word file carries besides its text: by whom it was edited, and what is left of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from r57plans.word.clean_marks import OWN_BOOKMARKS
from r57plans.word.manifest import has_manifest
from r57plans.word.package import ZIP_HEADER, Package, open_package
from r57plans.word.relations import read_relations
from r57plans.word.revisions import changes_in
from r57plans.word.text import text_of
from r57plans.word.tracking import is_tracked
from r57plans.word.xml import Element, parse_part, qname, w

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OWN_TAGS = "r57:"
_OWN_STYLES = "R57"
_JINJA = ("{{", "{%")
_RANGE = ("RangeStart", "RangeEnd")
_LONGEST = 200
_DAY = len("2025-03-28")


@dataclass(frozen=True, slots=True)
class Hand:
    """What one author did: how often, and the first and last day (`2025-04-02`; "" if unsaid)."""

    author: str
    count: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Traces:
    """What a file tells of its making and of who worked on it.

    `changes` are tracked changes, `comments` comments, both by author; `recording` whether Word
    records changes. `controls` and `bookmarks` are those with names of ours, `styled` whether its
    styles are our templates', `tags` whether it has tags of a template. `program` wrote it last,
    `saved_by` on day `saved`.
    """

    has_manifest: bool
    controls: int
    bookmarks: int
    styled: bool
    tags: bool
    recording: bool
    changes: tuple[Hand, ...]
    comments: tuple[Hand, ...]
    program: str
    saved_by: str
    saved: str

    @property
    def by_libreoffice(self) -> bool:
        """Whether LibreOffice, which strips the tags of controls, saved it last."""
        return self.program.startswith("LibreOffice")


def traces_of(data: bytes, name: str = "") -> Traces:
    """The traces in a Word file; raises `WordFileError` for what is no sound one."""
    package = open_package(data, name)
    roots = {
        part: parse_part(package.parts[part], part, name)
        for part, kind in package.types.items()
        if kind.startswith(_WORD) and not package.parts[part].startswith(ZIP_HEADER)
    }
    core = _properties(package, "core-properties", name)
    app = _properties(package, "extended-properties", name)
    return Traces(
        has_manifest=has_manifest(package.parts),
        controls=_count(roots, w("tag"), w("val"), _OWN_TAGS),
        bookmarks=_count(roots, w("bookmarkStart"), w("name"), OWN_BOOKMARKS),
        styled=_count(roots, w("style"), w("styleId"), _OWN_STYLES) > 0,
        tags=_has_tags(roots[package.main]),
        recording=is_tracked(package.parts, package.main, name),
        changes=_hands(mark for root in roots.values() for mark in changes_in(root)),
        comments=_hands(said for root in roots.values() for said in root.iter(w("comment"))),
        program=_said(app, qname("ep", "Application")),
        saved_by=_said(core, qname("cp", "lastModifiedBy")),
        saved=_said(core, qname("dcterms", "modified"))[:_DAY],
    )


def _properties(package: Package, kind: str, file: str) -> Element | None:
    """The root of the package's part of that kind."""
    for relation in read_relations(package.parts, "", file):
        if relation.kind == kind and relation.target in package.parts:
            return parse_part(package.parts[relation.target], relation.target, file)
    return None


def _count(roots: Mapping[str, Element], tag: str, attribute: str, begin: str) -> int:
    """How many elements have a name that begins so."""
    found = (each.get(attribute, "") for root in roots.values() for each in root.iter(tag))
    return sum(name.startswith(begin) for name in found)


def _has_tags(root: Element) -> bool:
    """Whether a paragraph has a tag of a template, which Word may have cut into several runs."""
    texts = map(text_of, root.iter(w("p")))
    return any(opening in text for text in texts for opening in _JINJA)


def _hands(marks: Iterable[Element]) -> tuple[Hand, ...]:
    """By author in the order of first appearance; of a move only what was moved counts."""
    days: dict[str, list[str]] = {}
    for mark in marks:
        if not mark.tag.endswith(_RANGE):
            author = mark.get(w("author"), "")[:_LONGEST]
            days.setdefault(author, []).append(mark.get(w("date"), "")[:_DAY])
    return tuple(
        Hand(author, len(found), min(filter(None, found), default=""), max(found))
        for author, found in days.items()
    )


def _said(root: Element | None, name: str) -> str:
    return "" if root is None else root.findtext(name, "").strip()[:_LONGEST]
