"""The sections of a document: paper, margins, and what stands at the top and foot of pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from r57plans.word.layout.attributes import number, switch, value, whole
from r57plans.word.layout.lines import Shown
from r57plans.word.xml import Element, qname, w

_A_QUARTER_INCH = 720.0
_LETTER = (12240.0, 15840.0)
_MARGINS = {"top": 1440.0, "bottom": 1440.0, "left": 1440.0, "right": 1440.0}
_KINDS = ("headerReference", "footerReference")


@dataclass(frozen=True, slots=True)
class Story:
    """A header or footer: its part and its paragraphs."""

    part: str
    paragraphs: tuple[Shown, ...]

    @property
    def numbered(self) -> Shown | None:
        """The paragraph with the page's number; None where there is none."""
        return next((p for p in self.paragraphs if p.number), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A section; lengths in twips. `stories` are by place and pages: `header/default`.

    `start` is the page number that it begins with, None where it goes on from the one before;
    `continuous` says that it begins no new page.
    """

    width: float
    height: float
    margins: Mapping[str, float]
    edge: float
    gutter: float
    first_differs: bool
    start: int | None
    format: str
    continuous: bool
    stories: Mapping[str, Story] = field(default_factory=dict)

    @property
    def landscape(self) -> bool:
        """Whether the paper lies on its long side."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """The room between the margins."""
        return self.width - self.margins["left"] - self.margins["right"] - self.gutter

    def shown(self, place: str, pages: str) -> Story | None:
        """The header or footer (`place`) of the first page or of the pages after it."""
        if pages == "first" and not self.first_differs:
            pages = "default"
        return self.stories.get(f"{place}/{pages}")


def read_section(
    properties: Element | None, before: Section | None, stories: Mapping[str, Story]
) -> Section:
    """A section from its `w:sectPr`; `stories` are by relationship id.

    Headers and footers that it does not name are those of the section before.
    """
    size = _child(properties, "pgSz")
    margin = _child(properties, "pgMar")
    numbers = _child(properties, "pgNumType")
    kind = value(_child(properties, "type"))
    start = value(numbers, "start")
    return Section(
        width=_length(size, "w", _LETTER[0]),
        height=_length(size, "h", _LETTER[1]),
        margins={side: abs(_length(margin, side, usual)) for side, usual in _MARGINS.items()},
        edge=_length(margin, "header", _A_QUARTER_INCH),
        gutter=_length(margin, "gutter", 0),
        first_differs=bool(switch(properties, "titlePg")),
        start=None if start is None else whole(start, 1),
        format=value(numbers, "fmt") or "decimal",
        continuous=kind == "continuous",
        stories={**({} if before is None else before.stories), **_named(properties, stories)},
    )


def _named(properties: Element | None, stories: Mapping[str, Story]) -> dict[str, Story]:
    found = {}
    for tag in _KINDS if properties is not None else ():
        for reference in properties.iter(w(tag)):  # type: ignore[union-attr]  # None has no tags
            story = stories.get(reference.get(qname("r", "id"), ""))
            if story is not None:
                place = tag.removesuffix("Reference")
                found[f"{place}/{reference.get(w('type'), 'default')}"] = story
    return found


def _child(holder: Element | None, name: str) -> Element | None:
    return None if holder is None else holder.find(w(name))


def _length(holder: Element | None, name: str, usual: float) -> float:
    found = number(value(holder, name))
    return usual if found is None else found
