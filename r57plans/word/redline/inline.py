"""Two paragraphs woven into one: what only one of them has stands in it as a tracked change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from r57plans.word.redline.adopting import Arrivals
from r57plans.word.redline.items import (
    Atom,
    Box,
    Item,
    Loose,
    Resolve,
    Token,
    items_of,
    without_number,
)
from r57plans.word.redline.looks import keep_former_look, look_of, with_former_looks
from r57plans.word.redline.sequences import smoothed, steps
from r57plans.word.revisions.stamp import Stamp
from r57plans.word.xml import Element, qname, w

SAME, NEW, OLD = "", "ins", "del"
_TEXT_BOX = w("txbxContent")
_DELETED = {w("t"): w("delText"), w("instrText"): w("delInstrText")}

NotePair = tuple[str, str, str]
"""`footnote` or `endnote`, and the ids of a note of OLD and of the one that took its place."""

Placed = tuple[str, Item | Element]
"""An item, or an element that is finished, and its side: in both, only NEW's, only OLD's."""


@dataclass(frozen=True, slots=True)
class InlineWeaver:
    """Weaves what stands in paragraphs.

    `arrivals` make a copy from OLD fit NEW's package; `notes` gathers kind and ids of the notes
    of OLD and of NEW that stand in the same place. `new` says what NEW's relationships lead to.
    With `numbered` the number of a paragraph is NEW's, with `formatting` changed looks are marked.
    """

    stamp: Stamp
    arrivals: Arrivals
    new: Resolve
    notes: list[NotePair]
    numbered: bool = False
    formatting: bool = False

    def woven(self, old: Element | None, new: Element | None) -> list[Element]:
        """The content of two paragraphs or boxes as one; None for one that is not there."""
        before, after = items_of(old, self.arrivals.old.resolve), items_of(new, self.new)
        if new is None:
            return list(self._written((OLD, item) for item in before if self._kept(item)))
        solid: list[Item] = [item for item in before if not isinstance(item, Loose)]
        if self.numbered and new.tag == w("p"):
            solid, after = without_number(solid), without_number(after)
        return list(self._written(self._placed(solid, after)))

    def _kept(self, item: Item) -> bool:
        """Whether something of a paragraph that only OLD has comes along: of marks, bookmarks."""
        return not isinstance(item, Loose) or self.arrivals.bookmark(item.element)

    def _placed(self, before: list[Item], after: list[Item]) -> Iterator[Placed]:
        solid = [n for n, item in enumerate(after) if not isinstance(item, Loose)]
        done = 0
        for a, b in _pairs(before, [after[n] for n in solid]):
            if b is None:
                yield OLD, before[a or 0]
                continue
            yield from ((SAME, loose) for loose in after[done : solid[b]])
            item = after[solid[b]]
            yield (NEW, item) if a is None else (SAME, self._both(before[a], item))
            done = solid[b] + 1
        yield from ((SAME, loose) for loose in after[done:])

    def _both(self, old: Item, new: Item) -> Item | Element:
        if isinstance(old, Box) and isinstance(new, Box):
            return self._box(new, self.woven(old.content, new.content))
        if isinstance(old, Token) and isinstance(new, Token):
            if old.note:
                self.notes.append((old.key[1:], old.note, new.note))
            return with_former_looks(old, new) if self.formatting else new
        return new

    def _written(self, placed: Iterable[Placed]) -> Iterator[Element]:
        """The elements of the items, words of one side and one run together."""
        for side, group in groupby(placed, key=lambda one: one[0]):
            atoms: list[Atom] = []
            for _, item in group:
                if isinstance(item, Token):
                    atoms += item.atoms
                    continue
                yield from self._runs(atoms, side)
                atoms = []
                yield self._whole(item, side)
            yield from self._runs(atoms, side)

    def _whole(self, item: Item | Element, side: str) -> Element:
        if isinstance(item, Box):
            content = (item.content, None) if side == OLD else (None, item.content)
            return self._box(item, self.woven(*content), own=side != OLD)
        return deepcopy(item.element) if isinstance(item, Loose) else item  # type: ignore[return-value]  # no Token comes here

    def _box(self, box: Box, content: list[Element], *, own: bool = True) -> Element:
        """The box with other content; `own` where it is NEW's."""
        shell = like(box.element)
        inside = shell
        if box.content is not None and box.content is not box.element:
            shell.extend(deepcopy(c) for c in box.element if c is not box.content)
            inside = etree.SubElement(shell, str(box.content.tag))
        inside.extend(content)
        if not own:
            self.arrivals.adopt(shell)
        return shell

    def _runs(self, atoms: list[Atom], side: str) -> Iterator[Element]:
        if not atoms:
            return
        runs = [self._run(list(group), side) for group in _by_run(atoms)]
        if side == OLD:
            for run in runs:
                self.arrivals.adopt(run)
                self._mark_text_boxes(run)
        if side == SAME:
            yield from runs
            return
        mark = self.stamp.mark(side)
        mark.extend(runs)
        yield mark

    def _mark_text_boxes(self, run: Element) -> None:
        """Mark what stands in the text boxes of a run that goes: each is a text of its own."""
        inner = {piece: None for box in run.iter(_TEXT_BOX) for piece in box.iter(w("r"))}
        for piece in inner:
            mark_deleted(piece)
            mark = self.stamp.mark(OLD)
            piece.addprevious(mark)
            mark.append(piece)

    def _run(self, atoms: list[Atom], side: str) -> Element:
        made, was = _run(atoms, side), atoms[0].was
        if was is not None and made.tag == w("r"):
            keep_former_look(made, was, self.stamp)
            self.arrivals.fit(made)
        return made


