"""Prose without a control: printed values found by their text, and paragraphs that are new."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from r57plans.pull.base import Base, Field, is_person, key_of, norm, record_of
from r57plans.pull.pieces import PROSE, Found, unlabelled
from r57plans.pull.walk import Flow, Seen, Walked, who_of
from r57plans.word.reading import Who

ROOTS = (*PROSE, "group")
_LIKE = 0.5
_MOST = 200  # paragraphs and values that are looked for by their text alone
_HEADING = 80  # letters of a heading at most
_LONG = 15  # letters of a text that is also known behind other words
_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")


@dataclass(frozen=True, slots=True)
class NewLine:
    """A paragraph among those of a list of prose; `after` is the path of the one before it."""

    place: int
    root: str
    after: str
    text: str
    who: Who


@dataclass(slots=True)
class Prose:
    """What became of prose: fields found by text, paths that are gone, paragraphs that are new.

    `places` are those of all these in the flow of lines.
    """

    seen: list[Seen] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    new: list[NewLine] = field(default_factory=list)
    places: set[int] = field(default_factory=set)


def prose_of(base: Base, walked: Walked, fixed: Mapping[str, int], *, tagged: bool) -> Prose:
    """The printed prose that no tag and no bookmark led to.

    `fixed` counts the texts that the document prints whatever the plan says. Who sits on the
    committee stands within other words: where nothing is `tagged`, only those words lead there.
    """
    out = Prose()
    found: dict[int, str] = {n: f.field for n, f in enumerate(walked.flow) if f.field}
    missing = [
        path
        for path, printed in base.fields.items()
        if path.partition("/")[0] in ROOTS and printed.texts
        and path not in {seen.found.field for seen in walked.seen}
        and (tagged or not is_person(path))
    ]  # fmt: skip
    free = [
        n
        for n, flow in enumerate(walked.flow)
        if n not in found and n not in walked.used and norm(flow.line.text)
    ]
    found |= dict(_exact(base, walked.flow, free, missing))
    if not any(walked.flow[n].in_table for n in found if n in free):  # as it does in two columns
        free = [n for n in free if not walked.flow[n].in_table]
    free = free[:_MOST]
    _targets(base, walked.flow, free, found, out)
    free = [n for n in free if n not in found and not fixed.get(norm(walked.flow[n].line.text))]
    missing = [path for path in missing if path not in found.values()]
    for place, path, likeness in _alike(base, walked.flow, free, missing, found):
        found[place] = path
        line = walked.flow[place].line
        text = _behind(norm(line.text), base.fields[path].texts[0])
        confidence = round(0.4 + 0.4 * likeness, 2)
        out.seen.append(Seen(Found(path, (text,), who_of(line)), "text", confidence))
    out.gone += [path for path in missing if path not in found.values()]
    out.new += _new_lines(walked.flow, free, found, sure=bool(fixed))
    out.places |= {*found, *(new.place for new in out.new)}
    return out


def _exact(
    base: Base, flow: Sequence[Flow], free: Sequence[int], missing: Sequence[str]
) -> Iterator[tuple[int, str]]:
    """Lines that are a printed text, or end with a long one."""
    texts = {n: norm(flow[n].line.text) for n in free}
    taken: set[int] = set()
    for path in missing:
        variants = base.fields[path].items[0]
        place = next((n for n in free if n not in taken and texts[n] in variants), None)
        if place is None:
            place = next((n for n in free if n not in taken and _ends(texts[n], variants)), None)
        if place is not None:
            taken.add(place)
            yield place, path


def _ends(text: str, variants: Sequence[str]) -> bool:
    return any(len(variant) >= _LONG and text.endswith(variant) for variant in variants)


def _behind(text: str, printed: str) -> str:
    """A changed text without what stands before it: a letter, or words that end in a colon."""
    head, colon, rest = text.partition(": ")
    lead = colon and ": " not in printed[: len(head) + 2] and len(head) * 2 < len(text)
    return unlabelled(rest if lead else text)


def _alike(
    base: Base, flow: Sequence[Flow], free: Sequence[int], missing: Sequence[str],
    found: Mapping[int, str],
) -> Iterator[tuple[int, str, float]]:  # fmt: skip
    """Changed texts: the likest line that stands where the text should."""
    taken: set[int] = set()
    order = {name: n for n, name in enumerate(base.fields)}
    places = sorted((order[name], n) for n, name in found.items() if name in order)
    for path in missing:
        first, last = _between(order[path], places, len(flow))
        ranked = sorted(
            (-_overlap(norm(flow[n].line.text), base.fields[path].texts[0]), n)
            for n in free
            if first < n < last and n not in taken
        )
        if ranked and -ranked[0][0] >= _LIKE:
            taken.add(ranked[0][1])
            yield ranked[0][1], path, -ranked[0][0]


def _between(order: int, places: Sequence[tuple[int, int]], end: int) -> tuple[int, int]:
    """The places of the found texts that were printed just before and just behind one.

    `places` has the order in print and the place in the flow of each found one.
    """
    before = [n for at, n in places if at < order]
    behind = [n for at, n in places if at > order]
    first = before[-1] if before else -1
    return first, min((n for n in behind if n > first), default=end)


def _overlap(one: str, other: str) -> float:
    words, there = Counter(one.casefold().split()), Counter(other.casefold().split())
    total = max(words.total(), there.total())
    return (words & there).total() / total if total else 0.0


def _targets(
    base: Base, flow: Sequence[Flow], free: Sequence[int], found: dict[int, str], out: Prose
) -> None:
    """Lines `name: value` of targets, under a heading with the year."""
    names = {
        norm(field.texts[0]): record
        for record in base.records("target")
        if (field := base.by_record[record].get("name")) and field.texts
    }
    year = ""
    for n in free:
        text = norm(flow[n].line.text)
        if n in found:
            continue
        name, colon, value = text.partition(": ")
        record = names.get(name) or names.get(unlabelled(name))
        if record is None and colon:
            record = _renamed(base, value.rstrip(".;"), unlabelled(name))
        if record is None or not colon:
            year = _YEAR.findall(text)[-1] if _YEAR.search(text) and len(text) < _HEADING else year
            continue
        fields = base.by_record[record]
        same = (k for k, f in fields.items() if _is_value(k, f, value))
        key = next(same, f"values/{year}")
        if key in fields:
            found[n] = f"{record}/{key}"
            who = who_of(flow[n].line)
            said = {key: value.rstrip(".;"), "name": unlabelled(name)}
            out.seen += [
                Seen(Found(f"{record}/{k}", (text,), who), "text", 0.6) for k, text in said.items()
            ]


def _is_value(key: str, field: Field, said: str) -> bool:
    return key.startswith("values/") and said.rstrip(".;") in field.items[0]


def _renamed(base: Base, value: str, name: str) -> str | None:
    """The target of a value whose name was changed: the one with the likest name."""
    likely = [
        (_overlap(fields["name"].texts[0], name), record)
        for record in base.records("target")
        if (fields := base.by_record[record]).get("name")
        and fields["name"].texts
        and any(_is_value(key, field, value) for key, field in fields.items())
    ]
    best = max(likely, default=(0.0, ""))
    return best[1] if best[0] >= _LIKE else None


def _new_lines(
    flow: Sequence[Flow], free: Sequence[int], found: Mapping[int, str], *, sure: bool
) -> Iterator[NewLine]:
    """Paragraphs between two of one list, or right behind its last one.

    The latter are only taken for such where Word tracked them, or it is `sure` that the template
    prints none like it.
    """
    places, waiting = sorted(found), set(free)
    for n in free:
        if n in found:
            continue
        at = bisect(places, n)
        after = places[at - 1] if at else -1
        behind = places[at] if at < len(places) else -1
        if after < 0 or not _is_prose(found[after]):
            continue
        root = found[after].rpartition("/")[0]
        adjoins = all(m in waiting for m in range(after + 1, n))
        between = behind >= 0 and found[behind].rpartition("/")[0] == root
        if between or (adjoins and (sure or who_of(flow[n].line).author)):
            line = flow[n].line
            yield NewLine(n, root, found[after], unlabelled(norm(line.text)), who_of(line))


def _is_prose(path: str) -> bool:
    """Whether it is one of several paragraphs."""
    return not record_of(path) and key_of(path).rpartition("/")[2].isdecimal()
