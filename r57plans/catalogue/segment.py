"""A resolution's text, cut into the paragraphs and sentences that a catalogue names.

Part III gives `1.1.s1` (group, paragraph, sentence); the other parts give `I.2.s1` where an item
is one paragraph, `II.1.3.s2` where it has several, and `IV.end.s1` for what closes a part; what
stands before a part's first item is its item 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from r57plans.language import nfc

TASKS_PART = "III"
CLOSING = "end"

_PART = re.compile(r"(I{1,3}|IV|V)\s?[-–.]\s")
_ITEM = re.compile(r"(\d{1,2})\.\s+")
_BULLET = re.compile(r"[-–•+]\s+")
_MARKUP = re.compile(
    r"\*\*|\\(?=[^\w\s])|^\s*>\s?|^\s*#+\s+(?=(?:\*\*)?(?:[IV]+\s?[-–.]|\d+\\?\.)\s)"
)
_END = re.compile(r"#|-{3,}|T/M |ON BEHALF OF ")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]*(\S))")  # [1]: what comes next
_MANY_LINES, _SHORT_LINE = 100, 160
_WORD = re.compile(r"\w")
_CLOSING_MARKS = "\"”’')»"
_FULL_STOP = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class SourceSentence:
    """A sentence of a text, the place that it has in it, and the line of the file (from 1)."""

    id: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered item of a part: its first line, and the paragraphs below it."""

    number: str
    head: _Line
    below: list[_Line] = field(default_factory=list)


def sentences(text: str) -> tuple[SourceSentence, ...]:
    """Every sentence of the parts, in order; what stands before the first part is left out.

    Plain text or Markdown. A text without parts (`I-`, `II-` …) gives nothing.
    """
    return tuple(
        SourceSentence(f"{paragraph}.s{number}", sentence, line.number)
        for part, lines in _parts(text)
        for paragraph, line in _paragraphs(part, lines)
        for number, sentence in enumerate(split_sentences(line.words), 1)
    )


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """The sentences of one paragraph; `etc.` or `…` before a small letter ends none."""
    return tuple(s for piece in _cut(" ".join(paragraph.split())) if (s := piece.strip()))


def _cut(paragraph: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(paragraph):
        if end[1].isupper():
            yield paragraph[start : end.end()]
            start = end.end()
    yield paragraph[start:]


def _lines(text: str) -> Iterator[_Line]:
    raw = [line.rstrip() for line in re.split(r"\r\n?|\n", nfc(text))]
    clean = [_MARKUP.sub("", line).strip() for line in raw]
    whole = _unwrapped(raw, clean) if _is_wrapped(raw) else enumerate(clean, 1)
    yield from (_Line(number, words) for number, words in whole if words)


def _is_wrapped(raw: list[str]) -> bool:
    """Whether paragraphs are broken into short lines, as in e-mails and text taken from a PDF."""
    return len(raw) >= _MANY_LINES and _width(raw) <= _SHORT_LINE


def _width(raw: list[str]) -> int:
    """How long the lines are, but for a few such as addresses of web pages."""
    return sorted(map(len, raw))[-1 - len(raw) // 100]


def _unwrapped(raw: list[str], clean: list[str]) -> Iterator[tuple[int, str]]:
    """Whole paragraphs, each with the number of its first line.

    A line goes on in the next where that line's first word would not have fitted any more, or where
    it begins with a small letter. Lengths are those of the file, with indents and quotation signs.
    """
    width = _width(raw)
    first, paragraph, last = 0, list[str](), 0
    for number, (line, words) in enumerate(zip(raw, clean, strict=True), 1):
        word = words.partition(" ")[0]
        full = last + 1 + len(word) > width or word[:1].islower()
        starts = any(start.match(words) for start in (_PART, _ITEM, _BULLET))
        if last and word and full and not starts:
            paragraph.append(words)
        else:
            yield first, " ".join(paragraph)
            first, paragraph = number, [words]
        last = len(line) if words else 0
    yield first, " ".join(paragraph)


def _parts(text: str) -> Iterator[tuple[str, list[_Line]]]:
    """Each part's number and its lines without the heading, up to where the text is signed."""
    number, lines = "", list[_Line]()
    for line in _lines(text):
        if heading := _PART.match(line.words):
            if number:
                yield number, lines
            number, lines = heading[1], []
        elif number and (_END.match(line.words) or (number == "IV" and line.words.isupper())):
            break
        elif number:
            lines.append(line)
    if number:
        yield number, lines


def _paragraphs(part: str, lines: list[_Line]) -> Iterator[tuple[str, _Line]]:
    """Ids and words of a part's paragraphs."""
    prefix = "" if part == TASKS_PART else f"{part}."
    items = _items(lines)
    for item in items:
        name, below = f"{prefix}{item.number}", enumerate(item.below, 1)
        if item.head.words.rstrip(_CLOSING_MARKS).endswith(_FULL_STOP):  # it is the paragraph
            yield name, item.head
            if item is items[-1]:
                closing = f"{prefix}{CLOSING}"
                yield from ((f"{closing}{n if n > 1 else ''}", line) for n, line in below)
                continue
        yield from ((f"{name}.{n}", line) for n, line in below)  # below a title, mostly


def _items(lines: list[_Line]) -> list[_Item]:
    found = [_Item("0", _Line(0, ""))]
    for line in lines:
        if numbered := _ITEM.match(line.words):
            head = _Line(line.number, line.words[numbered.end() :])
            found.append(_Item(numbered[1], head))
            continue
        bullet = _BULLET.match(line.words)
        words = line.words[bullet.end() :] if bullet else line.words
        if _WORD.search(words):
            found[-1].below.append(_Line(line.number, words))
    return found
