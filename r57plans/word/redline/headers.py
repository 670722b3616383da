"""Headers and footers that sections of NEW share, where those of OLD say different things."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from r57plans.word.package import write_package
from r57plans.word.redline.contract import Outliner
from r57plans.word.redline.stories import Place, Stories
from r57plans.word.relations import relations_name
from r57plans.word.template.values.host.parts import NewParts
from r57plans.word.template.values.host.relations import OFFICE, NewRelations
from r57plans.word.xml import qname, serialise

_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


def with_own_headers(old: Stories, new: Stories, numbered: bool) -> bytes | None:
    """The file of NEW in which every place has a part for itself whose text in OLD is another than
    at a place before it with the same part: one part cannot be woven with two. None where no part
    must be copied."""
    shared = _shared(new, Outliner(old, numbered, {}).around())
    if not shared:
        return None
    package = new.package
    parts, relations = NewParts(package.parts), NewRelations(package.parts, package.main)
    for place, reference in new.references():
        if place in shared:
            name = _copied(new, shared[place], parts)
            reference.set(qname("r", "id"), relations.add(f"{OFFICE}/{place[1]}", name))
    changed = {package.main: serialise(new.tree(package.main))}
    changed |= parts.finished(package.parts)
    changed |= relations.finished(package.parts)
    return write_package({**package.stored, **changed})


def _shared(new: Stories, old: Mapping[Place, object]) -> dict[Place, str]:
    """The places at which a part of NEW stands again, though OLD says something else there."""
    first: dict[str, Place] = {}
    places = [(place, part) for place, part in new.around_parts() if place in old]
    return {
        place: part for place, part in places if old[first.setdefault(part, place)] != old[place]
    }


def _copied(new: Stories, part: str, parts: NewParts) -> str:
    """The name of a copy of a part, which leads where the part leads."""
    package = new.package
    folder, base = posixpath.split(part)
    stem, _, extension = base.rpartition(".")
    name = parts.add(folder, f"{stem}-", extension, package.parts[part], package.types[part])
    if leads := package.parts.get(relations_name(part)):
        parts.put(relations_name(name), leads, _RELATIONS)
    return name
