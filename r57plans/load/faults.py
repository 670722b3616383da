"""A finding in one call: what the modules of this room say about a file."""

from __future__ import annotations

from dataclasses import replace

from r57plans.findings import NOWHERE, Finding, Level, Message, Place

SILENT = Message("", "")


def fault(
    rule: str, place: Place, message: Message, hint: Message = SILENT, level: Level = "error"
) -> Finding:
    """A finding of that rule; an error unless said otherwise."""
    return Finding(rule=rule, level=level, message=message, hint=hint, place=place)


def rest_of(path: tuple[str | int, ...]) -> str:
    """A path as findings show it: `tasks/3/deadline`."""
    return "/".join(map(str, path))


def at(place: Place, path: tuple[str | int, ...]) -> Place:
    """The place, with the path of the value that stands there."""
    return replace(place, path=rest_of(path))


__all__ = ["NOWHERE", "SILENT", "at", "fault", "rest_of"]
