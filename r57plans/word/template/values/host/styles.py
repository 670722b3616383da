"""The styles of the document being made: found by name or id, and added to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from lxml import etree

from r57plans.word.xml import NS, Element, parse_part, serialise, w

PART = "styles.xml"
_EMPTY = f'<w:styles xmlns:w="{NS["w"]}"/>'.encode()
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its id, kind (`paragraph`, `character` …) and name as Word shows it.

    `link` is the id of its partner of the other kind, `based` that of the style it is based on;
    `numbering` the list and the level that its paragraphs belong to, None where it says nothing.
    """

    id: str
    kind: str
    name: str
    link: str = ""
    based: str = ""
    numbering: tuple[int, int] | None = None


class Styles:
    """The styles of one document; what is added is written by `finished`."""

    __slots__ = ("_added", "_by_id", "_by_name", "_data")

    def __init__(self, data: bytes | None) -> None:
        self._data = data or _EMPTY
        self._by_id: dict[str, Style] = dict(_read(self._data))
        self._by_name: dict[tuple[str, str], Style] = {}
        for style in self._by_id.values():
            self._by_name.setdefault((style.kind, style.name.casefold()), style)
        self._added: list[str] = []

    def named(self, kind: str, name: str) -> Style | None:
        """The style of a kind by its name, capitals aside; None where there is none."""
        return self._by_name.get((kind, name.casefold()))

    def find(self, kind: str, said: str) -> str | None:
        """The id of the style of a kind that an author calls by name or by id.

        A paragraph's style stands for its partner among the characters' styles.
        """
        found = self.named(kind, said) or self._by_id.get(said)
        if found is None and kind == "character":
            found = self.named("paragraph", said)
        if found is None or found.kind == kind:
            return found.id if found else None
        partner = self._by_id.get(found.link)
        return partner.id if partner and partner.kind == kind else None

    def numbering(self, style: str) -> tuple[int, int] | None:
        """The list and level of a paragraph's style, which it may have from what it is based on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._by_id.get(style)
            if found is None or found.numbering is not None:
                return found.numbering if found else None
            style = found.based
        return None

    def reserve(self, style: Style) -> Style:
        """Take a place for a style that the document lacks; its id and name may come back changed,
        where another style has them."""
        style = Style(
            _free(style.id, self._by_id.__contains__),
            style.kind,
            _free(style.name, self._knows),
            numbering=style.numbering,
        )
        self._by_id[style.id] = style
        self._by_name[style.kind, style.name.casefold()] = style
        return style

    def add(self, xml: str) -> None:
        """Add the `w:style` of a reserved style."""
        self._added.append(xml)

    def finished(self) -> bytes | None:
        """The whole part; None when nothing was added."""
        if not self._added:
            return None
        root = parse_part(self._data, PART)
        whole = f'<w:styles xmlns:w="{NS["w"]}">{"".join(self._added)}</w:styles>'
        root.extend(list(parse_part(whole.encode(), PART)))
        etree.cleanup_namespaces(root, keep_ns_prefixes=[p for p in root.nsmap if p])
        return serialise(root)

    def _knows(self, name: str) -> bool:
        return any(known == name.casefold() for _, known in self._by_name)


def _free(said: str, taken: Callable[[str], bool]) -> str:
    """The text, with a number behind it where it is taken."""
    if not taken(said):
        return said
    return next(new for n in count(2) if not taken(new := f"{said}{n}"))


@lru_cache(maxsize=64)
def _read(data: bytes) -> Mapping[str, Style]:
    root = parse_part(data, PART)
    styles = (_style(element) for element in root.iter(w("style")))
    return {style.id: style for style in styles}


def _style(element: Element) -> Style:
    return Style(
        element.get(w("styleId"), ""),
        element.get(w("type"), "paragraph"),
        _value(element, w("name")),
        _value(element, w("link")),
        _value(element, w("basedOn")),
        _numbering(element),
    )


def _numbering(style: Element) -> tuple[int, int] | None:
    number = _value(style, f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    level = _value(style, f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
    if not (number.isdecimal() and len(number) < 10):
        return None
    return int(number), int(level) if level in tuple("012345678") else 0


def _value(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(w("val"), "")
