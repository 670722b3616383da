"""The official layouts and the rules that documents are checked by, from the catalogue's folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from r57plans.assets import catalogue_folder
from r57plans.load.records import RecordReader
from r57plans.model.layout import LayoutRule, OfficialLayout

FOLDER = "layouts"
RULES = "layout-rules.yaml"


def load_layout(path: Path) -> OfficialLayout:
    """One layout from its file; raises LoadError with every fault of it."""
    reader = RecordReader()
    made = reader.record(path, OfficialLayout)
    reader.refuse()
    return made


@lru_cache(maxsize=1)
def load_layouts() -> tuple[OfficialLayout, ...]:
    """All layouts, by the names of their files; read once a process."""
    return tuple(load_layout(path) for path in sorted((catalogue_folder() / FOLDER).glob("*.yaml")))


@lru_cache(maxsize=1)
def load_layout_rules() -> tuple[LayoutRule, ...]:
    """The rules in the order in which they are listed; read once a process."""
    reader = RecordReader()
    made: tuple[LayoutRule, ...] = reader.part(catalogue_folder() / RULES, tuple[LayoutRule, ...])
    reader.refuse()
    return made
