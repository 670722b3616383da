"""Rows of tasks as the tasks of a plan file, each with its place and the sub-tasks it may cover."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from r57plans.findings import Finding, Language
from r57plans.importing import told
from r57plans.importing.actors import Actors
from r57plans.importing.groups import GroupFound
from r57plans.importing.likeness import Likeness
from r57plans.importing.records import Suggestion, Taken
from r57plans.importing.rows import TaskRow
from r57plans.importing.splitting import items
from r57plans.model.deadline import DeadlineKind, parse_deadline

MOST_SUGGESTIONS, LEAST_SCORE = 3, 0.3
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_ABOVE, _IN_CHARGE = "Thuộc", "Phụ trách"


@dataclass(slots=True)
class Tasks:
    """The tasks as plain data, and what is said of each."""

    data: list[dict[str, Any]] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class TaskMaker:
    """Makes tasks; `covers` is the score from which the best suggestion is put in, None = never."""

    actors: Actors
    likeness: Likeness
    groups: Mapping[str, GroupFound]
    language: Language
    covers: float | None = None

    def make(self, rows: Sequence[TaskRow]) -> Tasks:
        """The tasks of all rows, in order."""
        made = Tasks()
        for number, row in enumerate(rows, 1):
            self._task(f"local-{number}", row, made)
        return made

    def _task(self, name: str, row: TaskRow, made: Tasks) -> None:
        fields = row.fields
        said = [fields.get(key, []) for key in ("leads", "supports", "both", "requested")]
        owners, sure = self.actors.owners(said[0], said[1], said[2], said[3], row.place)
        in_charge = self._in_charge(row)
        if not sure:
            made.findings.append(told.owners_unsure(row.place))
        suggestions, covers = self._suggested(row)
        group = self.groups.get(row.group)
        deadline = " ".join(fields.get("deadline", ()))
        if deadline and parse_deadline(deadline).kind is DeadlineKind.UNKNOWN:
            made.findings.append(told.deadline_kept(row.place, deadline))
        data: dict[str, Any] = {
            "id": name,
            "group": group.id if group else None,
            "text": self._text(row.text),
            "leads": list(owners.leads),
            "supports": list(owners.supports),
            "requested": list(owners.requested),
            "in_charge": in_charge,
            "products": [self._text(p) for p in items(fields.get("products", ()))],
            "deadline": _deadline(deadline),
            "funding": self._maybe(" ".join(fields.get("funding", ()))),
            "covers": list(covers),
            "parts": [self._text(part) for part in row.parts],
            "note": self._maybe(_note(row)),
        }
        made.data.append({key: value for key, value in data.items() if value not in (None, [], "")})
        made.taken.append(Taken(name, row.text, row.place, suggestions, covers))

    def _in_charge(self, row: TaskRow) -> dict[str, str] | None:
        """The post that is in charge; other words go into the note."""
        said = " ".join(row.fields.get("in_charge", ()))
        person = self.actors.person(said) if said else None
        if said and person is None:
            row.kept.append((_IN_CHARGE, said))
        return person

    def _suggested(self, row: TaskRow) -> tuple[tuple[Suggestion, ...], tuple[str, ...]]:
        group = self.groups.get(row.group)
        text = " ".join((row.above, row.text, *row.parts))
        known = group.known if group else ""
        found = self.likeness.best(text, MOST_SUGGESTIONS, LEAST_SCORE, known)
        if self.covers is None or not found or found[0].score < self.covers:
            return found, ()
        return found, (found[0].id,)

    def _text(self, text: str) -> str | dict[str, str]:
        """A text of the file; of an English file in both languages, so that it can be printed."""
        return {"vi": text, "en": text} if self.language == "en" else text

    def _maybe(self, text: str) -> str | dict[str, str] | None:
        return self._text(text) if text else None


def _deadline(wording: str) -> str | int | None:
    """The deadline in the file's words; a bare year without quotes."""
    return int(wording) if _YEAR.fullmatch(wording) else wording or None


def _note(row: TaskRow) -> str:
    """All that no field takes, each with the heading of its column."""
    said = [f"{_ABOVE}: {row.above}"] if row.above else []
    said += row.fields.get("note", [])
    said += [f"{title}: {text}" if title else text for title, text in row.kept]
    return "; ".join(said)
