"""A Word file read for the rules: its paragraphs with their looks, its sections, its headers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from r57plans.word.fields import field_codes
from r57plans.word.layout.attributes import value
from r57plans.word.layout.cascade import Cascade, Paragraph
from r57plans.word.layout.cells import Cells
from r57plans.word.layout.drawn import drawn_rules
from r57plans.word.layout.lines import (
    Run,
    Shown,
    breaks_page,
    in_box,
    is_copy,
    pieces_of,
)
from r57plans.word.layout.numbering import Numbering
from r57plans.word.layout.sections import Section, Story, read_section
from r57plans.word.layout.styles import Styles
from r57plans.word.package import Package
from r57plans.word.relations import read_relations
from r57plans.word.revisions import accept_changes, has_changes
from r57plans.word.xml import Element, parse_part, qname, w

_STORIES = {"header", "footer"}
_PAGE = "PAGE"


@dataclass(frozen=True)
class Document:
    """What Word would show of a file, tracked changes taken as accepted."""

    part: str
    paragraphs: tuple[Shown, ...]
    sections: tuple[Section, ...]
    changed: bool

    def begins_page(self, number: int) -> bool:
        """Whether the paragraph of this number, or blank ones right above it, begin a page."""
        for here, before in pairwise(self.paragraphs[number::-1]):
            changes = here.section != before.section and not self.sections[here.section].continuous
            if here.look.new_page or changes or before.ends_page:
                return True
            if before.text.strip() or before.cell is not None:
                return False
        return True


def read_document(package: Package, file: str = "") -> Document:
    """The document of a package; `file` is its name for messages.

    Raises `WordFileError` for a part that is no sound XML.
    """
    root = parse_part(package.parts[package.main], package.main, file)
    # The elements are kept, so that their numbers stay known when changes are accepted.
    ordinals = {p: n for n, p in enumerate(root.iter(w("p")))}
    changed = has_changes(root)
    if changed:
        accept_changes(root)
    styles, numbering = Styles(package, file), Numbering(package, file)
    sections = tuple(_sections(root, _stories(package, styles, file)))
    reader = _Reader(styles, numbering, root)
    shown: list[Shown] = []
    number = 0
    for paragraph in root.iter(w("p")):
        if is_copy(paragraph):
            continue
        width = sections[min(number, len(sections) - 1)].text_width
        shown.append(reader.read(paragraph, ordinals.get(paragraph, -1), number, width))
        if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            number += 1
    return Document(package.main, tuple(shown), sections, changed)


class _Reader:
    """Reads the paragraphs of one part in their order."""

    def __init__(self, styles: Styles, numbering: Numbering, root: Element) -> None:
        self._cascade = Cascade(styles, numbering)
        self._cells = Cells(root, styles)

    def read(self, element: Element, ordinal: int, section: int, width: float) -> Shown:
        cell = self._cells.of(element, width)
        room = cell.width if cell else width
        paragraph = self._cascade.paragraph(element)
        look = paragraph.look
        frame = element.find(f"{w('pPr')}/{w('framePr')}")
        if value(frame, "xAlign") == "center":
            look = replace(look, align="center")
        return Shown(
            ordinal=ordinal,
            look=look,
            mark=paragraph.mark,
            runs=tuple(self._runs(element, paragraph)),
            section=section,
            width=room,
            cell=cell,
            boxed=in_box(element),
            rules=drawn_rules(element, look, room),
            number=any(_is_page(code) for code in field_codes(element)),
            ends_page=breaks_page(element),
            pictured=next(element.iter(qname("wp", "inline")), None) is not None,
            base=paragraph.ground.empty,
        )

    def _runs(self, element: Element, paragraph: Paragraph) -> Iterator[Run]:
        start = 0
        looks: dict[Element, Run] = {}
        for run, _, text in pieces_of(element):
            if run not in looks:
                looks[run] = Run("", self._cascade.run(run, paragraph), start)
            if not looks[run].look.hidden:
                yield Run(text, looks[run].look, start)
            start += len(text)


def _is_page(code: str) -> bool:
    return code.split()[:1] == [_PAGE]


def _sections(root: Element, stories: Mapping[str, Story]) -> Iterator[Section]:
    """Every section, the last one's properties standing at the end of the body."""
    before: Section | None = None
    body = root.find(w("body"))
    inner = [p.find(f"{w('pPr')}/{w('sectPr')}") for p in root.iter(w("p")) if not is_copy(p)]
    last = None if body is None else body.find(w("sectPr"))
    for properties in [*(s for s in inner if s is not None), last]:
        before = read_section(properties, before, stories)
        yield before


def _stories(package: Package, styles: Styles, file: str) -> dict[str, Story]:
    """The headers and footers by the ids of the relationships to them."""
    found = {}
    for relation in read_relations(package.parts, package.main, file):
        if relation.kind in _STORIES and relation.target in package.parts:
            root = parse_part(package.parts[relation.target], relation.target, file)
            if has_changes(root):
                accept_changes(root)
            reader = _Reader(styles, Numbering(package, file), root)
            paragraphs = [
                reader.read(p, n, 0, 0) for n, p in enumerate(root.iter(w("p"))) if not is_copy(p)
            ]
            found[relation.id] = Story(relation.target, tuple(paragraphs))
    return found
