"""New parts of the document being made, with names that are free and their content types."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from r57plans.word.package import CONTENT_TYPES
from r57plans.word.relations import relations_name
from r57plans.word.xml import NS, parse_part, qname, serialise

_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class PartTree:
    """A part of another package with the parts it leads to, such as a chart with its figures.

    Each of `leads` is the id and the type of a relationship, and the part at its end.
    """

    name: str
    data: bytes
    type: str
    leads: tuple[tuple[str, str, PartTree], ...] = ()

    @property
    def size(self) -> int:
        """The number of bytes of all its parts."""
        return len(self.data) + sum(part.size for _, _, part in self.leads)


class NewParts:
    """The parts that a rendering adds, by name, each with its content type."""

    __slots__ = ("_counts", "_parts", "_taken", "_types")

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._taken = {name.casefold() for name in parts}
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, folder: str, base: str, extension: str, data: bytes, kind: str) -> str:
        """Add a part, `word/media/image3.png`, with the first free number; what comes back is
        its name."""
        key = (f"{folder}/{base}".casefold(), extension)
        while True:
            self._counts[key] = number = self._counts.get(key, 0) + 1
            name = f"{folder}/{base}{number}.{extension}"
            if name.casefold() not in self._taken:
                return self.put(name, data, kind)

    def put(self, name: str, data: bytes, kind: str) -> str:
        """Add a part of this name, or replace its bytes; what comes back is the name."""
        self._taken.add(name.casefold())
        self._parts[name] = data
        self._types[name] = kind
        return name

    def copy(self, tree: PartTree) -> str:
        """Add a copy of a part and of those it leads to; what comes back is its name here."""
        folder, base = posixpath.split(tree.name)
        stem, _, extension = base.rpartition(".")
        name = self.add(folder, stem.rstrip(_DIGITS) or "part", extension, tree.data, tree.type)
        if tree.leads:
            root = etree.Element(qname("rel", "Relationships"), nsmap={"rel": NS["rel"]})
            for number, kind, part in tree.leads:
                given = {"Id": number, "Type": kind, "Target": f"/{self.copy(part)}"}
                etree.SubElement(root, qname("rel", "Relationship"), given)
            self.put(relations_name(name), serialise(root), _RELATIONS)
        return name

    def is_free(self, name: str) -> bool:
        """Whether no part has this name."""
        return name.casefold() not in self._taken

    def finished(self, parts: Mapping[str, bytes]) -> dict[str, bytes]:
        """The new parts, and the content types that name them."""
        if not self._parts:
            return {}
        return {**self._parts, CONTENT_TYPES: self._with_types(parts[CONTENT_TYPES])}

    def _with_types(self, data: bytes) -> bytes:
        root = parse_part(data, CONTENT_TYPES)
        defaults = {
            entry.get("Extension", "").lower(): entry.get("ContentType", "")
            for entry in root.iter(qname("ct", "Default"))
        }
        first = 0
        for name, kind in self._types.items():
            extension = name.rpartition(".")[2].lower()
            if kind.startswith("image/") and extension not in defaults:
                defaults[extension] = kind
                given = {"Extension": extension, "ContentType": kind}
                root.insert(first, root.makeelement(qname("ct", "Default"), given))
                first += 1
            elif defaults.get(extension) != kind:
                given = {"PartName": f"/{name}", "ContentType": kind}
                etree.SubElement(root, qname("ct", "Override"), given)
        return serialise(root)
