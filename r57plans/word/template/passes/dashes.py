"""`{%-` and `-%}`: a tag that joins the text before or after it over breaks and paragraphs.

The paragraph where the joined text begins keeps its format, the others vanish.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from r57plans.word.template.passes.join import Words
from r57plans.word.template.passes.spans import tag_spans
from r57plans.word.template.passes.tags import read_tag
from r57plans.word.xml import Element, remove, w

_TEXT = w("t")
_PARAGRAPH = w("p")
_RUN = w("r")
_PROPERTIES = (w("pPr"), w("rPr"))
_SECTION = f"{w('pPr')}/{w('sectPr')}"
_BREAKS = (w("br"), w("cr"), w("tab"), w("noBreakHyphen"))


def join_paragraphs(found: Iterable[Words]) -> None:
    """Join what the tags of these paragraphs ask to be joined; `found` follows its texts."""
    found = list(found)
    for words in found:
        for text in list(words.texts):
            _join_around(text)
    for words in found:
        around = (next(text.iterancestors(_PARAGRAPH), None) for text in words.texts)
        words.paragraph = next((p for p in around if p is not None), words.paragraph)


def _join_around(text: Element) -> None:
    said = text.text or ""
    spans = list(tag_spans(said))
    if not spans:
        return
    first, last = (said[start:end] for start, end in (spans[0], spans[-1]))
    if spans[0][0] == 0 and read_tag(first, "", "").joins_before:
        _join_before(text)
    if spans[-1][1] == len(said) and read_tag(last, "", "").joins_after:
        _join_after(text)


def _join_before(text: Element) -> None:
    paragraph = next(text.iterancestors(_PARAGRAPH), None)
    if paragraph is None:
        return  # it stood in a break that an earlier tag took away
    breaks, found = _up_to_text(_preceding(text))
    other = None if found else _with_text(paragraph.itersiblings(preceding=True))
    if not found and (other is None or paragraph.find(_SECTION) is not None):
        return
    _drop(breaks)
    if other is not None:
        _drop(_up_to_text(_backwards(other))[0])
        _merge(other, paragraph)


def _join_after(text: Element) -> None:
    paragraph = next(text.iterancestors(_PARAGRAPH), None)
    if paragraph is None:
        return
    breaks, found = _up_to_text(_following(text))
    other = None if found else _with_text(paragraph.itersiblings())
    if not found and (other is None or other.find(_SECTION) is not None):
        return
    _drop(breaks)
    if other is not None:
        _drop(_up_to_text(_inside(other))[0])
        _merge(paragraph, other)


def _inside(element: Element) -> Iterator[Element]:
    """The texts and breaks of an element, in order."""
    return element.iter(_TEXT, *_BREAKS)


def _backwards(element: Element) -> Iterator[Element]:
    """The texts and breaks of an element, the last first."""
    for child in element.iterchildren(reversed=True):
        yield from reversed(list(_inside(child)))


def _following(text: Element) -> Iterator[Element]:
    """The texts and breaks of a paragraph after one of its texts."""
    for outer in _outwards(text):
        for sibling in outer.itersiblings():
            yield from _inside(sibling)


def _preceding(text: Element) -> Iterator[Element]:
    """The texts and breaks of a paragraph before one of its texts, the last first."""
    for outer in _outwards(text):
        for sibling in outer.itersiblings(preceding=True):
            yield from reversed(list(_inside(sibling)))


def _outwards(text: Element) -> Iterator[Element]:
    """A text and what it stands in, up to its paragraph."""
    return takewhile(lambda e: e.tag != _PARAGRAPH, (text, *text.iterancestors()))


def _up_to_text(elements: Iterable[Element]) -> tuple[list[Element], bool]:
    """The breaks before the first text that says something, and whether there is such a text."""
    breaks: list[Element] = []
    for element in elements:
        if element.tag == _TEXT and element.text:
            return breaks, True
        breaks.append(element)
    return breaks, False


def _drop(elements: Iterable[Element]) -> None:
    for element in elements:
        run = element.getparent()
        if run is not None and run.tag == _RUN:
            remove(element)


def _with_text(siblings: Iterable[Element]) -> Element | None:
    """The first paragraph with text among siblings that are all paragraphs up to it."""
    for sibling in siblings:
        if sibling.tag != _PARAGRAPH or sibling.find(_SECTION) is not None:
            return None
        if any(e.tag == _TEXT and e.text for e in _inside(sibling)):
            return sibling
    return None


def _merge(first: Element, second: Element) -> None:
    """Put what the later paragraph holds at the end of the earlier; what is between vanishes."""
    between = list(takewhile(lambda e: e is not second, first.itersiblings()))
    for element in [child for child in second if child.tag not in _PROPERTIES]:
        first.append(element)
    for element in (*between, second):
        remove(element)
