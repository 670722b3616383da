"""The styles of a Word file: each with what it is based on, the defaults, the theme's fonts."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.word.layout.attributes import value
from r57plans.word.package import Package
from r57plans.word.relations import read_relations
from r57plans.word.xml import Element, parse_part, qname, w

_SLOTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}


def related_part(package: Package, kind: str, file: str = "") -> Element | None:
    """The tree of the part that the document has of a kind (`styles`); None where it has none.

    `file` is its name for messages. Raises `WordFileError` where that part is no sound XML.
    """
    for relation in read_relations(package.parts, package.main, file):
        if relation.kind == kind and relation.target in package.parts:
            return parse_part(package.parts[relation.target], relation.target, file)
    return None


class Styles:
    """The styles by kind and id."""

    def __init__(self, package: Package, file: str = "") -> None:
        root = related_part(package, "styles", file)
        self.theme = _theme_fonts(related_part(package, "theme", file))
        found = [] if root is None else list(root.iter(w("style")))
        self._by_id = {(s.get(w("type"), ""), s.get(w("styleId"), "")): s for s in found}
        self._defaults = {
            s.get(w("type"), ""): s.get(w("styleId"), "")
            for s in found
            if s.get(w("default")) in ("1", "true", "on")
        }
        defaults = None if root is None else root.find(w("docDefaults"))
        self.default_text = _inner(defaults, "rPrDefault", "rPr")
        self.default_paragraph = _inner(defaults, "pPrDefault", "pPr")

    def chain(self, kind: str, name: str | None) -> list[Element]:
        """A style after all those that it is based on; the default's where no style is named.

        A character style that is not named is no style at all. Circles end where they close.
        """
        if kind == "character" and not name:
            return []
        if not name or (kind, name) not in self._by_id:
            name = self._defaults.get(kind)
        found: list[Element] = []
        while name and (style := self._by_id.get((kind, name))) is not None and style not in found:
            found.insert(0, style)
            name = value(style.find(w("basedOn")))
        return found

    def name(self, kind: str, identifier: str) -> str:
        """The name of a style as people see it; "" for one that is not there."""
        style = self._by_id.get((kind, identifier))
        return "" if style is None else value(style.find(w("name"))) or ""


def _inner(holder: Element | None, *path: str) -> Element | None:
    for step in path:
        holder = None if holder is None else holder.find(w(step))
    return holder


def _theme_fonts(root: Element | None) -> Mapping[str, str]:
    """The fonts by the names that styles use for them: `minorHAnsi` → `Calibri`."""
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        scheme = None if root is None else next(root.iter(qname("a", f"{size}Font")), None)
        for suffix, slot in _SLOTS.items():
            found = None if scheme is None else scheme.find(qname("a", slot))
            if found is not None and found.get("typeface"):
                fonts[f"{size}{suffix}"] = found.get("typeface", "")
    return fonts
