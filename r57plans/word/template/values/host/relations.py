"""New relationships of one part of the document being made."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from r57plans.word.relations import read_relations, relations_name
from r57plans.word.xml import DECLARATION, NS, parse_part, qname, serialise

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NONE = DECLARATION + f'<Relationships xmlns="{NS["rel"]}"/>'.encode()

_Target = tuple[str, str, bool]  # the type, the target, whether that is outside


class NewRelations:
    """The relationships that a rendering adds to one part; equal ones are one."""

    __slots__ = ("_ids", "_name", "_next", "_taken")

    def __init__(self, parts: Mapping[str, bytes], part: str) -> None:
        self._name = relations_name(part)
        self._taken = {relation.id for relation in read_relations(parts, part)}
        self._ids: dict[_Target, str] = {}
        self._next = 1

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship to a part of the package, or to an address outside."""
        wanted = (kind, target, external)
        if wanted not in self._ids:
            self._ids[wanted] = self._free()
        return self._ids[wanted]

    def finished(self, parts: Mapping[str, bytes]) -> dict[str, bytes]:
        """The part of relationships with the new ones at its end."""
        root = parse_part(parts.get(self._name, _NONE), self._name)
        for (kind, target, external), number in self._ids.items():
            given = {"Id": number, "Type": kind, "Target": target if external else f"/{target}"}
            if external:
                given["TargetMode"] = "External"
            etree.SubElement(root, qname("rel", "Relationship"), given)
        return {self._name: serialise(root)} if self._ids else {}

    def _free(self) -> str:
        # Of another form than `rId1`, which other writers take next without asking.
        while (name := f"rIdNew{self._next}") in self._taken:
            self._next += 1
        self._next += 1
        return name
