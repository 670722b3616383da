"""The copy of a Word file that a program may lay out: its text and looks, and nothing else.

The file may come from anybody. What could make a program fetch, open or run something is left
out: links, fields, embedded files, templates, data. Pictures become a dot, which takes the same
room, because their size stands in the text.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from r57plans.word.clean_package import keep_relations
from r57plans.word.package import main_part, read_package, write_package
from r57plans.word.relations import Relation, leads_outside, read_relations
from r57plans.word.revisions import accept_changes, has_changes
from r57plans.word.xml import Element, parse_part, qname, remove, serialise, unwrap, w

_SEEN_KINDS = {
    "officeDocument",
    "styles",
    "numbering",
    "theme",
    "settings",
    "header",
    "footer",
    "footnotes",
    "endnotes",
    "image",
    "chart",
}
_WITH_TEXT = {"header", "footer", "footnotes", "endnotes"}
# What decides where pages end; all other settings name templates, data and people.
_SETTINGS = {
    w(name)
    for name in (
        "compat",
        "evenAndOddHeaders",
        "mirrorMargins",
        "gutterAtTop",
        "defaultTabStop",
        "autoHyphenation",
        "footnotePr",
        "endnotePr",
        "characterSpacingControl",
    )
}
_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
_MARKS = (w("bookmarkStart"), w("bookmarkEnd"))
_FOREIGN = (w("altChunk"), w("subDoc"), w("dataBinding"), w("control"), qname("o", "OLEObject"))
_FIELD, _SIMPLE, _TEXT = w("fldChar"), w("fldSimple"), w("t")
_CODES = (w("instrText"), w("delInstrText"))
_SOURCES = ("src", qname("o", "href"), qname("o", "relid"))
_FIRST_ID = 1_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text whose page is asked for: where a paragraph begins, or its text ends.

    `ordinal` counts all paragraphs of the main part from 0; `name` is of plain letters.
    """

    name: str
    ordinal: int
    at_end: bool = False


def marked_copy(data: bytes, marks: Sequence[Mark], name: str = "") -> bytes:
    """The copy, tracked changes accepted, with a bookmark for each mark.

    Raises `WordFileError` as reading does.
    """
    parts = keep_relations(read_package(data, name), _is_seen, name)
    main = main_part(parts, name)
    root = parse_part(parts[main], main, name)
    paragraphs = list(root.iter(w("p")))
    _made_safe(root)
    for number, mark in enumerate(marks):
        _set(paragraphs[mark.ordinal], mark, _FIRST_ID + number)
    parts[main] = serialise(root)
    for relation in read_relations(parts, main, name):
        if relation.target in parts:
            parts[relation.target] = _safe_part(relation, parts[relation.target], name)
    for part in _pictures(parts, name):
        parts[part] = _DOT
    return write_package(parts)


def _is_seen(_part: str, relation: Relation) -> bool:
    return relation.kind in _SEEN_KINDS and not relation.external


def _pictures(parts: dict[str, bytes], file: str) -> set[str]:
    found = (r for part in parts for r in read_relations(parts, part, file))
    return {r.target for r in found if r.kind == "image" and r.target in parts}


def _safe_part(relation: Relation, data: bytes, file: str) -> bytes:
    if relation.kind not in _WITH_TEXT and relation.kind != "settings":
        return data
    root = parse_part(data, relation.target, file)
    if relation.kind == "settings":
        for child in list(root):
            if child.tag not in _SETTINGS:
                remove(child)
    else:
        _made_safe(root)
    return serialise(root)


def _made_safe(root: Element) -> None:
    """Accept what was tracked; leave out fields' codes, foreign content, addresses, bookmarks."""
    if has_changes(root):
        accept_changes(root)
    for element in list(root.iter(*_MARKS, *_FOREIGN)):
        remove(element)
    for simple in list(root.iter(_SIMPLE)):
        unwrap(simple)
    for element in list(_field_codes(root)):
        remove(element)
    for element in root.iter("{*}*"):
        for source in _SOURCES:
            if source in element.attrib and leads_outside(element.get(source, "")):
                del element.attrib[source]


def _field_codes(root: Element) -> Iterator[Element]:
    """What makes fields of their results, with all that stands where their codes stand."""
    showing: list[bool] = []
    for element in root.iter(_FIELD, _TEXT, *_CODES):
        kind = element.get(w("fldCharType")) if element.tag == _FIELD else None
        if kind == "begin":
            showing.append(False)
        elif kind == "separate" and showing:
            showing[-1] = True
        elif kind == "end" and showing:
            showing.pop()
        if element.tag != _TEXT or not all(showing):
            yield element


def _set(paragraph: Element, mark: Mark, number: int) -> None:
    """A bookmark before a paragraph's first run, or right behind its last text."""
    start, end = (paragraph.makeelement(tag, {w("id"): str(number)}) for tag in _MARKS)
    start.set(w("name"), mark.name)
    texts = [t for t in paragraph.iter(_TEXT) if next(t.iterancestors(w("p"))) is paragraph]
    if mark.at_end and texts:
        run = texts[-1].getparent()
        assert run is not None
        _cut(run, texts[-1])
        run.addnext(start)
    else:
        properties = paragraph.find(w("pPr"))
        paragraph.insert(0 if properties is None else 1, start)
    start.addnext(end)


def _cut(run: Element, text: Element) -> None:
    """Move what follows a run's last text, such as a page break, to a run of its own."""
    following = list(text.itersiblings())
    if following:
        rest = run.makeelement(run.tag)
        run.addnext(rest)
        rest.extend(following)
