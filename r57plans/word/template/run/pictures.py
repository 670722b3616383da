"""Pictures of a template that stand for others: found by name, exchanged when it is rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from r57plans.findings import Message
from r57plans.language.text import nearest
from r57plans.word.relations import drop_relations, reachable, relations_name
from r57plans.word.template.passes.draft import ATTRIBUTE, Draft, Piece
from r57plans.word.template.passes.tags import NO_TAG
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values.image import Image, replaced
from r57plans.word.xml import Element, parse_part, qname

if TYPE_CHECKING:
    from r57plans.word.template.run.runtime import Runtime

Picture = Image | bytes | Path

_SAID = ("name", "title", "descr")
_EMBED = qname("r", "embed")
_RELATED = qname("r", "")


def ready_pictures(draft: Draft) -> None:
    """Let each picture with a name take its relationship at run time."""
    for drawing in reversed(list(_drawings(draft.root))):  # one inside another goes first
        names = _names(drawing)
        for blip in drawing.iter(qname("a", "blip")) if names else ():
            relation = blip.get(_EMBED, "")
            if relation and not relation.startswith(ATTRIBUTE):
                piece = Piece(NO_TAG, "write", "", "picture", (relation, *names))
                blip.set(_EMBED, draft.attribute(piece))


class Pictures:
    """The pictures given to one rendering, by name, and which of them found their place."""

    __slots__ = ("_given", "_kept", "_replaced", "_unused")

    def __init__(self, given: Mapping[str, Picture]) -> None:
        self._given = {name.casefold(): picture for name, picture in given.items()}
        self._unused = {name.casefold(): name for name in given}
        self._kept: set[tuple[str, str]] = set()
        self._replaced: set[tuple[str, str]] = set()

    def relation(self, runtime: Runtime, relation: str, names: tuple[str, ...]) -> str:
        """The relationship to write for a picture of these names."""
        for name in map(str.casefold, names):
            if name in self._given:
                self._unused.pop(name, None)
                self._replaced.add((runtime.part, relation))
                return replaced(runtime, self._given[name])
        self._kept.add((runtime.part, relation))
        return relation

    def without_replaced(self, parts: dict[str, bytes]) -> dict[str, bytes]:
        """The parts without the pictures in whose place others now stand everywhere."""
        gone = self._replaced - self._kept
        if not gone:
            return parts
        left = dict(parts)
        for part in sorted({part for part, _ in gone}):
            name = relations_name(part)
            ids = {relation for owner, relation in gone if owner == part}
            ids -= _unnamed(parse_part(parts[part], part))
            if name in left:
                left[name] = drop_relations(left[name], name, ids)
        used = reachable(left)
        return {n: data for n, data in left.items() if n in used or "/media/" not in n}

    def check(self, known: tuple[str, ...]) -> None:
        """Raise `MisuseError` for a picture whose name the template does not have."""
        for name in self._unused.values():
            near = nearest(name, known)
            shown = ", ".join(near or known) or "–"
            raise MisuseError(
                "template.unknown-picture",
                name,
                hint=Message(
                    vi=f"Tên hình ảnh có trong mẫu: {shown}.",
                    en=f"Names of pictures in the template: {shown}.",
                ),
            )


def picture_names(root: Element) -> tuple[str, ...]:
    """The names of the pictures of a part, each once."""
    found = (name for drawing in _drawings(root) for name in _names(drawing))
    return tuple(dict.fromkeys(found))


def _unnamed(root: Element) -> set[str]:
    """The relationships that a part uses elsewhere than in its pictures with names."""
    named = {blip for d in _drawings(root) if _names(d) for blip in d.iter(qname("a", "blip"))}
    others = (element for element in root.iter("*") if element not in named)
    return {
        str(value)
        for element in others
        for key, value in element.attrib.items()
        if str(key).startswith(_RELATED)
    }


def _drawings(root: Element) -> Iterator[Element]:
    for properties in root.iter(qname("wp", "docPr")):
        drawing = properties.getparent()
        if drawing is not None:
            yield drawing


def _names(drawing: Element) -> tuple[str, ...]:
    """The name, title and description of a drawing, and the name of the file it came from."""
    properties = drawing.find(qname("wp", "docPr"))
    said = [] if properties is None else [properties.get(k, "") for k in _SAID]
    said += [picture.get("name", "") for picture in drawing.iter(qname("pic", "cNvPr"))]
    return tuple(dict.fromkeys(name for name in said if name))
