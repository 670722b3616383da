"""The groups of an imported plan: the seven of the resolution by their titles, or its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from r57plans.catalogue.search import folded
from r57plans.findings import Language
from r57plans.importing.likeness import Entry, likeness
from r57plans.model.catalogue import Catalogue

_SURE = 0.6
_WORDS = 4  # a shorter title is told apart only when it says the same


@dataclass(frozen=True, slots=True)
class GroupFound:
    """A title in the file, the group's id in the plan, and the resolution's group that it is.

    `parent` is the id of the group that it stands within, "" for none.
    """

    title: str
    id: str
    known: str = ""
    parent: str = ""


class Groups:
    """Knows the groups of a catalogue by their titles."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        entries = tuple(
            Entry(str(g.id), g.title, g.title.vi, f"{g.short.vi} {g.title.en or ''}")
            for g in catalogue.groups
        )
        self._likeness = likeness(entries)
        self._exact = {
            folded(said): str(g.id)
            for g in catalogue.groups
            for text in (g.title, g.short)
            for said in (text.vi, text.say("en"))
        }

    def known(self, title: str) -> str:
        """The id of the resolution's group that has this title; "" for another title."""
        words = folded(title)
        if same := self._exact.get(words):
            return same
        if len(words.split()) < _WORDS:
            return ""
        return next((s.id for s in self._likeness.best(title, 1, _SURE)), "")

    def found(self, titles: Sequence[str], parents: Mapping[str, str]) -> dict[str, GroupFound]:
        """The groups by their titles in the file; those that are none of the seven get ids.

        A title that others stand within is a group too, unless all of those are the resolution's.
        """
        made: dict[str, GroupFound] = {}
        taken: set[str] = set()
        own = any(not self.known(title) for title in titles)
        for title in dict.fromkeys(
            t for each in titles for t in _path(each, parents if own else {})
        ):
            known = self.known(title)
            name = known if known and known not in taken else self._free(taken)
            taken.add(name)
            upper = made.get(parents.get(title, ""))
            parent = upper.id if upper else ""
            made[title] = GroupFound(title, name, known if name == known else "", parent)
        return made

    def data(self, found: Sequence[GroupFound], language: Language) -> Iterator[dict[str, Any]]:
        """The plan's own list of groups; nothing where all are those of the resolution.

        The titles of an English file stand in both languages.
        """
        if all(group.known for group in found):
            return
        titles = {str(g.id): g.title for g in self._catalogue.groups}
        for group in found:
            same = group.known and folded(titles[group.known].vi) == folded(group.title)
            own = group.title if language == "en" else None
            english = titles[group.known].en if same else own
            data = {
                "id": group.id,
                "vi": group.title,
                "en": english,
                "parent": group.parent or None,
            }
            yield {key: value for key, value in data.items() if value}

    @staticmethod
    def _free(taken: set[str]) -> str:
        return next(name for n in range(1, 10_000) if (name := f"nhom-{n}") not in taken)


def _path(title: str, parents: Mapping[str, str]) -> list[str]:
    """The title and those that it stands within, the outermost first."""
    found = [title]
    while (upper := parents.get(found[0], "")) and upper not in found:
        found.insert(0, upper)
    return found
