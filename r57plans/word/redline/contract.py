"""What two documents must agree in: the texts of paragraphs in order, tables, controls, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from r57plans.word.package import open_package
from r57plans.word.redline.fields import MARKS, code_sign, text_shown
from r57plans.word.redline.items import NOTES, control_key, plain_text
from r57plans.word.redline.likeness import cells_of, is_number, rows_of, unnumbered
from r57plans.word.redline.stories import Place, Stories
from r57plans.word.revisions import accept_changes, reject_changes
from r57plans.word.revisions.mending import shape_of
from r57plans.word.text import SIGNS
from r57plans.word.xml import Element, w

_THINGS = {w(name) for name in ("drawing", "pict", "object", "sym")}
_CONTROL, _PARAGRAPH, _TABLE = w("sdt"), w("p"), w("tbl")
_FIELD, _CODE, _SIMPLE_FIELD = w("fldChar"), w("instrText"), w("fldSimple")
_RUN, _TEXT, _ID = w("r"), w("t"), w("id")
_NOT_SHOWN = {w("pPr"), w("rPr"), w("sdtPr")}

_NAMES_OF_NOTES = [etree.QName(tag).localname.encode() for tag in NOTES]

EMPTY = ("", ())


@dataclass(frozen=True, slots=True)
class Outline:
    """What a document says: the blocks of its body, its headers and footers by their place."""

    body: tuple[object, ...]
    around: Mapping[Place, tuple[object, ...]]

    def agrees(self, other: Outline, *, loose: bool = False) -> bool:
        """Whether both say the same, in the headers and footers that both have.

        `loose`: an empty paragraph more or less does not count, wherever it stands in the body.
        """
        bodies = [_bare(side.body) if loose else side.body for side in (self, other)]
        common = self.around.keys() & other.around.keys()
        return bodies[0] == bodies[1] and all(self.around[k] == other.around[k] for k in common)


class Contract:
    """What OLD and NEW say: rejecting all changes has to give back the one, accepting the other.

    Both are read at once, before anything is marked in them.
    """

    def __init__(self, old: Stories, new: Stories, numbered: bool) -> None:
        self._numbered = numbered
        self._known: dict[bytes, object] = {}
        self._wanted = {
            "OLD": (reject_changes, self._outline(old)),
            "NEW": (accept_changes, self._outline(new)),
        }

    def unlike(self, data: bytes, *, loose: bool = False) -> list[str]:
        """Which of `OLD` and `NEW` a marked file does not give back."""
        package = open_package(data)
        return [
            side
            for side, (settle, wanted) in self._wanted.items()
            if not self._outline(Stories(package, settle)).agrees(wanted, loose=loose)
        ]

    def _outline(self, stories: Stories) -> Outline:
        return Outliner(stories, self._numbered, self._known).outline()


@dataclass(frozen=True, slots=True)
class Outliner:
    """Says what a document says; with `numbered` without the numbers that rows and lists get.

    `known` is what rows say by their XML: most are the same in OLD or NEW and in the redline.
    """

    stories: Stories
    numbered: bool
    known: dict[bytes, object]

    def outline(self) -> Outline:
        """The whole, with the notes where they are referred to."""
        return Outline(tuple(self._blocks(self.stories.body)), self.around())

    def around(self) -> dict[Place, tuple[object, ...]]:
        """The headers and footers by their places."""
        return {place: tuple(self._blocks(tree)) for place, tree in self.stories.around()}

    def _blocks(self, holder: Element) -> Iterator[object]:
        for child in holder:
            if child.tag == _PARAGRAPH:
                yield self._paragraph(child)
            elif child.tag == _TABLE:
                yield tuple(map(self._row, rows_of(child)))
            elif child.tag == _CONTROL:
                yield from self._control(child)

    def _row(self, row: Element) -> object:
        xml = etree.tostring(row, with_tail=False)
        if any(name in xml for name in _NAMES_OF_NOTES):  # what they say is not in the row
            return self._cells(row)
        if xml not in self.known:
            self.known[xml] = self._cells(row)
        return self.known[xml]

    def _cells(self, row: Element) -> object:
        return tuple(
            (*shape_of(cell), "#")
            if self.numbered and not n and is_number(cell)
            else (*shape_of(cell), tuple(self._blocks(cell)))
            for n, cell in enumerate(cells_of(row))
        )

    def _control(self, control: Element) -> Iterator[object]:
        content = control.find(w("sdtContent"))
        inside = () if content is None else tuple(self._blocks(content))
        if any(block not in (EMPTY, ()) for block in inside):
            yield (control_key(control), inside)

    def _paragraph(self, paragraph: Element) -> object:
        text: list[str] = []
        tags: list[str] = []
        self._read(paragraph, text, tags)
        said = plain_text(text_shown("".join(text)))
        return unnumbered(said) if self.numbered else said, tuple(tags)

    def _read(self, holder: Element, text: list[str], tags: list[str]) -> None:
        for part in holder:
            tag = part.tag
            if tag == _RUN:
                self._read(part, text, tags)
            elif tag == _TEXT:
                text.append(part.text or "")
            elif tag in SIGNS:
                text.append(SIGNS[tag])
            elif tag in _THINGS:
                text.append("\ufffc")
            elif tag == _FIELD:
                text.append(MARKS.get(part.get(w("fldCharType"), ""), ""))
            elif tag == _CODE:
                text.append(code_sign(part.text or ""))
            elif tag == _SIMPLE_FIELD:
                text.append(MARKS["begin"] + code_sign(part.get(w("instr"), "")))
                text.append(MARKS["separate"])
                self._read(part, text, tags)
                text.append(MARKS["end"])
            elif kind := NOTES.get(tag):
                note = self.stories.note(kind, part.get(_ID, ""))
                text.append(f"\ufffc{tuple(() if note is None else self._blocks(note))}")
            elif tag == _CONTROL:
                at = len(text)
                self._read(part, text, tags)
                if "".join(text[at:]):
                    tags.append(control_key(part))
            elif tag not in _NOT_SHOWN:
                self._read(part, text, tags)


def _bare(said: object) -> object:
    """What is said without empty paragraphs, at any depth."""
    return tuple(_bare(one) for one in said if one != EMPTY) if isinstance(said, tuple) else said
