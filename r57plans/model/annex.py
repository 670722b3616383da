"""The tables at a plan's end: which, in which order, with which columns and numbering."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from r57plans.model.base import Frozen, Many, OrBare, Text

AnnexKind = Literal["targets", "tasks", "roadmap"]
ColumnKey = Literal[
    "number", "text", "title", "name", "unit", "baseline", "values", "central", "relation",
    "monitor", "supplier", "leads", "supports", "requested", "in_charge", "products", "deadline",
    "milestones", "funding", "targets", "origin", "directives", "note",
]  # fmt: skip

COLUMNS_OF: dict[AnnexKind, tuple[ColumnKey, ...]] = {
    "targets": (
        "number", "name", "unit", "baseline", "values", "central", "relation", "monitor",
        "supplier", "leads", "note",
    ),
    "tasks": (
        "number", "text", "title", "leads", "supports", "requested", "in_charge", "products",
        "deadline", "milestones", "funding", "targets", "origin", "directives", "note",
    ),
    "roadmap": ("number", "text"),
}  # fmt: skip
"""The columns that a table of each kind can print."""
DRAFT_COLUMNS: frozenset[ColumnKey] = frozenset({"note"})
"""Columns that only a draft prints, whatever the plan says of them."""
FEWEST_COLUMNS = 2


class Column(OrBare):
    """One column; `draft: true` keeps it out of what is signed and issued."""

    key: ColumnKey
    title: Text | None = None
    width: int | None = Field(default=None, ge=5, le=250)
    draft: bool = False

    @model_validator(mode="before")
    @classmethod
    def _bare_string_is_a_key(cls, value: object) -> object:
        return {"key": value} if isinstance(value, str) else value


class Annex(Frozen):
    """One table; widths of columns are millimetres."""

    kind: AnnexKind
    title: Text | None = None
    horizons: Literal["columns", "rows"] = "columns"
    numbering: Literal["through", "by-group"] = "through"
    columns: Many[Column] = ()


DEFAULT_ANNEXES = (
    Annex(kind="targets"),
    Annex(kind="tasks"),
    Annex(kind="roadmap"),
)
