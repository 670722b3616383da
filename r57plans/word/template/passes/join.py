"""The tags of a part's paragraphs, each put together again in the run where it begins.

Word cuts a text into runs wherever spelling marks, edits or formats once stood; a tag's author
sees none of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from r57plans.word.template.passes.draft import MARKS, is_mark
from r57plans.word.template.passes.spans import tag_spans, without_tags
from r57plans.word.template.passes.tags import ESCAPED, UNCLOSED, Tag, plain
from r57plans.word.text import SIGNS_IN_LINE
from r57plans.word.xml import Element, qname, remove, w

PRESERVE = qname("xml", "space")
_TEXT = w("t")
_PARAGRAPH = w("p")
_RUN = w("r")
_RUN_PROPERTIES = w("rPr")
_BOX = w("txbxContent")
_SAID = (_TEXT, *SIGNS_IN_LINE)
_ESCAPE = re.compile(r"\{_[{%]|[}%]_\}")
_ODD = re.compile("[“”„«»‘’‚\n\r\t\u00a0\u2011]")


@dataclass(slots=True, eq=False)
class Words:
    """The text elements of one paragraph in order, without those of text boxes inside it.

    `said` is the text as the file had it, with a space for a tab or line break. `tags` are read
    later; `spans` says for each text that is left where they stand in it.
    """

    paragraph: Element
    elements: list[Element]
    said: str
    tags: list[Tag] = field(default_factory=list)
    spans: list[list[tuple[int, int]]] = field(default_factory=list)

    @property
    def texts(self) -> Iterator[Element]:
        """The `w:t` elements that are still in the part."""
        return (e for e in self.elements if e.tag == _TEXT and e.getparent() is not None)


def paragraphs_with_tags(root: Element) -> list[Words]:
    """The paragraphs of a part whose text holds a delimiter, in document order."""
    return [found for found in words_and_marks(root) if isinstance(found, Words)]


def words_and_marks(root: Element) -> list[Words | Element]:
    """As `paragraphs_with_tags`, and among them the tags that were marked before, as they stand."""
    found: dict[Element, bool] = {}
    for node in root.iter(MARKS, _TEXT):
        if is_mark(node):
            found[node] = True
        elif (said := node.text) and ("{" in said or "_}" in said):
            found.update(
                (paragraph, False) for paragraph in islice(node.iterancestors(_PARAGRAPH), 1)
            )
    boxes = next(root.iter(_BOX), None) is not None
    order = [e for e in root.iter(MARKS, _PARAGRAPH) if e in found] if boxes else list(found)
    read = [node if found[node] else _words(node, boxes) for node in order]
    return [r for r in read if not isinstance(r, Words) or _has_delimiter(r.said)]


def _has_delimiter(said: str) -> bool:
    return UNCLOSED.search(said) is not None or ESCAPED.search(said) is not None


def join_tags(words: Words) -> bool:
    """Join the paragraph's tags in place; whether all delimiters belong to whole tags."""
    said = words.said
    tags = list(tag_spans(said))
    if len(words.elements) > 1 or "_" in said or _ODD.search(said):
        spans = [*tags, *(m.span() for m in _ESCAPE.finditer(said))]
        starts = _starts(words.elements)
        for start, end in sorted(spans, reverse=True):
            at = _at(starts, start)
            if end > starts[at + 1] or _ODD.search(said, start, end):
                _join(words.elements, starts, at, start, end)
        words.spans = [list(tag_spans(text.text or "")) for text in words.texts]
    else:
        words.spans = [tags]
    whole = len(tags) == 1 and tags[0] == (0, len(said))
    return whole or not UNCLOSED.search(without_tags(said))


def _words(paragraph: Element, boxes: bool) -> Words:
    texts = [e for e in paragraph.iter(_SAID) if _is_run(e.getparent())]
    if boxes:
        texts = [e for e in texts if next(e.iterancestors(_PARAGRAPH)) is paragraph]
    return Words(paragraph, texts, "".join([_said(e) for e in texts]))


def _is_run(parent: Element | None) -> bool:
    return parent is not None and parent.tag == _RUN


def _said(element: Element) -> str:
    return element.text or "" if element.tag == _TEXT else SIGNS_IN_LINE[element.tag]


def _starts(elements: Sequence[Element]) -> list[int]:
    """Where each element's text begins, and where the last ends."""
    starts, position = [0], 0
    for element in elements:
        position += len(_said(element))
        starts.append(position)
    return starts


def _at(starts: Sequence[int], position: int) -> int:
    """The element whose text holds a position."""
    return bisect_right(starts, position) - 1


def _join(
    elements: Sequence[Element], starts: Sequence[int], at: int, start: int, end: int
) -> None:
    """Move the characters from start to end into the element where they begin.

    Tags are joined from the last to the first, so that what is cut lies after what is still to
    come, and the starts stay true.
    """
    tag, text = "", _said(elements[at])
    for i in range(at, len(elements)):
        if starts[i] >= end:
            break
        own = _said(elements[i])
        here = slice(max(start - starts[i], 0), max(end - starts[i], 0))
        tag += own[here]
        if i > at:
            _write(elements[i], own[: here.start] + own[here.stop :])
    before = start - starts[at]
    _write(elements[at], text[:before] + plain(tag) + text[before + end - start :])


def _write(element: Element, text: str) -> None:
    run = element.getparent()
    if text and element.tag == _TEXT:
        element.text = text
        element.set(PRESERVE, "preserve")
        return
    remove(element)
    if run is not None and all(child.tag == _RUN_PROPERTIES for child in run):
        remove(run)
