"""A template read for its linter: every paragraph's text, and every tag with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from r57plans.word.comments import own_comments
from r57plans.word.package import content_types
from r57plans.word.template.passes.join import paragraphs_with_tags
from r57plans.word.template.passes.prepare import prepare
from r57plans.word.template.passes.spans import tag_spans
from r57plans.word.template.passes.stories import PROPERTIES, STORIES, story_of
from r57plans.word.template.passes.tags import Tag, plain, read_tag, shorten
from r57plans.word.text import SIGNS_IN_LINE
from r57plans.word.xml import Element, parse_part, qname, remove, w

_GONE = (w("del"), w("moveFrom"))
_FALLBACK = qname("mc", "Fallback")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The text of one paragraph, or of one property of the file.

    `elements` hold the text piece by piece; `ordinal` counts the paragraphs of the part from 0;
    `around` is the text shortened for a message.
    """

    part: str
    paragraph: Element
    said: str
    elements: tuple[Element, ...]
    ordinal: int
    around: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "around", shorten(self.said))

    @property
    def is_paragraph(self) -> bool:
        """Whether this stands in the text of the document, not among its properties."""
        return bool(self.paragraph.tag == w("p"))

    @property
    def is_copy(self) -> bool:
        """Whether an older program's copy of the same text box holds it."""
        return next(self.paragraph.iterancestors(_FALLBACK), None) is not None

    def element_at(self, position: int) -> Element:
        """The element that holds the character at a position of the text."""
        for element in self.elements:
            position -= len(_said(element))
            if position < 0:
                return element
        return self.elements[-1]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A tag in its line, from character `start` to `end`; `raw` is its text as Word has it.

    `number` counts the tags of the part from 0, as the engine does.
    """

    tag: Tag
    raw: str
    line: Line
    start: int
    end: int
    number: int

    @property
    def run(self) -> Element | None:
        """The run in which the tag begins; None in a property."""
        return self.line.element_at(self.start).getparent() if self.line.is_paragraph else None


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """One part that is rendered: its prepared tree, its lines and its tags in order."""

    part: str
    root: Element
    lines: tuple[Line, ...]
    tags: tuple[Seen, ...]

    def by_line(self) -> dict[Line, list[Seen]]:
        """The tags of each line that has any."""
        found: dict[Line, list[Seen]] = {}
        for seen in self.tags:
            found.setdefault(seen.line, []).append(seen)
        return found


def story_parts(parts: Mapping[str, bytes]) -> list[str]:
    """The names of the parts that are rendered, the document first."""
    kinds = {part: story_of(kind) for part, kind in content_types(parts).items()}
    stories = [part for part, kind in kinds.items() if kind in STORIES]
    stories.sort(key=lambda part: STORIES.index(kinds[part]))
    return stories + [part for part, kind in kinds.items() if kind in PROPERTIES]


def read_story(parts: Mapping[str, bytes], part: str) -> Story:
    """One part as the engine will read it. Raises `WordFileError` when it is no sound XML."""
    root = prepare(parse_part(parts[part], part))
    _drop_own_comments(root)
    if root.tag.startswith(w("")):
        lines = lines_of(root, part)
        order = [words.paragraph for words in paragraphs_with_tags(root)]
    else:
        lines = _properties(root, part)
        order = [line.paragraph for line in lines]
    by_paragraph = {line.paragraph: line for line in lines}
    found = [seen for p in order if p in by_paragraph for seen in tags_of(by_paragraph[p])]
    tags = tuple(replace(seen, number=number) for number, seen in enumerate(found))
    return Story(part, root, lines, tags)


def lines_of(root: Element, part: str) -> tuple[Line, ...]:
    """The lines of a part of WordprocessingML, in document order; those without text too.

    Text that a tracked change takes away is left out.
    """
    grouped: dict[Element, list[Element]] = {p: [] for p in root.iter(w("p"))}
    for element in root.iter(w("t"), *SIGNS_IN_LINE):
        run = element.getparent()
        if run is not None and run.tag == w("r") and next(run.iterancestors(*_GONE), None) is None:
            paragraph = next(run.iterancestors(w("p")), None)
            if paragraph is not None:
                grouped[paragraph].append(element)
    return tuple(
        Line(part, paragraph, "".join(map(_said, elements)), tuple(elements), ordinal)
        for ordinal, (paragraph, elements) in enumerate(grouped.items())
    )


def _drop_own_comments(root: Element) -> None:
    for comment in own_comments(root):
        remove(comment)


def _properties(root: Element, part: str) -> tuple[Line, ...]:
    told = [element for element in root.iter("*") if (element.text or "").strip()]
    return tuple(Line(part, e, e.text or "", (e,), n) for n, e in enumerate(told))


def tags_of(line: Line) -> Iterator[Seen]:
    """The tags of a line, not yet numbered."""
    for start, end in tag_spans(line.said):
        raw = line.said[start:end]
        yield Seen(tag_of(raw, line), raw, line, start, end, -1)


def tag_of(raw: str, line: Line) -> Tag:
    """The tag that a piece of a line stands for."""
    return read_tag(plain(raw), line.part, line.around)


def _said(element: Element) -> str:
    return SIGNS_IN_LINE[str(element.tag)] if element.tag in SIGNS_IN_LINE else element.text or ""
