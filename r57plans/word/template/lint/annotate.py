"""A copy of a template in which each finding is a Word comment beside the tag."""

from __future__ import annotations

import re

from r57plans.findings import LEVEL_WORDS, Finding, Language, Report
from r57plans.language.text import capital_first
from r57plans.word.comments import (
    Comments,
    anchor,
    anchor_at_beginning,
    changed_parts,
    comments_of,
)
from r57plans.word.package import main_part, read_package, write_package
from r57plans.word.revisions import has_changes
from r57plans.word.template.lint.reading import Line, Seen, lines_of, read_story, tags_of
from r57plans.word.template.told.spot import TemplatePlace
from r57plans.word.xml import Element, parse_part, serialise, w

# Braces are held apart by what nobody sees: a comment's text is rendered too.
_DELIMITER = re.compile(r"(?<=[{}%#])(?=[{}%#])")


def annotate(data: bytes, report: Report, language: Language = "vi") -> bytes:
    """The template with a comment for each finding of `lint`, in one language.

    A comment stands beside its tag; what is wrong elsewhere than in the document's own text is
    told at its beginning, since headers and notes hold no comments. Comments that were written by
    an earlier call are taken out; all other parts stay as they are. Raises `WordFileError` when
    the file cannot be read.
    """
    parts = read_package(data)
    main = main_part(parts)
    root = parse_part(parts[main], main)
    comments = comments_of(parts, main, root)
    marks = _Marks(root, main, _lines(parts[main], main, root))
    for finding in report:
        marks.add(finding, comments, language)
    if not len(report) and not comments.had_own:
        return data
    changed = changed_parts(parts, main, comments)
    return write_package(parts | changed | {main: serialise(root)})


class _Marks:
    """The document's tree, in which the comments are anchored."""

    def __init__(self, root: Element, main: str, lines: dict[int, Line]) -> None:
        self._root = root
        self._main = main
        self._lines = lines

    def add(self, finding: Finding, comments: Comments, language: Language) -> None:
        """Write one finding as a comment and anchor it."""
        place = finding.place
        said = finding.message.say(language)
        line = None
        if isinstance(place, TemplatePlace) and place.path == self._main:
            line = self._lines.get(place.paragraph)
        if line is None or not isinstance(place, TemplatePlace):
            anchor_at_beginning(self._root, comments.add(*_said(finding, said, language)))
            return
        bare = capital_first(said.removeprefix(place.lead.say(language)))
        first, last = _ends(line, place)
        anchor(first, last, comments.add(*_said(finding, bare, language)))


def _lines(data: bytes, main: str, root: Element) -> dict[int, Line]:
    """The lines of the tree to be marked, by the numbers that the linter knows them by.

    Where tracked changes have joined or dropped paragraphs, those with tags are found by their
    tags, and the others not at all.
    """
    found = lines_of(root, main)
    if not has_changes(root):
        return {line.ordinal: line for line in found}
    ours = [seen for line in found for seen in tags_of(line)]
    return _by_tags(ours, read_story({main: data}, main).tags)


def _by_tags(ours: list[Seen], theirs: tuple[Seen, ...]) -> dict[int, Line]:
    if [seen.raw for seen in ours] != [seen.raw for seen in theirs]:
        return {}
    return {t.line.ordinal: o.line for o, t in zip(ours, theirs, strict=True)}


def _said(finding: Finding, message: str, language: Language) -> tuple[str, ...]:
    level = capital_first(LEVEL_WORDS[finding.level][language])
    hint = finding.hint.say(language)
    said = (f"{level}: {message}", *([hint] if hint else []))
    return tuple(_DELIMITER.sub("\u200b", text) for text in said)


def _ends(line: Line, place: TemplatePlace) -> tuple[Element, Element]:
    """The first and last child of a paragraph between which the comment stands.

    In a text box, which holds no comments, that is the run with the box.
    """
    if place.end and line.elements:
        first = line.element_at(place.start)
        last = line.element_at(max(place.start, place.end - 1))
    else:
        first = last = line.paragraph
    return _child(first), _child(last)


def _child(element: Element) -> Element:
    """The child of the outermost paragraph that holds the element; that paragraph itself if it."""
    paragraph = list(element.iterancestors(w("p")))
    if not paragraph:
        return element
    chain = (element, *element.iterancestors())
    return next(e for e in chain if e.getparent() is paragraph[-1])
