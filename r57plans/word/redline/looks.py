"""Changed formatting: what a run or a paragraph looked like before, kept as a tracked change."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from r57plans.word.xml import Element, w

if TYPE_CHECKING:
    from r57plans.word.redline.items import Atom, Token
    from r57plans.word.revisions.stamp import Stamp

_PARAGRAPH, _MARK, _NUMBERING = w("pPr"), w("rPr"), w("numPr")
_SECTION, _RUN = w("sectPr"), w("r")
_CHANGED_MARK, _CHANGED_PARAGRAPH = w("rPrChange"), w("pPrChange")
_END_MARKS = {w(name) for name in ("ins", "del", "moveFrom", "moveTo")}
_NO_LOOK = {*_END_MARKS, _CHANGED_MARK, w("lang"), w("noProof")}
_NOT_OF_PARAGRAPH = {_MARK, _SECTION, _CHANGED_PARAGRAPH, _NUMBERING}
_BEFORE_NUMBERING = {
    w(name)
    for name in (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
    )
}  # fmt: skip


def with_former_looks(old: Token, new: Token) -> Token:
    """NEW's word, each of its pieces with the run of OLD in which it stood."""
    if all(atom.text is not None for atom in (*old.atoms, *new.atoms)):
        return new._replace(atoms=tuple(_cut(list(old.atoms), new.atoms)))
    if len(old.atoms) != len(new.atoms):
        return new
    both = zip(old.atoms, new.atoms, strict=True)
    return new._replace(atoms=tuple(now._replace(was=_run_of(before)) for before, now in both))


def _cut(before: list[Atom], after: tuple[Atom, ...]) -> list[Atom]:
    """The pieces of NEW's word, cut where a run of OLD ended; a number that counts no more than
    any other takes the first look."""
    lengths = [len(atom.text or "") for atom in before]
    if sum(lengths) != sum(len(atom.text or "") for atom in after):
        return [atom._replace(was=before[0].run) for atom in after]
    found, at = [], 0
    for atom in after:
        text = atom.text or ""
        while text:
            piece = text[: lengths[at]]
            found.append(atom._replace(text=piece, was=before[at].run))
            text, lengths[at] = text[len(piece) :], lengths[at] - len(piece)
            at += not lengths[at]
    return found


def _run_of(atom: Atom) -> Element | None:
    if atom.run is None:
        return atom.piece if atom.piece.tag == _RUN else None
    return atom.run


def look_of(run: Element | None) -> bytes:
    """What a run looks like; equal where it looks the same."""
    return _written(_children(None if run is None else run.find(_MARK), _NO_LOOK))


def keep_former_look(run: Element, before: Element, stamp: Stamp) -> None:
    """Note in a run what it looked like before, where that is something else."""
    if look_of(run) == look_of(before):
        return
    look = run.find(_MARK)
    if look is None:
        look = etree.Element(_MARK)
        run.insert(0, look)
    look.append(_change(stamp, _MARK, _children(before.find(_MARK), _NO_LOOK)))


def keep_former_format(paragraph: Element, before: Element, stamp: Stamp) -> None:
    """Note in a paragraph how it was formatted before; its numbering stays as it is."""
    properties, former = paragraph.find(_PARAGRAPH), before.find(_PARAGRAPH)
    kept = _children(former, _NOT_OF_PARAGRAPH)
    if _written(_children(properties, _NOT_OF_PARAGRAPH)) == _written(kept):
        return
    if properties is None:
        properties = etree.Element(_PARAGRAPH)
        paragraph.insert(0, properties)
    change = _change(stamp, _PARAGRAPH, kept)
    for numbering in properties.findall(_NUMBERING):
        at = sum(child.tag in _BEFORE_NUMBERING for child in change[0])
        change[0].insert(at, deepcopy(numbering))
    properties.append(change)


def without_changes(properties: Element) -> Element:
    """A copy of a paragraph's properties that tells of no tracked change."""
    copy = deepcopy(properties)
    for holder in (copy, *copy.findall(_MARK)):
        for child in list(holder):
            if child.tag in _END_MARKS or child.tag in (_CHANGED_MARK, _CHANGED_PARAGRAPH):
                holder.remove(child)
    return copy


def _change(stamp: Stamp, tag: str, kept: list[Element]) -> Element:
    change = stamp.mark("rPrChange" if tag == _MARK else "pPrChange")
    etree.SubElement(change, tag).extend(deepcopy(child) for child in kept)
    return change


def _children(properties: Element | None, without: set[str]) -> list[Element]:
    found = [] if properties is None else list(properties)
    return [child for child in found if child.tag not in without]


def _written(elements: list[Element]) -> bytes:
    return b"".join(etree.tostring(element, method="c14n", with_tail=False) for element in elements)
