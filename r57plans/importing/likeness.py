"""How much a text is like each entry of a catalogue: words and pairs of words, the rare ones more.

Nothing is learnt and nothing is random: the same text gives the same scores.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from r57plans.catalogue.search import folded
from r57plans.importing.records import Suggestion
from r57plans.language import fill
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue, SubTask

_PAIR = 1.5  # a pair of words says more than the two words
_TEXT_FIRST = 0.7  # of the score; the rest is likeness to all else that is said of the entry
_SAME_GROUP = 1.4
_DIGITS = 2  # decimals of a score


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the catalogue as it is compared: its own words, and all that is said of it."""

    id: str
    title: Text
    own: str
    more: str
    group: str = ""


class Likeness:
    """Finds the entries that a text is most like."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    def best(self, text: str, most: int, least: float, group: str = "") -> tuple[Suggestion, ...]:
        """The likest entries, the likest first, none below `least`; those of the group are nearer.

        A score is 1 for the same words and 0 for none in common; of two that are equally like the
        first in the catalogue comes first.
        """
        asked = self._vector(_terms(text))
        found: list[tuple[float, int, Entry]] = []
        for place, (entry, own, more) in enumerate(self._vectors):
            score = _TEXT_FIRST * _cosine(asked, own) + (1 - _TEXT_FIRST) * _cosine(asked, more)
            if group and entry.group == group:
                score = min(1.0, score * _SAME_GROUP)
            if (said := round(math.sqrt(score), _DIGITS)) >= least:
                found.append((-said, place, entry))
        found.sort(key=lambda each: each[:2])
        return tuple(Suggestion(e.id, -score, e.title.message) for score, _, e in found[:most])

    @cached_property
    def _vectors(self) -> list[tuple[Entry, dict[str, float], dict[str, float]]]:
        return [
            (e, self._vector(_terms(e.own)), self._vector(_terms(f"{e.own} {e.more}")))
            for e in self._entries
        ]

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        counts: Counter[str] = Counter()
        for entry in self._entries:
            counts.update(set(_terms(f"{entry.own} {entry.more}")))
        total = len(self._entries)
        return {term: math.log((1 + total) / (1 + n)) + 1 for term, n in counts.items()}

    def _vector(self, terms: Iterable[str]) -> dict[str, float]:
        """Weights of length 1; words that the catalogue does not know count as its rarest."""
        rarest = math.log(1 + len(self._entries)) + 1
        weights = {
            term: (1 + math.log(n)) * self._rarity.get(term, rarest) * (_PAIR if " " in term else 1)
            for term, n in Counter(terms).items()
        }
        length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}


@lru_cache(maxsize=8)
def likeness(entries: tuple[Entry, ...]) -> Likeness:
    """What finds the likest of these entries; kept, since the words are weighed but once."""
    return Likeness(entries)


def _terms(text: str) -> list[str]:
    words = folded(text).split()
    return [*words, *(f"{a} {b}" for a, b in pairwise(words))]


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items())


def sub_task_entries(
    catalogue: Catalogue, fills: Mapping[str, str], english: Mapping[str, str]
) -> tuple[Entry, ...]:
    """The sub-tasks of a catalogue, in its order; `fills` are the words for their placeholders.

    `english` are those of the English titles.
    """
    return tuple(_entry(task, catalogue, fills, english) for task in catalogue.sub_tasks.values())


def _entry(
    task: SubTask, catalogue: Catalogue, fills: Mapping[str, str], english: Mapping[str, str]
) -> Entry:
    said = [task.title, *(p.text for p in task.products if p.text), *task.choices]
    for name in task.source.sentences:
        sentence = catalogue.sentence_by_id.get(name)
        if sentence and sentence.gist:
            said.append(sentence.gist)
    more = " ".join(text.vi for text in said)
    title = Text(vi=_filled(task.title.vi, fills), en=_filled(task.title.say("en"), english))
    return Entry(task.id, title, _filled(task.text.vi, fills), _filled(more, fills),
                 str(task.group))  # fmt: skip


def target_entries(catalogue: Catalogue) -> tuple[Entry, ...]:
    """The targets of a catalogue, in its order."""
    return tuple(
        Entry(t.id, t.name, t.name.vi, t.local.vi if t.local else t.name.vi)
        for t in catalogue.targets
    )


def _filled(text: str, fills: Mapping[str, str]) -> str:
    return fill(text, dict(fills))
