"""Words of the template that a person changed: reported, for no field of the plan holds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from r57plans.findings import Language
from r57plans.model.proposal import Proposal
from r57plans.pull.base import Base, is_list, norm
from r57plans.pull.changes import source_of
from r57plans.pull.pieces import Frames, parted, unlabelled
from r57plans.pull.walk import Flow, Walked, who_of
from r57plans.word.reading import NOBODY, Line, Reading, Who

_BARE = re.compile(r"[\W\d]*|[IVXLC]+\.?|[a-zđ]{1,2}\)")
_LIKE = 0.4
_MOST = 50  # values that the plan has changed since, which are looked for in fixed words


def fixed_texts(known: Reading | None, base: Base) -> Counter[str]:
    """How often the printed document has each text without a value of the plan in it."""
    if known is None:
        return Counter()
    lines = (line for line in known.lines if not parted(line.pieces, base).groups)
    return Counter(text for line in lines if (text := norm(line.text)))


def fixed_changes(
    walked: Walked, known: Reading | None, frames: Frames, base: Base, taken: set[int],
    file: str, language: Language,
) -> Iterator[Proposal]:  # fmt: skip
    """The changes of fixed words, each once; `taken` are the places of lines already read.

    Where the printed document is not at hand, only those that Word tracked are known. Words that
    follow from a value which the plan has changed since are nobody's change.
    """
    free = [(n, flow) for n, flow in enumerate(walked.flow) if n not in taken]
    pairs = _tracked(free, base) if known is None else _compared(free, known, base)
    moved = _moved(known, base) if known else ()
    found = dict.fromkeys([*pairs, *(_reworded(walked, frames) if known else ())])
    for old, new, who in (each for each in found if not _follows(each[0], each[1], moved)):
        yield Proposal(
            "fixed",
            "",
            old=(old,) if old else (),
            new=(new,) if new else (),
            language=language,
            trace="text",
            confidence=0.5 if known is None else 0.8,
            source=source_of(file, who),
        )


def _moved(known: Reading, base: Base) -> tuple[tuple[str, str], ...]:
    """The texts that the plan prints today in place of others: today's and the printed one."""
    today = Base(known.manifest.printed if known.manifest else ())
    pairs = (
        (now.items[0][0], was.items[0][0])
        for path, was in base.fields.items()
        if (now := today.fields.get(path)) and not is_list(path) and now.items != was.items
    )
    return tuple(islice(((now, was) for now, was in pairs if now), _MOST))


def _follows(now: str, was: str, moved: Sequence[tuple[str, str]]) -> bool:
    """Whether a line differs from today's in values alone that the plan has changed since."""
    for today, printed in moved:
        now = re.sub(rf"(?<!\w){re.escape(today)}(?!\w)", printed.replace("\\", r"\\"), now)
    return bool(moved) and norm(now) == was


def _tracked(free: Sequence[tuple[int, Flow]], base: Base) -> Iterator[tuple[str, str, Who]]:
    printed = {v for field in base.fields.values() for item in field.items for v in item}
    for _, flow in free:
        before = flow.line.before
        emptied = flow.in_table and not norm(flow.line.text)  # left of a row that was deleted
        if flow.field or before is None or emptied or parted(before, base).groups:
            continue
        old, new = norm("".join(piece.text for piece in before)), norm(flow.line.text)
        if (
            old != new
            and old not in printed
            and not (_BARE.fullmatch(old) and _BARE.fullmatch(new))
        ):
            yield old, new, who_of(flow.line)


def _compared(
    free: Sequence[tuple[int, Flow]], known: Reading, base: Base
) -> Iterator[tuple[str, str, Who]]:
    """New texts, each with the text that is gone and likest to it."""
    left = fixed_texts(known, base)
    shown = {norm(line.text) for line in known.lines}
    new: list[Line] = []
    for _, flow in free:
        text = norm(flow.line.text)
        if flow.field or not text:
            continue
        if left[text]:
            left[text] -= 1
        elif text not in shown:
            new.append(flow.line)
    gone = [text for text in left.elements() if not _BARE.fullmatch(text)]
    for line in new:
        text = norm(line.text)
        if _BARE.fullmatch(text):
            continue
        likest = max(gone, key=lambda old: _overlap(old, text), default="")
        if likest and _overlap(likest, text) >= _LIKE:
            gone.remove(likest)
        else:
            likest = ""
        yield likest, text, who_of(line)


def _reworded(walked: Walked, frames: Frames) -> Iterator[tuple[str, str, Who]]:
    """Changed words around values, such as the body before its duties."""
    for flow in walked.flow:
        if flow.field and flow.trace == "tag" and (changed := frames.changed(flow.line)):
            yield *changed, who_of(flow.line) if flow.line.before is not None else NOBODY


def _overlap(one: str, other: str) -> float:
    words, there = Counter(unlabelled(one).split()), Counter(unlabelled(other).split())
    total = max(words.total(), there.total())
    return (words & there).total() / total if total else 0.0
