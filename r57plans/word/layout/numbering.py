"""Word's lists: the mark that stands before a paragraph, and the indent that its level gives."""

from __future__ import annotations

import re
from collections import defaultdict

from r57plans.language import roman
from r57plans.word.layout.attributes import value, whole
from r57plans.word.layout.styles import related_part
from r57plans.word.package import Package
from r57plans.word.xml import Element, w

_BLANK = re.compile(r"%([1-9])")
_LEVELS = 9
_LARGEST_ROMAN = 3999
_NONE = {"none", "bullet"}


class Numbering:
    """The lists of one document, which count as its paragraphs are read in order."""

    def __init__(self, package: Package, file: str = "") -> None:
        root = related_part(package, "numbering", file)
        kinds = [] if root is None else list(root.iter(w("abstractNum")))
        by_id = {kind.get(w("abstractNumId"), ""): kind for kind in kinds}
        lists = [] if root is None else list(root.iter(w("num")))
        self._kinds = {n.get(w("numId"), ""): by_id.get(_kind(n)) for n in lists}
        self._overrides = {n.get(w("numId"), ""): n for n in lists}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)
        self._started: set[tuple[str, int]] = set()
        self._levels: dict[tuple[str, int], Element | None] = {}

    def level(self, number: str, depth: int) -> Element | None:
        """The level of a list; None where there is no such list."""
        if (number, depth) not in self._levels:
            self._levels[number, depth] = self._find_level(number, depth)
        return self._levels[number, depth]

    def _find_level(self, number: str, depth: int) -> Element | None:
        override = self._overrides.get(number)
        for own in () if override is None else override.iter(w("lvlOverride")):
            replaced = own.find(w("lvl"))
            if replaced is not None and whole(own.get(w("ilvl")), -1) == depth:
                return replaced
        kind = self._kinds.get(number)
        levels = () if kind is None else kind.iter(w("lvl"))
        return next((lvl for lvl in levels if whole(lvl.get(w("ilvl")), -1) == depth), None)

    def next_mark(self, number: str, depth: int) -> str:
        """The mark of the next paragraph of a list, counted; "" where it has none."""
        level = self.level(number, depth)
        if level is None:
            return ""
        self._count(number, depth)
        text = value(level.find(w("lvlText"))) or ""
        return _BLANK.sub(lambda found: self._said(number, int(found[1]) - 1), text)

    def _count(self, number: str, depth: int) -> None:
        # Lists of one kind count together, as Word does, unless one says where it begins.
        counts = self._counts[self._counter(number)]
        override = self._overrides.get(number)
        starts = () if override is None else override.iter(w("lvlOverride"))
        for own in starts:
            begin, at = own.find(w("startOverride")), whole(own.get(w("ilvl")), -1)
            if begin is not None and at == depth and (number, depth) not in self._started:
                counts[depth] = whole(value(begin), 1) - 1
        self._started.add((number, depth))
        start = self._start(number, depth)
        counts[depth] = counts[depth] + 1 if counts[depth] else max(start, 0)
        for deeper in range(depth + 1, _LEVELS):
            if self._restarts(number, deeper, depth):
                counts[deeper] = 0

    def _counter(self, number: str) -> str:
        kind = self._kinds.get(number)
        return "" if kind is None else kind.get(w("abstractNumId"), "")

    def _start(self, number: str, depth: int) -> int:
        level = self.level(number, depth)
        return 1 if level is None else whole(value(level.find(w("start"))), 1)

    def _restarts(self, number: str, deeper: int, depth: int) -> bool:
        level = self.level(number, deeper)
        said = None if level is None else value(level.find(w("lvlRestart")))
        return said is None or depth < whole(said, _LEVELS)

    def _said(self, number: str, depth: int) -> str:
        level = self.level(number, depth)
        count = self._counts[self._counter(number)][depth] or self._start(number, depth)
        return _formatted(count, "" if level is None else value(level.find(w("numFmt"))) or "")


def _kind(number: Element) -> str:
    return value(number.find(w("abstractNumId"))) or ""


def _formatted(count: int, kind: str) -> str:
    if kind in _NONE or count < 0:
        return ""
    if kind in ("upperRoman", "lowerRoman") and 0 < count <= _LARGEST_ROMAN:
        return roman(count) if kind == "upperRoman" else roman(count).lower()
    if kind in ("upperLetter", "lowerLetter") and count:
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if kind == "upperLetter" else letter
    return str(count)
