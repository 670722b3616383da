"""What was recognised in a document: its components, each a line of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from r57plans.word.layout.lines import Line, Shown
from r57plans.word.layout.reading import Document


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that was recognised as a component, by the component's name in the layouts."""

    component: str
    line: Line


@dataclass(frozen=True)
class Annex:
    """An appendix: its pieces, and the paragraph that it begins with."""

    first: Shown
    pieces: tuple[Piece, ...]

    def all(self, component: str) -> tuple[Line, ...]:
        """The lines of a component."""
        return tuple(p.line for p in self.pieces if p.component == component)


@dataclass(frozen=True)
class Found:
    """The components of a document in their order.

    `letter` says that it is a letter, which has no type; `attachment` that it is issued by another
    document and has no letterhead; `kind` whose heading was seen, "" for neither; `tail` are the
    paragraphs of the signature block, `body` those between the title and it.
    """

    document: Document
    pieces: tuple[Piece, ...]
    body: tuple[Shown, ...]
    tail: tuple[Shown, ...]
    annexes: tuple[Annex, ...]
    kind: str = ""
    letter: bool = False
    attachment: bool = False

    @cached_property
    def _by_name(self) -> dict[str, tuple[Line, ...]]:
        names = dict.fromkeys(p.component for p in self.pieces)
        return {n: tuple(p.line for p in self.pieces if p.component == n) for n in names}

    def all(self, component: str) -> tuple[Line, ...]:
        """The lines of a component outside of appendices."""
        return self._by_name.get(component, ())

    def one(self, component: str) -> Line | None:
        """The first line of a component; None where it was not found."""
        return next(iter(self.all(component)), None)

    def every(self) -> Iterator[Piece]:
        """All pieces, those of appendices too."""
        yield from self.pieces
        for annex in self.annexes:
            yield from annex.pieces
