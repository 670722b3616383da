"""What pages that are made from data have in common: cells in both languages, and being written."""

from __future__ import annotations

import sys
from pathlib import Path

from r57plans.model.base import Text


def both(text: Text) -> str:
    """A table's cell with both languages, the English on a line of its own."""
    return f"{text.vi}<br>{text.en}".replace("|", "\\|")


def write(path: Path, page: str) -> None:
    """Write a page, and say where."""
    path.write_text(page, "utf-8", newline="\n")
    sys.stdout.write(f"{path}\n")
