"""The report on a merge for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from r57plans.findings import Language
from r57plans.merging import telling
from r57plans.merging.records import Conflict, Entry, MergeReport
from r57plans.merging.words import names_of

_LONGEST, _BRIEF = 110, 40


def report_text(report: MergeReport, language: Language, *, whole: bool = True) -> str:
    """The whole report; without `whole` only the counts, and what is open or to be looked at."""
    return "\n".join(_lines(report, language, whole))


def _lines(report: MergeReport, language: Language, whole: bool) -> Iterator[str]:
    yield telling.headline(report).say(language)
    yield from (f"  {said.say(language)}" for said in telling.parents(report))
    yield f"{telling.counts(report, 'tasks').say(language)}."
    yield f"{telling.counts(report, 'targets').say(language)}."
    yield f"{telling.decisions(report).say(language)}."
    if not whole:
        yield from (_brief(conflict, language) for conflict in report.open)
    else:
        for conflict in report.conflicts:
            yield from _conflict(conflict, language)
        for part, title in telling.PARTS.items():
            if entries := report.of(part):
                yield ""
                yield f"{title.say(language)}:"
                for entry in entries:
                    yield from _entry(entry, language)
    if len(report.findings):
        yield ""
        yield report.findings.text(language)


def _brief(conflict: Conflict, language: Language) -> str:
    """On one line: `targets/tfp/2030: Hưng Yên ≥ 50%; Thái Bình ≥ 60% → ≥ 60%`."""
    sides = "; ".join(
        f"{side.name.say(language)} {_short(side.said.say(language), _BRIEF)}"
        for side in conflict.sides
    )
    return f"  ? {conflict.id}: {sides} → {_short(conflict.stands.say(language), _BRIEF)}"


def _conflict(conflict: Conflict, language: Language) -> Iterator[str]:
    mark = "=" if conflict.decided else "?"
    subject, field = conflict.subject.say(language), conflict.field.say(language)
    yield f"  {mark} {conflict.id}  {_short(subject)}: {field}"
    for side in conflict.sides:
        yield f"      {side.name.say(language)}: {_short(side.said.say(language))}"
    stands = _short(conflict.stands.say(language))
    yield f"      → {telling.choice(conflict).say(language)}: {stands}"


def _entry(entry: Entry, language: Language) -> Iterator[str]:
    names = names_of(entry.origins).say(language)
    name = f"{entry.id}  " if entry.part in ("tasks", "targets") else ""
    done = telling.outcome(entry).say(language)
    yield f"  {name}{_short(entry.title.say(language))} [{names}: {done}]"
    yield from (f"      {_short(note.say(language))}" for note in entry.notes)


def _short(said: str, longest: int = _LONGEST) -> str:
    return shorten(" ".join(said.split()), longest, placeholder=" …")
