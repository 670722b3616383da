"""Styles: an official component's measures together with what the house adds to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from r57plans.errors import R57Error
from r57plans.word.maker.measures import Measure

# Headings and the page number are Word's own styles: its navigation pane and page header, and
# LibreOffice's, know them by these names in every language.
_BUILT_IN = {
    "part": ("Heading1", "heading 1"),
    "section": ("Heading2", "heading 2"),
    "subsection": ("Heading3", "heading 3"),
    "page-number": ("Header", "header"),
}


def style_id(key: str) -> str:
    """The id of a style in a file: `Heading1` for `part`, `R57PlaceDate` for `place-date`."""
    if key in _BUILT_IN:
        return _BUILT_IN[key][0]
    return "R57" + "".join(word.capitalize() for word in key.split("-"))


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. None means: as the style that it is based on has it.

    Sizes and distances are measures as the layouts give them, in points and millimetres; `inset`
    is the indent on both sides.
    """

    key: str
    label: str
    like: str | None = None
    size: Measure | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False
    grey: bool = False
    boxed: bool = False
    align: str | None = None
    first_line: Measure | None = None
    inset: Measure | None = None
    before: Measure | None = None
    after: Measure | None = None
    line: Mapping[str, Any] | None = None
    keep_next: bool = False
    keep_lines: bool = False
    list: str | None = None
    level: int = 0
    outline: int | None = None

    @property
    def id(self) -> str:
        """The id in the file."""
        return style_id(self.key)

    @property
    def name(self) -> str:
        """The name that people see, unless Word has a name of its own for the style."""
        return _BUILT_IN[self.key][1] if self.key in _BUILT_IN else f"R57 {self.label}"

    @property
    def alias(self) -> str | None:
        """Our name for a style that Word has a name for."""
        return f"R57 {self.label}" if self.key in _BUILT_IN else None


_FIELDS = set(Style.__dataclass_fields__) - {"key", "label"}
_NOT_OF_STYLES = {
    "name", "box", "place", "case", "source", "basis", "clause", "note", "less_certain",
    "blank_lines", "edge", "first_page",
}  # fmt: skip


class Stylesheet:
    """The styles of one template by their names in outlines."""

    def __init__(self, styles: tuple[Style, ...]) -> None:
        self._styles = {style.key: style for style in styles}

    def __iter__(self) -> Iterator[Style]:
        return iter(self._styles.values())

    def __getitem__(self, key: str) -> Style:
        if key not in self._styles:
            raise R57Error(f"there is no style {key}")
        return self._styles[key]


def stylesheet(
    components: Mapping[str, Mapping[str, Any]], additions: Mapping[str, Mapping[str, Any]]
) -> Stylesheet:
    """The styles of a layout's components, which lines have no style of, and the house's own.

    An addition to a component that this layout does not know is left out; raises R57Error for
    a measure that no style has.
    """
    styled = {key: dict(value) for key, value in components.items() if "rule" not in value}
    for key, more in additions.items():
        if key in styled or "name" in more:
            styled.setdefault(key, {}).update(more)
    return Stylesheet(tuple(_style(key, measures) for key, measures in styled.items()))


def _style(key: str, measures: Mapping[str, Any]) -> Style:
    if unknown := set(measures) - _FIELDS - _NOT_OF_STYLES:
        raise R57Error(f"style {key}: nobody knows {', '.join(sorted(unknown))}")
    known = {name: value for name, value in measures.items() if name in _FIELDS}
    label = measures["name"]["vi"].replace(",", "")  # Word takes a comma for the start of an alias
    return Style(key=key, label=label, **known)
