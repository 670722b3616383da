"""Bodies and levels that do not exist on the document's date, by their ids and in the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from r57plans.checks.actors import bodies_of
from r57plans.checks.case import Case, Check, Hit, Settings, folded_name
from r57plans.checks.names import body_name, day_words
from r57plans.checks.rules.feasible import gone, successor
from r57plans.checks.texts import Path, PlanText, printed_texts
from r57plans.findings import Message
from r57plans.language import spell

_SENTENCE = re.compile(r"[^.;\n]+")


def body_gone(case: Case, settings: Settings) -> Iterator[Hit]:
    """A body ended before the document's date, anywhere but among the leads of tasks."""
    for path, name in named_bodies(case):
        if "leads" not in path and gone(case, name):
            heir = successor(case, name)
            yield _hit(case, path, {"body": body_name(case, name), "successor": heir})


def body_to_come(case: Case, settings: Settings) -> Iterator[Hit]:
    """A body begins only after the document's date."""
    for path, name in named_bodies(case):
        starts = [a.valid_from for a in case.registers.agency_ever(name) if a.valid_from]
        coming = min((start for start in starts if start > case.day), default=None)
        if coming and case.registers.agency(name, case.day) is None and not gone(case, name):
            since = day_words(coming)
            yield _hit(case, path, {"body": body_name(case, name), "since": since})


def named_in_text(case: Case, settings: Settings) -> Iterator[Hit]:
    """A text names a body that has ended, in a sentence that does not speak of its end.

    The settings' `past` are the words by which a sentence speaks of what is over, `short` the
    abbreviations that stand for a part of a name.
    """
    ended = _with_short(_ended_names(case), settings["short"])
    if not ended:
        return
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ended))})(?!\w)", re.IGNORECASE)
    for text in printed_texts(case.plan):
        for name in _spoken_of(text, names, tuple(settings["past"])):
            body = ended[folded_name(name)]
            yield _hit(case, text.path, {"body": name, "successor": successor(case, body)})


def district_in_text(case: Case, settings: Settings) -> Iterator[Hit]:
    """A text gives work to the district level after its last day (`last`).

    `words` are names of what that level had, `past` those by which a sentence speaks of its end.
    """
    if case.day.isoformat() <= str(settings["last"]):
        return
    words = re.compile(rf"(?<!\w)(?:{'|'.join(settings['words'])})(?!\w)", re.IGNORECASE)
    for text in printed_texts(case.plan):
        for name in dict.fromkeys(_spoken_of(text, words, tuple(settings["past"]))):
            yield _hit(case, text.path, {"words": name})


def named_bodies(case: Case) -> Iterator[tuple[Path, str]]:
    """Every body that the plan names by its id, with its place."""
    return ((path, body) for path, body in bodies_of(case.plan) if isinstance(body, str))


def _ended_names(case: Case) -> dict[str, str]:
    """The names of bodies that have ended and that no living body bears; each to its id."""
    living = {
        folded_name(body_name(case, agency.id).vi)
        for agency in case.registers.agencies
        if agency.valid_on(case.day)
    }
    ended = {
        folded_name(body_name(case, agency.id).vi): agency.id
        for agency in case.registers.agencies
        if agency.valid_to and agency.valid_to < case.day and agency.level != "district"
    }
    return {name: ended[name] for name in ended if not any(name in alive for alive in living)}


def _with_short(ended: Mapping[str, str], short: Mapping[str, list[str]]) -> dict[str, str]:
    """The names and what they are with abbreviations in them, the longest first."""
    known = dict(ended)
    for full, brief in short.items():
        for name, body in ended.items():
            known |= {name.replace(folded_name(full), folded_name(s)): body for s in brief}
    return {name: known[name] for name in sorted(known, key=len, reverse=True)}


def _spoken_of(text: PlanText, names: re.Pattern[str], past: tuple[str, ...]) -> Iterator[str]:
    for sentence in _SENTENCE.findall(spell(text.vi, "new")):
        if not any(word in sentence.casefold() for word in past):
            yield from names.findall(sentence)


def _hit(case: Case, path: Path, blanks: Mapping[str, str | Message]) -> Hit:
    task = case.plan.tasks[int(path[1])].id if path[0] == "tasks" else ""
    target = case.plan.targets[int(path[1])].id if path[0] == "targets" else ""
    return Hit(path, blanks, task=task, target=target)


CHECKS: Mapping[str, Check] = {
    "body-gone": body_gone,
    "body-to-come": body_to_come,
    "text-body-gone": named_in_text,
    "text-district": district_in_text,
}
