"""Particulars without a control: known by the words that the printed document has around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from r57plans.pull.base import Base, norm
from r57plans.pull.pieces import Found, Parted, parted, said
from r57plans.pull.walk import Flow, Seen, Walked, who_of
from r57plans.word.reading import Line

_LIKE = 0.5


def framed(base: Base, walked: Walked, known: Iterable[Line]) -> list[Seen]:
    """The number, place and date in lines like those of the printed document `known`.

    The lines get their field in the flow.
    """
    there = {seen.found.field for seen in walked.seen}
    out: list[Seen] = []
    for line in known:
        found = parted(line.pieces, base)
        if not found.groups or not _are_particulars(found) or there & set(found.fields):
            continue
        place = _likest(line, _pattern(found), walked.flow)
        if place is not None:
            flow = walked.flow[place]
            walked.flow[place] = replace(flow, field=found.fields[0], trace="text")
            out += _values(found, flow.line)
            there |= set(found.fields)
    return out


def _are_particulars(found: Parted) -> bool:
    return all(name.startswith("document") for name in found.fields)


def _pattern(found: Parted) -> re.Pattern[str]:
    return re.compile(r"\s*(.*?)\s*".join(re.escape(norm(said(gap))) for gap in found.gaps))


def _likest(line: Line, pattern: re.Pattern[str], flow: Sequence[Flow]) -> int | None:
    """The place of the line that has these words around values and is likest to the printed one."""
    words = set(norm(line.text).split())
    ranked = [
        (len(words & set(norm(one.line.text).split())) / max(len(words), 1), -n)
        for n, one in enumerate(flow)
        if not one.field and norm(one.line.text) and pattern.fullmatch(norm(one.line.text))
    ]
    best = max(ranked, default=(0.0, 0))
    return -best[1] if best[0] >= _LIKE else None


def _values(found: Parted, line: Line) -> list[Seen]:
    match = _pattern(found).fullmatch(norm(line.text))
    texts = match.groups() if match else ()
    return [
        Seen(Found(name, (text,) if text else (), who_of(line)), "text", 0.6)
        for name, text in zip(found.fields, texts, strict=True)
    ]
