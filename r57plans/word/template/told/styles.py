"""What the paragraph styles of a template say of headings, bold text and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from r57plans.word.package import content_types
from r57plans.word.xml import Element, parse_part, w

_KIND = ".styles+xml"
_HEADING = "heading "  # how every language's Word calls its own styles in the file
_LEVELS = 9
_OFF = ("0", "false", "off", "none")


class Styles:
    """The paragraph styles of a package, each with those it is based on."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        kinds = content_types(parts)
        part = next((name for name, kind in kinds.items() if kind.endswith(_KIND)), "")
        found = parse_part(parts[part], part).iter(w("style")) if part in parts else iter(())
        kept = [style for style in found if style.get(w("type")) == "paragraph"]
        self._by_id = {style.get(w("styleId"), ""): style for style in kept}
        defaults = (i for i, s in self._by_id.items() if s.get(w("default")) in ("1", "true"))
        self._default = next(defaults, "")

    def is_heading(self, paragraph: Element) -> bool:
        """Whether Word shows the paragraph in its outline, by its own level or its style's."""
        for holder in self._holders(paragraph):
            level = holder.find(f"{w('pPr')}/{w('outlineLvl')}")
            if level is not None:
                said = level.get(w("val"), "")
                return said.isdecimal() and int(said) < _LEVELS
            name = holder.find(w("name"))
            if name is not None and name.get(w("val"), "").lower().startswith(_HEADING):
                return True
        return False

    def is_bold(self, paragraph: Element) -> bool:
        """Whether all the text of a paragraph is bold; False when it has none."""
        runs = [run for run in paragraph.iter(w("r")) if run.find(w("t")) is not None]
        return bool(runs) and all(self._bold_run(run, paragraph) for run in runs)

    def list_number(self, paragraph: Element) -> str:
        """The number of the paragraph's list, by its own properties or its style's; "" for none."""
        number = self._numbering(paragraph, "numId")
        return number if number.isdecimal() and number != "0" else ""

    def list_level(self, paragraph: Element) -> int:
        """The paragraph's level in its list, from 0."""
        level = self._numbering(paragraph, "ilvl")
        return int(level) if level.isdecimal() and len(level) == 1 else 0

    def _numbering(self, paragraph: Element, name: str) -> str:
        path = f"{w('pPr')}/{w('numPr')}/{w(name)}"
        found = (holder.find(path) for holder in self._holders(paragraph))
        said = next((element for element in found if element is not None), None)
        return "" if said is None else said.get(w("val"), "")

    def _holders(self, paragraph: Element) -> Iterator[Element]:
        """The paragraph and its styles, the nearest first."""
        yield paragraph
        named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        style = self._default if named is None else named.get(w("val"), "")
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            yield self._by_id[style]
            based = self._by_id[style].find(w("basedOn"))
            style = "" if based is None else based.get(w("val"), "")

    def _bold_run(self, run: Element, paragraph: Element) -> bool:
        for holder in (run, *list(self._holders(paragraph))[1:]):
            bold = holder.find(f"{w('rPr')}/{w('b')}")
            if bold is not None:
                return bold.get(w("val"), "1") not in _OFF
        return False
