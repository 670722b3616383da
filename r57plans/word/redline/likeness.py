"""What paragraphs, rows and tables say, as keys: equal where nothing would be marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from r57plans.word.redline.items import NOTES, Resolve, control_key, plain_text, thing_key
from r57plans.word.revisions.mending import shape_of
from r57plans.word.text import SIGNS, text_of
from r57plans.word.xml import Element, w

OWN_BOOKMARKS = "_r57_"
_CELL_SIGN, _ROW_SIGN = "\x1d", "\x1e"
_NO_WORD = re.compile(rf"{_CELL_SIGN}[^{_CELL_SIGN}]*{_CELL_SIGN}|[\0{_ROW_SIGN}¶]")
_PLACE_NUMBER = re.compile(r"(?<=^_r57_sheet)[0-9]+")
_NUMBER = re.compile(r"(?:[0-9]{1,4}(?:\.[0-9]{1,3})*|[IVXLC]{1,7}|[a-zđ]{1,2})[.)]?")
_LIST_NUMBER = re.compile(r"(^|¶)(?:[0-9]{1,3}|[a-zđ]{1,2})(?=[.)] )")
_TEXT, _CONTROL, _PARAGRAPH = w("t"), w("sdt"), w("p")
_ROW, _CELL, _CONTENT = w("tr"), w("tc"), w("sdtContent")
_BLOCKS = (_PARAGRAPH, w("tbl"), _CONTROL)
_PICTURES = {w("drawing"), w("pict"), w("object")}
_THINGS = {w(name) for name in ("footnoteReference", "endnoteReference", "sym", "instrText")}
_SAID = (_TEXT, *SIGNS, *_THINGS, *_PICTURES, _CONTROL, _PARAGRAPH, _ROW, _CELL)


@dataclass(frozen=True, slots=True)
class Reader:
    """Says what things are; `resolve` tells what the relationships of their part lead to.

    With `numbered` the number in the first cell of a row, or with which a paragraph begins, does
    not count: it is counted anew each time that a plan is printed. `note` finds a note by kind
    and id.
    """

    resolve: Resolve
    note: Callable[[str, str], Element | None]
    numbered: bool = False

    def said(self, element: Element) -> str:
        """The text of all below, with the tags of controls and a sign for what is no text."""
        found: list[str] = []
        for part in element.iter(*_SAID):
            tag = str(part.tag)
            if tag == _TEXT:
                found.append(part.text or "")
            elif tag in SIGNS:
                found.append(SIGNS[tag])
            elif tag == _CONTROL:
                found.append(f"\0{control_key(part)}\0{_held(part.find(_CONTENT))}")
            elif tag == _PARAGRAPH:
                found.append("\n¶")
            elif tag == _CELL:
                found.append(_shape(part))
            elif tag == _ROW:
                found.append(_ROW_SIGN)
            elif tag in _PICTURES:
                found.append(thing_key(part, self.resolve))
            elif kind := NOTES.get(tag):
                note = self.note(kind, part.get(w("id"), ""))
                found.append(f"\0{kind}{'' if note is None else self.said(note)}\0")
            else:
                found.append(f"\0{tag}{part.text or ''}")
        text = plain_text("".join(found))
        return unnumbered(text) if self.numbered else text

    def row(self, row: Element) -> str:
        """The key of a row: its cells' texts, spans and merges."""
        return "".join(
            f"{_shape(cell)}#" if self.counts(n, cell) else self.said(cell)
            for n, cell in enumerate(cells_of(row))
        )

    def counts(self, column: int, cell: Element) -> bool:
        """Whether the cell only holds the number of its row."""
        return self.numbered and not column and is_number(cell)


def cells_of(row: Element) -> list[Element]:
    """The cells of a row, also those within content controls."""
    return list(_inner(row, w("tc")))


def rows_of(table: Element) -> list[Element]:
    """The rows of a table, also those within content controls."""
    return list(_inner(table, w("tr")))


def own_bookmark(element: Element) -> str:
    """The name of the first bookmark of ours that begins below, "" for none."""
    names = (mark.get(w("name"), "") for mark in element.iter(w("bookmarkStart")))
    return next((name for name in names if name.startswith(OWN_BOOKMARKS)), "")


def name_of(element: Element) -> str:
    """What names an element in both files: its bookmark, without the number of a task sheet, which
    another sheet before it changes."""
    return _PLACE_NUMBER.sub("", own_bookmark(element))


def words_said(said: str) -> str:
    """The words of a key, without the signs for what is no text."""
    return _NO_WORD.sub(" ", said)


def unnumbered(paragraph: str) -> str:
    """The text of a paragraph, or of several each after a ¶, with a sign for the number or letter
    with which it begins."""
    return _LIST_NUMBER.sub(r"\1#", paragraph)


def is_number(cell: Element) -> bool:
    """Whether a cell says a number alone, such as `12`, `IV` or `2.1`."""
    return _NUMBER.fullmatch(text_of(cell).strip()) is not None


def _shape(cell: Element) -> str:
    """A sign for how many columns a cell takes and with what it is merged."""
    span, merge = shape_of(cell)
    return f"{_CELL_SIGN}{span}{merge[:1]}{_CELL_SIGN}"


def _held(content: Element | None) -> str:
    """A sign for how many blocks stand in a control itself; none for one within a paragraph."""
    count = 0 if content is None else sum(1 for _ in content.iterchildren(*_BLOCKS))
    return f"{_CELL_SIGN}{count}{_CELL_SIGN}" if count else ""


def _inner(holder: Element, wanted: str) -> Iterator[Element]:
    for child in holder:
        if child.tag == wanted:
            yield child
        elif child.tag in (_CONTROL, _CONTENT):
            yield from _inner(child, wanted)
