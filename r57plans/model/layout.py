"""Official layouts and the rules that are checked by them: every measure with source and basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal

from pydantic import Field

from r57plans.findings import Level
from r57plans.model.base import Basis, Dated, Frozen, Many, Name, Text, Words
from r57plans.model.registers import LayoutName

Half = Literal["left", "right", "full"]
Align = Literal["left", "center", "right", "justify"]
NumberFormat = Literal["decimal", "upperRoman", "lowerLetter"]


class Range(Frozen):
    """From one value to another, open above where `to` is missing; `print` is what we print."""

    start: float = Field(alias="from")
    end: float | None = Field(default=None, alias="to")
    print: float

    def holds(self, value: float, slack: float = 0) -> bool:
        """Whether a value lies within, give or take `slack`."""
        return self.start - slack <= value and (self.end is None or value <= self.end + slack)


Measure = float | Range


def as_range(measure: Measure) -> Range:
    """A measure as a range: a single value is the range that holds nothing else."""
    if isinstance(measure, Range):
        return measure
    return Range.model_validate({"from": measure, "to": measure, "print": measure})


class Fact(Frozen):
    """Something that an instrument says: its clause, which source it was read in, how surely.

    `less_certain` gives single measures a weaker basis than the rest.
    """

    source: Name
    basis: Basis
    clause: Words | None = None
    less_certain: dict[str, Basis] = Field(default_factory=dict)
    note: Words | None = None

    def basis_of(self, measure: str) -> Basis:
        """How surely one measure is known."""
        return self.less_certain.get(measure, self.basis)


class Spacing(Frozen):
    """The distance of lines: `exactly` in points, or a `multiple` of single."""

    exactly: Measure | None = None
    multiple: Measure | None = None


class Standing(Frozen):
    """Where a component stands on page 1."""

    half: Half
    line: int | None = None
    level_with: Name | None = None


class DrawnRule(Frozen):
    """A drawn line: its length as a share of a component's, or what we print in millimetres."""

    of: Name
    start: float = Field(alias="from")
    end: float = Field(alias="to")
    print: float | None = None
    length: float | None = None


class Component(Fact):
    """A component of a document. Sizes, `before`, `after` are points; `first_line` millimetres.

    What is not said of bold, italic and underline is refused: the instruments name what they want.
    `template` is False where no template of ours prints it.
    """

    name: Text
    box: Words | None = None
    place: Standing | None = None
    case: Literal["upper"] | None = None
    size: Measure | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    boxed: bool | None = None
    align: Align | None = None
    first_line: Measure | None = None
    before: Measure | None = None
    after: Measure | None = None
    line: Spacing | None = None
    rule: DrawnRule | None = None
    blank_lines: int | None = None
    template: bool = True

    def measures(self) -> Mapping[str, Any]:
        """What the file says of the component, by the names that it uses there."""
        return self.model_dump(by_alias=True, exclude_unset=True)


class Paper(Fact):
    """The paper in millimetres, upright."""

    width: float
    height: float


class Margins(Fact):
    """The margins in millimetres."""

    top: Measure
    bottom: Measure
    left: Measure
    right: Measure


class PageNumber(Fact):
    """The page number: `edge` is its distance from the top of the page in millimetres."""

    edge: Measure
    size: Measure
    align: Align
    first_page: bool


class Font(Fact):
    """The font and the colour of all text."""

    name: Words
    charset: Words
    colour: Literal["black"]


class PageRules(Frozen):
    """What holds for every page."""

    paper: Paper
    margins: Margins
    number: PageNumber
    font: Font


class Numbering(Fact):
    """How a part, section or appendix is numbered; `text` is the mark as Word writes it."""

    format: NumberFormat
    text: Words | None = None


class Wording(Fact):
    """Words and signs that are prescribed.

    `pattern` or `value` for a line as a whole; `start`, `between`, `last` for the lines of a list,
    each with what else is `accepted` in the place of `between`.
    """

    pattern: Words | None = None
    value: str | None = None
    start: str | None = None
    between: str | None = None
    last: str | None = None
    accepted: Many[str] = ()


class Instrument(Frozen):
    """A document that prescribes the layout, or that ends it."""

    number: Words
    date: Words
    basis: Basis
    note: Words | None = None


class OfficialLayout(Dated):
    """One layout: its instruments, its page, its numbers, its words and its components."""

    id: Name
    layout: LayoutName
    name: Text
    note: Text | None = None
    instruments: Many[Instrument]
    sources: dict[str, Words]
    page: PageRules
    numbering: dict[str, Numbering]
    wording: dict[str, Wording]
    components: dict[str, Component]

    @property
    def party(self) -> bool:
        """Whether this is a layout of Party documents."""
        return self.layout == "party"

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Every fact by its place in the file: `wording.number`."""
        for key in PageRules.model_fields:
            yield f"page.{key}", getattr(self.page, key)
        for room in ("numbering", "wording", "components"):
            for key, fact in getattr(self, room).items():
                yield f"{room}.{key}", fact

    @cached_property
    def by_place(self) -> Mapping[str, Fact]:
        """Every fact by its place in the file."""
        return dict(self.facts())

    def clause(self, fact: Fact) -> str:
        """The clause as it is cited: `30/2020/NĐ-CP, Phụ lục I, mục II.3.c`."""
        box = getattr(fact, "box", None)
        more = fact.clause or (f"ô số {box}" if box else "")
        return ", ".join(filter(None, (self.sources[fact.source], more)))


class LayoutRule(Frozen):
    """A rule that a Word file is checked by; `{component}`, `{found}`, `{wanted}` are blanks.

    `cites` is the place of the clause in the layouts' files; `component` stands for the component
    that a finding is about. `fix` says that `--fix` can put it right; `translation` that it also
    holds for an unofficial translation.
    """

    id: Words
    level: Level
    layouts: Many[LayoutName] = ("party", "state")
    cites: Words
    measure: Words | None = None
    title: Text
    message: Text
    hint: Text
    fix: bool = False
    translation: bool = False


def layout_on(layouts: tuple[OfficialLayout, ...], kind: LayoutName, day: date | None) -> Any:
    """The layout of a kind that held on a day; the latest of that kind where no day is known.

    A day before the first of them gives the first: older layouts are not in the data.
    """
    found = sorted((x for x in layouts if x.layout == kind), key=lambda x: x.valid_from or date.min)
    if day is None:
        return found[-1]
    return next((x for x in found if x.valid_on(day)), found[0])
