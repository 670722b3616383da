"""Faults of tags as findings, each with the place that the template's author sees in Word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from r57plans.findings import Finding
from r57plans.word.spot import Spot
from r57plans.word.template.passes.draft import Complaint
from r57plans.word.template.passes.tags import Tag
from r57plans.word.template.told.faults import finding
from r57plans.word.template.told.places import spots


def told(complaints: Iterable[Complaint], parts: Mapping[str, bytes], file: str) -> list[Finding]:
    """The findings for complaints about a template's parts, in the order of the complaints."""
    places = Spots(parts)
    return [
        finding(complaint.rule, file, complaint.tag, places.of(complaint.tag), what=complaint.what)
        for complaint in complaints
    ]


class Spots:
    """Where the tags of a template's parts stand; each part is read once, at its first fault."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._found: dict[str, list[Spot]] = {}

    def of(self, tag: Tag) -> Spot | None:
        """Where a tag stands; None where that is not known."""
        if tag.part not in self._found:
            self._found[tag.part] = spots(self._parts, tag.part)
        return _spot(self._found[tag.part], tag.number)


def _spot(found: list[Spot], number: int) -> Spot | None:
    return found[number] if 0 <= number < len(found) else None
