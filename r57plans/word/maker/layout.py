"""An official layout as the maker reads it: the measures that its templates print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from r57plans.errors import R57Error
from r57plans.load import load_layout
from r57plans.word.maker.measures import printed, twips_of_millimetres, twips_of_points
from r57plans.word.text_width import bold_width


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in twips; `edge` is the page number's distance from the top edge."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    edge: int

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout: its page, its marks of parts and sections, and its components by name."""

    page: Page
    font: str
    marks: Mapping[str, tuple[str, str]]
    components: Mapping[str, Mapping[str, Any]]

    def rule_length(self, name: str, text: str) -> int:
        """The length in twips of a drawn line, measured against `text` where the rules ask so."""
        rule = self.components.get(name, {}).get("rule")
        if rule is None:
            raise R57Error(f"the layout has no rule {name}")
        if "length" in rule:
            return twips_of_millimetres(rule["length"])
        size = printed(self.components[rule["of"]]["size"])
        return round(bold_width(text, size) * printed(rule))


def read_layout(path: Path) -> Layout:
    """The layout in a file of task_catalog/layouts/."""
    official = load_layout(path)
    marks = {
        name: (mark.format, mark.text) for name, mark in official.numbering.items() if mark.text
    }
    components = {key: c.measures() for key, c in official.components.items() if c.template}
    page = official.page.model_dump(by_alias=True, exclude_unset=True)
    components["page-number"] = page["number"]
    return Layout(_page(page), official.page.font.name, marks, components)


def _page(page: Mapping[str, Any]) -> Page:
    sides = {side: page["margins"][side] for side in ("top", "bottom", "left", "right")}
    return Page(
        width=twips_of_millimetres(page["paper"]["width"]),
        height=twips_of_millimetres(page["paper"]["height"]),
        edge=twips_of_millimetres(page["number"]["edge"]),
        **{side: twips_of_millimetres(measure) for side, measure in sides.items()},
    )


def line_spacing(line: Mapping[str, Any] | None) -> dict[str, str | int]:
    """The attributes of `w:spacing` for `{exactly: points}` or `{multiple: of single}`."""
    if not line:
        return {}
    if "exactly" in line:
        return {"line": twips_of_points(line["exactly"]), "lineRule": "exact"}
    return {"line": round(printed(line["multiple"]) * 240), "lineRule": "auto"}
