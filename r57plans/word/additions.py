"""Adding a part to a Word package, with its content type and the relationship to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from r57plans.word.package import CONTENT_TYPES
from r57plans.word.relations import read_relations, relations_name
from r57plans.word.xml import DECLARATION, NS, parse_part, qname, serialise

_NO_RELATIONS = DECLARATION + f'<Relationships xmlns="{NS["rel"]}"/>'.encode()


@dataclass(frozen=True, slots=True)
class Addition:
    """A part to add: `kind` is the relationship's type; `type` its content type, "" for none.

    `source` is the part that points to it; "" stands for the package itself.
    """

    name: str
    content: bytes
    kind: str
    source: str = ""
    type: str = ""


def add_part(parts: Mapping[str, bytes], addition: Addition) -> dict[str, bytes]:
    """The parts with one more; a part of the same name is replaced, and pointed to only once."""
    out = {**parts, addition.name: addition.content}
    if addition.type:
        out[CONTENT_TYPES] = _with_type(parts[CONTENT_TYPES], addition)
    if all(r.target != addition.name for r in read_relations(parts, addition.source)):
        name = relations_name(addition.source)
        out[name] = _with_relation(parts.get(name, _NO_RELATIONS), name, addition)
    return out


def _with_type(data: bytes, addition: Addition) -> bytes:
    root = parse_part(data, CONTENT_TYPES)
    path = f"/{addition.name}"
    for entry in root.iter(qname("ct", "Override")):
        if entry.get("PartName") == path:
            return data
    etree.SubElement(
        root, qname("ct", "Override"), {"PartName": path, "ContentType": addition.type}
    )
    return serialise(root)


def _with_relation(data: bytes, name: str, addition: Addition) -> bytes:
    root = parse_part(data, name)
    taken = {entry.get("Id") for entry in root}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    given = {"Id": f"rId{number}", "Type": addition.kind, "Target": f"/{addition.name}"}
    etree.SubElement(root, qname("rel", "Relationship"), given)
    return serialise(root)
