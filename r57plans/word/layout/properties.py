"""What a run and a paragraph look like once every layer of formatting has had its say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class TextLook:
    """A run: fonts by what they are for, the size in points, colours as RRGGBB or `auto`.

    `plain` is the font of basic Latin letters, `accented` that of all others.
    """

    plain: str = "Times New Roman"
    accented: str = "Times New Roman"
    size: float = 10
    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    underline: bool = False
    colour: str = AUTO
    highlight: str = ""

    def fonts(self, text: str) -> set[str]:
        """The fonts in which a text is shown."""
        if self.plain == self.accented:
            return {self.plain} if text else set()
        found = {self.plain if c < "\x80" else self.accented for c in text if not c.isspace()}
        return found or ({self.plain} if text else set())


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph: lengths in twips; `line` is a multiple of single, or twips where `exact`."""

    align: str = "left"
    left: float = 0
    right: float = 0
    first_line: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    rule: str = "auto"
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    contextual: bool = False
    outline: int = 9
    style: str = ""
    borders: Mapping[str, bool] = field(default_factory=dict)


Layer = dict[str, Any]
"""Properties that one layer of formatting gives, by the names of a look's fields."""
