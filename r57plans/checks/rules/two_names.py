"""One body under two names: words that say what the register, or another place, names otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from r57plans.checks.actors import bodies_of
from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.names import body_name
from r57plans.checks.texts import Path
from r57plans.language import unaccented
from r57plans.model.base import Text
from r57plans.model.naming import unit_names

_NOT_A_WORD = re.compile(r"[^\w&]+")


def two_names(case: Case, settings: Settings) -> Iterator[Hit]:
    """A body in free words that the register has, or that stands elsewhere in other words.

    Names are compared without diacritics, capitals, the unit's own name and what `short` spells
    out; `idle` are words that make no difference. A declared body may be the register's under
    its full local name: only the very same name is told.
    """
    folder = _Folder(case, settings)
    known = {folder.fold(name): _Known(name, id_, True) for name, id_ in _register(case)}
    for path, written, own_id in _own_names(case):
        folded = folder.fold(written)
        found = known.setdefault(folded, _Known(written, own_id))
        if own_id and found.of_register and found.name != written:
            known[folded] = _Known(written, own_id)
        elif found.name != written or found.id != own_id:
            yield _hit(case, path, written, found.told)


@dataclass(frozen=True, slots=True)
class _Known:
    """A body as it was met first: its id is empty where it stood in free words."""

    name: str
    id: str
    of_register: bool = False

    @property
    def told(self) -> str:
        return f"{self.id} ({self.name})" if self.id else self.name


class _Folder:
    """Makes names comparable, with what a pack says of short forms and idle words."""

    def __init__(self, case: Case, settings: Settings) -> None:
        self._short = {_plain(short): _plain(full) for short, full in settings["short"].items()}
        own = unit_names(case.plan, case.registers, "vi").own
        kind, name = _plain(own["tinh"]), _plain(own["ten"])
        self._unit = re.compile(rf"\b(?:{kind} {name}|{name}|{kind})\b")
        idle = sorted(map(_plain, settings["idle"]), key=len, reverse=True)
        self._idle = re.compile(rf"\b(?:{'|'.join(idle)})\b")

    def fold(self, name: str) -> str:
        """The name's words in plain letters: short forms spelled out, no unit, no idle words."""
        words = " ".join(self._short.get(word, word) for word in _plain(name).split())
        return " ".join(self._idle.sub(" ", self._unit.sub(" ", words)).split())


def _plain(name: str) -> str:
    return _NOT_A_WORD.sub(" ", unaccented(name).casefold()).strip()


def _register(case: Case) -> Iterator[tuple[str, str]]:
    """Names and ids of the bodies that there are on the day; classes of bodies have many names."""
    for agency in case.registers.agencies:
        near = agency.level != "commune" or case.plan.unit is not None
        if near and agency.valid_on(case.day) and agency.side != "class":
            yield body_name(case, agency.id).vi, agency.id


def _own_names(case: Case) -> Iterator[tuple[Path, str, str]]:
    """Declared bodies, then bodies in free words: place, name, id, empty for free words."""
    for n, body in enumerate(case.plan.bodies):
        yield ("bodies", n), body.vi, body.id
    for path, actor in bodies_of(case.plan):
        if isinstance(actor, Text):
            yield path, actor.vi, ""


def _hit(case: Case, path: Path, written: str, name: str) -> Hit:
    task = case.plan.tasks[int(path[1])].id if path[0] == "tasks" else ""
    return Hit(path, {"written": written, "name": name}, task=task)


CHECKS: Mapping[str, Check] = {"two-names": two_names}
