"""What the cells of a printed row show, however their items are parted."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.pull.base import Base, Field, is_list, norm


def cell_key(text: str) -> str:
    """The text of a cell, however its items are parted."""
    return norm(text.replace(";", " ").replace("\n", " ")).casefold()


Shown = Mapping[str, tuple[str, ...]]
"""By key, what the cells of a record's row may show; the first text is the first printed."""


def printed_cells(base: Base, record: str) -> Shown:
    """What the cells of a record's row show; `text+` is the text with its parts below it."""
    fields = base.by_record.get(record, {})
    cells = {key: _shown(field) for key, field in fields.items()}
    below = [_numbered(fields[key]) for key in ("parts", "each") if key in fields]
    if "text" in cells and any(below):
        cells["text+"] = (" ".join([cells["text"][0], *below]),)
    return cells


def _shown(field: Field) -> tuple[str, ...]:
    if is_list(field.path):
        return (cell_key(" ".join(field.texts)),)
    return tuple(map(cell_key, field.items[0]))


def _numbered(field: Field) -> str:
    """The items below a text; parts have their numbers before them."""
    parts = field.path.endswith("/parts")
    said = (f"({n}) {text}" if parts else text for n, text in enumerate(field.texts, 1))
    return cell_key(" ".join(said))
