"""The stories of a document: its body, headers, footers and notes, each a tree of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from r57plans.word.clean_marks import unwrap_markup
from r57plans.word.package import Package
from r57plans.word.redline.adopting import Links
from r57plans.word.xml import Element, parse_part, qname, w

_KINDS = {w("headerReference"): "header", w("footerReference"): "footer"}
Place = tuple[int, str, str]
"""The section, `header` or `footer`, and which of its headers, such as `(0, "header", "first")`."""
NOTE_PARTS = ("footnotes", "endnotes")


@dataclass(slots=True)
class Stories:
    """The trees of a package's stories, read when they are first asked for, without custom XML
    markup and smart tags, which Word drops too.

    `prepare` is done to each tree that is read; `name` is the file's, for messages.
    """

    package: Package
    prepare: Callable[[Element], None] = lambda _tree: None
    name: str = ""
    trees: dict[str, Element] = field(default_factory=dict)
    _links: Links | None = None
    _around: tuple[tuple[Place, str], ...] | None = None
    _added: dict[str, str] = field(default_factory=dict)

    def tree(self, part: str) -> Element:
        """The tree of a part."""
        if part not in self.trees:
            self.trees[part] = parse_part(self.package.parts[part], part, self.name)
            unwrap_markup(self.trees[part])
            self.prepare(self.trees[part])
        return self.trees[part]

    @property
    def main(self) -> str:
        """The name of the document's part."""
        return self.package.main

    def add_notes(self, kind: str, part: str, tree: Element) -> None:
        """Take in a part of notes that the package does not have yet."""
        self.trees[part] = tree
        self._added[f"{kind}s"] = part

    @property
    def body(self) -> Element:
        """The body of the document."""
        root = self.tree(self.package.main)
        found = root.find(w("body"))
        return root if found is None else found

    def around(self) -> Iterator[tuple[Place, Element]]:
        """The headers and footers."""
        for place, part in self.around_parts():
            yield place, self.tree(part)

    def around_parts(self) -> tuple[tuple[Place, str], ...]:
        """Which part is which header or footer."""
        if self._around is None:
            self._around = tuple(self._found_around())
        return self._around

    def references(self) -> Iterator[tuple[Place, Element]]:
        """What refers to the headers and footers, in the sections."""
        for n, section in enumerate(self.body.iter(w("sectPr"))):
            for reference in section.iter(*_KINDS):
                kind = _KINDS[str(reference.tag)]
                yield (n, kind, reference.get(w("type"), "default")), reference

    def _found_around(self) -> Iterator[tuple[Place, str]]:
        for place, reference in self.references():
            part = self._link(reference.get(qname("r", "id"), ""))
            if part in self.package.parts:
                yield place, part

    def note(self, kind: str, number: str) -> Element | None:
        """A footnote or endnote by its id."""
        part = self.note_part(kind)
        if not part:
            return None
        notes = self.tree(part).findall(w(kind))
        return next((note for note in notes if note.get(w("id")) == number), None)

    def note_part(self, kind: str) -> str:
        """The part with all notes of a kind; "" for none."""
        return self.part_of_kind(f"{kind}s")

    def all_trees(self) -> dict[str, Element]:
        """Every story there is, by part."""
        names = [part for _, part in self.around_parts()]
        notes = [self.part_of_kind(kind) for kind in NOTE_PARTS]
        for part in (self.package.main, *names, *filter(None, notes)):
            self.tree(part)
        return self.trees

    def _link(self, number: str) -> str:
        relation = self._relations().relation(number)
        return relation.target if relation and not relation.external else ""

    def part_of_kind(self, kind: str) -> str:
        """The part that a relationship of a kind, such as `styles`, leads to; "" for none."""
        for relation in self._relations().all():
            if relation.kind == kind and relation.target in self.package.parts:
                return relation.target
        return self._added.get(kind, "")

    def _relations(self) -> Links:
        if self._links is None:
            self._links = Links(self.package, self.package.main)
        return self._links
