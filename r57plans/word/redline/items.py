"""What stands in a paragraph: words, things that are no text, and boxes that hold more of both."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from r57plans.word.redline.fields import is_counted
from r57plans.word.redline.words import words_of
from r57plans.word.xml import NS, Element, qname, w

_TEXT, _RUN, _CONTROL = w("t"), w("r"), w("sdt")
_HYPHEN = w("noBreakHyphen")
_BOXES = {w(name) for name in ("hyperlink", "bdo", "dir")}
_LOOSE = {
    w(name)
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr",
        "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd",
    )
}  # fmt: skip
_NOT_PIECES = {w("rPr"), w("lastRenderedPageBreak")}
_COMMENT = {w("commentReference"), w("annotationRef")}
NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
OWN_TAGS = "r57:"
KEPT = "kept"
"""An attribute of runs in memory: the number of the tracked change in which they stood."""
_TAG, _VALUE, _CONTROL_PROPERTIES = w("tag"), w("val"), w("sdtPr")
_FIELD, _SIMPLE_FIELD = w("fldChar"), w("fldSimple")
_POSITION = re.compile(r"(?<!/group)(?<!/groups)/[0-9]{1,2}(?=/|$)")
_R = f"{{{NS['r']}}}"
_PROPERTY_IDS = ("id", "name", "anchorId", "editId")
_LIST_NUMBER = re.compile(r"[0-9]{1,3}|[a-zđ]{1,2}")
Resolve = Callable[[str], str]


class Atom(NamedTuple):
    """A piece of a run; `text` is the part of it that counts, None where it is no text.

    Without a run the piece is a whole run itself. `was` is the run of OLD in which it stood, where
    formatting counts.
    """

    run: Element | None
    piece: Element
    text: str | None = None
    was: Element | None = None


class Token(NamedTuple):
    """A word, a space, a sign or a thing; two with one key say the same. `note` is a note's id."""

    key: str
    atoms: tuple[Atom, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """An element that holds items: a content control, a link; `content` is what holds them."""

    key: str
    element: Element
    content: Element | None


@dataclass(frozen=True, slots=True)
class Loose:
    """A mark that takes no room: of NEW it stays where it is, of OLD it goes."""

    element: Element
    key: str = ""


Item = Token | Box | Loose


def control_key(control: Element) -> str:
    """The control's tag; places in a list (`leads/0`) count no more than any other numbering."""
    for properties in control.iterchildren(_CONTROL_PROPERTIES):
        for tag in properties.iterchildren(_TAG):
            return _without_positions(tag.get(_VALUE, ""))
    return ""


@lru_cache(maxsize=4096)  # the same few for each row
def _without_positions(tag: str) -> str:
    return _POSITION.sub("/*", tag) if tag.startswith(OWN_TAGS) else tag


def items_of(holder: Element | None, resolve: Resolve) -> list[Item]:
    """The items of a paragraph, or of the content of a box, in order.

    `resolve` says for the id of a relationship what it leads to.
    """
    found: list[Item] = []
    text: list[Atom] = []
    kept = None
    for child in _children(holder):
        if isinstance(child, list):
            found += [*_words(text), _field(child)]
        elif child.tag == _RUN:
            if child.get(KEPT) != kept:  # no word goes on from what another one tracked
                found += _words(text)
                kept = child.get(KEPT)
            for atom in _atoms(child):
                if atom.text is None:
                    found += [*_words(text), _thing(atom, resolve)]
                else:
                    text.append(atom)
        elif child.tag not in _NOT_PIECES and child.tag != w("pPr"):
            found += [*_words(text), _other(child, resolve)]
    return [*found, *_words(text)]


def without_number(items: list[Item]) -> list[Item]:
    """The items with another key for the number or letter with which a paragraph begins."""
    solid = [(n, item) for n, item in enumerate(items) if not isinstance(item, Loose)][:3]
    keys = [item.key for _, item in solid]
    if len(keys) < 3 or keys[1] not in (")", ".") or not keys[2].isspace():
        return items
    n, first = solid[0]
    if not isinstance(first, Token) or not _LIST_NUMBER.fullmatch(first.key):
        return items
    return [*items[:n], first._replace(key="#"), *items[n + 1 :]]


def _children(holder: Element | None) -> Iterator[Element | list[Element]]:
    """The children; the runs of a field that begins and ends among them together, as a list."""
    children = [] if holder is None else list(holder)
    at = 0
    while at < len(children):
        end = _field_end(children, at)
        if children[at].tag == _SIMPLE_FIELD:
            yield _unfolded(children[at])
            at += 1
        elif end > at:
            yield children[at:end]
            at = end
        else:
            yield children[at]
            at += 1


def _field_end(children: list[Element], start: int) -> int:
    """The index after the last run of the field that begins here; 0 where none does."""
    if not _has_mark(children[start], "begin"):
        return 0
    depth = 0
    for at in range(start, len(children)):
        if children[at].tag != _RUN:
            return 0
        kinds = [mark.get(w("fldCharType")) for mark in children[at].findall(_FIELD)]
        depth += kinds.count("begin") - kinds.count("end")
        if depth <= 0:
            return at + 1
    return 0


def _unfolded(field: Element) -> list[Element]:
    """The runs that say the same as a simple field: tracked changes cannot hold one."""
    runs = [etree.Element(_RUN) for _ in range(4)]
    for run, kind in zip((runs[0], runs[2], runs[3]), ("begin", "separate", "end"), strict=True):
        etree.SubElement(run, _FIELD, {w("fldCharType"): kind})
    code = etree.SubElement(runs[1], w("instrText"))
    code.text = field.get(w("instr"), "")
    code.set(qname("xml", "space"), "preserve")
    shown = [deepcopy(run) for run in field.iter(_RUN)]
    return [*runs[:3], *shown, runs[3]]


def _has_mark(element: Element, kind: str) -> bool:
    if element.tag != _RUN:
        return False
    return any(mark.get(w("fldCharType")) == kind for mark in element.findall(_FIELD))


def _atoms(run: Element) -> Iterator[Atom]:
    for piece in run:
        if piece.tag == _TEXT:
            if piece.text:
                yield Atom(run, piece, piece.text)
        elif piece.tag == _HYPHEN:
            yield Atom(run, piece, "-")
        elif piece.tag not in _NOT_PIECES:
            yield Atom(run, piece)


def _words(atoms: list[Atom]) -> list[Token]:
    """The words that the pieces of text make together; the list is emptied."""
    if not atoms:
        return []
    text = "".join(atom.text or "" for atom in atoms)
    found, at, index = [], 0, 0
    for word in words_of(text):
        parts: list[Atom] = []
        left = len(word)
        while left:
            atom = atoms[index]
            piece = (atom.text or "")[at : at + left]
            parts.append(Atom(atom.run, atom.piece, piece))
            left, at = left - len(piece), at + len(piece)
            if at == len(atom.text or ""):
                index, at = index + 1, 0
        found.append(Token(plain_text(word), tuple(parts)))
    atoms.clear()
    return found


def plain_text(text: str) -> str:
    """The text as it is compared: a hyphen that must not break is a hyphen."""
    return text.replace("\u2011", "-")


def _thing(atom: Atom, resolve: Resolve) -> Item:
    piece = atom.piece
    if piece.tag in _COMMENT and atom.run is not None:
        return Loose(atom.run)
    if kind := NOTES.get(str(piece.tag)):
        return Token(f"\0{kind}", (atom,), piece.get(w("id"), ""))
    return Token(thing_key(piece, resolve), (atom,))


def _field(runs: list[Element]) -> Token:
    code = "".join(e.text or "" for run in runs for e in run.iter(w("instrText")))
    shown = "".join(e.text or "" for run in runs for e in run.iter(_TEXT, w("delText")))
    said = code.strip() if is_counted(code) else f"{code}{shown}"
    return Token(f"\0field:{said}", tuple(Atom(None, run) for run in runs))


def _other(element: Element, resolve: Resolve) -> Item:
    if element.tag == _CONTROL:
        key = f"\0control:{control_key(element)}"
        return Box(key, element, element.find(w("sdtContent")))
    if element.tag in _BOXES:
        return Box(f"\0{etree.QName(element).localname}", element, element)
    if element.tag in _LOOSE:
        return Loose(element)
    return Token(thing_key(element, resolve), (Atom(None, element),))


def thing_key(piece: Element, resolve: Resolve) -> str:
    """A key for what is no text: equal where it shows the same; ids and names do not count."""
    if not len(piece):
        said = sorted(
            (str(k), str(v)) for k, v in piece.attrib.items() if not str(k).startswith(_R)
        )
        return f"\0{piece.tag}{said}"
    copy = deepcopy(piece)
    for element in copy.iter("{*}*"):
        for name in list(element.attrib):
            local = str(name).rpartition("}")[2]
            if str(name).startswith(_R):
                element.set(name, resolve(element.get(name, "")))
            elif local in _PROPERTY_IDS or "rsid" in local or local in ("paraId", "textId"):
                del element.attrib[name]
    return f"\0{hashlib.sha256(etree.tostring(copy, method='c14n')).hexdigest()}"
