"""Tracked changes that NEW has already and keeps: its words are compared, whoever tracked them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from r57plans.word.redline.inline import like, mark_deleted
from r57plans.word.redline.items import KEPT
from r57plans.word.xml import Element, remove, unwrap, w

_RUN, _INSERTED = w("r"), w("ins")
_MARKS = (_INSERTED, w("del"), w("moveFrom"), w("moveTo"))
_GONE = {w("del"), w("moveFrom")}
_PLAIN = {w("delText"): w("t"), w("delInstrText"): w("instrText")}


@dataclass(frozen=True, slots=True)
class Kept:
    """The marks of changes that were there, taken off runs and put back."""

    _marks: list[Element] = field(default_factory=list)

    def take_off(self, tree: Element) -> None:
        """Leave runs without the marks around them; each run says by a number which it had."""
        etree.strip_attributes(tree, KEPT)  # no file of ours has it, but any file might
        for mark in [m for tag in _MARKS for m in tree.iter(tag)]:
            runs = [run for run in mark.iter(_RUN) if run.get(KEPT) is None]
            if not runs:  # of a row or of a paragraph's end, which stays as it is
                continue
            for run in runs:
                run.set(KEPT, str(len(self._marks)))
                for text in run.iterchildren(*_PLAIN):
                    text.tag = _PLAIN[str(text.tag)]
            self._marks.append(like(mark))
            unwrap(mark)

    def put_back(self, tree: Element, ids: Iterator[int]) -> None:
        """Put the marks around their runs again, each with an id of its own, and not within ours
        of the same kind."""
        for run in [run for run in tree.iter(_RUN) if run.get(KEPT) is not None]:
            mark = like(self._marks[int(run.attrib.pop(KEPT))])
            mark.set(w("id"), str(next(ids)))
            run.addprevious(mark)
            mark.append(run)
            if mark.tag in _GONE:
                mark_deleted(run)
            else:
                _take_out(mark, ids)


def _take_out(mark: Element, ids: Iterator[int]) -> None:
    """Put a mark that stands in an insertion behind it, and before what follows there."""
    around = mark.getparent()
    if around is None or around.tag != _INSERTED:
        return
    rest = like(around)
    rest.set(w("id"), str(next(ids)))
    rest.extend(list(mark.itersiblings()))
    around.addnext(mark)
    if len(rest):
        mark.addnext(rest)
    if not len(around):
        remove(around)
