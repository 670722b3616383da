"""Fields as proposals: what differs from what was printed, once for each change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from r57plans.findings import Language
from r57plans.model.proposal import Proposal, Source
from r57plans.pull.base import Base, Field, is_list, key_of, norm, record_of
from r57plans.pull.pieces import Found
from r57plans.pull.walk import Seen
from r57plans.word.reading import Who

_MOST = 100  # ways in which one value was changed, of which each is compared with the next
Usual = Mapping[str, set[tuple[str, ...]]]


def named(path: str) -> dict[str, str]:
    """The field, task and target that a path says, as a proposal has them."""
    record = record_of(path)
    kind, _, name = record.partition("/")
    key = key_of(path)
    head, _, tail = key.rpartition("/")
    prose = not record and tail.isdecimal() and head
    found = {"field": head if prose else key}
    return {**found, kind: name} if record else found


def source_of(file: str, who: Who) -> Source:
    """Who proposes it."""
    return Source(file, who.author, who.date)


def change_of(
    seen: Seen, printed: Field, file: str, language: Language, *, closed: bool
) -> Proposal | None:
    """What a field of the file proposes; None where it says what was printed.

    A document that is not `closed` may show some items of a list alone.
    """
    found = seen.found
    if printed.is_same(found.texts):
        return None
    if not closed and is_list(found.field) and found.texts and all(map(printed.holds, found.texts)):
        return None
    gone = not found.texts and not record_of(found.field) and key_of(found.field)[-1:].isdecimal()
    return Proposal(
        "remove" if gone else "change",
        found.field,
        old=_old(printed, found),
        new=_kept(printed, found.texts),
        language=language,
        trace=seen.trace,
        confidence=seen.confidence,
        source=source_of(file, found.who),
        **named(found.field),  # type: ignore[arg-type]  # only texts
    )


def _old(printed: Field, found: Found) -> tuple[str, ...]:
    """The printed texts; of one printed in several ways, the way that is likest to the new one."""
    if is_list(printed.path) or not found.texts:
        return printed.texts
    new = found.texts[0]
    likest = max(printed.items[0], key=lambda variant: (_shared(variant, new), -len(variant)))
    return (likest,) if likest else ()


def _shared(one: str, other: str) -> int:
    """How many letters two texts have in common at both ends together."""
    start = _prefix(one, other)
    return start + _prefix(one[start:][::-1], other[start:][::-1])


def _prefix(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _kept(printed: Field, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The new texts; an item that differs only in its first capital stays as it was printed."""
    if not is_list(printed.path):
        return texts
    known = {text[:1].lower() + text[1:]: text for text in reversed(printed.texts)}
    return tuple(known.get(norm(text)[:1].lower() + norm(text)[1:], text) for text in texts)


def merged(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Each change once: of equal ones the surest; one value changed in two ways stays twice."""
    out: list[Proposal] = []
    of_path: dict[str, list[int]] = {}
    for proposal in proposals:
        places = of_path.setdefault(proposal.path, [])
        same = next((n for n in places[:_MOST] if _is_same(out[n], proposal)), None)
        if same is None:
            places.append(len(out))
            out.append(proposal)
        else:
            out[same] = _surer(out[same], proposal)
    return out


def _is_same(one: Proposal, other: Proposal) -> bool:
    if (one.kind, one.path) != (other.kind, other.path) or one.kind not in ("change", "remove"):
        return False
    return one.new == other.new or _one_edit(one, other) or _one_edit(other, one)


def _one_edit(longer: Proposal, shorter: Proposal) -> bool:
    """Whether one text is the other with what is always printed behind it, as `≥ 20` has a unit."""
    if not all(len(texts) == 1 for texts in (longer.old, longer.new, shorter.old, shorter.new)):
        return False
    old, new = longer.old[0], shorter.old[0]
    return old.startswith(new) and longer.new[0] == shorter.new[0] + old[len(new) :]


def _surer(one: Proposal, other: Proposal) -> Proposal:
    """The surer of two that say the same; the shorter text; an author where one is known."""
    best = max((one, other), key=lambda p: (p.confidence, -sum(map(len, p.new))))
    source = next((p.source for p in (best, one, other) if p.source.author), best.source)
    return replace(best, source=source)


def changes_of(
    seen: Sequence[Seen], base: Base, usual: Usual, file: str, language: Language, *, closed: bool
) -> list[Proposal]:
    """The proposals of all fields, each change once, in the order of the file.

    `usual` are the texts that the printed document itself shows of a field, in whole or in part.
    """
    found = (
        change_of(one, printed, file, language, closed=closed)
        for one in seen
        if (printed := base.fields.get(one.found.field)) is not None
        and one.found.texts not in usual.get(one.found.field, ())
    )
    return merged(proposal for proposal in found if proposal)
