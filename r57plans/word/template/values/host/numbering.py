"""The lists of the document being made: started again, and new ones added."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from r57plans.word.xml import NS, Element, parse_part, serialise, w

PART = "numbering.xml"
LEVELS = 9
_EMPTY = f'<w:numbering xmlns:w="{NS["w"]}"/>'.encode()
_FIRST_SIGN = 0x57_00_00_00  # of what Word knows a list by when it is copied


class Numbering:
    """The lists of one document; the part is read when it is first asked for one."""

    __slots__ = ("_abstracts", "_bases", "_data", "_latest", "_new", "_nums", "_patterns", "_root")

    def __init__(self, data: bytes | None) -> None:
        self._data = data or _EMPTY
        self._root: Element | None = None
        self._abstracts = 0
        self._nums = 0
        self._bases: dict[int, int] = {}
        self._latest: dict[int, int] = {}
        self._patterns: dict[tuple[int, int], str | None] = {}
        self._new: tuple[list[str], list[str]] = ([], [])

    def restart(self, number: int, level: int) -> int | None:
        """The number of a list like this one that begins anew at a level and below it.

        None where the document has no such list.
        """
        self._read()
        base = self._bases.get(number, number)
        if (base, level) not in self._patterns:
            self._patterns[base, level] = self._overrides(base, level)
        inner = self._patterns[base, level]
        if inner is None:
            return None
        new = self.add(inner)
        self._bases[new] = base
        self._latest[base] = new
        return new

    def latest(self, number: int) -> int:
        """The list that this one goes on as: itself, or as it was last restarted."""
        return self._latest.get(self._bases.get(number, number), number)

    def add(self, inner: str) -> int:
        """Add a `w:num` of this content; what comes back is its number."""
        self._read()
        self._nums += 1
        self._new[1].append(f'<w:num w:numId="{self._nums}">{inner}</w:num>')
        return self._nums

    def add_abstract(self, write: Callable[[int], str]) -> int:
        """Add the `w:abstractNum` that is written for a free number, and give that."""
        self._read()
        self._abstracts += 1
        self._new[0].append(write(self._abstracts))
        return self._abstracts

    def finished(self) -> bytes | None:
        """The whole part; None when nothing was added."""
        if not any(self._new):
            return None
        root = parse_part(self._data, PART)
        abstracts, nums = map(_parsed, self._new)
        _insert(root, abstracts, (w("numPicBullet"), w("abstractNum")))
        _insert(root, nums, (w("numPicBullet"), w("abstractNum"), w("num")))
        return serialise(root)

    def _read(self) -> Element:
        if self._root is None:
            self._root = parse_part(self._data, PART)
            self._abstracts = _highest(self._root, "abstractNum", "abstractNumId")
            self._nums = _highest(self._root, "num", "numId")
        return self._root

    def _overrides(self, number: int, level: int) -> str | None:
        """What a `w:num` holds that is like another but begins anew; None where that is unknown."""
        num = _child(self._read(), "num", "numId", number)
        abstract = None if num is None else num.find(w("abstractNumId"))
        if num is None or abstract is None:
            return None
        levels = _child(self._read(), "abstractNum", "abstractNumId", abstract.get(w("val")))
        return _written(abstract) + restarted(num, levels, level)


def restarted(num: Element, abstract: Element | None, level: int = 0) -> str:
    """The `w:lvlOverride`s of a list like `num` that begins anew at a level and below it."""
    overrides = {o.get(w("ilvl"), ""): o for o in num.findall(w("lvlOverride"))}
    written = ""
    for depth in range(LEVELS):
        override = overrides.get(str(depth))
        own = None if override is None else override.find(w("lvl"))
        start = _start(override, own if own is not None else _level(abstract, depth))
        restart = f'<w:startOverride w:val="{start}"/>' if depth >= level else ""
        if restart or own is not None:
            inner = restart + ("" if own is None else _written(own))
            written += f'<w:lvlOverride w:ilvl="{depth}">{inner}</w:lvlOverride>'
    return written


def sign_of(number: int) -> str:
    """The eight hexadecimal digits by which Word tells a list of this number from others."""
    return f"{_FIRST_SIGN + number:08X}"


def _written(element: Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _level(abstract: Element | None, depth: int) -> Element | None:
    levels = () if abstract is None else abstract.findall(w("lvl"))
    return next((level for level in levels if level.get(w("ilvl")) == str(depth)), None)


def _start(override: Element | None, level: Element | None) -> int:
    """The first number of a level: what the list itself says, or else its level, or 1."""
    own = None if override is None else override.find(w("startOverride"))
    start = own if own is not None or level is None else level.find(w("start"))
    said = "" if start is None else start.get(w("val"), "")
    return int(said) if said.isdecimal() and len(said) < 6 else 1


def _child(root: Element, tag: str, key: str, value: object) -> Element | None:
    return next((e for e in root.findall(w(tag)) if e.get(w(key)) == str(value)), None)


def _highest(root: Element, tag: str, key: str) -> int:
    said = (element.get(w(key), "") for element in root.findall(w(tag)))
    return max((int(n) for n in said if n.isdecimal() and len(n) < 10), default=0)


def _parsed(pieces: Iterable[str]) -> list[Element]:
    whole = f'<w:numbering xmlns:w="{NS["w"]}">{"".join(pieces)}</w:numbering>'
    return list(parse_part(whole.encode(), PART))


def _insert(root: Element, elements: list[Element], after: tuple[str, ...]) -> None:
    """Put the elements behind the last child of these names, or first."""
    places = [place for place, child in enumerate(root) if child.tag in after]
    at = places[-1] + 1 if places else 0
    root[at:at] = elements
