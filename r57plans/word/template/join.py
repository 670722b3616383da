"""Tags that Word cut into pieces, put together again in the run where they begin.

Word cuts a text into runs wherever spelling marks, edits or formats once stood; a tag's author
sees none of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from r57plans.word.template.tags import TAG, UNCLOSED, plain
from r57plans.word.xml import Element, qname, remove, w

PRESERVE = qname("xml", "space")
_TEXT = w("t")
_PARAGRAPH = w("p")
_RUN = w("r")
_RUN_PROPERTIES = w("rPr")
# What stands for a character between the texts of a run; inside a tag it is a space or a hyphen.
_MARKS = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}


@dataclass(slots=True)
class _Slice:
    """One element of a paragraph's text, and what it holds now."""

    element: Element
    text: str
    touched: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The text elements of one paragraph in order, without those of text boxes inside it.

    `said` is the text as the file had it, with a space for a tab or line break.
    """

    paragraph: Element
    elements: tuple[Element, ...]
    said: str

    @property
    def text(self) -> str:
        """The text as it is now."""
        return "".join(_said(e) for e in self.elements if e.getparent() is not None)

    @property
    def texts(self) -> Iterator[Element]:
        """The `w:t` elements that are still in the part."""
        return (e for e in self.elements if e.tag == _TEXT and e.getparent() is not None)


def paragraphs_with_tags(root: Element) -> list[Words]:
    """The paragraphs of a part whose text holds an opening delimiter, in document order."""
    grouped: dict[Element, list[Element]] = {}
    for element in root.iter(_TEXT, *_MARKS):
        run = element.getparent()
        if run is not None and run.tag == _RUN:
            paragraph = next(run.iterancestors(_PARAGRAPH), None)
            if paragraph is not None:
                grouped.setdefault(paragraph, []).append(element)
    found = [
        Words(paragraph, tuple(elements), "".join(map(_said, elements)))
        for paragraph, elements in grouped.items()
    ]
    return [words for words in found if UNCLOSED.search(words.said)]


def join_tags(words: Words) -> str:
    """Join the paragraph's tags in place; what comes back is its text outside the tags."""
    slices = [_Slice(element, _said(element)) for element in words.elements]
    starts = _starts(slices)
    for match in reversed(list(TAG.finditer(words.said))):
        _join(slices, starts, match.start(), match.end())
    for piece in slices:
        _write(piece)
    return TAG.sub("", words.said)


def _said(element: Element) -> str:
    return element.text or "" if element.tag == _TEXT else _MARKS[element.tag]


def _starts(slices: Sequence[_Slice]) -> list[int]:
    starts, position = [], 0
    for piece in slices:
        starts.append(position)
        position += len(piece.text)
    return starts


def _join(slices: Sequence[_Slice], starts: Sequence[int], start: int, end: int) -> None:
    """Move the characters from start to end into the slice where they begin.

    Tags are joined from the last to the first, so that what is cut lies after what is still to
    come, and the starts stay true.
    """
    first = max(i for i, s in enumerate(starts) if s <= start and slices[i].text)
    tag = ""
    for i in range(first, len(slices)):
        if starts[i] >= end:
            break
        here = slice(max(start - starts[i], 0), max(end - starts[i], 0))
        tag += slices[i].text[here]
        slices[i].text = slices[i].text[: here.start] + slices[i].text[here.stop :]
        slices[i].touched = True
    at = start - starts[first]
    slices[first].text = slices[first].text[:at] + plain(tag) + slices[first].text[at:]


def _write(piece: _Slice) -> None:
    if not piece.touched:
        return
    run = piece.element.getparent()
    if piece.text and piece.element.tag == _TEXT:
        piece.element.text = piece.text
        piece.element.set(PRESERVE, "preserve")
        return
    remove(piece.element)
    if run is not None and all(child.tag == _RUN_PROPERTIES for child in run):
        remove(run)
