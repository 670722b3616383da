"""Proposals of several copies held against each other and against the plan of today."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from r57plans.model.deadline import DeadlineKind, parse_deadline
from r57plans.model.proposal import Proposal
from r57plans.pull.printed import PrintedValues, Texts
from r57plans.pull.words import exact, folded, same
from r57plans.word.manifest import ManifestFacts

Outcome = Callable[[Proposal], str]
"""The plan file that a proposal alone would give."""

Held = Callable[[Proposal], bool]
"""Whether the plan file would stay as it is with a proposal in it."""

_ONE_FOR_BOTH = (
    *("deadline", "leads", "supports", "requested", "monitor", "supplier", "values", "baseline"),
    *("number", "date", "signer", "in_charge"),
)
"""Fields of which a plan has one value for both languages; of others it has words in each."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An edited file: its name, what it printed once, what the plan prints today, its proposals.

    `now` is None where no plan is at hand, `facts` where the file has lost its manifest.
    """

    name: str
    base: PrintedValues
    now: PrintedValues | None
    proposals: tuple[Proposal, ...]
    facts: ManifestFacts | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field changed on two sides to different texts.

    `base` is what was printed, `mine` what the plan says today, `theirs` what the files say.
    """

    id: str
    base: Texts
    mine: Texts
    theirs: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Proposals that can be taken, those in conflict, and what the plan says already.

    `fixed` are what no plan can hold: changed words of the template, comments on no task.
    `doubles` are those that come to the same as another, each with the one that stands for it.
    """

    proposals: tuple[Proposal, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    already: tuple[Proposal, ...] = ()
    fixed: tuple[Proposal, ...] = ()
    doubles: tuple[tuple[Proposal, Proposal], ...] = ()


def merged(
    copies: Sequence[Copy], outcome: Outcome | None = None, held: Held | None = None
) -> Merged:
    """The proposals of all copies, each once.

    `outcome` tells which of them come to the same, `held` which the plan has in other words.
    """
    already: list[Proposal] = []
    fixed: list[Proposal] = []
    sides: dict[tuple[str, ...], list[tuple[Copy, Proposal]]] = {}
    for copy in copies:
        for proposal in (_rebased(copy, each) for each in copy.proposals):
            if proposal.kind == "fixed" or _is_at_large(proposal):
                fixed.append(proposal)
            elif _is_there(copy, proposal) or _is_held(copy, proposal, held):
                already.append(proposal)
            else:
                sides.setdefault(_key(proposal), []).append((copy, proposal))
    _with_removals(sides)
    taken: list[Proposal] = []
    conflicts: list[Conflict] = []
    doubles: list[tuple[Proposal, Proposal]] = []
    for found in sides.values():
        one = _distinct([proposal for _, proposal in found], outcome)
        doubles += _doubles([proposal for _, proposal in found], one, outcome)
        moved = next((side for side in found if _has_moved(*side)), None)
        if len(one) > 1 or moved:
            conflicts.append(_conflict(*(moved or found[0]), one))
        else:
            taken += one
    return Merged(tuple(taken), tuple(conflicts), tuple(already), tuple(fixed), tuple(doubles))


def _rebased(copy: Copy, proposal: Proposal) -> Proposal:
    """A proposal on a numbered paragraph, with the number that this has in the plan of today."""
    now, path = copy.now, proposal.path
    root, _, number = path.rpartition("/")
    if now is None or path.startswith(("task/", "target/")):
        return proposal
    if proposal.kind == "add" and proposal.after:
        above = next(iter(copy.base.ways(proposal.after)), ())
        place = now.place_of(path, " ".join(above))
        return replace(proposal, after=place) if place else proposal
    if number.isdecimal() and not now.says(path, proposal.old):
        place = now.place_of(root, " ".join(proposal.old))
        return replace(proposal, path=place) if place else proposal
    return proposal


def _key(proposal: Proposal) -> tuple[str, ...]:
    """What two proposals of one field have in common."""
    if proposal.form == "written" and proposal.kind == "add":
        return ("change", proposal.path)
    if proposal.kind in ("add", "note"):
        root = re.sub(r"/new-\d+$", "", proposal.path)
        return (proposal.kind, root, proposal.after, *_said(proposal))
    if proposal.kind == "remove":
        return ("change", proposal.path)
    names = proposal.path.split("/")
    neutral = any(name in _ONE_FOR_BOTH for name in names[2:] or names[1:])
    return ("change", proposal.path, *(() if neutral else (proposal.language,)))


def _is_at_large(proposal: Proposal) -> bool:
    """Whether it is a comment on no task or target: no note of the plan could hold it."""
    return proposal.kind == "note" and not (proposal.task or proposal.target)


def _said(proposal: Proposal) -> tuple[str, ...]:
    row = (text for _, texts in proposal.row for text in texts)
    return tuple(folded(text) for text in (*proposal.new, *row))


def _distinct(proposals: Iterable[Proposal], outcome: Outcome | None) -> list[Proposal]:
    """One of each that come to the same; the surest stands for the others."""
    found: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda each: -each.confidence):
        if not any(_alike(proposal, other, outcome) for other in found):
            found.append(proposal)
    return found


def _doubles(
    proposals: Iterable[Proposal], kept: Sequence[Proposal], outcome: Outcome | None
) -> Iterator[tuple[Proposal, Proposal]]:
    """Those that were not kept, each with the one that stands for it."""
    for proposal in proposals:
        if not any(proposal is other for other in kept):
            yield proposal, next(other for other in kept if _alike(proposal, other, outcome))


def _alike(one: Proposal, other: Proposal, outcome: Outcome | None) -> bool:
    if one.kind != other.kind:
        return False
    if one.language == other.language and same(one.new, other.new):
        return True
    if one.kind == "remove":
        return True
    return outcome is not None and outcome(one) == outcome(other)


def _with_removals(sides: dict[tuple[str, ...], list[tuple[Copy, Proposal]]]) -> None:
    """A row that one copy takes out and another changes is one question."""
    gone = [key for key in sides if any(p.kind == "remove" for _, p in sides[key])]
    for key in gone:
        within = [
            other
            for other, found in sides.items()
            if other != key and any(_is_of(p, key[1]) for _, p in found)
        ]
        for other in within:
            sides[key] += sides.pop(other)


def _is_of(proposal: Proposal, path: str) -> bool:
    return proposal.kind == "change" and proposal.path.startswith(f"{path}/")


def _is_there(copy: Copy, proposal: Proposal) -> bool:
    """Whether the plan says today what a copy proposes."""
    now = copy.now
    if now is None:
        return False
    root, _, number = proposal.path.rpartition("/")
    if number.isdecimal() and not proposal.path.startswith(("task/", "target/")):
        said, there = exact(" ".join(proposal.new)), set(map(exact, now.texts(root)))
        gone = exact(" ".join(proposal.old)) not in there
        return gone and (not said or said in there)
    if proposal.kind == "change":
        return now.says(proposal.path, proposal.new) or _means_the_same(proposal, now)
    if proposal.kind == "remove":
        return not now.has(proposal.path)
    if proposal.kind == "add" and proposal.form == "written":
        return all(now.says(f"{proposal.path}/{key}", said) for key, said in proposal.row)
    if proposal.kind == "add":
        return _new_text(proposal) in set(map(folded, now.texts(proposal.path)))
    return False


def _is_held(copy: Copy, proposal: Proposal, held: Held | None) -> bool:
    """Whether a comment, or what the plan has changed since, is in the plan in its own form."""
    asked = proposal.kind == "note" or _has_moved(copy, proposal)
    return held is not None and asked and held(proposal)


def _means_the_same(proposal: Proposal, now: PrintedValues) -> bool:
    """Whether an English deadline was only worded anew: the plan has no place for that."""
    if proposal.language == "vi" or not proposal.path.endswith("/deadline"):
        return False
    new = parse_deadline(" ".join(proposal.new))
    known = new.kind not in (DeadlineKind.UNKNOWN, DeadlineKind.NONE)
    ways = (parse_deadline(" ".join(way)) for way in now.ways(proposal.path))
    return known and any(way.meaning == new.meaning for way in ways)


def _new_text(proposal: Proposal) -> str:
    row: Mapping[str, Texts] = dict(proposal.row)
    own = next((row[key] for key in ("text", "title", "name") if key in row), proposal.new)
    return folded(" ".join(own))


def _has_moved(copy: Copy, proposal: Proposal) -> bool:
    """Whether the plan has changed, since the copy was printed, what the copy changes."""
    if copy.now is None or proposal.kind in ("add", "note"):
        return False
    if proposal.kind == "remove":
        return any(_moved_fields(copy, proposal.path))
    return not copy.now.says(proposal.path, proposal.old) and copy.base.has(proposal.path)


def _moved_fields(copy: Copy, path: str) -> Iterable[str]:
    now = copy.now
    assert now is not None
    for each in (path, *copy.base.below(path)):
        ways = copy.base.ways(each)
        if ways and not any(now.says(each, way) for way in ways):
            yield each


def _conflict(copy: Copy, proposal: Proposal, theirs: list[Proposal]) -> Conflict:
    path = proposal.path
    if proposal.kind == "remove" and copy.now:
        path = next(iter(_moved_fields(copy, path)), path)
    base = proposal.old or next(iter(copy.base.ways(path)), ())
    mine = next(iter(copy.now.ways(path)), ()) if copy.now else ()
    return Conflict(proposal.id, base, mine, tuple(theirs))
