"""One body under two names: words that say what the register, or another place, names otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings
from r57plans.checks.names import body_name
from r57plans.checks.rules.gone import Path
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
    known = {folder.fold(name): (name, id_) for name, id_ in _register(case)}
    for path, written, declared in _own_names(case):
        name, id_ = known.setdefault(folder.fold(written), (written, ""))
        same = name == written
        if (id_ and (same or not declared)) or not (id_ or same):
            yield _hit(case, path, written, f"{id_} ({name})" if id_ else name)
        if declared:
            known[folder.fold(written)] = (written, case.plan.bodies[int(path[1])].id)


class _Folder:
    """Makes names comparable, with what a pack says of short forms and idle words."""

    def __init__(self, case: Case, settings: Settings) -> None:
        self._short = {_plain(short): _plain(full) for short, full in settings["short"].items()}
        own = unit_names(case.plan, case.registers, "vi")
        unit = (own.own["dia_phuong"], own.province["dia_phuong"])
        words = (*settings["idle"], *(word for name in unit for word in name.split()))
        self._idle = {_plain(word) for word in words}

    def fold(self, name: str) -> str:
        """The name's words in plain letters, short forms spelled out, idle words left out."""
        words = (self._short.get(word, word) for word in _plain(name).split())
        return " ".join(word for word in " ".join(words).split() if word not in self._idle)


def _plain(name: str) -> str:
    return _NOT_A_WORD.sub(" ", unaccented(name).casefold()).strip()


def _register(case: Case) -> Iterator[tuple[str, str]]:
    """Names and ids of the bodies that there are on the day; classes of bodies have many names."""
    for agency in case.registers.agencies:
        if agency.valid_on(case.day) and agency.side != "class":
            yield body_name(case, agency.id).vi, agency.id


def _own_names(case: Case) -> Iterator[tuple[Path, str, bool]]:
    """Declared bodies, then bodies in free words: place, name, whether it is declared."""
    for n, body in enumerate(case.plan.bodies):
        yield ("bodies", n), body.vi, True
    for n, task in case.tasks():
        for field in ("leads", "supports", "requested"):
            for k, actor in enumerate(getattr(task, field)):
                if isinstance(actor, Text):
                    yield ("tasks", n, field, k), actor.vi, False
    for n, target in enumerate(case.plan.targets):
        for field in ("monitor", "supplier"):
            for k, actor in enumerate(getattr(target, field)):
                if isinstance(actor, Text):
                    yield ("targets", n, field, k), actor.vi, False


def _hit(case: Case, path: Path, written: str, name: str) -> Hit:
    task = case.plan.tasks[int(path[1])].id if path[0] == "tasks" else ""
    return Hit(path, {"written": written, "name": name}, task=task)


CHECKS: Mapping[str, Check] = {"two-names": two_names}
