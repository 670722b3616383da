"""Particulars without a control: known by the words that the printed document has around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from r57plans.pull.base import Base, is_person, norm, record_of
from r57plans.pull.people_lists import SEPARATOR, realigned
from r57plans.pull.pieces import WITHIN_WORDS, Found, Parted, found_of, parted, said
from r57plans.pull.walk import Flow, Seen, Walked, who_of
from r57plans.word.reading import Line, Who

_LIKE = 0.5
_SURE = 0.6
_LONGEST = 5_000  # letters of a line that is looked at


def framed(base: Base, walked: Walked, known: Iterable[Line], *, tagged: bool) -> list[Seen]:
    """Number, place and date, and who sits on the committee, in lines like those of `known`.

    These are lines of the printed document. Those found get their field in the flow. Where none is
    `tagged`, all that say what was printed get theirs, and one of the committee of which nothing
    is left says that nobody sits there.
    """
    lines = [(line, found) for line in known if (found := parted(line.pieces, base)).groups]
    if not tagged:
        _keep_same(walked, lines)
    there = {seen.found.field for seen in walked.seen}
    within = [
        (line, found)
        for line, found in lines
        if all(name.startswith(WITHIN_WORDS) for name in found.fields)
        and not there & {*found.fields}
    ]
    out: list[Seen] = []
    left: list[Parted] = []
    for line, found in within:
        if there & {*found.fields}:
            continue
        place = _likest(line, _pattern(found), walked.flow)
        if place is None:
            left.append(found)
            continue
        flow = walked.flow[place]
        walked.flow[place] = replace(flow, field=found.fields[0], trace="text")
        out += _values(found, flow.line, base)
        there |= {*found.fields}
    return [*out, *_gone(() if tagged else left, there, walked.flow)]


def _keep_same(walked: Walked, lines: Iterable[tuple[Line, Parted]]) -> None:
    """The lines that say what the printed document says are those of its fields.

    Those of targets say less than their heading: see `prose`.
    """
    places: dict[str, list[int]] = {}
    for n, flow in enumerate(walked.flow):
        if not flow.field:
            places.setdefault(norm(flow.line.text), []).append(n)
    there = {seen.found.field for seen in walked.seen}
    for line, found in lines:
        of_target = any(record_of(name).startswith("target/") for name in found.fields)
        if (same := places.get(norm(line.text))) and not of_target:
            place = same.pop(0)
            flow = walked.flow[place]
            walked.flow[place] = replace(flow, field=found.fields[0], trace="text")
            walked.seen += [
                Seen(found_of(group.field, group.tokens, None), "text", _SURE)
                for group in found.groups
                if group.field not in there
            ]


def _gone(left: Iterable[Parted], there: set[str], flow: Sequence[Flow]) -> Iterator[Seen]:
    """The people of lines of which not even the words before them are left."""
    for found in left:
        label = norm(said(found.gaps[0]))
        if any(not one.field and norm(one.line.text).startswith(label) for one in flow):
            continue
        yield from (
            Seen(Found(name, ()), "text", _LIKE)
            for name in found.fields
            if is_person(name) and name not in there
        )


def _is_list(found: Parted) -> bool:
    """Whether a line has several people of one list and nothing else."""
    roots = {name.rpartition("/")[0] for name in found.fields}
    return len(found.fields) > 1 and len(roots) == 1 and all(map(is_person, found.fields))


def _pattern(found: Parted) -> re.Pattern[str]:
    gaps = (found.gaps[0], found.gaps[-1]) if _is_list(found) else found.gaps
    return re.compile(r"\s*(.*?)\s*".join(re.escape(norm(said(gap))) for gap in gaps))


def _likest(line: Line, pattern: re.Pattern[str], flow: Sequence[Flow]) -> int | None:
    """The place of the line that has these words around values and is likest to the printed one."""
    words = set(norm(line.text).split())
    free = ((n, norm(one.line.text)) for n, one in enumerate(flow) if not one.field)
    ranked = [
        (len(words & set(text.split())) / max(len(words), 1), -n)
        for n, text in free
        if 0 < len(text) <= _LONGEST and pattern.fullmatch(text)
    ]
    best = max(ranked, default=(0.0, 0))
    return -best[1] if best[0] >= _LIKE else None


def _values(found: Parted, line: Line, base: Base) -> list[Seen]:
    match = _pattern(found).fullmatch(norm(line.text))
    texts: Iterable[str] = match.groups() if match else ()
    who: Who = who_of(line)
    pairs: Iterable[tuple[str, str]] = zip(found.fields, texts, strict=not _is_list(found))
    if _is_list(found) and match:
        root = found.fields[0].rpartition("/")[0]
        pairs = realigned(base, root, SEPARATOR.split(match[1]))
    return [Seen(Found(name, (text,) if text else (), who), "text", _SURE) for name, text in pairs]
