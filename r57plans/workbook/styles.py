"""The formats of a workbook's cells: colours say what is required, optional and computed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter.format import Format

_FRAME: Mapping[str, Any] = {
    "text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF",
}  # fmt: skip
_ENTRY: Mapping[str, Any] = {**_FRAME, "num_format": "@", "locked": False}
_HEAD: Mapping[str, Any] = {**_FRAME, "bold": True, "locked": True}
_REQUIRED: Mapping[str, Any] = {"bg_color": "#FFF2CC"}
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "required": {**_ENTRY, **_REQUIRED},
    "optional": _ENTRY,
    "computed": {**_FRAME, "bg_color": "#EDEDED", "locked": False},
    "label": {**_FRAME, "bg_color": "#EDEDED", "locked": True},
    "head-required": {**_HEAD, "bg_color": "#F4B942"},
    "head-optional": {**_HEAD, "bg_color": "#BDD7EE"},
    "head-computed": {**_HEAD, "bg_color": "#D9D9D9"},
    "hidden": {"num_format": "@", "locked": False},
    "prose": {"text_wrap": True, "valign": "top"},
    "title": {"bold": True, "font_size": 14},
}


def styles_of(book: Any) -> dict[str, Format]:
    """The formats by name, made in a book."""
    return {name: book.add_format(dict(look)) for name, look in _STYLES.items()}


def quoted_of(book: Any) -> dict[str, Format]:
    """Those of text that begins like a formula: it keeps its apostrophe when a person edits it."""
    return {
        name: book.add_format({**_STYLES[name], "quote_prefix": True})
        for name in ("required", "optional")
    }
