"""What a part of a sub-document points to: pictures, links and charts come along, others do not."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.findings import Message
from r57plans.word.package import content_types
from r57plans.word.relations import Relation, read_relations
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values.arriving.pattern import Slots
from r57plans.word.template.values.host.parts import PartTree
from r57plans.word.template.values.links import is_allowed
from r57plans.word.template.values.refusing import refused
from r57plans.word.xml import NS, Element, qname, remove, unwrap, w

_REFERENCE = f"{{{NS['r']}}}"
_OLD_REFERENCE = qname("o", "relid")
_DEEPEST = 4
_REFUSED = {
    "oleObject": Message(vi="đối tượng nhúng (OLE)", en="an embedded object (OLE)"),
    "package": Message(vi="tệp nhúng", en="an embedded file"),
    "control": Message(vi="điều khiển ActiveX", en="an ActiveX control"),
    "aFChunk": Message(vi="tài liệu nhúng (altChunk)", en="an embedded document (altChunk)"),
    "subDocument": Message(
        vi="liên kết đến tài liệu con khác", en="a link to another sub-document"
    ),
    "diagramData": Message(vi="sơ đồ SmartArt", en="a SmartArt diagram"),
    "video": Message(vi="phim", en="a film"),
    "media": Message(vi="phim hoặc âm thanh", en="a film or sound"),
}
_OUTSIDE = Message(vi="nội dung liên kết từ bên ngoài", en="linked content from outside")
_FOREIGN_FIGURES = Message(
    vi="biểu đồ lấy số liệu từ tệp khác", en="a chart with figures of another file"
)
_CHARTS = ("chart", "chartEx")


class Brought:
    """What the parts of one sub-document point to, by part name: pictures and charts.

    A chart is kept with the type of its relationship.
    """

    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        self.parts = parts
        self.file = file
        self.pictures: dict[str, PartTree] = {}
        self.charts: dict[str, tuple[str, PartTree]] = {}
        self.types = content_types(parts, file)

    def part(self, name: str, *leads: tuple[str, str, PartTree]) -> PartTree:
        """The part of this name, with the parts it leads to."""
        return PartTree(name, self.parts[name], self.types.get(name, ""), leads)


def mark_references(root: Element, part: str, slots: Slots, brought: Brought) -> None:
    """Put a slot for every relationship that the part's elements name.

    A link that no document may have loses its address and keeps its text. Raises `MisuseError`
    for whatever else cannot come along.
    """
    relations = {r.id: r for r in read_relations(brought.parts, part, brought.file)}
    for element in list(root.iter("*")):
        for name, value in list(element.attrib.items()):
            if value and (str(name).startswith(_REFERENCE) or name == _OLD_REFERENCE):
                _mark(element, str(name), relations.get(str(value)), slots, brought)


def _mark(
    element: Element, name: str, relation: Relation | None, slots: Slots, brought: Brought
) -> None:
    if relation is None or relation.kind == "hyperlink":
        _mark_link(element, name, relation, slots)
    elif relation.external:
        raise _refused(_OUTSIDE)
    elif relation.target not in brought.parts:
        raise _damaged()
    elif relation.kind == "image":
        brought.pictures[relation.target] = brought.part(relation.target)
        element.set(name, slots.mark("picture", relation.target))
    elif relation.kind in _CHARTS:
        brought.charts[relation.target] = relation.type, _tree(brought, relation.target, 0)
        element.set(name, slots.mark("chart", relation.target))
    else:
        known = Message(vi=f"thành phần «{relation.kind}»", en=f"a part “{relation.kind}”")
        raise _refused(_REFUSED.get(relation.kind, known))


def _mark_link(element: Element, name: str, relation: Relation | None, slots: Slots) -> None:
    if relation is not None and relation.external and is_allowed(relation.target):
        element.set(name, slots.mark("link", relation.target))
    elif element.tag == w("hyperlink"):
        del element.attrib[name]
        if w("anchor") not in element.attrib:
            unwrap(element)
    elif relation is not None or element.tag == qname("a", "hlinkClick"):
        remove(element)
    else:
        raise _damaged()


def _tree(brought: Brought, part: str, depth: int) -> PartTree:
    """The part with all those it leads to."""
    relations = read_relations(brought.parts, part, brought.file)
    if depth > _DEEPEST or any(not r.external and r.target not in brought.parts for r in relations):
        raise _damaged()
    if any(relation.external for relation in relations):
        raise _refused(_FOREIGN_FIGURES)
    leads = ((r.id, r.type, _tree(brought, r.target, depth + 1)) for r in relations)
    return brought.part(part, *leads)


def _refused(what: Message) -> MisuseError:
    return refused(
        f"tài liệu con có {what.vi}, không đưa vào được",
        f"the sub-document has {what.en}, which cannot be taken over",
    )


def _damaged() -> MisuseError:
    return refused(
        "tài liệu con bị hỏng: thiếu một thành phần mà nó dùng",
        "the sub-document is damaged: a part that it uses is missing",
    )
