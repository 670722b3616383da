"""The titles of groups in the rows of a table, one within another by the marks before them."""

from __future__ import annotations

import re

from r57plans.findings import Finding, Place
from r57plans.importing import told

TITLE_MARK = re.compile(
    r"^\s*(?:(?i:nhóm|phần|mục)\s+)?(?:(?i:thứ )?(?:[IVXL]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*))"
    r"\s*(?:[-.)/:–]+\s*|$)"
)
_ROMAN = re.compile(r"[IVXL]+")


def bare_title(text: str) -> str:
    """The title of a group without its mark and end."""
    return TITLE_MARK.sub("", text).strip().rstrip(" :;.")


def _kind(mark: str) -> str:
    """What sort of mark it is: titles of one sort stand side by side."""
    said = mark.strip(" -.)/:–")
    if not said:
        return ""
    if _ROMAN.fullmatch(said):
        return "roman"
    return f"figures {said.count('.')}" if said[0].isdecimal() else "letter"


class Titles:
    """The titles so far: `current` is that of the rows that come now.

    A title right below another with a mark of another sort stands within it; `parents` says so.
    """

    def __init__(self) -> None:
        self.current = ""
        self.parents: dict[str, str] = {}
        self._places: dict[str, Place] = {}
        self._kind = ""
        self._upper = ("", "")  # the title that others stand within, and its kind
        self._empty = False  # whether no task has come since the last title

    def open(self, text: str, number: str, place: Place) -> None:
        """A title begins, with the mark in its own text or in the column of numbers."""
        mark = TITLE_MARK.match(text)
        kind = _kind(number or (mark[0].split()[-1] if mark else ""))
        if self._empty and kind and self._kind and kind != self._kind:
            self._upper = (self.current, self._kind)
        elif kind == self._upper[1]:
            self._upper = ("", "")
        title = bare_title(text)
        if self._upper[0] and title != self._upper[0]:
            self.parents.setdefault(title, self._upper[0])
        self.current, self._kind, self._empty = title, kind, True
        self._places.setdefault(title, place)

    def leave(self) -> None:
        """The rows that come now stand below no title."""
        self.current, self._kind, self._upper = "", "", ("", "")

    def task(self) -> None:
        """A task came below the current title."""
        self._empty = False

    def unused(self, used: set[str]) -> list[Finding]:
        """The titles below which nothing stands, and that are no groups of the plan."""
        return [told.row_left(p, title) for title, p in self._places.items() if title not in used]
