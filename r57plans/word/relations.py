"""The relationships between the parts of a Word package: what a part points to, and how."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from r57plans.word.xml import Element, parse_part, qname, remove, serialise

PACKAGE_RELS = "_rels/.rels"

_RELATION = qname("rel", "Relationship")
# An address is outside whatever its mode says: no part's name has a scheme or two slashes.
_ADDRESS = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.\-]*:|//|\\)")


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship; `target` is a part's name, or the address as given when `external`."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type, such as `image`; Word's own and Microsoft's share it."""
        return self.type.rpartition("/")[2]


def relations_name(part: str) -> str:
    """The name of the part that holds a part's relationships; "" stands for the whole package."""
    if not part:
        return PACKAGE_RELS
    folder, slash, base = part.rpartition("/")
    return f"{folder}{slash}_rels/{base}.rels"


def leads_outside(address: str) -> bool:
    """Whether an address is no part's name: it has a scheme, or begins as a path of a machine."""
    return _ADDRESS.match(address) is not None


def relations_owner(name: str) -> str:
    """The part whose relationships the part `name` holds, though it may be missing."""
    folder, _, base = name.rpartition("/")
    outer, slash, _ = folder.rpartition("/")
    return f"{outer}{slash}{base.removesuffix('.rels')}"


def read_relations(parts: Mapping[str, bytes], part: str, file: str = "") -> tuple[Relation, ...]:
    """The relationships of one part, in the file's order; none when it has no such part.

    Raises `WordFileError` (`word.damaged`, `word.dtd`) when they cannot be read.
    """
    name = relations_name(part)
    if name not in parts:
        return ()
    root = parse_part(parts[name], name, file)
    folder = posixpath.dirname(part)
    return tuple(_relation(entry, folder) for entry in root.iter(_RELATION))


def drop_relations(data: bytes, name: str, ids: Collection[str], file: str = "") -> bytes:
    """The relationships' part `name`, whose bytes are `data`, without those of the given ids."""
    root = parse_part(data, name, file)
    for entry in list(root.iter(_RELATION)):
        if entry.get("Id") in ids:
            remove(entry)
    return serialise(root)


def reachable(parts: Mapping[str, bytes], file: str = "") -> set[str]:
    """The parts that can be reached from the package's root, their relationships' parts too."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        part = waiting.pop()
        found.update({part, relations_name(part)})
        targets = (r.target for r in read_relations(parts, part, file) if not r.external)
        waiting.extend(t for t in targets if t in parts and t not in found)
    return found & parts.keys()


def _relation(entry: Element, folder: str) -> Relation:
    given = entry.get("Target", "")
    said = entry.get("TargetMode", "").strip().lower() == "external"
    external = said or leads_outside(given)
    target = given if external else _part_name(given, folder)
    return Relation(entry.get("Id", ""), entry.get("Type", ""), target, external)


def _part_name(target: str, folder: str) -> str:
    path = target.partition("#")[0]
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
