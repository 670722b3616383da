"""Puts right what is mechanical, as tracked changes that a person accepts or rejects."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from lxml import etree

from r57plans.errors import WordFileError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.word.comments import AUTHOR, NO_DAY
from r57plans.word.layout.fault import Fix, LookFix, ParagraphFix, TextFix
from r57plans.word.layout.lines import pieces_of
from r57plans.word.layout.writing import set_look, set_paragraph
from r57plans.word.package import open_package, write_package
from r57plans.word.revisions import has_changes
from r57plans.word.revisions.stamp import Stamp, first_free_id
from r57plans.word.xml import Element, parse_part, qname, serialise, w

_HAS_CHANGES = (
    Message(
        "Tệp đã có sửa đổi theo dõi; sửa thêm nữa thì không biết sửa đổi nào của ai.",
        "The file already has tracked changes; with more nobody could tell whose they are.",
    ),
    Message(
        "Trong Word, chấp nhận hoặc từ chối hết các sửa đổi (Review, Accept All), rồi chạy lại.",
        "In Word, accept or reject all changes (Review, Accept All), and run this again.",
    ),
)


def fix_layout(
    data: bytes,
    fixes: Iterable[Fix],
    *,
    name: str = "",
    author: str = AUTHOR,
    day: str = NO_DAY,
) -> bytes:
    """The document with each fix as a tracked change by `author` on `day`; the same bytes for none.

    Accepting all gives the document put right, rejecting all the document as it was. Raises
    `WordFileError` where the file cannot be read, or already has tracked changes
    (`layout.has-changes`).
    """
    package = open_package(data, name)
    root = parse_part(package.parts[package.main], package.main)
    if has_changes(root):
        finding = Finding("layout.has-changes", "error", *_HAS_CHANGES, Place(name))
        raise WordFileError(Report((finding,)))
    wanted = list(dict.fromkeys(map(_Key, fixes)))
    if not wanted:
        return data
    paragraphs = list(root.iter(w("p")))
    stamp = Stamp(author, day, count(first_free_id([root])))
    for number in sorted({key.fix.ordinal for key in wanted}):
        own = [key.fix for key in wanted if key.fix.ordinal == number]
        _fix_paragraph(paragraphs[number], own, stamp)
    return write_package(package.parts | {package.main: serialise(root)})


@dataclass(frozen=True, slots=True)
class _Key:
    """A fix that can be told from others like it: two rules may ask for the same one."""

    fix: Fix

    def __hash__(self) -> int:
        return hash(repr(self.fix))


def _fix_paragraph(paragraph: Element, fixes: list[Fix], stamp: Stamp) -> None:
    looks = [fix for fix in fixes if isinstance(fix, LookFix)]
    texts = _apart([fix for fix in fixes if isinstance(fix, TextFix)])
    spans = [(fix.start, fix.end) for fix in looks] + [(fix.start, fix.end) for fix in texts]
    cuts = {at for span in spans for at in span}
    for at in sorted(cuts, reverse=True):
        _cut(paragraph, at)
    for run in _runs(paragraph):
        wanted = _look_at(paragraph, run, looks)
        if wanted:
            _change_look(run, wanted, stamp)
    for said in sorted(texts, key=lambda fix: fix.start, reverse=True):
        _change_text(paragraph, said, stamp)
    whole: dict[str, object] = {}
    for set_anew in [fix for fix in fixes if isinstance(fix, ParagraphFix)]:
        whole |= set_anew.look
    if whole:
        _change_paragraph(paragraph, whole, stamp)


def _apart(fixes: list[TextFix]) -> list[TextFix]:
    """The fixes that do not touch each other, the first of those that do."""
    kept: list[TextFix] = []
    for fix in sorted(fixes, key=lambda f: (f.start, f.end)):
        if not kept or fix.start >= kept[-1].end:
            kept.append(fix)
    return kept


def _runs(paragraph: Element) -> list[Element]:
    return list(dict.fromkeys(run for run, _, _ in pieces_of(paragraph)))


def _spans(paragraph: Element) -> Iterator[tuple[Element, Element, int, int]]:
    position = 0
    for run, element, text in pieces_of(paragraph):
        yield run, element, position, position + len(text)
        position += len(text)


def _cut(paragraph: Element, at: int) -> None:
    """Make two runs of the one that a position falls into; nothing at its ends."""
    for run, element, start, end in list(_spans(paragraph)):
        if start < at < end:
            text = element.text or ""
            after = copy.deepcopy(element)
            _set(element, text[: at - start])
            _set(after, text[at - start :])
            element.addnext(after)
            _split(run, after)
            return
        if start == at and run.index(element) > _first(run):
            _split(run, element)
            return


def _first(run: Element) -> int:
    return 1 if run.find(w("rPr")) is not None else 0


def _split(run: Element, element: Element) -> None:
    """Move an element of a run, and what follows it there, to a run of its own."""
    second = etree.Element(w("r"))
    properties = run.find(w("rPr"))
    if properties is not None:
        second.append(copy.deepcopy(properties))
    for child in [element, *element.itersiblings()]:
        second.append(child)
    run.addnext(second)


def _set(element: Element, text: str) -> None:
    element.text = text
    element.set(qname("xml", "space"), "preserve")


def _look_at(paragraph: Element, run: Element, looks: list[LookFix]) -> dict[str, object]:
    spans = [(start, end) for r, _, start, end in _spans(paragraph) if r is run]
    first, last = spans[0][0], spans[-1][1]
    wanted: dict[str, object] = {}
    for fix in looks:
        if first < fix.end and fix.start < last:
            wanted |= fix.look
    return wanted


def _change_look(run: Element, look: Mapping[str, object], stamp: Stamp) -> None:
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    before = etree.Element(w("rPr"))
    before.extend(copy.deepcopy(list(properties)))
    set_look(properties, look)
    change = stamp.mark("rPrChange")
    change.append(before)
    properties.append(change)


def _change_text(paragraph: Element, fix: TextFix, stamp: Stamp) -> None:
    spans = list(_spans(paragraph))
    gone = list(
        dict.fromkeys(r for r, _, s, e in spans if fix.start <= s and e <= fix.end and s < e)
    )
    if fix.text and spans:
        before = [run for run, _, _, end in spans if end <= fix.start]
        beside = (gone or before or [spans[0][0]])[-1]
        inserted = _insertion(gone[0] if gone else beside, fix.text, stamp)
        if gone or before:
            beside.addnext(inserted)
        else:
            beside.addprevious(inserted)
    for run in gone:
        deletion = stamp.mark("del")
        run.addprevious(deletion)
        deletion.append(run)
        for text in run.iter(w("t")):
            text.tag = w("delText")


def _insertion(beside: Element, text: str, stamp: Stamp) -> Element:
    inserted = stamp.mark("ins")
    run = etree.SubElement(inserted, w("r"))
    properties = beside.find(w("rPr"))
    if properties is not None:
        kept = copy.deepcopy(properties)
        for change in kept.findall(w("rPrChange")):
            kept.remove(change)
        run.append(kept)
    _set(etree.SubElement(run, w("t")), text)
    return inserted


def _change_paragraph(paragraph: Element, look: Mapping[str, object], stamp: Stamp) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    before = etree.Element(w("pPr"))
    kept = [c for c in properties if c.tag not in (w("rPr"), w("sectPr"), w("pPrChange"))]
    before.extend(copy.deepcopy(kept))
    set_paragraph(properties, look)
    change = stamp.mark("pPrChange")
    change.append(before)
    properties.append(change)
