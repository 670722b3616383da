"""A copy of a document in which each finding of the layout rules is a Word comment."""

from __future__ import annotations

from r57plans.findings import LEVEL_WORDS, Finding, Language, Report
from r57plans.language import capital_first
from r57plans.word.comments import (
    AUTHOR,
    NO_DAY,
    anchor,
    anchor_at_beginning,
    changed_parts,
    comments_of,
)
from r57plans.word.layout.lines import pieces_of
from r57plans.word.layout.places import LayoutPlace
from r57plans.word.package import open_package, write_package
from r57plans.word.xml import Element, parse_part, serialise, w


def annotate_layout(
    data: bytes,
    report: Report,
    language: Language = "vi",
    *,
    author: str = AUTHOR,
    day: str = NO_DAY,
) -> bytes:
    """The document with a comment for each finding, beside the text that it is about.

    What concerns headers or the whole file is told at the beginning. Comments of the same author
    that an earlier call wrote are taken out; all else stays as it is. Raises `WordFileError` where
    the file cannot be read.
    """
    package = open_package(data)
    root = parse_part(package.parts[package.main], package.main)
    paragraphs = list(root.iter(w("p")))
    comments = comments_of(package.parts, package.main, root, author, day)
    if not len(report) and not comments.had_own:
        return data
    for finding in report:
        number = comments.add(*_said(finding, language))
        ends = _ends(finding, paragraphs, package.main)
        if ends is None:
            anchor_at_beginning(root, number)
        else:
            anchor(*ends, number)
    changed = changed_parts(package.parts, package.main, comments)
    return write_package(package.parts | changed | {package.main: serialise(root)})


def _said(finding: Finding, language: Language) -> tuple[str, str]:
    level = capital_first(LEVEL_WORDS[finding.level][language])
    message = finding.message.say(language)
    return f"{level}: {message} [{finding.rule}]", finding.hint.say(language)


def _ends(finding: Finding, paragraphs: list[Element], main: str) -> tuple[Element, Element] | None:
    """The children of a paragraph between which a comment stands; None for the whole document."""
    place = finding.place
    if not isinstance(place, LayoutPlace) or place.path != main or place.paragraph < 0:
        return None
    paragraph = paragraphs[place.paragraph]
    *_, outer = (paragraph, *paragraph.iterancestors(w("p")))
    if outer is not paragraph or not len(outer):
        return (outer, outer) if len(outer) else None
    touched = _touched(paragraph, place.start, place.end)
    if not touched:
        return outer, outer
    return _child(touched[0], outer), _child(touched[-1], outer)


def _touched(paragraph: Element, start: int, end: int) -> list[Element]:
    """The runs that hold the text from `start` to `end`."""
    found, position = [], 0
    for run, _, text in pieces_of(paragraph):
        if position < max(end, start + 1) and start < position + len(text):
            found.append(run)
        position += len(text)
    return found


def _child(element: Element, paragraph: Element) -> Element:
    chain = (element, *element.iterancestors())
    return next(e for e in chain if e.getparent() is paragraph)
