"""What comes from OLD into NEW's package: pictures, links and notes, with ids that are free."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from r57plans.word.package import Package
from r57plans.word.redline.items import NOTES
from r57plans.word.relations import Relation, read_relations
from r57plans.word.template.values.host.parts import NewParts, PartTree
from r57plans.word.template.values.host.relations import NewRelations
from r57plans.word.xml import NS, Element, w

_R = f"{{{NS['r']}}}"
_DRAWING_ID = f"{{{NS['wp']}}}docPr"
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_DEEPEST = 5  # parts that lead to parts, such as a chart to its workbook


@dataclass(slots=True)
class Links:
    """What the relationships of one part lead to."""

    package: Package
    part: str
    _by_id: dict[str, Relation] | None = None

    def relation(self, number: str) -> Relation | None:
        """The relationship of an id."""
        return self._known().get(number)

    def all(self) -> Iterable[Relation]:
        """All of them, in the file's order."""
        return self._known().values()

    def _known(self) -> dict[str, Relation]:
        if self._by_id is None:
            found = read_relations(self.package.parts, self.part)
            self._by_id = {relation.id: relation for relation in found}
        return self._by_id

    def resolve(self, number: str) -> str:
        """The address, or a digest of the part; the same for equal content under any name."""
        relation = self.relation(number)
        if relation is None or relation.external:
            return relation.target if relation else number
        return sha256(self.package.parts.get(relation.target, b"")).hexdigest()


@dataclass(slots=True)
class Arrivals:
    """What arrives in one part of NEW from the same part of OLD.

    `names` are NEW's bookmarks, which stay the only ones of their names; `note` brings a note of
    OLD, by kind and id, and says its id in NEW; `fit` brings the styles that a copy asks for.
    """

    old: Links
    parts: NewParts
    relations: NewRelations
    names: set[str]
    ids: Iterator[int]
    note: Callable[[str, str], str]
    fit: Callable[[Element], None]
    _bookmarks: dict[str, str] = field(default_factory=dict)
    _copied: dict[str, str] = field(default_factory=dict)

    def adopt(self, copy: Element) -> None:
        """Let a copy of something of OLD fit NEW, in place."""
        for element in copy.iter("{*}*"):
            if kind := NOTES.get(str(element.tag)):
                element.set(w("id"), self.note(kind, element.get(w("id"), "")))
            elif element.tag == _DRAWING_ID:
                element.set("id", str(next(self.ids)))
            for name in [n for n in element.attrib if str(n).startswith(_R)]:
                self._lead(element, str(name))
        for properties in copy.iter(w("sdtPr")):
            for number in properties.findall(w("id")):
                properties.remove(number)
        self.fit(copy)

    def bookmark(self, mark: Element) -> bool:
        """Whether a bookmark's mark of OLD may stay; it gets an id of its own."""
        number = mark.get(w("id"), "")
        if mark.tag == _START and mark.get(w("name"), "") not in self.names:
            self.names.add(mark.get(w("name"), ""))
            self._bookmarks[number] = str(next(self.ids))
        elif mark.tag != _END or number not in self._bookmarks:
            return False
        fresh = self._bookmarks[number]
        mark.set(w("id"), fresh)
        return True

    def _lead(self, element: Element, name: str) -> None:
        relation = self.old.relation(element.get(name, ""))
        if relation is None:
            del element.attrib[name]
            return
        target = relation.target if relation.external else self._part(relation.target)
        kind = relation.type
        element.set(name, self.relations.add(kind, target, external=relation.external))

    def _part(self, name: str) -> str:
        """The new name of a part of OLD, copied once with the parts that it leads to."""
        if name not in self._copied:
            self._copied[name] = self.parts.copy(_tree(self.old.package, name, (name,)))
        return self._copied[name]


def _tree(package: Package, name: str, above: tuple[str, ...]) -> PartTree:
    """A part with all it leads to; one that leads back to those above is left out."""
    leads = tuple(
        (r.id, r.type, _tree(package, r.target, (*above, r.target)))
        for r in read_relations(package.parts, name)
        if not r.external and r.target not in above and r.target in package.parts
        and len(above) < _DEEPEST
    )  # fmt: skip
    return PartTree(name, package.parts.get(name, b""), package.types.get(name, ""), leads)


def bookmark_names(trees: Iterable[Element]) -> set[str]:
    """The names of all bookmarks."""
    return {mark.get(w("name"), "") for tree in trees for mark in tree.iter(_START)}
