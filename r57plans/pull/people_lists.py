"""The people of a committee in one line, parted by semicolons: who came, and who is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from r57plans.pull.base import Base
from r57plans.pull.pieces import Found
from r57plans.pull.prose import NewLine
from r57plans.pull.walk import Seen
from r57plans.pull.words import exact, tidy

SEPARATOR = re.compile(r"\s*;\s*")
_IN_LIST = re.compile(r"committee/(?:deputies|members)/\d+")
_ENDS = " .;,"


def realigned(base: Base, root: str, now: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The printed fields of a list, each with its text of today; "" for one who is gone.

    Who is new stands behind the one before, parted by a semicolon.
    """
    names = [name for name in base.fields if _IN_LIST.fullmatch(name) and _root(name) == root]
    before = [exact(base.fields[name].items[0][0]) for name in names]
    steps = SequenceMatcher(None, before, [*map(exact, now)], autojunk=False).get_opcodes()
    texts = dict.fromkeys(names, "")
    for _, start, end, first, last in steps:
        for n in range(first, last):
            place = max(min(start + n - first, end - 1), 0)
            if place < len(names):
                texts[names[place]] = "; ".join(filter(None, (texts[names[place]], now[n])))
    yield from texts.items()


def people_apart(seen: Iterable[Seen], base: Base) -> tuple[list[Seen], list[NewLine]]:
    """The fields with one person in each, and those who were typed before or behind another."""
    out: list[Seen] = []
    new: list[NewLine] = []
    for one in seen:
        name, texts, who = one.found.field, one.found.texts, one.found.who
        if not (_IN_LIST.fullmatch(name) and texts and ";" in texts[0]):
            out.append(one)
            continue
        people = [said for text in texts[0].split(";") if (said := tidy(text).strip(_ENDS))]
        own = _own(people, base.fields[name].texts if name in base.fields else ())
        out.append(replace(one, found=Found(name, tuple(people[own : own + 1]), who)))
        after = [*(_before(name) for _ in range(own)), *(name for _ in people[own + 1 :])]
        others = [*people[:own], *people[own + 1 :]]
        new += [NewLine(-1, _root(name), *pair, who) for pair in zip(after, others, strict=True)]
    return out, new


def _own(people: Sequence[str], printed: Sequence[str]) -> int:
    """Which of several people is the one who was printed there: the first, unless another is."""
    known = {exact(text) for text in printed}
    return next((n for n, said in enumerate(people) if exact(said) in known), 0)


def _before(name: str) -> str:
    root, _, number = name.rpartition("/")
    return f"{root}/{int(number) - 1}" if int(number) else ""


def _root(name: str) -> str:
    return name.rpartition("/")[0]
