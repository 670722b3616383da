"""The paragraphs of the text that a plan has a place for: purpose, requirements, objective …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from r57plans.importing.heads import Head, Said
from r57plans.word.layout.wording import folded

_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("purpose", re.compile(r"MUC DICH")),
    ("requirements", re.compile(r"YEU CAU")),
    ("objective", re.compile(r"MUC TIEU (?:TONG QUAT|CHUNG)")),
    ("context", re.compile(r"(?:DAC DIEM|TINH HINH|BOI CANH|DAC THU)\b.{0,60}")),
    ("vision", re.compile(r"TAM NHIN(?: DEN)?(?: NAM)?(?: 20\d\d)?")),
)
CONTEXT = "context"
_MARK = re.compile(r"^(?:(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[-.)/:]+\s*|[-–+•*]\s*)+")
_NUMBER = re.compile(r"(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)\s*[-.)/:]+\s*\S")
_SHORT = 10
_HEADINGS = frozenset({"chapter", "chapter-title", "part", "section", "subsection"})
_PARTS = frozenset({"chapter", "part"})


@dataclass(frozen=True, slots=True)
class Prose:
    """The paragraphs by the section of a plan that they are, and the parts that have others.

    `left` has each part of the text with how many of its paragraphs were not taken.
    """

    sections: dict[str, list[str]]
    left: tuple[tuple[Said, int], ...]


def prose_of(head: Head) -> Prose:
    """What of the text goes into the plan."""
    sections: dict[str, list[str]] = {}
    left: list[tuple[Said, int]] = []
    for part, key, said in _paragraphs(head):
        if key:
            sections.setdefault(key, []).append(_MARK.sub("", said.text))
        elif not left or left[-1][0] is not part:
            left.append((part, 1))
        else:
            left[-1] = (part, left[-1][1] + 1)
    return Prose(sections, tuple(left))


def _paragraphs(head: Head) -> Iterator[tuple[Said, str, Said]]:
    """Each paragraph with the part it stands in and the section that it is, "" for none."""
    part, key = None, ""
    for component, said in head.body:
        title, rest = _run_in(said) if component not in _PARTS else ("", None)
        title = title or _section(said.text)
        if title == CONTEXT and component not in _HEADINGS:
            title = ""
        if component in _PARTS:
            part, key = said, title
        elif component in _HEADINGS or title or _may_head(said.text):
            key = title
            if rest is not None:
                part = part or said
                yield part, key, rest
        elif part is not None or not _leads_in(said, head):
            part = part or said
            yield part, key, said


def _run_in(said: Said) -> tuple[str, Said | None]:
    """The section that a line begins whose text follows its heading: `1. Mục đích: …`."""
    heading, colon, text = said.text.partition(":")
    key = _section(heading) if colon and text.strip() else ""
    return (key, Said(text.strip(), said.place)) if key and key != CONTEXT else ("", None)


def _leads_in(said: Said, head: Head) -> bool:
    """Whether a line before the first part is read elsewhere, or only leads to what follows."""
    caption = len(said.text.split()) <= _SHORT and said.text[-1:] not in ".;"
    return caption or said in head.opening or said.text.endswith(":") or said.text.isupper()


def _may_head(text: str) -> bool:
    """Whether a line that looks like text is a heading: numbered, short and without an end mark."""
    short = len(text.split()) <= _SHORT and text[-1:] not in ".;:,"
    return short and bool(_NUMBER.match(text))


def _section(text: str) -> str:
    """The section of a plan that a heading begins; "" for another line."""
    said = folded(_MARK.sub("", text)).rstrip(" .:")
    return next((key for key, pattern in _TITLES if pattern.fullmatch(said)), "")
