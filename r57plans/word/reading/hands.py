"""Who changed what: tracked changes write their author on what will stay once they are accepted."""

from __future__ import annotations

from collections.abc import Iterable

from r57plans.word.reading.shape import NOBODY, Who
from r57plans.word.xml import Element, remove, w

AUTHOR, DAY, NUMBER = "{urn:r57plans:reading}by", "{urn:r57plans:reading}on", "{urn:r57plans:n}n"
_MARKS = [w(name) for name in ("ins", "del", "moveFrom", "moveTo")]
_GONE = {w("del"), w("moveFrom")}
_OF_ROWS = w("trPr")
_HOLDERS = {w("p"), w("sdt"), w("tr")}
_LONGEST = 200
_DAY = len("2025-03-28")


def number_paragraphs(root: Element) -> None:
    """Give every paragraph a number, so that it is found again in a copy of the tree."""
    for number, paragraph in enumerate(root.iter(w("p"))):
        paragraph.set(NUMBER, str(number))


def sign_changes(root: Element) -> None:
    """Write author and day of each tracked change on the runs, controls and paragraphs it is in.

    Of several changes the last in the file's order is kept.
    """
    for mark in root.iter(*_MARKS):
        who = Who(mark.get(w("author"), "")[:_LONGEST], mark.get(w("date"), "")[:_DAY])
        parent = mark.getparent()
        if parent is not None and parent.tag == _OF_ROWS:
            _sign_row(parent, who)
            continue
        for run in mark.iter(w("r")):
            _sign(run, who)
        _sign_holders(mark, who)


def drop_emptied(paragraphs: Iterable[Element]) -> None:
    """Take out of deleted paragraphs the controls that were emptied with them."""
    for control in [c for p in paragraphs for c in p.iter(w("sdt"))]:
        if all(run.getparent().tag in _GONE for run in control.iter(w("r"))):  # type: ignore[union-attr]  # a run has a parent
            remove(control)


def deleted_paragraphs(root: Element) -> list[Element]:
    """The paragraphs whose mark is deleted."""
    path = f"{w('pPr')}/{w('rPr')}"
    return [
        paragraph
        for paragraph in root.iter(w("p"))
        if (look := paragraph.find(path)) is not None and any(mark.tag in _GONE for mark in look)
    ]


def signature(element: Element | None) -> Who:
    """Who changed it, as `sign_changes` wrote it."""
    if element is None:
        return NOBODY
    return Who(element.get(AUTHOR, ""), element.get(DAY, ""))


def _sign_row(properties: Element, who: Who) -> None:
    row = properties.getparent()
    for element in () if row is None else row.iter(*_HOLDERS):
        _sign(element, who)


def _sign_holders(mark: Element, who: Who) -> None:
    for above in mark.iterancestors():
        if above.tag in _HOLDERS and above.tag != w("tr"):
            _sign(above, who)
        if above.tag == w("p"):
            return


def _sign(element: Element, who: Who) -> None:
    element.set(AUTHOR, who.author)
    element.set(DAY, who.date)


def signed(root: Element) -> dict[str, Who]:
    """By the tag of a control, or the name of a bookmark, who changed or deleted it."""
    found: dict[str, Who] = {}
    for control in root.iter(w("sdt")):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        who = signature(control)
        if tag is not None and who != NOBODY:
            found[tag.get(w("val"), "").removeprefix("r57:")] = who
    for mark in root.iter(w("bookmarkStart")):
        paragraph = next(mark.iterancestors(w("p")), None)
        who = signature(paragraph)
        if who != NOBODY:
            found[mark.get(w("name"), "")] = who
    return found
