"""Lines of a long text in a plan file: those that a change does not touch stay as they are."""

from __future__ import annotations

from itertools import pairwise

from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString


def refolded(new: str, old: FoldedScalarString) -> FoldedScalarString:
    """A text in place of another, broken into lines as that was before and behind the change.

    Lines that would be longer than the longest were are broken at blanks.
    """
    made: FoldedScalarString = FoldedScalarString(new)
    places = getattr(old, "fold_pos", [])
    kept = _kept(new, old, places)
    width = max((end - start for start, end in pairwise((-1, *places, len(old)))), default=len(old))
    made.fold_pos = _broken(new, kept, width)  # type: ignore[attr-defined]  # as ruamel reads it
    return made


def relined(new: str, old: LiteralScalarString) -> LiteralScalarString:
    """A text of one line in place of another, with the line breaks that the change did not touch.

    A break that ended the old text ends the new one.
    """
    bare = old.rstrip("\n")
    places = [place for place, letter in enumerate(bare) if letter == "\n"]
    letters = list(new)
    for place in _kept(new, bare.replace("\n", " "), places):
        letters[place] = "\n"
    made: LiteralScalarString = LiteralScalarString("".join(letters) + old[len(bare) :])
    return made


def _kept(new: str, old: str, places: list[int]) -> list[int]:
    """Where in the new text the breaks of the old are that stand before or behind the change."""
    head = _common(new, old)
    tail = _common(new[head:][::-1], old[head:][::-1])
    moved = len(new) - len(old)
    before = [place for place in places if place < head]
    behind = [place + moved for place in places if place >= len(old) - tail]
    return [place for place in (*before, *behind) if _is_between_words(new, place)]


def _broken(text: str, kept: list[int], width: int) -> list[int]:
    """The places of breaks, with as many more as lines of at most that width need."""
    places: list[int] = []
    for start, end in pairwise((-1, *kept, len(text))):
        while end - start > width:
            near = range(start + width, start + 1, -1)
            place = next((n for n in near if _is_between_words(text, n)), end)
            if place < end:
                places.append(place)
            start = place
        if end < len(text):
            places.append(end)
    return places


def _is_between_words(text: str, place: int) -> bool:
    """Whether a single blank stands there, the only place where a line can be broken."""
    around = text[place - 1 : place + 2] if place > 0 else ""
    return len(around) == 3 and around[1] == " " and " " not in (around[0], around[2])


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