def _pairs(before: list[Item], after: list[Item]) -> Iterator[tuple[int | None, int | None]]:
    """The places of items that are one, or of one that only one side has, in order.

    First what says the same; between that, boxes of one kind whose content changed.
    """
    keys = [_full_key(item) for item in before], [_full_key(item) for item in after]
    for same, old, new in smoothed(*keys):
        if same:
            yield from zip(old, new, strict=True)
        else:
            yield from _changed(before, after, old, new)


def _changed(
    before: list[Item], after: list[Item], old: range, new: range
) -> Iterator[tuple[int | None, int | None]]:
    boxes = (
        [n for n in old if isinstance(before[n], Box)],
        [n for n in new if isinstance(after[n], Box)],
    )
    found = [
        (boxes[0][a], boxes[1][b])
        for step in steps([before[n].key for n in boxes[0]], [after[n].key for n in boxes[1]])
        if step.same
        for a, b in zip(step.old, step.new, strict=True)
    ]
    i, j = old.start, new.start
    for a, b in (*found, (old.stop, new.stop)):
        yield from ((n, None) for n in range(i, a))
        yield from ((None, n) for n in range(j, b))
        if a < old.stop:
            yield a, b
        i, j = a + 1, b + 1


def _full_key(item: Item) -> str:
    """What an item says; of a box with what is in it."""
    if not isinstance(item, Box) or item.content is None:
        return item.key
    texts = (part.text or "" for part in item.content.iter(w("t"), w("delText")))
    return f"{item.key}\0{''.join(texts)}"


def like(element: Element) -> Element:
    """An empty element of the same name and attributes."""
    made = etree.Element(str(element.tag), nsmap=element.nsmap)  # type: ignore[arg-type]  # lxml's stubs forget the default namespace
    made.attrib.update(element.attrib)
    return made


def mark_deleted(run: Element) -> None:
    """Give the texts of a run the names that they have within a deletion; not those of a box."""
    for piece in run.iterchildren(*_DELETED):
        piece.tag = _DELETED[str(piece.tag)]


def _by_run(atoms: list[Atom]) -> Iterator[Iterator[Atom]]:
    for _, group in groupby(atoms, key=_run_and_look):
        yield group


def _run_and_look(atom: Atom) -> tuple[int, bytes]:
    run = atom.piece if atom.run is None else atom.run
    return id(run), b"" if atom.was is None else look_of(atom.was)


def _run(atoms: list[Atom], side: str) -> Element:
    run = atoms[0].run
    if run is None:
        made = deepcopy(atoms[0].piece)
    else:
        made = like(run)
        properties = run.find(w("rPr"))
        if properties is not None:
            made.append(deepcopy(properties))
        made.extend(_pieces(atoms))
    if side == OLD:
        mark_deleted(made)
    return made


def _pieces(atoms: list[Atom]) -> Iterator[Element]:
    for _, group in groupby(atoms, key=lambda atom: id(atom.piece)):
        parts = list(group)
        piece = parts[0].piece
        if piece.tag != w("t"):
            yield deepcopy(piece)
            continue
        text = etree.Element(w("t"), {qname("xml", "space"): "preserve"})
        text.text = "".join(part.text or "" for part in parts)
        yield text
