"""Pictures and charts of a parallel edition: each language's own, as wide as its column."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.word.package import content_types
from r57plans.word.relations import read_relations
from r57plans.word.template.values.host.parts import NewParts, PartTree
from r57plans.word.template.values.host.relations import NewRelations
from r57plans.word.xml import NS, Element, qname, w

_DRAWING, _SIZES = w("drawing"), (qname("wp", "extent"), qname("a", "ext"))
_REFERENCE = f"{{{NS['r']}}}"
_A_TWIP = 635  # in the unit of drawings


class Drawings:
    """Takes what the second language's drawings show into the package of the first.

    `parts` are those of the first, whose part `main` shows them; `others` those of the second.
    """

    def __init__(
        self, parts: Mapping[str, bytes], main: str, others: Mapping[str, bytes], other_main: str
    ) -> None:
        self._parts, self._others, self._types = parts, others, content_types(others)
        self._shown = {r.id: r for r in read_relations(others, other_main) if not r.external}
        self._new, self._relations = NewParts(parts), NewRelations(parts, main)

    def adopt(self, paragraph: Element) -> None:
        """Let the drawings of a paragraph show copies of what they show in their own package."""
        for drawing in paragraph.iter(_DRAWING):
            for element in drawing.iter("{*}*"):
                for name, given in element.attrib.items():
                    relation = self._shown.get(str(given))
                    if str(name).startswith(_REFERENCE) and relation is not None:
                        copied = self._new.copy(self._tree(relation.target))
                        element.set(name, self._relations.add(relation.type, copied))

    def _tree(self, name: str) -> PartTree:
        leads = (r for r in read_relations(self._others, name) if not r.external)
        inner = tuple((r.id, r.type, self._tree(r.target)) for r in leads)
        return PartTree(name, self._others[name], self._types[name], inner)

    def finished(self) -> dict[str, bytes]:
        """The parts that are new or changed."""
        return {**self._new.finished(self._parts), **self._relations.finished(self._parts)}


def fit(paragraph: Element, twips: int) -> None:
    """Make drawings that are wider than a column as wide as it is, and as much lower."""
    widest = twips * _A_TWIP
    for drawing in paragraph.iter(_DRAWING):
        sizes = list(drawing.iter(*_SIZES))
        width = max((int(size.get("cx", "0")) for size in sizes), default=0)
        if width > widest:
            for size in sizes:
                for side in ("cx", "cy"):
                    size.set(side, str(int(size.get(side, "0")) * widest // width))


def number_drawings(root: Element) -> None:
    """Give each drawing a number of its own, in their order."""
    for number, properties in enumerate(root.iter(qname("wp", "docPr")), 1):
        properties.set("id", str(number))
