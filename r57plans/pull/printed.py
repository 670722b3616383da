"""What a document printed of its plan, asked for by the path of a field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from r57plans.pull.words import exact, tidy

_LISTS = re.compile(
    r"(task/[^/]+/(?:leads|supports|requested|products|parts|each)"
    r"|target/[^/]+/(?:monitor|supplier))/(\d+)"
)
Texts = tuple[str, ...]


class PrintedValues:
    """The pairs of path and text of a manifest; a list is the texts of its items.

    A value that was printed in two ways, such as with and without its unit, may be either.
    """

    def __init__(self, printed: Iterable[tuple[str, str]]) -> None:
        self._printed = tuple(printed)

    @cached_property
    def _values(self) -> dict[str, list[dict[int, str]]]:
        """The ways in which each field was printed: the text of each item by its number."""
        found: dict[str, list[dict[int, str]]] = {}
        for path, text in self._printed:
            field, number = field_of(path)
            ways = found.setdefault(field, [{}])
            way = next((way for way in ways if number not in way), None)
            if way is None:
                ways.append({**ways[0], number: text})
            else:
                way[number] = text
        return found

    def ways(self, path: str) -> tuple[Texts, ...]:
        """All ways in which a field was printed; empty where it was not."""
        ways = self._values.get(path, ())
        return tuple(tuple(tidy(way[n]) for n in sorted(way)) for way in ways)

    def says(self, path: str, texts: Texts) -> bool:
        """Whether a field was printed so, in one of the ways; capitals and blanks do not count."""
        wanted = _said(texts)
        return any(_said(way) == wanted for way in self.ways(path))

    def below(self, path: str) -> Iterator[str]:
        """The paths of all that was printed below a task or a target."""
        yield from (name for name in self._values if name.startswith(f"{path}/"))

    def has(self, path: str) -> bool:
        """Whether anything was printed of a task, a target or a field."""
        return path in self._values or any(self.below(path))

    def place_of(self, root: str, text: str) -> str:
        """The path of the paragraph of a list that says a text; "" where none or several do."""
        said = exact(text)
        found = [p for p, t in self._printed if p.startswith(f"{root}/") and exact(t) == said]
        return found[0] if said and len(found) == 1 else ""

    def texts(self, path: str) -> Iterator[str]:
        """All that stands in the list that a new row or paragraph is for: `task/new-1`."""
        head, _, _ = path.partition("/")
        ends = {"task": ("/text", "/title"), "target": ("/name",)}.get(head)
        for name, text in self._printed:
            if name.startswith(f"{head}/" if ends else f"{path}/") and (
                ends is None or name.endswith(ends)
            ):
                yield text


def field_of(path: str) -> tuple[str, int]:
    """The field that a printed path is of, and the number of the item in it; 0 for no list."""
    found = _LISTS.fullmatch(path)
    return (found[1], int(found[2])) if found else (path, 0)


def _said(texts: Texts) -> list[str]:
    return [said for said in map(exact, texts) if said]
